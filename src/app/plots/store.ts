import { create } from 'zustand';

/** The pictures there are. */
export const pictureKinds = [
  'loss',
  'along',
  'over',
  'data',
  'boundary',
  'classes',
  'gradients',
] as const;
export type PictureKind = (typeof pictureKinds)[number];

interface PlotsState {
  /** The picture that is looked at; another one while it makes no sense for the graph. */
  readonly kind: PictureKind;
  readonly isLog: boolean;
  readonly asTable: boolean;
  /** Runs taken out of the pictures. */
  readonly hidden: ReadonlySet<number>;
  /** True while the picture is large in front of the canvas. */
  readonly isLarge: boolean;
}

/** Which picture is seen and how; never part of a graph file. */
export const usePlots = create<PlotsState>()(() => ({
  kind: 'loss',
  isLog: false,
  asTable: false,
  hidden: new Set(),
  isLarge: false,
}));

/** Takes a run out of the pictures, or back into them. */
export function toggleRun(id: number): void {
  usePlots.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    return { hidden: next };
  });
}
