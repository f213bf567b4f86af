import { useEffect, useRef } from 'react';
import { usePractice } from './store.ts';

/** Gives the first control of the panel the focus where the panel is to have it. */
export function FirstControl() {
  const here = useRef<HTMLSpanElement>(null);
  const isWanted = usePractice((state) => state.wantsFocus);
  useEffect(() => {
    if (!isWanted) return;
    const panel = here.current?.parentElement;
    const controls = ':is(button, input, select, textarea):enabled';
    panel?.querySelector<HTMLElement>(controls)?.focus();
    usePractice.setState({ wantsFocus: false });
  }, [isWanted]);
  return <span ref={here} hidden />;
}
