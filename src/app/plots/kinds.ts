import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { PlotProps } from './PlotView.tsx';
import { type PictureKind, pictureKinds, usePlots } from './store.ts';

/** The pictures, each loaded when it is first looked at. */
const plots: Partial<Readonly<Record<PictureKind, LazyExoticComponent<ComponentType<PlotProps>>>>> =
  {
    loss: lazy(() => import('./LossPlot.tsx')),
    along: lazy(() => import('./AlongPlot.tsx')),
    over: lazy(() => import('./OverPlot.tsx')),
  };

/** The pictures that make sense for the graph, the one that is looked at, and what draws it. */
export function usePicture() {
  const chosen = usePlots((state) => state.kind);
  const kinds = pictureKinds.filter((kind) => plots[kind] !== undefined);
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  return { kinds, kind, Plot: plots[kind] };
}
