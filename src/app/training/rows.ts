import { useEffect } from 'react';
import { create } from 'zustand';
import {
  backward,
  compile,
  type EdgePass,
  evaluateEdges,
  forward,
  lookUp,
  type Program,
  prepareEdges,
  rebind,
  setLeaf,
} from '../../engine/index.ts';
import { type Graph, outputOf, parseQuantity } from '../../graph/index.ts';
import { type Bound, Trainer, tensorOf } from '../../training/index.ts';
import { useDocument } from '../store/document.ts';
import { type Lens, type Seen, setLens } from '../store/lens.ts';
import { boundOf } from './data.ts';
import { filled, obstacle, planOf } from './plan.ts';
import { currentPoint, currentRun, useTraining } from './store.ts';

/** Which numbers the canvas shows while there is data: those of a row, from 1, or those of a batch. */
interface Shown {
  readonly what: 'row' | 'batch';
  readonly row: number;
}

/** What of the data the canvas shows; never part of a graph file. */
export const useShownRow = create<Shown>()(() => ({ what: 'row', row: 1 }));

/** How many rows the data has. */
export function rowCountOf({ rows }: Bound): number {
  return rows.train.length + rows.test.length;
}

/** Where a row of the table, from 1, stands among the samples. */
export function sampleOf(bound: Bound, row: number) {
  const train = bound.rows.train.indexOf(row - 1);
  if (train >= 0) return { samples: bound.train, at: train, isTest: false };
  return { samples: bound.test, at: bound.rows.test.indexOf(row - 1), isTest: true };
}

/** The row of the data of a graph that is shown, from 1, if so many were asked for; none without data. */
export function rowIn(graph: Graph, asked: number): number | undefined {
  const bound = boundOf(graph);
  return bound && Math.min(asked, rowCountOf(bound));
}

/** The graph with what its inputs are in a row of its data, from 1; without data as it is. */
export function inRow(graph: Graph, row: number | undefined): Graph {
  const bound = boundOf(graph);
  if (bound === undefined || row === undefined) return graph;
  const { samples, at } = sampleOf(bound, row);
  const nodes = graph.nodes.map((node) => {
    const value = node.op === 'input' ? samples.inputs.get(node.id)?.[at] : undefined;
    return value === undefined ? node : { ...node, value };
  });
  return { ...graph, nodes };
}

const evaluated: Seen = { as: 'evaluated' };
const nothing: Seen = { as: 'nothing' };

interface Evaluated {
  readonly program: Program;
  readonly edges: EdgePass;
}

function evaluate(graph: Graph, before?: Evaluated): Evaluated {
  const program = (before && rebind(before.program, graph)) ?? compile(graph);
  const isSame = before !== undefined && program.values === before.program.values;
  return { program, edges: isSame ? before.edges : prepareEdges(program) };
}

let last: Evaluated | undefined;

/** The canvas with the values of one row in place of those the inputs have themselves. */
function rowLens(graph: Graph, bound: Bound, row: number): Lens {
  last = evaluate(filled(graph), last);
  const { program, edges } = last;
  const { samples, at } = sampleOf(bound, row);
  for (const [id, column] of samples.inputs) setLeaf(program, id, column[at]);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  const numbers = lookUp(program, edges);
  const isOwn = ownValues(graph, bound);
  return {
    see(quantity) {
      // What can be edited stays what it is.
      if (isOwn(quantity)) return evaluated;
      const value = numbers(quantity);
      return value === undefined ? evaluated : { as: 'number', value };
    },
    marksOf: () => [],
  };
}

/** The canvas with the gradients the next update goes by, and their loss; nothing that differs by row. */
function batchLens(graph: Graph, bound: Bound): Lens {
  const output = outputOf(graph) ?? '';
  const training = useTraining.getState();
  const trained = currentRun(training)?.trained;
  const point = currentPoint(training);
  const now = trained && point ? { trained, ...point } : lookAhead(graph, output, bound);
  const gradients = new Map(now.trained.map((each) => [each.id, tensorOf(each, now.gradients)]));
  const isOwn = ownValues(graph, bound);
  return {
    see(quantity, edge) {
      if (edge === undefined && quantity === `value:${output}`) {
        return { as: 'number', value: now.loss };
      }
      const parsed = parseQuantity(quantity);
      if (parsed?.kind === 'gradient' && 'node' in parsed) {
        const value = gradients.get(parsed.node);
        return value === undefined ? nothing : { as: 'number', value };
      }
      return isOwn(quantity) ? evaluated : nothing;
    },
    marksOf: () => [],
  };
}

/** The canvas while there is no next update: what the graph holds besides the data, and no more. */
function bareLens(graph: Graph, bound: Bound): Lens {
  const isOwn = ownValues(graph, bound);
  return { see: (quantity) => (isOwn(quantity) ? evaluated : nothing), marksOf: () => [] };
}

/** Rows up to which that is worked out without being asked for. */
export const fewRows = 5000;

/** Loss and gradients as the first update of a run will see them. */
export function lookAhead(graph: Graph, output: string, bound: Bound | undefined) {
  const trainer = new Trainer(graph, output, planOf(graph), bound?.train);
  return { trained: trainer.objective.trained, ...trainer.look() };
}

/** Tells the values that leaves hold themselves from all else; what takes its value from data has none. */
function ownValues({ nodes }: Graph, { train }: Bound): (quantity: string) => boolean {
  const leaves = nodes.filter(({ id, inputs }) => inputs === undefined && !train.inputs.has(id));
  const own = new Set(leaves.map(({ id }) => `value:${id}`));
  return (quantity) => own.has(quantity);
}

/** Shows what was chosen of the data on the canvas while the page is about training. */
export function useRowLens(): void {
  useEffect(() => {
    const update = () => {
      const { graph } = useDocument.getState();
      const bound = boundOf(graph);
      const { what, row } = useShownRow.getState();
      if (bound === undefined) setLens(null);
      else if (what === 'batch' && obstacle(graph) !== undefined) setLens(bareLens(graph, bound));
      else if (what === 'batch') setLens(batchLens(graph, bound));
      // An unfinished graph is evaluated as far as it goes, in the row that is said to be shown.
      else setLens(rowLens(graph, bound, Math.min(row, rowCountOf(bound))));
    };
    update();
    const ends = [
      useDocument.subscribe(({ graph }, before) => graph !== before.graph && update()),
      useShownRow.subscribe(update),
      useTraining.subscribe(({ at }, before) => {
        if (at !== before.at && useShownRow.getState().what === 'batch') update();
      }),
    ];
    return () => {
      for (const end of ends) end();
      last = undefined;
      setLens(null);
    };
  }, []);
}
