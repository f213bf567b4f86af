import type { Position } from '../graph/index.ts';
import { type Box, BoxIndex } from './boxes.ts';
import { type Curve, edgeCurve, type LineStyle, pointOn } from './geometry.ts';
import { candidates, labelBox, labelHeight } from './labels.ts';
import { type Obstacle, turns } from './routing.ts';
import type { Way, Wire } from './way.ts';

/** A box that belongs to an edge or a node. */
interface Owned extends Box {
  readonly owner: string;
}

/** A way that was chosen or may be: its line in pieces, and the room of its numbers. */
interface Settled extends Way {
  readonly pieces: readonly Owned[];
  readonly label: Owned;
}

/** What clashes cost. Far below them: how far numbers are from the middle, and a line from its usual turn. */
const price = { label: 100, line: 60, node: 40, turn: 1.5, place: 0.5, bulge: 12 };

/** Bends of a curve that are tried where no turn will do. */
const bulges = [70, -70, 130, -130, 210, -210];

const never = Number.POSITIVE_INFINITY;

/** How far from a foreign node a line should keep. */
const margin = 4;

interface Bend {
  readonly turn: number;
  readonly bulge: number;
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
const bendsOf: Readonly<Record<LineStyle, readonly Bend[]>> = {
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
const farBends: readonly Bend[] = [0.06, 0.94, 0.3, 0.7].flatMap((turn, side) =>
  [35, -35, ...bulges].map((bulge, i) => ({ turn, bulge, effort: 1.5 * price.bulge + side + i })),
);

/**
 * Edges that may look for another way, over all rounds: a picture is made with every frame of a drag, and
 * one in which more lie on something is not tidied anyway.
 */
const mostSearches = 150;

/** Of these, so many may look far. */
const mostFar = 24;

/**
 * Where so few still clash in the end, each in turn is pushed to where nothing but other edges is in its
 * way, and these may give way again; what makes nothing better is taken back.
 */
const mostPushed = 4;
/** Edges that may look for another way meanwhile. */
const mostPushedSearches = 24;

interface Push {
  /** What a clash with another edge counts. */
  readonly slight: number;
  /** Whether it must bend in another way than before. */
  readonly isElsewhere: boolean;
}

const pushes: readonly Push[] = [
  { slight: 0.15, isElsewhere: false },
  { slight: 0.15, isElsewhere: true },
  { slight: 0.5, isElsewhere: true },
];

/** Rounds in which each edge may give way to the others once. */
const rounds = 5;

/**
 * Mends ways whose numbers lie on something: such an edge changes height elsewhere, its numbers move
 * along it, or the line that runs through them gives way. Ways without a clash stay as they are.
 */
export function settle(
  wires: readonly Wire[],
  ways: ReadonlyMap<string, Way>,
  boxes: readonly Obstacle[],
  height: number,
  style: LineStyle,
): Map<string, Way> {
  const all = boxes.map(({ id, ...box }) => ({ ...box, owner: id }));
  const nodes = new BoxIndex(all);
  const walls = new BoxIndex(all.filter(({ lets }) => !lets));
  const lines = new BoxIndex<Owned>([]);
  const labels = new BoxIndex<Owned>([]);
  const settled = new Map<string, Settled>();
  const put = (id: string, way: Settled) => {
    settled.set(id, way);
    for (const piece of way.pieces) lines.add(piece);
    labels.add(way.label);
  };
  const take = (way: Settled) => {
    for (const piece of way.pieces) lines.remove(piece);
    labels.remove(way.label);
  };
  const labelOf = ({ id, width }: Wire, place: Position) => ({
    ...labelBox(place, width, height),
    owner: id,
  });
  for (const wire of wires) {
    const { turn, place } = ways.get(wire.id) ?? { turn: 0.5, place: wire.from };
    const pieces = piecesOf(wire.id, edgeCurve(wire.from, wire.to, turn), style);
    put(wire.id, { turn, place, pieces, label: labelOf(wire, place) });
  }

  // Both stop counting once they cost more than the best way there is.
  const lineCost = (
    { id, ends }: Wire,
    pieces: readonly Owned[],
    slight = 1,
    limit = never,
  ): number => {
    const crossed = new Set<string>();
    const hidden = new Set<string>();
    let cost = 0;
    for (const piece of pieces) {
      labels.visit(piece, ({ owner }) => {
        if (owner !== id) crossed.add(owner);
      });
      walls.visit(grown(piece), ({ owner }) => {
        if (!ends.includes(owner)) hidden.add(owner);
      });
      cost = slight * price.line * crossed.size + price.node * hidden.size;
      if (cost >= limit) break;
    }
    return cost;
  };
  const labelCost = ({ id }: Wire, label: Owned, slight = 1, limit = never): number => {
    const standing = new Set<Owned>();
    nodes.visit(label, (item) => standing.add(item));
    const met = new Set<Owned>();
    labels.visit(label, (item) => {
      if (item.owner !== id) met.add(item);
    });
    const boxes = price.label * (standing.size + slight * met.size);
    if (boxes >= limit) return boxes;
    const through = new Set<string>();
    lines.visit(label, ({ owner }) => {
      if (owner !== id) through.add(owner);
    });
    return boxes + slight * price.line * through.size;
  };

  let far = 0;
  /** The cheapest way for an edge; `slight` is what clashes with other edges count, those that could give way. */
  const bestWay = (wire: Wire, now: Settled, from: number, push?: Push): Settled => {
    const slight = push?.slight ?? 1;
    let least = from;
    let best = now;
    const consider = ({ turn, bulge, effort }: Bend) => {
      if (effort >= least || (push?.isElsewhere && turn === now.turn && bulge === (now.bulge ?? 0)))
        return;
      const curve = edgeCurve(wire.from, wire.to, turn, bulge);
      const pieces = piecesOf(wire.id, curve, style);
      const line = lineCost(wire, pieces, slight, least - effort) + effort;
      if (line >= least) return;
      candidates.forEach((t, rank) => {
        const sure = line + price.place * rank;
        if (sure >= least) return;
        const place = pointOn(curve, t, style);
        const label = labelOf(wire, place);
        const cost = sure + labelCost(wire, label, slight, least - sure);
        if (cost >= least) return;
        least = cost;
        best = { turn, bulge, place, pieces, label };
      });
    };
    bendsOf[style].forEach(consider);
    if (style === 'curved' && least >= price.node && ++far <= mostFar) farBends.forEach(consider);
    return best;
  };
  const costOf = (wire: Wire, now: Settled) =>
    lineCost(wire, now.pieces) + labelCost(wire, now.label);
  /** Lets each edge that clashes give way, in turn; one that was pushed stays where it is at first. */
  let searches = 0;
  const mend = (most: number, pushed?: Wire) => {
    for (let round = 0; round < rounds; round++) {
      let hasMoved = false;
      for (const wire of wires) {
        const now = settled.get(wire.id);
        if (now === undefined || (round === 0 && wire === pushed)) continue;
        const cost = costOf(wire, now);
        if (cost === 0) continue;
        if (++searches > most) break;
        const best = bestWay(wire, now, cost);
        if (best === now) continue;
        take(now);
        put(wire.id, best);
        hasMoved = true;
      }
      if (!hasMoved && round > 0) break;
    }
  };
  const clashing = () =>
    wires.flatMap((wire) => {
      const now = settled.get(wire.id);
      const cost = now ? costOf(wire, now) : 0;
      return now && cost > 0 ? [{ wire, now, cost }] : [];
    });
  const sumOf = (all: readonly { readonly cost: number }[]) =>
    all.reduce((sum, { cost }) => sum + cost, 0);

  mend(mostSearches);
  let left = clashing();
  // Two numbers on curves find their places without.
  const isHard = style !== 'curved' || height > labelHeight;
  if (isHard && left.length > 0 && left.length <= mostPushed) {
    const most = searches + mostPushedSearches;
    const tries = left.flatMap(({ wire }) => pushes.map((push) => ({ wire, push })));
    for (const { wire, push } of tries) {
      const before = new Map(settled);
      const now = before.get(wire.id);
      if (now === undefined || costOf(wire, now) === 0) continue;
      take(now);
      put(wire.id, bestWay(wire, now, never, push));
      mend(most, wire);
      const after = clashing();
      if (sumOf(after) < sumOf(left)) left = after;
      else {
        for (const way of settled.values()) take(way);
        for (const [id, way] of before) put(id, way);
      }
      if (left.length === 0 || searches > most) break;
    }
  }
  return new Map(
    [...settled].map(([id, { turn, bulge = 0, place }]) => [
      id,
      bulge === 0 ? { turn, place } : { turn, bulge, place },
    ]),
  );
}

/** A line in short pieces, each as the box around it, so that nothing slips through between points. */
function piecesOf(owner: string, curve: Curve, style: LineStyle): Owned[] {
  const [a, , , d] = curve;
  const steps = Math.min(400, Math.max(6, Math.ceil(Math.hypot(d.x - a.x, d.y - a.y) / 12)));
  const pieces: Owned[] = [];
  let before = a;
  for (let i = 1; i <= steps; i++) {
    const next = pointOn(curve, i / steps, style);
    pieces.push({
      owner,
      x: Math.min(before.x, next.x),
      y: Math.min(before.y, next.y) - 0.5,
      width: Math.abs(next.x - before.x),
      height: Math.abs(next.y - before.y) + 1,
    });
    before = next;
  }
  return pieces;
}

function grown({ x, y, width, height }: Box): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}
