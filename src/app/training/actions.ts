import { type Graph, outputOf } from '../../graph/index.ts';
import {
  type Ending,
  type Forecast,
  graphWith,
  startNumbers,
  trainedOf,
} from '../../training/index.ts';
import { currentGraph, endGesture } from '../store/document.ts';
import { parametersOf, planOf, sameParameters, withParameters } from './plan.ts';
import { editPlan } from './planning.ts';
import { seek } from './seeking.ts';
import { go, pause, show, write } from './session.ts';
import { goalFrom, paceInForce, useSettings } from './settings.ts';
import { currentRun, pointAt, useTraining } from './store.ts';
import { words } from './words.ts';

/** Whether updates are being made at the moment, one after the other. */
export function isRunning(state = useTraining.getState()): boolean {
  return state.runs.some(({ status, going }) => status === 'running' && !going?.isStep);
}

/** Whether the run on the canvas ran away: there is nothing to go on to. */
export function hasDiverged(state = useTraining.getState()): boolean {
  const run = currentRun(state);
  return run?.status === 'ended' && run.ending?.kind === 'diverged';
}

/** Trains on from what is on the canvas, or pauses; what ran away goes back to its start first. */
export function trainOrPause(): void {
  if (isRunning()) {
    pause();
    return;
  }
  if (hasDiverged()) {
    reset();
    return;
  }
  const { budget } = useSettings.getState();
  go((at) => goalFrom(budget, planOf(currentGraph()), at), paceInForce(), {
    // Until it is paused means just that.
    heedsStops: budget.kind !== 'open',
  });
}

/** Makes one update; whoever has gone back goes on to the next iterate first. */
export function updateOnce(): void {
  if (isRunning() || moveBy(1) || hasDiverged()) return;
  go(({ count }) => ({ count: count + 1 }), 'full', { isStep: true });
}

/** Makes some updates. */
export function updateSeveral(): void {
  const { several } = useSettings.getState();
  if (!isRunning() && !hasDiverged())
    go(({ count }) => ({ count: count + several }), paceInForce());
}

/** Goes back to the iterate before. */
export function back(): void {
  moveBy(-1);
}

/** Goes to the first iterate of the run. */
export function toFirst(): void {
  goToCount(0);
}

/** Goes to the last iterate of the run. */
export function toLast(): void {
  const run = currentRun(useTraining.getState());
  goToCount(run?.history.at(-1)?.count ?? 0);
}

function moveBy(updates: number): boolean {
  const { at, sought } = useTraining.getState();
  return goToCount((sought ?? at) + updates);
}

/** Shows the iterate with so many updates; false where there is none, or the run goes on. */
export function goToCount(count: number): boolean {
  const run = currentRun(useTraining.getState());
  const last = run?.history.at(-1)?.count;
  if (run === undefined || last === undefined || count < 0 || count > last) return false;
  if (isRunning()) return false;
  const point = pointAt(run, count);
  if (point) show(point);
  else seek(run, count);
  return true;
}

/** Draws new parameters to start from, by the seed; the same seed draws the same ones. */
export function drawStart(seed: number): void {
  const graph = currentGraph();
  const output = outputOf(graph);
  if (output === undefined) return;
  const plan = planOf(graph);
  const random = plan.random ?? { kind: 'uniform', from: -1, to: 1 };
  const trained = trainedOf(graph, output, plan.frozen);
  const drawn = graphWith(graph, trained, startNumbers(graph, trained, random, seed));
  leaveRun();
  write({ ...drawn, training: { ...plan, random, seed, start: parametersOf(drawn) } }, null);
  endGesture();
  useTraining.setState({ told: { ...words.drawn(seed) } });
}

/** Makes what stands on the canvas the values to start from. */
export function keepAsStart(): void {
  editPlan({ start: parametersOf(currentGraph()) });
}

/** Lets the run that was under way rest; the next one is a new one. */
function leaveRun(): void {
  pause();
  useTraining.setState({ current: null, at: 0, sought: null, message: null });
}

/** Whether the parameters can be put back to where training started from. */
export function canReset(graph = currentGraph()): boolean {
  const { start } = planOf(graph);
  return start !== undefined && !sameParameters(withParameters(graph, start), graph);
}

/** Puts the parameters back to where training started from; the next run is a new one. */
export function reset(): void {
  leaveRun();
  write(atStart(currentGraph()), null);
  endGesture();
  useTraining.setState({ told: { ...words.atStart } });
}

/** The graph as training began with it. */
export function atStart(graph: Graph): Graph {
  const { start = parametersOf(graph) } = planOf(graph);
  return withParameters(graph, start);
}

/** A learning rate to try where a run grew without bound; none where no rate would help. */
export function calmerRate(graph: Graph, ending: Ending | undefined): number | undefined {
  const { move } = planOf(graph);
  if (ending?.kind !== 'diverged' || ending.how === 'falling') return undefined;
  return move.by === 'gradient' ? Number((move.rate / 10).toPrecision(2)) : undefined;
}

/** Trains anew from the start, with another learning rate or with data that are scaled. */
export function startAnew({ rate, scaled }: Forecast): void {
  const graph = currentGraph();
  const plan = planOf(graph);
  if (plan.move.by !== 'gradient') return;
  const move = rate === undefined ? plan.move : { ...plan.move, rate };
  leaveRun();
  write(
    { ...atStart(graph), ...(scaled && { dataset: scaled }), training: { ...plan, move } },
    null,
  );
  endGesture();
  trainOrPause();
}
