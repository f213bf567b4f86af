import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Task } from '../../training/index.ts';
import { isGate, useTask } from './model.ts';
import type { PlotProps } from './PlotView.tsx';
import { useCoordinates, usePresent } from './present.ts';
import { type PictureKind, pictureKinds, usePlots } from './store.ts';

/** The pictures, each loaded when it is first looked at. */
const plots: Readonly<Record<PictureKind, LazyExoticComponent<ComponentType<PlotProps>>>> = {
  loss: lazy(() => import('./LossPlot.tsx')),
  along: lazy(() => import('./AlongPlot.tsx')),
  over: lazy(() => import('./OverPlot.tsx')),
  data: lazy(() => import('./DataPlot.tsx')),
  boundary: lazy(() => import('./BoundaryPlot.tsx')),
  truth: lazy(() => import('./TruthPlot.tsx')),
  classes: lazy(() => import('./ClassesPlot.tsx')),
  gradients: lazy(() => import('./GradientsPlot.tsx')),
};

/** The pictures that make sense for the graph, the one that is looked at, and what draws it. */
export function usePicture() {
  const present = usePresent();
  const task = useTask(present);
  const numbers = useCoordinates(present).length;
  const chosen = usePlots((state) => state.kind);
  const kinds = pictureKinds.filter((kind) => makesSense(kind, numbers, task));
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  return { kinds, kind, Plot: plots[kind] };
}

/** Whether there is anything to see, now or once it runs. */
function makesSense(kind: PictureKind, numbers: number, task: Task | undefined): boolean {
  const hasRows = task !== undefined && task.train.actual.length > 0;
  switch (kind) {
    case 'loss':
    case 'gradients':
      return true;
    case 'along':
      return numbers > 0;
    case 'over':
      return numbers > 1;
    case 'data':
      return (
        hasRows &&
        (task.kind === 'number' || (task.kind === 'binary' && task.features.length === 1))
      );
    case 'boundary':
      return task?.features.length === 2 && (hasRows ? task.kind !== 'number' : isFree(task));
    case 'truth':
      return task !== undefined && isGate(task) && (hasRows || isFree(task));
    case 'classes':
      return hasRows && task.kind !== 'number';
  }
}

/** Without data and without anything to compare with: a function of its inputs. */
function isFree({ train, prediction }: Task): boolean {
  return train.count === 0 && prediction.parts.every(({ target }) => target === undefined);
}
