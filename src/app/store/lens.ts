import type { ComponentType } from 'react';
import { create } from 'zustand';
import { useStoreWithEqualityFn } from 'zustand/traditional';
import type { Tensor } from '../../ops/index.ts';
import { sameTensor } from './evaluation.ts';

/** What stands in the place of a number: what was evaluated, nothing, another number, or a slot. */
export type Seen =
  | { readonly as: 'evaluated' }
  | { readonly as: 'nothing' }
  | { readonly as: 'slot' }
  | { readonly as: 'number'; readonly value: Tensor };

/**
 * How a node or an edge stands out. `current` is the node in work and `operand` what it reads;
 * `forward` and `backward` are the edges in work, by what they carry; `lit` is on the path that is
 * being talked about; `right` and `wrong` judge an answer.
 */
export type Mark = 'current' | 'operand' | 'forward' | 'backward' | 'lit' | 'right' | 'wrong';

/**
 * What the canvas shows when that is not simply every number. A lens never changes: whoever looks
 * at something else (another step, another answer, other numbers) puts up a new one, and only what
 * is seen differently is drawn again.
 */
export interface Lens {
  /**
   * How a quantity is seen (for ids see `quantityId`). `edge` is the id of the edge if it stands on
   * one: an edge carries the value of its source. A value that is a slot stands in its node alone.
   */
  readonly see: (quantity: string, edge?: string) => Seen;
  /** How a node or an edge stands out, by its id. */
  readonly marksOf: (id: string) => readonly Mark[];
  /** What stands in the place of a quantity that is seen as a slot: a field, a tick, anything. */
  readonly Slot?: ComponentType<SlotProps>;
  /** True if edges show local derivatives too; without it those are not even asked for. */
  readonly hasLocals?: boolean;
}

/** What a slot gets to know. */
export interface SlotProps {
  readonly quantity: string;
}

/** The lens the canvas is seen through; null shows every number as evaluated. */
export const useLens = create<{ readonly lens: Lens | null }>()(() => ({ lens: null }));

/** Puts up a lens, or takes it away. */
export function setLens(lens: Lens | null): void {
  useLens.setState({ lens });
}

/** What is drawn in the place of a number; the value is undefined where it cannot be computed. */
export type Sight =
  | { readonly as: 'nothing' }
  | { readonly as: 'slot' }
  | { readonly as: 'evaluated' | 'number'; readonly value: Tensor | undefined };

/** Follows what is drawn in the place of a quantity, given what was evaluated for it. */
export function useSight(quantity: string, evaluated: Tensor | undefined, edge?: string): Sight {
  const seen = useStoreWithEqualityFn(
    useLens,
    ({ lens }) => lens?.see(quantity, edge) ?? plain,
    sameSeen,
  );
  return seen.as === 'evaluated' ? { as: 'evaluated', value: evaluated } : seen;
}

/** What is drawn in the place of a quantity at this moment. */
export function sightOf(quantity: string, evaluated: Tensor | undefined, edge?: string): Sight {
  const seen = useLens.getState().lens?.see(quantity, edge) ?? plain;
  return seen.as === 'evaluated' ? { as: 'evaluated', value: evaluated } : seen;
}

/** Follows the marks of a node or an edge, as a list for an attribute; undefined if there are none. */
export function useMarks(id: string): string | undefined {
  return useLens(({ lens }) => lens?.marksOf(id).join(' ') || undefined);
}

const plain: Seen = { as: 'evaluated' };

function sameSeen(a: Seen, b: Seen): boolean {
  if (a.as === 'number' && b.as === 'number') return sameTensor(a.value, b.value);
  return a.as === b.as;
}
