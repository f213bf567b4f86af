import { create } from 'zustand';
import type { Training } from '../../graph/index.ts';
import type { Goal, Pace } from './messages.ts';

/** How far one press of the run button goes: as the plan suggests, so far, or until it is paused. */
export type Budget =
  | { readonly kind: 'auto' | 'open' }
  | { readonly kind: 'updates' | 'epochs'; readonly count: number };

interface Settings {
  readonly budget: Budget;
  readonly pace: Pace;
  /** Updates made by the button for several at a time. */
  readonly several: number;
}

/** How runs are made on this page; never part of a graph file. */
export const useSettings = create<Settings>()(() => ({
  budget: { kind: 'auto' },
  pace: 'eased',
  several: 10,
}));

/** Epochs without a word on it, and without a stop rule that would end the run. */
export const usualEpochs = 100;

/** Stop rules that may never say stop get so many epochs. */
const mostEpochs = 100_000;

/** Where a run goes that stands here. */
export function goalFrom(
  budget: Budget,
  { stop = [] }: Pick<Training, 'stop'>,
  at: { readonly count: number; readonly epoch: number },
): Goal {
  switch (budget.kind) {
    case 'open':
      return {};
    case 'updates':
      return { count: at.count + budget.count };
    case 'epochs':
      return { epoch: at.epoch + budget.count };
    case 'auto':
      return { epoch: at.epoch + (stop.length > 0 ? mostEpochs : usualEpochs) };
  }
}

/** The pace in force: whoever wants no motion is shown none. */
export function paceInForce(): Pace {
  const { pace } = useSettings.getState();
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return pace === 'eased' && isStill ? 'full' : pace;
}
