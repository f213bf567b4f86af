import type { Position } from '../graph/index.ts';
import { BoxIndex } from './boxes.ts';
import { edgeCurve, type LineStyle, pointOn } from './geometry.ts';
import { placeLabels } from './labels.ts';
import { type Obstacle, turnOf } from './routing.ts';

/** How an edge runs: where it changes height, and where its numbers stand. */
export interface Way {
  readonly turn: number;
  readonly place: Position;
}

/** An edge to be drawn between two points, with what its numbers need. */
export interface Wire {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
  /** The boxes it starts and ends at. */
  readonly ends: readonly string[];
  /** Room its numbers take. */
  readonly width: number;
}

/** Above this many edges numbers simply stand in the middle: finding free places costs too much. */
export const mostPlaced = 400;

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
  const obstacles = new BoxIndex(isCrowded ? [] : boxes);
  const routed = wires.map(({ id, from, to, ends, width }) => {
    const turn = isCrowded ? plainTurn : turnOf(from, to, ends, obstacles, style);
    return { id, turn, curve: edgeCurve(from, to, turn), width };
  });
  const places = isCrowded ? undefined : placeLabels(routed, boxes, height, style);
  return new Map(
    routed.map(({ id, turn, curve }) => [
      id,
      { turn, place: places?.get(id) ?? pointOn(curve, 0.5, style) },
    ]),
  );
}
