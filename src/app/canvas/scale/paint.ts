import { type Curve, curvePath, type LineStyle } from '../../../drawing/index.ts';
import type { Position } from '../../../graph/index.ts';
import type { Mark } from '../../store/lens.ts';
import type { CanvasNode } from '../adapter.ts';
import { boxNow, curveOf, mayTouch, nodesById, type Picture } from './culling.ts';
import { grown, type Region, touches } from './region.ts';

/** What is painted, and how. */
export interface Scene extends Picture {
  /** Whether a node or an edge is painted, by its id. */
  readonly isPainted: { node: (id: string) => boolean; edge: (id: string) => boolean };
  readonly dragged: ReadonlyMap<string, Position>;
  readonly marksOf: (id: string) => readonly Mark[];
}

/** A colour by the name it has among the design tokens. */
export type Colours = (token: string) => string;

/** The colours in force where an element stands. */
export function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(`--${token}`);
}

/** Strokes gathered in one path are drawn together; very long paths are slow. */
const longestPath = 400;

/** Paints the part of a picture within a region; the context's unit is one of the canvas. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  region: Region,
  colours: Colours,
): void {
  const pixel = 1 / region.zoom;
  paintEdges(context, scene, region, colours, pixel);
  if (region.isFar) paintNodes(context, scene, region, colours, pixel);
}

function paintEdges(
  context: CanvasRenderingContext2D,
  scene: Scene,
  region: Region,
  colours: Colours,
  pixel: number,
): void {
  const { edges, style, isPainted, dragged, marksOf } = scene;
  const byId = nodesById(scene);
  const strokes = new Map<string, Path2D[]>();
  let count = 0;
  for (const edge of edges) {
    if (!isPainted.edge(edge.id)) continue;
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!source || !target || !mayTouch(region, source, target, dragged)) continue;
    const marks = marksOf(edge.id);
    const colour = edgeColour(marks, edge.selected === true, edge.data?.isLit === true);
    const paths = strokes.get(colour) ?? [];
    if (paths.length === 0) strokes.set(colour, paths);
    if (paths.length === 0 || count++ % longestPath === 0) paths.push(new Path2D());
    const path = paths[paths.length - 1];
    addCurve(path, curveOf(edge, source, target, dragged), style);
  }
  for (const [colour, paths] of strokes) {
    const isPlain = colour === 'edge';
    context.strokeStyle = colours(colour);
    context.lineWidth = isPlain ? Math.max(1.5, 0.9 * pixel) : Math.max(2.25, 2 * pixel);
    // From afar many lines become one grey: each is the paler, the farther away.
    context.globalAlpha = isPlain && region.isFar ? Math.min(1, 0.3 + 1.6 * region.zoom) : 1;
    for (const path of paths) context.stroke(path);
  }
  context.globalAlpha = 1;
}

function addCurve(path: Path2D, curve: Curve, style: LineStyle): void {
  const [a, b, c, d] = curve;
  const isBent = b.y !== a.y || c.y !== d.y;
  if (style === 'stepped' || (style === 'straight' && isBent)) {
    path.addPath(new Path2D(curvePath(curve, style)));
    return;
  }
  path.moveTo(a.x, a.y);
  if (style === 'straight') path.lineTo(d.x, d.y);
  else path.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
}

function edgeColour(marks: readonly Mark[], isSelected: boolean, isLit: boolean): string {
  if (marks.includes('wrong')) return 'wrong';
  if (marks.includes('forward')) return 'value';
  if (marks.includes('backward') || marks.includes('lit')) return 'gradient';
  if (isSelected) return 'accent';
  return isLit ? 'gradient' : 'edge';
}

function paintNodes(
  context: CanvasRenderingContext2D,
  { nodes, isPainted, dragged, marksOf }: Scene,
  region: Region,
  colours: Colours,
  pixel: number,
): void {
  const groups = new Map<string, { look: Look; boxes: ReturnType<typeof boxNow>[] }>();
  for (const node of nodes) {
    if (!isPainted.node(node.id)) continue;
    const box = boxNow(node, dragged);
    if (!touches(box, region)) continue;
    const look = lookOf(node, marksOf(node.id));
    const key = `${look.fill} ${look.line} ${look.isStrong}`;
    const group = groups.get(key);
    if (group) group.boxes.push(box);
    else groups.set(key, { look, boxes: [box] });
  }
  // What stands out is painted last, above the others.
  const ordered = [...groups.values()].sort((a, b) => rank(a.look) - rank(b.look));
  for (const { look, boxes } of ordered) {
    context.fillStyle = colours(look.fill);
    context.strokeStyle = colours(look.line);
    context.lineWidth = look.isStrong ? Math.max(4, 1.6 * pixel) : Math.max(1, 0.8 * pixel);
    // What stands out shows around its node, which React Flow may draw above.
    const ring = look.isStrong ? 1.5 * pixel : 0;
    for (let i = 0; i < boxes.length; i += longestPath) {
      context.beginPath();
      for (const box of boxes.slice(i, i + longestPath)) {
        const { x, y, width, height } = grown(box, ring);
        // Rounded corners cost much and are not seen from very far.
        if (region.zoom > 0.12) context.roundRect(x, y, width, height, 10);
        else context.rect(x, y, width, height);
      }
      if (!look.isHollow) context.fill();
      context.stroke();
    }
  }
}

/** How a box is painted, in names of design tokens. */
interface Look {
  readonly fill: string;
  readonly line: string;
  readonly isStrong: boolean;
  readonly isHollow: boolean;
}

function lookOf(node: CanvasNode, marks: readonly Mark[]): Look {
  const isBox = node.type === 'box';
  const look = (line: string, isStrong: boolean): Look => ({
    fill: node.type === 'pill' ? 'canvas' : 'surface',
    line,
    isStrong,
    isHollow: isBox,
  });
  if (marks.includes('current')) return { ...look('accent', true), fill: 'accent' };
  if (node.selected) return { ...look('accent', true), fill: 'accent-soft' };
  if (marks.includes('wrong')) return look('wrong', true);
  if (marks.includes('operand') || marks.includes('right')) return look('value', true);
  if (!('node' in node.data)) return look('line-strong', false);
  if (node.data.isOutput) return look('text', true);
  return look(node.data.node.op === 'parameter' ? 'parameter-line' : 'line-strong', false);
}

/** Boxes around nodes lie below them, what stands out above. */
function rank({ isStrong, isHollow }: Look): number {
  return isHollow ? 0 : isStrong ? 2 : 1;
}
