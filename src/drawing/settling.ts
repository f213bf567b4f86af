import type { Position } from '../graph/index.ts';
import { type Bend, bendsOf, farBends } from './bends.ts';
import { type Box, BoxIndex } from './boxes.ts';
import { type Curve, edgeCurve, type LineStyle, pointOn } from './geometry.ts';
import { candidates, labelBox, labelHeight } from './labels.ts';
import type { Obstacle } from './routing.ts';
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

/** What clashes cost. Far below them, as the effort of bends is: how far numbers are from the middle. */
const price = { label: 100, line: 60, node: 40, place: 0.5 };

const never = Number.POSITIVE_INFINITY;

/** How far from a foreign node a line should keep. */
const margin = 4;

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
  const settling = new Settling(wires, ways, boxes, height, style);
  settling.mend(mostSearches);
  // Two numbers on curves find their places without.
  if (style !== 'curved' || height > labelHeight) settling.pushAside();
  return settling.ways();
}

/** An edge that lies on something, its way, and what that costs. */
interface Clash {
  readonly wire: Wire;
  readonly now: Settled;
  readonly cost: number;
}

/** A picture whose edges make room for each other, one at a time. */
class Settling {
  private readonly wires: readonly Wire[];
  private readonly height: number;
  private readonly style: LineStyle;
  private readonly nodes: BoxIndex<Owned>;
  /** The nodes that let no line through. */
  private readonly walls: BoxIndex<Owned>;
  private readonly lines = new BoxIndex<Owned>([]);
  private readonly labels = new BoxIndex<Owned>([]);
  private readonly settled = new Map<string, Settled>();
  private searches = 0;
  private far = 0;

  constructor(
    wires: readonly Wire[],
    ways: ReadonlyMap<string, Way>,
    boxes: readonly Obstacle[],
    height: number,
    style: LineStyle,
  ) {
    this.wires = wires;
    this.height = height;
    this.style = style;
    const all = boxes.map(({ id, ...box }) => ({ ...box, owner: id }));
    this.nodes = new BoxIndex(all);
    this.walls = new BoxIndex(all.filter(({ lets }) => !lets));
    for (const wire of wires) {
      const { turn, place } = ways.get(wire.id) ?? { turn: 0.5, place: wire.from };
      const pieces = piecesOf(wire.id, edgeCurve(wire.from, wire.to, turn), style);
      this.put(wire.id, { turn, place, pieces, label: this.labelOf(wire, place) });
    }
  }

  /** How every edge goes now, by its id. */
  ways(): Map<string, Way> {
    return new Map(
      [...this.settled].map(([id, { turn, bulge = 0, place }]) => [
        id,
        bulge === 0 ? { turn, place } : { turn, bulge, place },
      ]),
    );
  }

  /**
   * Lets each edge that clashes give way, in turn, until so many have looked for another way; one that
   * was pushed stays where it is at first.
   */
  mend(most: number, pushed?: Wire): void {
    for (let round = 0; round < rounds; round++) {
      let hasMoved = false;
      for (const wire of this.wires) {
        const now = this.settled.get(wire.id);
        if (now === undefined || (round === 0 && wire === pushed)) continue;
        const cost = this.costOf(wire, now);
        if (cost === 0) continue;
        if (++this.searches > most) break;
        const best = this.bestWay(wire, now, cost);
        if (best === now) continue;
        this.take(now);
        this.put(wire.id, best);
        hasMoved = true;
      }
      if (!hasMoved && round > 0) break;
    }
  }

  /** Pushes the few edges that still clash aside, each in turn, and keeps what makes it better. */
  pushAside(): void {
    let left = this.clashes();
    if (left.length === 0 || left.length > mostPushed) return;
    const most = this.searches + mostPushedSearches;
    const tries = left.flatMap(({ wire }) => pushes.map((push) => ({ wire, push })));
    for (const { wire, push } of tries) {
      const before = new Map(this.settled);
      const now = before.get(wire.id);
      if (now === undefined || this.costOf(wire, now) === 0) continue;
      this.take(now);
      this.put(wire.id, this.bestWay(wire, now, never, push));
      this.mend(most, wire);
      const after = this.clashes();
      if (sumOf(after) < sumOf(left)) left = after;
      else this.restore(before);
      if (left.length === 0 || this.searches > most) break;
    }
  }

  private put(id: string, way: Settled): void {
    this.settled.set(id, way);
    for (const piece of way.pieces) this.lines.add(piece);
    this.labels.add(way.label);
  }

  private take(way: Settled): void {
    for (const piece of way.pieces) this.lines.remove(piece);
    this.labels.remove(way.label);
  }

  private restore(before: ReadonlyMap<string, Settled>): void {
    for (const way of this.settled.values()) this.take(way);
    for (const [id, way] of before) this.put(id, way);
  }

  private labelOf({ id, width }: Wire, place: Position): Owned {
    return { ...labelBox(place, width, this.height), owner: id };
  }

  private clashes(): readonly Clash[] {
    return this.wires.flatMap((wire) => {
      const now = this.settled.get(wire.id);
      const cost = now ? this.costOf(wire, now) : 0;
      return now && cost > 0 ? [{ wire, now, cost }] : [];
    });
  }

  private costOf(wire: Wire, now: Settled): number {
    return this.lineCost(wire, now.pieces) + this.labelCost(wire, now.label);
  }

  /** What a line runs through; stops counting at `limit`. `slight`: see `bestWay`. */
  private lineCost(
    { id, ends }: Wire,
    pieces: readonly Owned[],
    slight = 1,
    limit = never,
  ): number {
    const crossed = new Set<string>();
    const hidden = new Set<string>();
    let cost = 0;
    for (const piece of pieces) {
      this.labels.visit(piece, ({ owner }) => {
        if (owner !== id) crossed.add(owner);
      });
      this.walls.visit(grown(piece), ({ owner }) => {
        if (!ends.includes(owner)) hidden.add(owner);
      });
      cost = slight * price.line * crossed.size + price.node * hidden.size;
      if (cost >= limit) break;
    }
    return cost;
  }

  /** What the numbers of an edge lie on; stops counting at `limit`. `slight`: see `bestWay`. */
  private labelCost({ id }: Wire, label: Owned, slight = 1, limit = never): number {
    const standing = new Set<Owned>();
    this.nodes.visit(label, (item) => standing.add(item));
    const met = new Set<Owned>();
    this.labels.visit(label, (item) => {
      if (item.owner !== id) met.add(item);
    });
    const boxes = price.label * (standing.size + slight * met.size);
    if (boxes >= limit) return boxes;
    const through = new Set<string>();
    this.lines.visit(label, ({ owner }) => {
      if (owner !== id) through.add(owner);
    });
    return boxes + slight * price.line * through.size;
  }

  /**
   * The cheapest way for an edge, if one is cheaper than `from`; `slight` is what clashes with other
   * edges count, those that could give way.
   */
  private bestWay(wire: Wire, now: Settled, from: number, push?: Push): Settled {
    const slight = push?.slight ?? 1;
    const { style } = this;
    let least = from;
    let best = now;
    const consider = ({ turn, bulge, effort }: Bend) => {
      if (effort >= least || (push?.isElsewhere && turn === now.turn && bulge === (now.bulge ?? 0)))
        return;
      const curve = edgeCurve(wire.from, wire.to, turn, bulge);
      const pieces = piecesOf(wire.id, curve, style);
      const line = this.lineCost(wire, pieces, slight, least - effort) + effort;
      if (line >= least) return;
      candidates.forEach((t, rank) => {
        const sure = line + price.place * rank;
        if (sure >= least) return;
        const place = pointOn(curve, t, style);
        const label = this.labelOf(wire, place);
        const cost = sure + this.labelCost(wire, label, slight, least - sure);
        if (cost >= least) return;
        least = cost;
        best = { turn, bulge, place, pieces, label };
      });
    };
    bendsOf[style].forEach(consider);
    const isHard = style === 'curved' && least >= price.node;
    if (isHard && ++this.far <= mostFar) farBends.forEach(consider);
    return best;
  }
}

function sumOf(all: readonly Clash[]): number {
  return all.reduce((sum, { cost }) => sum + cost, 0);
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
