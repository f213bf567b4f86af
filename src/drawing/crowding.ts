import { type Box, BoxIndex } from './boxes.ts';
import type { Drawing, DrawnEdge } from './drawing.ts';
import { type LineStyle, pointOn } from './geometry.ts';
import { labelBox } from './labels.ts';
import { titleRoom } from './shown.ts';

interface Owned extends Box {
  readonly owner: string;
}

/**
 * Where numbers of edges lie on other numbers, on a node or on the line of another edge, and where
 * lines run behind nodes: from left to right, as often as it happens.
 */
export function crowdedPlaces({
  boxes,
  nodes,
  cards,
  notes,
  edges,
  style,
  labelHeight: height,
}: Drawing): number[] {
  const labels = edges.map(({ id, place, room }) => ({
    ...labelBox(place, room, height),
    owner: id,
  }));
  const standing = new BoxIndex(
    [...nodes, ...cards, ...notes].map((it) => ({ ...it, owner: it.id })),
  );
  const titles = new BoxIndex(boxes.map(titleRoom));
  const others = new BoxIndex<Owned>(labels);
  const lines = new BoxIndex(edges.flatMap((edge) => dotsOf(edge, style)));
  const found = labels.flatMap((label) => {
    const isOther = ({ owner }: Owned) => owner !== label.owner;
    const clashes =
      standing.touching(label) +
      titles.touching(label) +
      others.touching(label, isOther) +
      lines.touching(label, isOther);
    return clashes > 0 ? [label.x + label.width / 2] : [];
  });
  const hidden = edges.flatMap((edge) => {
    const isForeign = ({ owner }: Owned) => owner !== edge.from.node && owner !== edge.to.node;
    const dot = dotsOf(edge, style).find((it) => standing.touching(it, isForeign) > 0);
    return dot ? [dot.x] : [];
  });
  return [...found, ...hidden].sort((a, b) => a - b);
}

/** A line as a row of dots, near enough to each other for no number to slip through. */
function dotsOf({ id, curve }: DrawnEdge, style: LineStyle): Owned[] {
  const [a, , , d] = curve;
  const steps = Math.min(400, Math.max(8, Math.ceil(Math.hypot(d.x - a.x, d.y - a.y) / 8)));
  return Array.from({ length: steps - 1 }, (_, i) => {
    const { x, y } = pointOn(curve, (i + 1) / steps, style);
    return { owner: id, x: x - 1, y: y - 1, width: 2, height: 2 };
  });
}
