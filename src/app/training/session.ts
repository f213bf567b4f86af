import { type Graph, outputOf } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import {
  extended,
  graphWith,
  type HistoryPoint,
  merged,
  type Plan,
  type RunData,
  trainedOf,
} from '../../training/index.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { notify, useView } from '../store/view.ts';
import { boundOf, copied } from './data.ts';
import type { Goal, Pace, Reply } from './messages.ts';
import { obstacle, parametersOf, planOf, sameParameters } from './plan.ts';
import { closeAll, isOpen, onReply, openRun, tell } from './runner.ts';
import { difference } from './same.ts';
import { useSettings } from './settings.ts';
import { currentRun, type Run, updateRun, useTraining } from './store.ts';
import { words } from './words.ts';

/** Runs that are kept for comparison; the oldest goes when there are more. */
export const mostRuns = 16;

let lastId = 0;
/** The document as it was opened, and as it was left by training last. */
let opened = useDocument.getState().past[0] ?? currentGraph();
let ours = opened;
let isWriting = false;

/** The run that goes on from what is on the canvas, if there is one; taken up again if need be. */
function attached(): Run | undefined {
  const run = currentRun(useTraining.getState());
  if (run) keepOpen(run);
  return run;
}

/** Hands a run to the worker once more that it has let go of, where it stood. */
export function keepOpen({ id, source, output, plan, history, past }: Run): void {
  if (isOpen(id)) return;
  const iterate = history.at(-1);
  const from = iterate && past && { iterate, past };
  openRun(id, source, output, plan, dataOf(source), from);
}

/** The data of a graph, to be given to the worker. */
function dataOf(graph: Graph): RunData | undefined {
  const bound = boundOf(graph);
  return bound && { train: copied(bound.train), test: copied(bound.test) };
}

/** Writes to the document what training has come to; all of one run is undone in one go. */
export function write(graph: Graph, gesture: string | null): Graph {
  isWriting = true;
  edit(graph, gesture);
  isWriting = false;
  ours = currentGraph();
  return ours;
}

/** Begins a run from what is on the canvas; undefined, with a sentence said, if that cannot be. */
export function begin(): Run | undefined {
  const graph = currentGraph();
  const why = obstacle(graph);
  const output = outputOf(graph);
  if (why !== undefined || output === undefined) {
    notify(why ?? words.noOutput, 'wrong');
    return undefined;
  }
  const id = ++lastId;
  const written = write(withStart(graph), gestureOf(id));
  addRun(id, written, output, planOf(written), written);
  useTraining.setState({ current: id, at: 0, sought: null, message: null });
  return currentRun(useTraining.getState());
}

/** Adds a run to those that are kept, and hands it to the worker. */
export function addRun(
  id: number,
  source: Graph,
  output: string,
  plan: Plan,
  written: Graph,
): void {
  const run: Run = {
    ...{ id, source, written, output, plan },
    trained: trainedOf(source, output, plan.frozen),
    history: [],
    found: [],
    status: 'paused',
  };
  openRun(id, source, output, plan, dataOf(source));
  const runs = [...useTraining.getState().runs, run];
  for (const old of runs.slice(0, -mostRuns)) tell({ kind: 'close', run: old.id });
  useTraining.setState({ runs: runs.slice(-mostRuns) });
}

/** A number no run has had. */
export function freshId(): number {
  lastId += 1;
  return lastId;
}

/**
 * The graph with the values training starts from noted: those it has, unless training itself brought
 * it there and knows where it came from.
 */
function withStart(graph: Graph): Graph {
  const training = planOf(graph);
  const { runs } = useTraining.getState();
  const isOwn = [opened, ours, ...runs.map(({ written }) => written)].some((known) =>
    sameParameters(known, graph),
  );
  if (graph.training?.start !== undefined && isOwn) return graph;
  return { ...graph, training: { ...training, start: parametersOf(graph) } };
}

/** How a run goes: whether it is one update by hand, and whether stop rules are asked. */
interface Manner {
  readonly isStep?: boolean;
  readonly heedsStops?: boolean;
}

/** Makes so many updates, or goes to a goal; from what is on the canvas if no run is under way. */
export function go(
  goalFrom: (run: { count: number; epoch: number }) => Goal,
  pace: Pace,
  { isStep = false, heedsStops = true }: Manner = {},
): void {
  const run = attached() ?? begin();
  if (run === undefined) return;
  const last = run.history.at(-1);
  const at = { count: last?.count ?? 0, epoch: last?.epoch ?? 0 };
  const asked = run.status === 'running' && isStep ? run.going?.goal.count : undefined;
  useTraining.setState({ message: null });
  const goal = goalFrom(asked === undefined ? at : { ...at, count: asked });
  send(run.id, goal, pace, { isStep, heedsStops });
}

/** Sends a run on its way. */
export function send(
  id: number,
  goal: Goal,
  pace: Pace,
  { isStep = false, heedsStops: heeds = true }: Manner = {},
): void {
  const run = useTraining.getState().runs.find((each) => each.id === id);
  if (run === undefined) return;
  const last = run.history.at(-1);
  const from = { count: last?.count ?? 0, epoch: last?.epoch ?? 0 };
  // Whoever goes on after a stop rule has seen it.
  const heedsStops = heeds && run.ending?.kind !== 'stopped';
  const going = { goal, isStep, heedsStops, since: performance.now(), from };
  updateRun(id, { status: 'running', going });
  tell({ kind: 'go', run: id, goal, heedsStops, pace });
}

/** Lets all runs rest where they are. */
export function pause(): void {
  for (const { id, status } of useTraining.getState().runs) {
    if (status === 'running') tell({ kind: 'pause', run: id });
  }
}

/** Shows an iterate of the current run on the canvas. */
export function show(point: HistoryPoint): void {
  const run = currentRun(useTraining.getState());
  if (run === undefined) return;
  const graph = graphWith(currentGraph(), run.trained, point.parameters);
  const written = write(graph, gestureOf(run.id));
  updateRun(run.id, { written });
  useTraining.setState({ at: point.count, sought: null });
}

/** All that a run writes is one entry of the history. */
function gestureOf(run: number): string {
  return `train:${run}`;
}

function receive(reply: Reply): void {
  const { runs, current } = useTraining.getState();
  const run = runs.find(({ id }) => id === reply.run);
  if (run === undefined) return;
  if (reply.kind === 'failed') {
    updateRun(run.id, { status: 'ended', going: undefined });
    say(words.failed(reply.message || 'worker'));
    return;
  }
  if (reply.kind === 'found') return;
  const { report, state, ending } = reply;
  const rests = state === 'resting';
  updateRun(run.id, {
    history: extended(run.history, report),
    past: report.past,
    ...(rests && { status: ending ? 'ended' : 'paused', ending, going: undefined }),
  });
  const last = report.points.at(-1);
  if (run.id === current && last) show(last);
  if (!rests) tell({ kind: 'seen', run: run.id });
}

/** Ends runs that are under way, because of something that was done to the document. */
function stop(runs: readonly Run[], why: Text): void {
  const going = runs.filter(({ status }) => status === 'running');
  for (const { id } of going) {
    tell({ kind: 'close', run: id });
    updateRun(id, { status: 'ended', going: undefined });
  }
  if (going.length > 0) say(why);
}

function say(message: Text): void {
  useTraining.setState({ message });
  notify(message, 'wrong', true);
}

/** What a change of the document that is not our own means for the runs. */
function follow(graph: Graph): void {
  const state = useTraining.getState();
  const run = currentRun(state);
  const differs = run && difference(run.written, graph);
  if (run && differs === null) {
    updateRun(run.id, { written: graph });
    return;
  }
  if (run) stop([run], differs === 'plan' ? words.planChanged : words.graphChanged);
  // Runs that compare started elsewhere, with plans of their own: only another graph ends them.
  const others = state.runs.filter(({ id }) => id !== state.current);
  stop(
    others.filter(({ source }) => difference(source, graph) === 'graph'),
    words.graphChanged,
  );
  // Taking an edit back brings back the run it took away.
  const back = state.runs.findLast(({ written }) => written === graph);
  useTraining.setState({
    current: back?.id ?? null,
    at: back ? placeIn(back, graph) : 0,
    sought: null,
    // What was said of an edit is over with that.
    ...(back && { message: null }),
  });
}

/** Which iterate of a run a graph has the parameters of. */
function placeIn({ history, found, trained }: Run, graph: Graph): number {
  const shown = merged(history, found).findLast((point) =>
    sameParameters(graphWith(graph, trained, point.parameters), graph),
  );
  return shown?.count ?? 0;
}

/** Puts training back to where it begins with another document. */
function startAfresh(graph: Graph): void {
  const wasRunning = useTraining.getState().runs.some(({ status }) => status === 'running');
  closeAll();
  opened = graph;
  ours = graph;
  useTraining.setState({ runs: [], current: null, at: 0, sought: null, message: null });
  useSettings.setState({ budget: { kind: 'auto' } });
  if (wasRunning) say(words.replaced);
}

onReply(receive);
// Whoever steps through a graph or answers questions about it needs numbers that stay.
useView.subscribe(({ mode }, before) => {
  if (mode !== before.mode && (mode === 'step' || mode === 'practise')) pause();
});
useDocument.subscribe((state, before) => {
  if (state.opened !== before.opened) startAfresh(state.graph);
  else if (state.graph !== before.graph && !isWriting) follow(state.graph);
});
