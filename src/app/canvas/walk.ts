/** Something the focus can stand on, with its place on the canvas. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge between two spots; the port is its operand position. */
export interface Wire {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly port: number;
}

/** What there is to walk about on. */
export interface Ground {
  readonly spots: readonly Spot[];
  readonly wires: readonly Wire[];
}

/** Where the focus is, and how it got there. */
export interface Stand {
  /** A spot or an edge. */
  readonly at: string;
  /** What the last step could have led to as well: up and down go through these first. */
  readonly among?: readonly string[];
  /** Where the last step came from: a step back goes there again. */
  readonly from?: string;
}

/** A way to go: along edges, by place, onto an edge, or to either end of everything. */
export type Direction =
  | 'right'
  | 'left'
  | 'up'
  | 'down'
  | 'edge-right'
  | 'edge-left'
  | 'first'
  | 'last';

/**
 * One step: right to what uses a node, left to its operands, up and down among what the last step
 * could have led to, or else to the nearest by place. Undefined where there is no way on.
 */
export function walk(ground: Ground, stand: Stand, to: Direction): Stand | undefined {
  if (to === 'first' || to === 'last') return outermost(ground.spots, to);
  const wire = ground.wires.find(({ id }) => id === stand.at);
  if (wire) return walkFromEdge(ground, wire, stand, to);
  const { at } = stand;
  switch (to) {
    case 'right':
    case 'left':
      return enter(to === 'right' ? consumers(ground, at) : operands(ground, at), stand);
    case 'edge-right':
    case 'edge-left':
      return enter(
        (to === 'edge-right' ? outgoing : incoming)(ground, at).map(({ id }) => id),
        stand,
      );
    case 'up':
    case 'down':
      return alongside(stand, to) ?? nearest(ground.spots, at, to);
  }
}

function walkFromEdge(ground: Ground, wire: Wire, stand: Stand, to: Direction): Stand | undefined {
  const { id, source, target } = wire;
  switch (to) {
    case 'right':
      return { at: target, from: id, among: consumers(ground, source) };
    case 'left':
      return { at: source, from: id, among: operands(ground, target) };
    default: {
      const into = incoming(ground, target);
      const others = into.length > 1 ? into : outgoing(ground, source);
      const among = stand.among?.includes(id) ? stand.among : others.map((other) => other.id);
      return alongside({ ...stand, among }, to === 'up' ? 'up' : 'down');
    }
  }
}

/**
 * Where the focus goes when what it stood on is gone: to what used it, to an operand, to what is
 * nearest, of what is left.
 */
export function refuge(before: Ground, at: string, left: ReadonlySet<string>): string | undefined {
  const wire = before.wires.find(({ id }) => id === at);
  const ends = wire
    ? [wire.target, wire.source]
    : [...consumers(before, at), ...operands(before, at)];
  const spot = before.spots.find(({ id }) => id === at);
  const byPlace = spot
    ? before.spots.toSorted((a, b) => distance(spot, a) - distance(spot, b)).map(({ id }) => id)
    : [];
  return [...ends, ...byPlace].find((id) => left.has(id));
}

/** The spot that begins or ends a graph read from left to right, then down. */
function outermost(spots: readonly Spot[], which: 'first' | 'last'): Stand | undefined {
  const sign = which === 'first' ? 1 : -1;
  const [first] = spots;
  if (first === undefined) return undefined;
  const best = spots.reduce((best, spot) =>
    sign * (spot.x - best.x || spot.y - best.y) < 0 ? spot : best,
  );
  return { at: best.id };
}

/** Goes to one of several: back to where one came from, or to the first. */
function enter(candidates: readonly string[], { at, from }: Stand): Stand | undefined {
  const among = [...new Set(candidates)];
  const goal = from !== undefined && among.includes(from) ? from : among[0];
  return goal === undefined ? undefined : { at: goal, among, from: at };
}

/** The next of what the last step could have led to, round and round. */
function alongside({ at, among = [], from }: Stand, to: 'up' | 'down'): Stand | undefined {
  const place = among.indexOf(at);
  if (place < 0 || among.length < 2) return undefined;
  const next = (place + (to === 'down' ? 1 : -1) + among.length) % among.length;
  return { at: among[next], among, from };
}

/** The nearest spot above or below; one in the same column is nearer than one beside it. */
function nearest(spots: readonly Spot[], at: string, to: 'up' | 'down'): Stand | undefined {
  const here = spots.find(({ id }) => id === at);
  if (here === undefined) return undefined;
  const sign = to === 'down' ? 1 : -1;
  const there = spots
    .filter((spot) => spot.id !== at && sign * (middle(spot).y - middle(here).y) > 1)
    .map((spot) => ({ id: spot.id, distance: distance(here, spot) }));
  if (there.length === 0) return undefined;
  return { at: there.reduce((best, spot) => (spot.distance < best.distance ? spot : best)).id };
}

function distance(a: Spot, b: Spot): number {
  const gap = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  return Math.abs(middle(a).y - middle(b).y) + 4 * gap;
}

function middle({ x, y, width, height }: Spot) {
  return { x: x + width / 2, y: y + height / 2 };
}

function outgoing({ spots, wires }: Ground, at: string): readonly Wire[] {
  const heights = new Map(spots.map((spot) => [spot.id, middle(spot).y]));
  const height = ({ target }: Wire) => heights.get(target) ?? 0;
  return wires
    .filter(({ source }) => source === at)
    .toSorted((a, b) => height(a) - height(b) || a.port - b.port);
}

function incoming({ wires }: Ground, at: string): readonly Wire[] {
  return wires.filter(({ target }) => target === at).toSorted((a, b) => a.port - b.port);
}

function consumers(ground: Ground, at: string): readonly string[] {
  return [...new Set(outgoing(ground, at).map(({ target }) => target))];
}

function operands(ground: Ground, at: string): readonly string[] {
  return [...new Set(incoming(ground, at).map(({ source }) => source))];
}
