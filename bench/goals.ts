import type { Name } from './contenders.ts';
import type { Measured } from './figures.ts';

/** A figure the project has set itself, and whether this run met it. */
export interface Goal {
  readonly name: string;
  readonly bound: 'most' | 'least';
  readonly limit: number;
  readonly figure: number;
  readonly met: boolean;
}

/** Holds what was measured against the goals, graph by graph. */
export function judge({ graphs, growth, edits, training }: Measured): Goal[] {
  const goals: Goal[] = [];
  const state = (name: string, figure: number, bound: Goal['bound'], limit: number) => {
    const met = bound === 'most' ? figure <= limit : figure >= limit;
    goals.push({ name, bound, limit, figure, met });
  };
  for (const { name: graph, nodes, figures } of graphs) {
    const than = (name: Name) => figures.find((figure) => figure.name === name)?.timesEngine ?? 0;
    if (nodes >= 1_000) state(`${graph}: times the floor`, 1 / than('floor'), 'most', 1.5);
    if (nodes <= 50) state(`${graph}: faster than micrograd`, than('micrograd'), 'least', 15);
    if (nodes >= 1_000) state(`${graph}: faster than micrograd`, than('micrograd'), 'least', 25);
    state(`${graph}: faster than adnn`, than('adnn'), 'least', 6);
    state(`${graph}: faster than tfjs`, than('tfjs'), 'least', 300);
    const behind = 1 / than('simplegrad');
    state(`${graph}: times simplegrad`, behind, 'most', nodes >= 300 ? 1 : 1.6);
  }
  state('ns per node, 100000 over 1000 nodes', growth, 'most', 1.2);
  state(`ms from edit to gradient, ${edits.nodes} nodes`, edits.structural.total, 'most', 5);
  state('training: times the hand-written loop', training.timesByHand, 'most', 1.3);
  state('training: faster than tfjs', training.fasterThanTfjs, 'least', 10);
  state('training: kB kept over 10000 epochs', training.kept, 'most', 64);
  return goals;
}
