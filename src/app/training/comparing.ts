import { outputOf, type Training } from '../../graph/index.ts';
import { graphWith } from '../../training/index.ts';
import { currentGraph } from '../store/document.ts';
import { notify } from '../store/view.ts';
import { obstacle, parametersOf, planOf, withParameters } from './plan.ts';
import { isOpen, tell } from './runner.ts';
import { addRun, freshId, pause, send, write } from './session.ts';
import { goalFrom, useSettings } from './settings.ts';
import { type Run, useTraining } from './store.ts';

/** Runs with other learning rates, from the same start; the graph keeps its parameters. */
export function compareRates(rates: readonly number[]): void {
  const plan = planOf(currentGraph());
  const { move } = plan;
  if (move.by !== 'gradient') return;
  compare(rates.map((rate) => ({ ...plan, move: { ...move, rate } })));
}

/** Runs with these plans, from the values training starts from. */
function compare(plans: readonly Training[]): void {
  const graph = currentGraph();
  const output = outputOf(graph);
  const why = obstacle(graph);
  if (why !== undefined || output === undefined) {
    if (why) notify(why, 'wrong');
    return;
  }
  pause();
  const start = withParameters(graph, planOf(graph).start ?? parametersOf(graph));
  for (const plan of plans) {
    const source = { ...start, training: plan };
    const id = freshId();
    addRun(id, source, output, plan, source);
    send(id, goalFrom(useSettings.getState().budget, plan, { count: 0, epoch: 0 }), 'full');
  }
}

/** Takes a run out of the comparison. */
export function removeRun(id: number): void {
  if (isOpen(id)) tell({ kind: 'close', run: id });
  useTraining.setState(({ runs, current, at }) => ({
    runs: runs.filter((run) => run.id !== id),
    ...(current === id ? { current: null, at: 0 } : { current, at }),
  }));
}

/** Makes what a run came to the document's: its plan and its last parameters, as one edit. */
export function adopt({ id, plan, trained, history }: Run): void {
  const last = history.at(-1);
  if (last === undefined) return;
  pause();
  const graph = currentGraph();
  const training = { ...plan, version: 1 as const, ...startOf(planOf(graph)) };
  const written = write({ ...graphWith(graph, trained, last.parameters), training }, `train:${id}`);
  useTraining.setState(({ runs }) => ({
    runs: runs.map((run) => (run.id === id ? { ...run, written } : run)),
    current: id,
    at: last.count,
    message: null,
  }));
}

function startOf({ start }: Training): Pick<Training, 'start'> {
  return start === undefined ? {} : { start };
}
