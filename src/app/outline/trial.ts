import { useEffect, useRef } from 'react';
import type { Graph } from '../../graph/index.ts';
import { currentGraph, edit, endGesture, undo } from '../store/document.ts';

/**
 * Choices tried one after the other in a list, as its arrow keys do: each is made on the graph as it
 * was before the first, so that a choice passed over leaves no trace, and all are one undo entry.
 */
export function useTrial(gesture: string) {
  const trial = useRef<{ readonly base: Graph; readonly last: Graph } | null>(null);
  useEffect(() => endGesture, []);
  return {
    attempt(change: (base: Graph) => Graph) {
      const now = currentGraph();
      const base = trial.current?.last === now ? trial.current.base : now;
      const last = change(base);
      edit(last, gesture);
      trial.current = { base, last };
    },
    /** Lets what was tried stand: the next choice starts from there. */
    settle() {
      trial.current = null;
      endGesture();
    },
    /** Takes back what was tried. */
    giveUp() {
      const { base, last } = trial.current ?? {};
      if (base !== last && currentGraph() === last) undo();
    },
  };
}
