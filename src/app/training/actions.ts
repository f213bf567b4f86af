import { outputOf } from '../../graph/index.ts';
import { graphWith, startNumbers, trainedOf } from '../../training/index.ts';
import { currentGraph, endGesture } from '../store/document.ts';
import { parametersOf, planOf, sameParameters, withParameters } from './plan.ts';
import { editPlan } from './planning.ts';
import { go, pause, show, write } from './session.ts';
import { goalFrom, paceInForce, useSettings } from './settings.ts';
import { currentRun, useTraining } from './store.ts';

/** Whether updates are being made at the moment, one after the other. */
export function isRunning(state = useTraining.getState()): boolean {
  return state.runs.some(({ status, going }) => status === 'running' && !going?.isStep);
}

/** Trains on from what is on the canvas, or pauses. */
export function trainOrPause(): void {
  if (isRunning()) {
    pause();
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
  if (isRunning() || moveBy(1)) return;
  go(({ count }) => ({ count: count + 1 }), 'full', { isStep: true });
}

/** Makes some updates. */
export function updateSeveral(): void {
  const { several } = useSettings.getState();
  if (!isRunning()) go(({ count }) => ({ count: count + several }), paceInForce());
}

/** Goes back to the iterate before. */
export function back(): void {
  moveBy(-1);
}

/** Goes to the first iterate of the run. */
export function toFirst(): void {
  goTo(0);
}

/** Goes to the last iterate of the run. */
export function toLast(): void {
  goTo(Number.POSITIVE_INFINITY);
}

/** Shows the iterate with so many updates, or the nearest one that was kept. */
export function goToCount(count: number): void {
  const history = currentRun(useTraining.getState())?.history ?? [];
  const place = history.findIndex((point) => point.count >= count);
  goTo(place < 0 ? history.length - 1 : place);
}

function moveBy(places: number): boolean {
  const state = useTraining.getState();
  const history = currentRun(state)?.history ?? [];
  const place = history.findIndex(({ count }) => count === state.at) + places;
  return goTo(place);
}

/** Shows an iterate by its place in the history; false where there is none, or the run goes on. */
function goTo(place: number): boolean {
  const history = currentRun(useTraining.getState())?.history ?? [];
  const point =
    history[Math.min(place, place === Number.POSITIVE_INFINITY ? history.length - 1 : place)];
  if (point === undefined || isRunning()) return false;
  show(point);
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
}

/** Makes what stands on the canvas the values to start from. */
export function keepAsStart(): void {
  editPlan({ start: parametersOf(currentGraph()) });
}

/** Lets the run that was under way rest; the next one is a new one. */
function leaveRun(): void {
  pause();
  useTraining.setState({ current: null, at: 0, message: null });
}

/** Whether the parameters can be put back to where training started from. */
export function canReset(graph = currentGraph()): boolean {
  const { start } = planOf(graph);
  return start !== undefined && !sameParameters(withParameters(graph, start), graph);
}

/** Puts the parameters back to where training started from; the next run is a new one. */
export function reset(): void {
  const graph = currentGraph();
  const { start = parametersOf(graph) } = planOf(graph);
  leaveRun();
  write(withParameters(graph, start), null);
  endGesture();
}
