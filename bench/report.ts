import { columns, digits } from './columns.ts';
import { names } from './contenders.ts';
import type { EditTime } from './edits.ts';
import type { Figure, Measured } from './figures.ts';
import type { Goal } from './goals.ts';

/** What `--json` prints. */
export interface Report extends Measured {
  readonly node: string;
  readonly processor: string;
  readonly rounds: number;
  /** Graphs compiled and alive in the process while it measures. */
  readonly alive: number;
  readonly goals: readonly Goal[];
}

/** The report as tables for a terminal. */
export function asText(report: Report): string {
  const { graphs, growth, edits, training, goals } = report;
  const table = (title: string, figure: (figure: Figure) => string) => [
    [title, 'nodes', ...names],
    ...graphs.map(({ name, nodes, figures }) => [
      name,
      `${nodes}`,
      ...names.map((column) => {
        const found = figures.find((candidate) => candidate.name === column);
        return found === undefined ? '–' : figure(found);
      }),
    ]),
  ];
  const edit = (name: string, time: EditTime) => [
    name,
    ...[time.edit, time.compile, time.passes, time.total].map((part) => part.toFixed(2)),
  ];
  return [
    `Node ${report.node}, ${report.processor}; medians of ${report.rounds} interleaved rounds, ` +
      `${report.alive} graphs alive`,
    columns(table('ns per node', ({ nanosecondsPerNode: ns }) => digits(ns))),
    columns(table('times the engine', ({ timesEngine }) => `${digits(timesEngine)}×`)),
    columns([
      [`ms at ${edits.nodes} nodes`, 'edit', 'compile', 'passes', 'total'],
      edit('another edge', edits.structural),
      edit('another number', edits.leaf),
    ]),
    `ns per node at 100000 nodes over that at 1000: ${growth.toFixed(2)}`,
    columns([
      ['training 2-3-1, 1000 samples, full batch', ...Object.keys(training.samplesPerSecond)],
      [
        'million samples per second',
        ...Object.values(training.samplesPerSecond).map((speed) => digits(speed / 1e6)),
      ],
    ]),
    columns([
      ['goal', 'limit', 'here', ''],
      ...goals.map((goal) => [
        goal.name,
        `${goal.bound === 'most' ? '≤' : '≥'} ${goal.limit}`,
        digits(goal.figure),
        goal.met ? 'ok' : 'SHORT',
      ]),
    ]),
  ].join('\n\n');
}
