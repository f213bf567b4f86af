import { type Graph, outputOf } from '../../graph/index.ts';
import { type Ending, graphWith, startNumbers, trainedOf } from '../../training/index.ts';
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
  leaveRun();
  write(atStart(currentGraph()), null);
  endGesture();
}

function atStart(graph: Graph): Graph {
  const { start = parametersOf(graph) } = planOf(graph);
  return withParameters(graph, start);
}

/** A learning rate to try where a run grew without bound; none where no rate would help. */
export function calmerRate(graph: Graph, ending: Ending | undefined): number | undefined {
  const { move } = planOf(graph);
  if (ending?.kind !== 'diverged' || ending.how === 'falling') return undefined;
  return move.by === 'gradient' ? Number((move.rate / 10).toPrecision(2)) : undefined;
}

/** Trains anew from the start with another learning rate. */
export function startAnew(rate: number): void {
  const graph = currentGraph();
  const plan = planOf(graph);
  if (plan.move.by !== 'gradient') return;
  leaveRun();
  write({ ...atStart(graph), training: { ...plan, move: { ...plan.move, rate } } }, null);
  endGesture();
  trainOrPause();
}
