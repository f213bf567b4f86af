import {
  type Box,
  type Drawing,
  drawGraph,
  labelHeight,
  labelWidth,
  moreHeight,
  partOf,
  unionOf,
} from '../../drawing/index.ts';
import { completeSelection, type Graph, localize, type Selection } from '../../graph/index.ts';
import { bookOf, type NumberOptions } from './book.ts';
import { edgeNumbersDrawing, lineDrawing } from './edges.ts';
import { boxDrawing, cardDrawing } from './groups.ts';
import { nodeDrawing } from './nodes.ts';
import { noteDrawing, noteHeight } from './notes.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Fonts, styleOf } from './style.ts';
import { element, xmlText } from './svg.ts';

/** How a picture is drawn; what is left out is as on the page at first. */
export interface PictureOptions extends NumberOptions {
  readonly palette?: Palette;
  /** Whether the ground is filled; transparent otherwise. True if absent. */
  readonly background?: boolean;
  /** What is drawn; everything if absent. */
  readonly selection?: Selection;
  readonly fonts?: Fonts;
}

/** A graph as an SVG file, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Room around what is drawn, and above a node for its shape. */
const [margin, shapeRoom] = [24, 16];

/** Draws a graph as it stands on the canvas, as an SVG file that needs nothing from elsewhere. */
export function pictureOf(graph: Graph, options: PictureOptions = {}): Picture {
  const { palette = paletteOf('light'), background = true, language = 'en' } = options;
  const book = bookOf(graph, options);
  const drawing = drawGraph(partFor(graph, options.selection), {
    shapeOf: book.shapeOf,
    titleOf: book.titleOf,
    widthOf: ({ target, port }) => {
      const figures = book.figuresOf(target, port);
      return labelWidth(figures.map(({ role, text }) => (role === 'local' ? `∂ ${text}` : text)));
    },
    heightOf: (note) => noteHeight(note, language),
    labelHeight: options.locals ? labelHeight + moreHeight : labelHeight,
    style: options.lines,
  });
  const { x, y, width, height } = frameOf(drawing, options.shapes ? shapeRoom : 0);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${x} ${y} ${width} ${height}`,
      width,
      height,
      role: 'img',
      lang: language,
    },
    element('title', {}, xmlText(localize(graph.title, language) || 'Chainrule')),
    element('style', {}, xmlText(styleOf(palette, background, options.fonts))),
    background ? element('rect', { x, y, width, height, fill: palette.canvas }) : '',
    // As one: a hundred thousand arguments are more than a function takes.
    [
      ...drawing.boxes.map((box) => boxDrawing(box, book)),
      ...drawing.edges.map((edge) => lineDrawing(edge, options.lines)),
      ...drawing.nodes.map((node) => nodeDrawing(node, book)),
      ...drawing.cards.map((card) => cardDrawing(card, book)),
      ...drawing.notes.map((at) => noteDrawing(at, language)),
      ...drawing.edges.map((edge) => edgeNumbersDrawing(edge, book)),
    ].join(''),
  );
  return { svg: `${svg}\n`, width, height };
}

function partFor(graph: Graph, selection: Selection | undefined): Graph {
  if (selection === undefined) return graph;
  const whole = completeSelection(graph, selection);
  const notes = (graph.notes ?? []).filter(({ id }) => whole.notes.has(id));
  return { ...partOf(graph, whole.nodes), notes };
}

function frameOf({ nodes, cards, boxes, notes, edges, ...drawing }: Drawing, above: number): Box {
  const marked = nodes.map((node) => ({ ...node, y: node.y - above, height: node.height + above }));
  const things: readonly Box[] = [...marked, ...cards, ...boxes, ...notes];
  // Numbers can stand above or below all nodes.
  const numbers = edges.map(({ place }) => ({
    x: place.x,
    y: place.y - 20,
    width: 0,
    height: drawing.labelHeight + 2,
  }));
  const curves = edges.flatMap(({ curve }) => curve.map((at) => ({ ...at, width: 0, height: 0 })));
  const around = unionOf([...things, ...numbers, ...curves]);
  if (around === undefined) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const [left, top] = [Math.floor(around.x) - margin, Math.floor(around.y) - margin];
  return {
    x: left,
    y: top,
    width: Math.ceil(around.x + around.width) + margin - left,
    height: Math.ceil(around.y + around.height) + margin - top,
  };
}
