import { create } from 'zustand';
import {
  lookUp,
  type NumbersOf,
  type Step,
  stepAt,
  stepCount,
  stepMaking,
  type Trace,
  trace,
} from '../../engine/index.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { setLens, useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import { stepLens } from './stepLens.ts';

interface Tracing {
  /** The trace of the numbers as they are; its order outlives a change of numbers alone. */
  readonly trace: Trace;
  /** The edges of the path somebody points at in the panel. */
  readonly pointed: readonly string[] | null;
}

/** The trace of the document, kept in step with its evaluation from the first time it is needed. */
export const useTrace = create<Tracing>()(() => {
  const { program, edges } = useEvaluation.getState();
  return { trace: trace(program, edges), pointed: null };
});

/** The trace as it is now. */
export function currentTrace(): Trace {
  return useTrace.getState().trace;
}

/** The numbers as they are at the moment of asking. */
export function numbersNow({ program, edges }: Trace): NumbersOf {
  return lookUp(program, edges);
}

/** Points at a path in the graph, or at none any more. */
export function pointAt(edges: readonly string[] | null): void {
  useTrace.setState({ pointed: edges });
}

/** The step that was made last; undefined before the first one. */
export function lastStep(trace: Trace, steps: number): Step | undefined {
  return stepAt(trace, steps - 1);
}

useEvaluation.subscribe(({ program, edges }) => {
  const before = currentTrace();
  const now = trace(program, edges, before);
  useTrace.setState({ trace: now, pointed: null });
  if (now.order === before.order) return;
  isKeepingPlace = true;
  useView.setState({ step: samePlace(now) });
  isKeepingPlace = false;
});

// Another document begins at its beginning.
useDocument.subscribe(({ opened }, before) => {
  if (opened !== before.opened) useView.setState({ step: 0, isPlaying: false });
});

/** Where somebody went, in words that outlive an edit. */
interface Place {
  readonly steps: number;
  readonly isEnd: boolean;
  /** The quantity that the last step made. */
  readonly made: string;
}

let place: Place = { steps: 0, isEnd: false, made: '' };
let isKeepingPlace = false;

function placeAt(trace: Trace, steps: number): Place {
  const step = stepAt(trace, steps - 1);
  const made = step?.pass === 'forward' ? `value:${step.node}` : `contribution:${step?.edge}`;
  return { steps, isEnd: steps > 0 && steps === stepCount(trace), made };
}

/**
 * The same place in another trace: the end, the step that makes the same, or else as many steps. An
 * edit that is taken back brings back the place, so it is remembered rather than what was left of it.
 */
function samePlace(now: Trace): number {
  const last = stepCount(now);
  if (place.isEnd) return last;
  const same = stepMaking(now, place.made);
  return same === undefined ? Math.min(place.steps, last) : same + 1;
}

function updateLens(): void {
  const { mode, step } = useView.getState();
  const { trace, pointed } = useTrace.getState();
  if (mode === 'step') setLens(stepLens(trace, step, pointed));
}

useTrace.subscribe(updateLens);
useView.subscribe((view, before) => {
  if (view.mode === before.mode && view.step === before.step) return;
  if (view.step !== before.step && !isKeepingPlace) place = placeAt(currentTrace(), view.step);
  if (before.mode === 'step' && view.mode !== 'step') setLens(null);
  if (view.mode !== 'step' && view.isPlaying) useView.setState({ isPlaying: false });
  if (useTrace.getState().pointed !== null) pointAt(null);
  else updateLens();
});

// Whoever was at the canvas before takes their lens away when they are gone.
useLens.subscribe(({ lens }) => {
  if (lens === null) updateLens();
});
updateLens();
