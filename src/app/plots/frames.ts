import { useEffect, useState } from 'react';
import type { StoreApi, UseBoundStore } from 'zustand';

/** Follows a store no more than once per frame: what is drawn anew oftener is seen by nobody. */
export function useFrames<State>(store: UseBoundStore<StoreApi<State>>): State {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    let frame = 0;
    const take = () => {
      frame = 0;
      setState(store.getState());
    };
    take();
    const stop = store.subscribe(() => {
      frame ||= requestAnimationFrame(take);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store]);
  return state;
}
