import { columns, digits } from '../columns.ts';
import { type Measure, measures, type SizeFigures } from './figures.ts';
import type { Goal } from './goals.ts';

/** What `--json` prints. */
export interface Report {
  readonly browser: string;
  readonly processor: string;
  readonly rounds: number;
  /** Milliseconds between the frames of a page at rest. */
  readonly frame: number;
  readonly sizes: readonly SizeFigures[];
  readonly goals: readonly Goal[];
}

const titles: Readonly<Record<Measure, string>> = {
  firstRender: 'first render, ms',
  pan: 'pan at zoom 1, ms a frame',
  drag: 'drag at zoom 1, ms a frame',
  panWhole: 'pan of the whole graph, ms a frame',
};

/** The report as tables for a terminal. */
export function asText({ browser, processor, rounds, frame, sizes, goals }: Report): string {
  const table = (measure: Measure) =>
    columns([
      [titles[measure], 'nodes', 'edges', 'ours', 'bare', 'ours / bare'],
      ...sizes.map(({ nodes, edges, ours, bare, ratios }) => [
        '',
        `${nodes}`,
        `${edges}`,
        digits(ours[measure]),
        digits(bare[measure]),
        digits(ratios[measure]),
      ]),
    ]);
  const edits = columns([
    ['leaf edit until every number in view is new', 'nodes', 'ms', 'frames'],
    ...sizes.map(({ nodes, ours }) => [
      '',
      `${nodes}`,
      digits(ours.edit),
      digits(ours.edit / frame),
    ]),
  ]);
  return [
    `Chromium ${browser}, ${processor}; medians of ${rounds} interleaved rounds; ` +
      `a frame at rest takes ${digits(frame)} ms`,
    ...measures.map(table),
    edits,
    columns([
      ['goal', 'limit', 'here', ''],
      ...goals.map((goal) => [
        goal.name,
        `≤ ${goal.limit}`,
        digits(goal.figure),
        goal.met ? 'ok' : 'SHORT',
      ]),
    ]),
  ].join('\n\n');
}
