import type { ComponentType } from 'react';
import { create } from 'zustand';
import type { QuickAdd } from '../store/view.ts';
import type { addOffered, dropOnEdge, offerNodes, offerOp } from './dropping.ts';
import type { EdgePlusProps } from './EdgePlus.tsx';
import type { onConnectEnd } from './loose.ts';

/**
 * What the canvas needs only once somebody works on it. It is loaded when the first graph is on the
 * page, and not when it is wanted: whoever presses N goes on typing at once.
 */
export interface Tools {
  readonly QuickAdd: ComponentType<{ request: QuickAdd }>;
  readonly LooseWire: ComponentType<Pick<QuickAdd, 'at' | 'wire'>>;
  readonly EdgePlus: ComponentType<EdgePlusProps>;
  readonly offerNodes: typeof offerNodes;
  readonly offerOp: typeof offerOp;
  readonly dropOnEdge: typeof dropOnEdge;
  readonly addOffered: typeof addOffered;
  readonly onConnectEnd: typeof onConnectEnd;
}

/** Those tools; null until they are there. */
export const useTools = create<{ readonly tools: Tools | null }>()(() => ({ tools: null }));

/** The tools outside of components. */
export function currentTools(): Tools | null {
  return useTools.getState().tools;
}
