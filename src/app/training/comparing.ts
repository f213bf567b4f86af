import { type Graph, outputOf, ruleIds, type Training } from '../../graph/index.ts';
import { graphWith } from '../../training/index.ts';
import { currentGraph } from '../store/document.ts';
import { notify } from '../store/view.ts';
import { trainRows } from './data.ts';
import type { Goal } from './messages.ts';
import { obstacle, parametersOf, planOf, withParameters } from './plan.ts';
import { isOpen, tell } from './runner.ts';
import { difference } from './same.ts';
import { addRun, freshId, pause, send, write } from './session.ts';
import { goalFrom, useSettings } from './settings.ts';
import { type Run, useTraining } from './store.ts';
import { words } from './words.ts';

/** What runs are to differ in, all else being as in the plan. */
export type Comparison =
  | { readonly of: 'rates'; readonly rates: readonly number[] }
  | { readonly of: 'rules' | 'batches' };

/** The plans of a comparison; none where the parameters do not move by the gradient. */
export function comparisons(graph: Graph, comparison: Comparison): readonly Training[] {
  const plan = planOf(graph);
  const { move } = plan;
  if (move.by !== 'gradient') return [];
  switch (comparison.of) {
    case 'rates':
      return comparison.rates.map((rate) => ({ ...plan, move: { ...move, rate } }));
    case 'rules': {
      const { settings, ...rest } = move;
      return ruleIds.map((rule) => ({
        ...plan,
        move: { ...rest, rule, ...(rule === move.rule && settings && { settings }) },
      }));
    }
    case 'batches': {
      const rows = trainRows(graph);
      // An update is something else with each of them: what they go by is epochs.
      const stop = (plan.stop ?? []).filter(({ kind }) => kind !== 'iterations');
      const { batch: _, ...whole } = { ...plan, stop };
      const sizes = [1, ...(rows > 4 ? [batchFor(plan.batch, rows)] : [])];
      return [...sizes.map((batch) => ({ ...whole, batch })), whole];
    }
  }
}

/** The size of a mini-batch: that of the plan, if it is one. */
function batchFor(batch: number | undefined, rows: number): number {
  if (batch !== undefined && batch > 1 && batch < rows) return batch;
  return Math.min(32, Math.ceil(rows / 4));
}

/** Runs that differ in one thing, from the same start; the graph keeps its parameters. */
export function compare(comparison: Comparison): void {
  const graph = currentGraph();
  const output = outputOf(graph);
  const why = obstacle(graph);
  if (why !== undefined || output === undefined) {
    if (why) notify(why, 'wrong');
    return;
  }
  pause();
  const start = withParameters(graph, planOf(graph).start ?? parametersOf(graph));
  const plans = comparisons(graph, comparison);
  useTraining.setState({ message: null });
  forget(plans);
  for (const plan of plans) {
    const source = { ...start, training: plan };
    const id = freshId();
    addRun(id, source, output, plan, source);
    send(id, goalOf(graph, comparison, plan), 'full');
  }
}

/** Takes out the runs of an earlier comparison that are made anew. */
function forget(plans: readonly Training[]): void {
  const { runs, current } = useTraining.getState();
  const anew = new Set(plans.map((plan) => JSON.stringify(plan)));
  for (const { id, plan } of runs) {
    if (id !== current && anew.has(JSON.stringify(plan))) removeRun(id);
  }
}

/** How far a run of a comparison goes. */
function goalOf(graph: Graph, { of }: Comparison, plan: Training): Goal {
  const { budget } = useSettings.getState();
  const { stop = [], batch } = planOf(graph);
  const rows = trainRows(graph);
  const updates = stop.flatMap((rule) => (rule.kind === 'iterations' ? [rule.count] : []));
  if (of !== 'batches' || budget.kind !== 'auto' || updates.length === 0) {
    return goalFrom(budget, plan, { count: 0, epoch: 0 });
  }
  const perEpoch = Math.ceil(rows / Math.min(rows, batch ?? rows));
  return { epoch: Math.ceil(Math.min(...updates) / perEpoch) };
}

/** Takes a run out of the comparison. */
export function removeRun(id: number): void {
  if (isOpen(id)) tell({ kind: 'close', run: id });
  useTraining.setState(({ runs, current, at }) => ({
    runs: runs.filter((run) => run.id !== id),
    ...(current === id ? { current: null, at: 0, sought: null } : { current, at }),
  }));
}

/** Takes all runs but the one on the canvas out of the comparison. */
export function removeOthers(): void {
  const { runs, current } = useTraining.getState();
  for (const { id } of runs) if (id !== current) removeRun(id);
}

/** Makes what a run came to the document's: its plan and its last parameters, as one edit. */
export function adopt({ id, source, plan, trained, history }: Run): void {
  const last = history.at(-1);
  const graph = currentGraph();
  if (last === undefined) return;
  if (difference(source, graph) === 'graph') {
    notify(words.otherGraph, 'wrong');
    return;
  }
  pause();
  const training = { ...plan, version: 1 as const, ...startOf(planOf(graph)) };
  const written = write({ ...graphWith(graph, trained, last.parameters), training }, `train:${id}`);
  useTraining.setState(({ runs }) => ({
    runs: runs.map((run) => (run.id === id ? { ...run, written } : run)),
    current: id,
    at: last.count,
    sought: null,
    message: null,
  }));
}

function startOf({ start }: Training): Pick<Training, 'start'> {
  return start === undefined ? {} : { start };
}
