import type { Position } from '../graph/index.ts';
import { type Box, BoxIndex } from './boxes.ts';
import { type Curve, type LineStyle, numberWidth, pointOn } from './geometry.ts';

/** An edge whose numbers want a place on it. */
export interface LabelledEdge {
  readonly id: string;
  readonly curve: Curve;
  /** Room the numbers take around their place. */
  readonly width: number;
}

/** Two lines of numbers, one above and one below the curve. */
export const labelHeight = 38;

/** A third line, below the other two. */
export const moreHeight = 20;

/** Room for a field with some digits and a tick, in pixels. */
export const slotWidth = 72;

/** Signs of the longest number that is set at full size on an edge, and signs that it has room for. */
const signsOnEdge = { full: 9, room: 10 };

/** Beyond so many signs, which only all digits there are can take, numbers get no smaller. */
const mostSigns = 14;

/**
 * How large a number is set on an edge: a long one smaller, so that it takes no more room than one of
 * nine signs. All its digits stay.
 */
export function scaleOnEdge(text: string): number {
  return scaleTo(signsOnEdge.full, text);
}

/** The scale at which a text takes the room of so many signs. Those of vectors are narrow anyway. */
function scaleTo(signs: number, text: string): number {
  if (text.startsWith('[')) return 1;
  return signs / Math.min(mostSigns, Math.max(signs, text.length));
}

/**
 * Room that the numbers of an edge take as they are written, with a little around long ones. Widths
 * come in coarse steps, so that scrubbing a number does not make its label jump about.
 */
export function labelWidth(texts: readonly string[]): number {
  const most = Math.max(0, ...texts.map((it) => it.length * scaleTo(signsOnEdge.room, it)));
  return numberWidth(most <= 3 ? 3 : most <= 7 ? 7 : most) + 6;
}

/** Places tried on the curve: the middle first, then ever farther from it. */
export const candidates = Array.from({ length: 23 }, (_, i) => {
  const step = Math.ceil(i / 2) * 0.037;
  return i % 2 === 1 ? 0.5 - step : 0.5 + step;
});

/** What touching a node or other numbers costs, and what touching another curve does, in candidates. */
const price = { box: 100, line: 6 };

/** Rounds of moving single labels to a better place; few pictures need more than one. */
const rounds = 4;

/**
 * Where the numbers of each edge stand: on their own curve, as near to its middle as they can be
 * without touching a node, other numbers or, if it can be helped, another curve. Depends on
 * nothing else, so the same picture gives the same places.
 */
export function placeLabels(
  edges: readonly LabelledEdge[],
  nodes: readonly Box[],
  height = labelHeight,
  style: LineStyle = 'curved',
): Map<string, Position> {
  const fixed = new BoxIndex(nodes);
  const lines = new BoxIndex(edges.flatMap(({ id, curve }) => samples(id, curve, style)));
  const options = edges.map(({ id, curve, width }) =>
    candidates.map((t, rank) => {
      const place = pointOn(curve, t, style);
      const box = { ...labelBox(place, width, height), owner: id };
      const crossed = lines.touching(box, (line) => line.owner !== id);
      return { place, box, cost: rank + price.box * fixed.touching(box) + price.line * crossed };
    }),
  );
  const labels = new BoxIndex<Owned>([]);
  const chosen: Option[] = [];
  for (let round = 0; round < rounds; round++) {
    let hasMoved = false;
    options.forEach((choices, i) => {
      const before = chosen[i];
      if (before) labels.remove(before.box);
      const best = cheapest(choices, labels);
      labels.add(best.box);
      hasMoved ||= best !== before;
      chosen[i] = best;
    });
    if (!hasMoved) break;
  }
  return new Map(edges.map(({ id }, i) => [id, chosen[i].place]));
}

interface Option {
  readonly place: Position;
  readonly box: Owned;
  readonly cost: number;
}

function cheapest(choices: readonly Option[], labels: BoxIndex<Owned>): Option {
  let best = choices[0];
  let least = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    if (choice.cost >= least) continue;
    const cost = choice.cost + price.box * labels.touching(choice.box);
    if (cost < least) {
      best = choice;
      least = cost;
    }
  }
  return best;
}

/** The room of numbers around their place on the line. */
export function labelBox(place: Position, width: number, height: number): Box {
  return {
    x: place.x - width / 2,
    y: place.y - labelHeight / 2,
    width,
    height,
  };
}

interface Owned extends Box {
  readonly owner: string;
}

function samples(owner: string, curve: Curve, style: LineStyle): Owned[] {
  return Array.from({ length: 15 }, (_, i) => {
    const { x, y } = pointOn(curve, 0.03 + (0.94 * i) / 14, style);
    return { owner, x: x - 1, y: y - 1, width: 2, height: 2 };
  });
}
