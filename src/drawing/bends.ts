import type { LineStyle } from './geometry.ts';
import { turns } from './routing.ts';

/** What the plainest ways cost: the next turn, and any bend. */
const price = { turn: 1.5, bulge: 12 };

/** Bends of a curve that are tried where no turn will do. */
const bulges = [70, -70, 130, -130, 210, -210];

/** A way a line can take: where it changes height, and how far it bends beyond that. */
export interface Bend {
  readonly turn: number;
  readonly bulge: number;
  /** What taking it costs beside the plainest way. */
  readonly effort: number;
}

/** Ways a line can take, the plainest first. */
const plainBends: readonly Bend[] = turns.map((turn, i) => ({
  turn,
  bulge: 0,
  effort: price.turn * i,
}));
const bends: readonly Bend[] = [
  ...plainBends,
  ...bulges.map((bulge, i) => ({ turn: 0.5, bulge, effort: price.bulge + price.turn * i })),
];

/** Ways of a line of another style: it has one that is plain, and goes around in corners. */
const angles: readonly Bend[] = [40, 65, 90, 120, 155, 195, 240, 290, 350].flatMap((far, i) =>
  [far, -far].map((bulge, side) => ({
    turn: 0.5,
    bulge,
    effort: price.bulge + 2 * i + side,
  })),
);

/** The bends of a style, to be tried in this order. */
export const bendsOf: Readonly<Record<LineStyle, readonly Bend[]>> = {
  curved: bends,
  stepped: [...plainBends, ...angles],
  straight: [
    plainBends[0],
    ...angles,
    ...[0.2, 0.8, 0.35, 0.65].flatMap((turn) =>
      [0.1, 30, -30, 70, -70, 120, -120, 190, -190].map((bulge, i) => ({
        turn,
        bulge,
        effort: price.bulge + 4 + 2 * i,
      })),
    ),
  ],
};

/** Ways for an edge that still lies on something: it turns early or late and overshoots. */
export const farBends: readonly Bend[] = [0.06, 0.94, 0.3, 0.7].flatMap((turn, side) =>
  [35, -35, ...bulges].map((bulge, i) => ({ turn, bulge, effort: 1.5 * price.bulge + side + i })),
);
