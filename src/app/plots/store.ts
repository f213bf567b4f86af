import { create } from 'zustand';

/** The pictures there are. */
export const pictureKinds = [
  'loss',
  'along',
  'over',
  'data',
  'boundary',
  'truth',
  'classes',
  'gradients',
] as const;
export type PictureKind = (typeof pictureKinds)[number];

interface PlotsState {
  /** The picture that is looked at; another one while it makes no sense for the graph. */
  readonly kind: PictureKind;
  readonly isLog: boolean;
  readonly asTable: boolean;
  /** Whether losses are laid out by passes through the data instead of updates. */
  readonly byEpoch: boolean;
  /** Runs taken out of the pictures. */
  readonly hidden: ReadonlySet<number>;
  /** The parameters that are moved, by key; others stand in while these are not there. */
  readonly along: string | null;
  readonly over: readonly [string | null, string | null];
  /** How many times half as much (or twice, below 0) is in view around the iterates. */
  readonly zoom: number;
  /** Whether two parameters give a map or a surface, and from where that is looked at. */
  readonly isSurface: boolean;
  readonly turn: { readonly around: number; readonly up: number };
  /** Whether residuals are drawn with the data. */
  readonly hasResiduals: boolean;
  /** Which rows are counted, where some are set aside. */
  readonly counted: 'train' | 'test';
  /** The score from which on a sample is taken for positive; in the middle at first. */
  readonly threshold: number | null;
}

/** Which picture is seen and how; never part of a graph file. */
export const usePlots = create<PlotsState>()(() => ({
  kind: 'loss',
  isLog: false,
  asTable: false,
  byEpoch: false,
  hidden: new Set(),
  along: null,
  over: [null, null],
  zoom: 0,
  isSurface: false,
  turn: { around: 0.6, up: 0.6 },
  hasResiduals: true,
  counted: 'train',
  threshold: null,
}));

/** Takes a run out of the pictures, or back into them. */
export function toggleRun(id: number): void {
  usePlots.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    return { hidden: next };
  });
}

/** Turns the surface; it is not turned over. */
export function turnBy(around: number, up: number): void {
  usePlots.setState(({ turn }) => ({
    turn: {
      around: turn.around + around,
      up: Math.max(0.12, Math.min(Math.PI / 2, turn.up + up)),
    },
  }));
}
