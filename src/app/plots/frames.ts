import { useEffect, useState } from 'react';
import type { StoreApi, UseBoundStore } from 'zustand';

/** Milliseconds between two looks: what changes oftener is seen by nobody, and costs all others. */
const apart = 90;

/**
 * Follows a store at a pace at which pictures can be drawn: a first change at once, in the next frame,
 * and later ones not before some time has gone by.
 */
export function useFrames<State>(store: UseBoundStore<StoreApi<State>>): State {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const take = () => {
      frame = 0;
      last = performance.now();
      setState(store.getState());
    };
    const ask = () => {
      timer = undefined;
      frame ||= requestAnimationFrame(take);
    };
    take();
    const stop = store.subscribe(() => {
      if (timer === undefined && frame === 0) {
        const wait = last + apart - performance.now();
        if (wait > 0) timer = setTimeout(ask, wait);
        else ask();
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [store]);
  return state;
}
