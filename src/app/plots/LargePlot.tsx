import { Suspense } from 'react';
import { enlarge, Large, shrink } from '../cover/Large.tsx';
import { usePicture } from './kinds.ts';
import { words } from './words.ts';

/** The picture large in front of the canvas. */
export function LargePlot() {
  const { kinds, kind, Plot } = usePicture();
  return (
    <Large name={words.heading} onClose={closeLarge}>
      <Suspense>{Plot && <Plot kinds={kinds} kind={kind} isLarge onLarge={closeLarge} />}</Suspense>
    </Large>
  );
}

/** Puts the picture large in front of the canvas. */
export function openLarge(): void {
  enlarge(LargePlot);
}

/** Gives the canvas back. */
export function closeLarge(): void {
  shrink(LargePlot, '[data-role="enlarge-plot"]');
}
