import { BoxIndex } from './boxes.ts';
import { edgeCurve, type LineStyle, pointOn } from './geometry.ts';
import { placeLabels } from './labels.ts';
import { type Obstacle, turnOf } from './routing.ts';
import { settle } from './settling.ts';
import type { Way, Wire } from './way.ts';

/** Above this many edges numbers simply stand in the middle: finding free places costs too much. */
export const mostPlaced = 400;

/** With more edges than this, or longer ones in pixels all together, those that clash stay as they are. */
const mostSettled = { edges: 150, length: 40_000 };

/** The turn of an edge that nothing stands in the way of. */
const plainTurn = 0.5;

/**
 * How all edges run: around boxes where they can, each with a free place for its numbers. Depends
 * on nothing but what is given, so the same picture always looks the same.
 */
export function waysOf(
  wires: readonly Wire[],
  boxes: readonly Obstacle[],
  height: number,
  style: LineStyle = 'curved',
): Map<string, Way> {
  const isCrowded = wires.length > mostPlaced;
  const obstacles = new BoxIndex(isCrowded ? [] : boxes.filter(({ lets }) => !lets));
  const routed = wires.map(({ id, from, to, ends, width }) => {
    const turn = isCrowded ? plainTurn : turnOf(from, to, ends, obstacles, style);
    return { id, turn, curve: edgeCurve(from, to, turn), width };
  });
  if (isCrowded) {
    return new Map(
      routed.map(({ id, turn, curve }) => [id, { turn, place: pointOn(curve, 0.5, style) }]),
    );
  }
  const places = placeLabels(routed, boxes, height, style);
  const ways = new Map(
    routed.map(({ id, turn, curve }) => [
      id,
      { turn, place: places.get(id) ?? pointOn(curve, 0.5, style) },
    ]),
  );
  const isMuch = wires.length > mostSettled.edges || lengthOf(wires) > mostSettled.length;
  return isMuch ? ways : settle(wires, ways, boxes, height, style);
}

/** Pixels that edges cover, roughly. */
function lengthOf(wires: readonly Wire[]): number {
  return wires.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0);
}
