import { Suspense, useEffect, useRef } from 'react';
import { useSay } from '../i18n/say.ts';
import { setCover, useCover } from '../store/cover.ts';
import { useView } from '../store/view.ts';
import { usePicture } from './kinds.ts';
import styles from './plots.module.css';
import { words } from './words.ts';

/** The picture large in front of the canvas; Esc gives the canvas back. */
export function LargePlot() {
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const { kinds, kind, Plot } = usePicture();
  useEffect(() => {
    section.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role=menu], [role=dialog]')) {
        return;
      }
      event.preventDefault();
      closeLarge();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={section} className={styles.large} tabIndex={-1} aria-label={say(words.heading)}>
      <Suspense>{Plot && <Plot kinds={kinds} kind={kind} isLarge onLarge={closeLarge} />}</Suspense>
    </section>
  );
}

let sheetBefore: ReturnType<typeof useView.getState>['sheet'] = null;

/** Puts the picture large in front of the canvas. */
export function openLarge(): void {
  sheetBefore = useView.getState().sheet;
  // On narrow windows the panel would stand over it.
  useView.setState({ sheet: null });
  setCover(LargePlot);
}

/** Gives the canvas back, with the focus where the picture was made large. */
export function closeLarge(): void {
  if (useCover.getState().Cover !== LargePlot) return;
  setCover(null);
  useView.setState({ sheet: sheetBefore });
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-role="enlarge-plot"]')?.focus();
  });
}
