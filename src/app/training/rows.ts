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
  return {
    see(quantity) {
      // What can be edited stays what it is.
      if (isOwnValue(graph, quantity, samples.inputs)) return evaluated;
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
      return isOwnValue(graph, quantity, bound.train.inputs) ? evaluated : nothing;
    },
    marksOf: () => [],
  };
}

/** Rows up to which that is worked out without being asked for. */
export const fewRows = 5000;

/** Loss and gradients as the first update of a run will see them. */
export function lookAhead(graph: Graph, output: string, bound: Bound | undefined) {
  const trainer = new Trainer(graph, output, planOf(graph), bound?.train);
  return { trained: trainer.objective.trained, ...trainer.look() };
}

function isOwnValue(graph: Graph, quantity: string, inputs: ReadonlyMap<string, unknown>): boolean {
  const parsed = parseQuantity(quantity);
  if (parsed?.kind !== 'value') return false;
  const node = graph.nodes[last?.program.index.get(parsed.node) ?? -1];
  const isLeaf = node?.id === parsed.node && node.inputs === undefined;
  return isLeaf && !inputs.has(parsed.node);
}

/** Shows what was chosen of the data on the canvas while the page is about training. */
export function useRowLens(): void {
  useEffect(() => {
    const update = () => {
      const { graph } = useDocument.getState();
      const bound = boundOf(graph);
      const { what, row } = useShownRow.getState();
      if (bound === undefined || obstacle(graph) !== undefined) setLens(null);
      else if (what === 'batch') setLens(batchLens(graph, bound));
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
