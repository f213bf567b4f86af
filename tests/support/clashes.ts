import {
  type Box,
  type Curve,
  type Drawing,
  drawGraph,
  type LayoutNeeds,
  type LineStyle,
  labelHeight,
  labelWidth,
  moreHeight,
  pointOn,
  scaleOnEdge,
  titleRoom,
} from '../../src/drawing/index.ts';
import {
  backward,
  compile,
  edgeNumbers,
  evaluateEdges,
  forward,
  prepareEdges,
} from '../../src/engine/index.ts';
import { formatBriefly } from '../../src/formula/index.ts';
import type { Graph } from '../../src/graph/index.ts';
import type { Tensor } from '../../src/ops/index.ts';

/** Advances of Inter at weight 650 with tabular figures, in em, as a browser measures them. */
const advances: Readonly<Record<string, number>> = {
  '.': 0.269,
  ',': 0.269,
  '[': 0.391,
  ']': 0.391,
  ' ': 0.28,
  e: 0.594,
  a: 0.578,
  '∞': 0.713,
  N: 0.761,
};
const digit = 0.6465;
const em = 13.5;

/** How far a line of text reaches above and below the line its letters stand on. */
const [ascent, descent] = [0.97 * em, 0.24 * em];

/** Lines of the value, the gradient and the local derivative below the place of an edge's numbers. */
const lines = { value: -5, gradient: 15, local: 34 };

const roles = ['value', 'gradient', 'local'] as const;

/** One number on an edge, as large as it is drawn. */
export interface DrawnNumber extends Box {
  readonly edge: string;
  readonly role: 'value' | 'gradient' | 'local';
}

/** How a graph is drawn: with which lines, and whether with local derivatives. */
export interface Look {
  readonly style?: LineStyle;
  readonly locals?: boolean;
}

/** A graph as drawn, with the numbers on its edges. */
export interface NumberedDrawing extends Drawing {
  readonly numbers: readonly DrawnNumber[];
}

/** What drawing and laying out need to know of a graph, and the numbers of its edges. */
export function needsOf(graph: Graph, { style = 'curved', locals = false }: Look = {}) {
  const program = compile(graph);
  const pass = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, pass);
  const numbersOf = (target: string, port: number): (Tensor | null | undefined)[] => {
    const numbers = edgeNumbers(program, pass, target, port);
    return [numbers?.value, numbers?.gradient, ...(locals ? [numbers?.local] : [])];
  };
  const textsOf = (target: string, port: number) =>
    numbersOf(target, port).map((it, i) => {
      if (it == null) return undefined;
      return i === 2 ? `∂ ${formatBriefly(it)}` : formatBriefly(it);
    });
  const needs: LayoutNeeds = {
    shapeOf: (id) => program.shapes[program.index.get(id) ?? -1],
    titleOf: (id) => id,
    widthOf: ({ target, port }) => labelWidth(textsOf(target, port).flatMap((text) => text ?? [])),
    labelHeight: locals ? labelHeight + moreHeight : labelHeight,
    style,
  };
  return { ...needs, textsOf };
}

/** Evaluates and draws a graph as the page does. */
export function draw(graph: Graph, look: Look = {}): NumberedDrawing {
  const { textsOf, ...needs } = needsOf(graph, look);
  const drawing = drawGraph(graph, needs);
  const numbers = drawing.edges.flatMap(({ id, target, port, place }) => {
    return textsOf(target, port).flatMap((text, i): DrawnNumber[] => {
      if (text === undefined) return [];
      const role = roles[i];
      const width = scaleOnEdge(text) * textWidth(text);
      const y = place.y + lines[role] - ascent;
      return [{ edge: id, role, x: place.x - width / 2, y, width, height: ascent + descent }];
    });
  });
  return { ...drawing, numbers };
}

/**
 * Where a number of an edge lies on something it should keep clear of: another number, a node, or
 * the curve of another edge. Its own curve passes between its numbers and does not count.
 */
export function clashes({ nodes, edges, numbers, style }: NumberedDrawing): string[] {
  const found: string[] = [];
  numbers.forEach((number, i) => {
    const name = `${number.role} of ${number.edge}`;
    for (const other of numbers.slice(i + 1)) {
      if (touches(number, other)) found.push(`${name} | ${other.role} of ${other.edge}`);
    }
    for (const node of nodes) if (touches(number, node)) found.push(`${name} | node ${node.id}`);
    for (const edge of edges) {
      if (edge.id !== number.edge && runsThrough(edge.curve, number, style)) {
        found.push(`${name} | edge ${edge.id}`);
      }
    }
  });
  return found;
}

/** Edges that run behind nodes which are not theirs. */
export function hidden({ nodes, edges, style }: Drawing): string[] {
  return edges.flatMap(({ id, source, target, curve }) =>
    nodes
      .filter((node) => node.id !== source && node.id !== target && runsThrough(curve, node, style))
      .map((node) => `${id} | node ${node.id}`),
  );
}

/** Where a box lies on what does not stand in it, and where a number lies on the title of one. */
export function strangers({ nodes, boxes, numbers }: NumberedDrawing): string[] {
  return boxes.flatMap((box, i) => {
    const holds = new Set([box.id, ...box.box.items]);
    for (const inner of boxes)
      if (holds.has(inner.id)) for (const id of inner.box.items) holds.add(id);
    const others = [...nodes, ...boxes.slice(i + 1)].filter(({ id }) => !holds.has(id));
    const title = titleRoom(box);
    return [
      ...others.filter((it) => touches(it, box)).map(({ id }) => `${box.id} | ${id}`),
      ...numbers
        .filter((it) => touches(it, title))
        .map(({ role, edge }) => `title of ${box.id} | ${role} of ${edge}`),
    ];
  });
}

/** How wide a number is at the size of those on edges. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + em * (advances[letter] ?? digit), 0);
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function runsThrough(curve: Curve, { x, y, width, height }: Box, style: LineStyle): boolean {
  const xs = curve.map((point) => point.x);
  const ys = curve.map((point) => point.y);
  const beyond = style === 'curved' ? 0 : 30;
  if (Math.max(...xs) + beyond < x || Math.min(...xs) - beyond > x + width) return false;
  if (Math.max(...ys) < y || Math.min(...ys) > y + height) return false;
  const steps = 200;
  return Array.from({ length: steps + 1 }, (_, i) => pointOn(curve, i / steps, style)).some(
    (point) => point.x > x && point.x < x + width && point.y > y && point.y < y + height,
  );
}
