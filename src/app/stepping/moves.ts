import { create } from 'zustand';
import { stepAt, stepCount } from '../../engine/index.ts';
import { revealNodes } from '../canvas/viewport.ts';
import { setMode, useView } from '../store/view.ts';
import { currentTrace } from './trace.ts';

/** Milliseconds a step is shown while playing; a leaf has less to say. */
const pace = { step: 1300, leaf: 550 };

/** A pass that is run, rather than played, takes no longer than this. */
const longestRun = 6000;

/** Milliseconds between two pictures, at least. */
const fastest = 40;

/** How much faster or slower than usual playing can be. */
export const speeds = [0.5, 1, 2, 4] as const;

/** What is being played: up to which step, and how long a pass may take. */
interface Playing {
  readonly until: number;
  readonly longest: number;
}

let playing: Playing | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How fast things are played, from the next step on. */
export const useSpeed = create<{ readonly speed: number }>()(() => ({ speed: 1 }));

/** Goes to a position and stops playing; the page turns to stepping. */
export function goTo(steps: number): void {
  scrubTo(steps);
  reveal();
}

/** Goes to a position that is but passed: the view stays where it is until `reveal`. */
export function scrubTo(steps: number): void {
  stop();
  setStep(steps);
}

/** Brings what the last step was about into view. */
export function reveal(): void {
  const made = stepAt(currentTrace(), useView.getState().step - 1);
  if (made === undefined) return;
  revealNodes(made.pass === 'forward' ? [made.node] : [made.source, made.target]);
}

/** Makes the next step. */
export function stepOn(): void {
  goTo(useView.getState().step + 1);
}

/** Takes the last step back. */
export function stepBack(): void {
  goTo(useView.getState().step - 1);
}

/** Goes before the first step. */
export function toStart(): void {
  goTo(0);
}

/** Goes behind the last step. */
export function toEnd(): void {
  goTo(stepCount(currentTrace()));
}

/** Plays on from where things stand, from the start if that is the end; or stops. */
export function playOrPause(): void {
  if (playing !== null) {
    stop();
    return;
  }
  const last = stepCount(currentTrace());
  if (useView.getState().step >= last) moveTo(0);
  play({ until: last, longest: Number.POSITIVE_INFINITY });
}

/** Runs the forward pass from its start, or on from within it. */
export function runForward(): void {
  run(0, currentTrace().forward);
}

/** Runs the backward pass from its start, or on from within it. */
export function runBackward(): void {
  const trace = currentTrace();
  run(trace.forward, stepCount(trace));
}

function run(from: number, until: number): void {
  stop();
  const { step } = useView.getState();
  if (prefersNoMotion()) {
    moveTo(until);
    return;
  }
  if (step < from || step >= until) moveTo(from);
  play({ until, longest: longestRun });
}

function play(what: Playing): void {
  playing = what;
  setMode('step');
  useView.setState({ isPlaying: true });
  // The first step comes at once: a player that does not move seems broken.
  advance();
}

function advance(): void {
  const { step, mode } = useView.getState();
  if (playing === null || mode !== 'step') return;
  if (step >= playing.until) {
    stop();
    return;
  }
  const time = timeFor(step, playing);
  // Where steps go by faster than they can be drawn, several are made at once.
  moveTo(Math.min(playing.until, step + Math.ceil(fastest / Math.min(time, fastest))));
  if (useView.getState().step >= playing.until) {
    stop();
    return;
  }
  timer = setTimeout(advance, Math.max(time, fastest));
}

function timeFor(step: number, { longest }: Playing): number {
  const trace = currentTrace();
  const made = stepAt(trace, step);
  const isLeaf = made?.pass === 'forward' && made.operands.length === 0;
  const steps = Math.max(trace.forward, trace.backward);
  return Math.min(isLeaf ? pace.leaf : pace.step, longest / steps) / useSpeed.getState().speed;
}

function stop(): void {
  clearTimeout(timer);
  playing = null;
  if (useView.getState().isPlaying) useView.setState({ isPlaying: false });
}

function moveTo(steps: number): void {
  setStep(steps);
  reveal();
}

function setStep(steps: number): void {
  const step = Math.max(0, Math.min(stepCount(currentTrace()), Math.round(steps)));
  useView.setState({ mode: 'step', step });
}

function prefersNoMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

// Whatever ends playing from outside (another panel, another document) ends it here too.
useView.subscribe(({ isPlaying }, before) => {
  if (!isPlaying && before.isPlaying) stop();
});
