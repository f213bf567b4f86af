import {
  type Box,
  cardPort,
  curvePath,
  type Drawing,
  type DrawnBox,
  type DrawnCard,
  type DrawnEdge,
  type DrawnNode,
  type DrawnNote,
  drawGraph,
  formOf,
  inputAnchor,
  type LineStyle,
  labelWidth,
  outputAnchor,
  partOf,
  unionOf,
} from '../../drawing/index.ts';
import {
  backward,
  compile,
  edgeNumbers,
  evaluateEdges,
  forward,
  nodeGradient,
  nodeValue,
  prepareEdges,
} from '../../engine/index.ts';
import {
  type Digits,
  formatBriefly,
  formatNumber,
  isWrittenOut,
  mathName,
} from '../../formula/index.ts';
import {
  completeSelection,
  type Graph,
  localize,
  type Note,
  noteWidth,
  outputOf,
  type Selection,
} from '../../graph/index.ts';
import { type Language, ops, shapeOf, type Tensor } from '../../ops/index.ts';
import { noteLines } from './noteLines.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Fonts, styleOf } from './style.ts';
import { element, xmlText } from './svg.ts';

/** How a picture is drawn; what is left out is as on the page at first. */
export interface PictureOptions {
  readonly language?: Language;
  readonly palette?: Palette;
  /** Whether values and gradients are shown; true if absent. */
  readonly numbers?: boolean;
  /** Whether the ground is filled; transparent otherwise. True if absent. */
  readonly background?: boolean;
  /** What is drawn; everything if absent. */
  readonly selection?: Selection;
  readonly digits?: Digits;
  readonly lines?: LineStyle;
  readonly fonts?: Fonts;
}

/** A graph as an SVG file, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Room around what is drawn. */
const margin = 24;

/** Lines of a note, and the room around them. */
const note = { line: 20, top: 10, side: 14 };

/** Where the lines of numbers stand below the middle of a node. */
const lines = { first: -6.5, second: 16.5 };

/** What a group without a title is called. */
const untitled = { en: 'Group', 'zh-CN': '分组' };

const outputWord = { en: 'output', 'zh-CN': '输出' };

/** Draws a graph as it stands on the canvas, as an SVG file that needs nothing from elsewhere. */
export function pictureOf(graph: Graph, options: PictureOptions = {}): Picture {
  const { palette = paletteOf('light'), background = true, language = 'en' } = options;
  const pen = penFor(graph, options);
  const drawing = drawGraph(partFor(graph, options.selection), {
    shapeOf: (id) => pen.shapeOf(id),
    titleOf: (id) => pen.titleOf(id),
    widthOf: ({ target, port }) => labelWidth(pen.textsOf(target, port)),
    heightOf: (of) => noteLinesOf(of, language).length * note.line + 2 * note.top,
    style: options.lines,
  });
  const { x, y, width, height } = frameOf(drawing);
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
    ...drawing.boxes.map((box) => pen.box(box)),
    ...drawing.edges.map((edge) => pen.line(edge)),
    ...drawing.nodes.map((node) => pen.node(node)),
    ...drawing.cards.map((card) => pen.card(card)),
    ...drawing.notes.map((at) => noteDrawing(at, language)),
    ...drawing.edges.map((edge) => pen.numbers(edge)),
  );
  return { svg: `${svg}\n`, width, height };
}

function partFor(graph: Graph, selection: Selection | undefined): Graph {
  if (selection === undefined) return graph;
  const whole = completeSelection(graph, selection);
  const notes = (graph.notes ?? []).filter(({ id }) => whole.notes.has(id));
  return { ...partOf(graph, whole.nodes), notes };
}

function frameOf({ nodes, cards, boxes, notes, edges }: Drawing): Box {
  const things: readonly Box[] = [...nodes, ...cards, ...boxes, ...notes];
  // Numbers can stand above or below all nodes.
  const numbers = edges.map(({ place }) => ({ x: place.x, y: place.y - 20, width: 0, height: 40 }));
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

/** What draws the parts of one graph, with its numbers at hand. */
function penFor(graph: Graph, options: PictureOptions) {
  const { language = 'en', numbers: hasNumbers = true, digits } = options;
  const program = compile(graph);
  const pass = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, pass);
  const output = outputOf(graph);
  const groups = new Map((graph.groups ?? []).map((group) => [group.id, group]));
  const ofEdge = (target: string, port: number) => {
    const found = edgeNumbers(program, pass, target, port);
    return {
      value: found?.value,
      gradient: program.output === undefined ? undefined : found?.gradient,
    };
  };
  const titleOf = (id: string) => localize(groups.get(id)?.title, language) || untitled[language];

  /** A number at the right end of a line; matrices as a grid around its middle. */
  const figure = (role: 'value' | 'gradient', tensor: Tensor | undefined, x: number, y: number) => {
    if (tensor === undefined)
      return role === 'value'
        ? element('text', { x, y, 'text-anchor': 'end', class: 'muted' }, '–')
        : '';
    if (typeof tensor === 'number') {
      const text = formatNumber(tensor, digits);
      const nabla = role === 'gradient' ? element('tspan', { class: 'nabla' }, '∇ ') : '';
      const long = text.length > 9 ? 'long' : undefined;
      return element(
        'text',
        { x, y, 'text-anchor': 'end', class: role },
        nabla,
        element('tspan', { 'data-role': role, class: long }, xmlText(text)),
      );
    }
    return grid(role, tensor, x, y - 4.5, digits);
  };

  const node = ({ node: of, ...at }: DrawnNode): string => {
    const { id, width, height } = at;
    const form = formOf(of);
    const value = nodeValue(program, id);
    const gradient = nodeGradient(program, id);
    const middle = height / 2;
    const isOutput = id === output;
    const place = `translate(${at.x} ${at.y})`;
    const ports = [
      ...Array.from({ length: (of.inputs ?? []).length }, (_, i) => inputAnchor(of, at, i)),
      outputAnchor(at),
    ].map(({ x, y }) => element('circle', { cx: x, cy: y, r: 3.5, class: 'port' }));
    if (form === 'pill') {
      const shown =
        typeof value === 'number'
          ? element(
              'text',
              {
                x: width / 2,
                y: middle + 5,
                'text-anchor': 'middle',
                class: 'value',
                'data-role': 'value',
              },
              xmlText(formatNumber(value, digits)),
            )
          : grid('value', value, width - 14, middle, digits);
      return element(
        'g',
        { class: 'node pill', 'data-id': id, transform: place },
        element('rect', { width, height, rx: Math.min(20, height / 2) }),
        // A constant is what it is: its number is its name.
        shown,
        ...ports,
      );
    }
    const isGrid = value !== undefined && typeof value !== 'number';
    const rows = isGrid ? rowsOf(value).length * 19 : 0;
    const [first, second] = isGrid
      ? [-rows / 2 + 2, rows / 2 + 8]
      : hasNumbers || form === 'field'
        ? [lines.first, lines.second]
        : [5, 5];
    if (form === 'field') {
      const name = nameSpans(of.label ?? id);
      const equation =
        hasNumbers && typeof value === 'number'
          ? [
              element('tspan', { class: 'muted' }, ' = '),
              element(
                'tspan',
                { class: 'value', 'data-role': 'value' },
                xmlText(formatNumber(value, digits)),
              ),
            ]
          : [];
      return element(
        'g',
        {
          class: `node field ${of.op === 'parameter' ? 'parameter' : ''}`,
          'data-id': id,
          transform: place,
        },
        element('rect', { width, height, rx: 10 }),
        element(
          'text',
          { x: 10, y: middle + (hasNumbers ? first : 5), 'xml:space': 'preserve' },
          name,
          ...equation,
        ),
        hasNumbers && isGrid ? figure('value', value, width - 10, middle + first) : '',
        hasNumbers ? figure('gradient', gradient, width - 10, middle + second) : '',
        isOutput ? badge(width) : '',
        ...ports,
      );
    }
    const symbol = ops.get(of.op)?.symbol ?? '';
    return element(
      'g',
      { class: `node card ${isOutput ? 'output' : ''}`, 'data-id': id, transform: place },
      element('rect', { width, height, rx: 10 }),
      element('path', { d: `M42,0 V${height}`, class: 'rule' }),
      element(
        'text',
        { x: 21, y: middle + 6, class: symbol.length > 3 ? 'sign longSign' : 'sign' },
        xmlText(symbol),
      ),
      element('text', { x: 52, y: middle + first }, nameSpans(of.label ?? id)),
      hasNumbers ? figure('value', value, width - 10, middle + first) : '',
      hasNumbers ? figure('gradient', gradient, width - 10, middle + second) : '',
      isOutput ? badge(width) : '',
      ...ports,
    );
  };

  const badge = (width: number): string => {
    const wide = language === 'en' ? 52 : 40;
    return element(
      'g',
      { class: 'badge', transform: `translate(${width - 10 - wide} -10)` },
      element('rect', { width: wide, height: 18, rx: 9 }),
      element('text', { x: wide / 2, y: 13 }, outputWord[language]),
    );
  };

  const card = (at: DrawnCard): string => {
    const { group, inputs, outputs, members } = at.card;
    const { width, height } = at;
    const entries = inputs.map(({ id, source }) => {
      const { x, y } = cardPort(at.card, at, id);
      const name = source === null ? '?' : nameSpans(source);
      return element('text', { x: x + 13, y: y + 4.5, class: 'muted' }, name) + portAt(x, y);
    });
    const exits = outputs.map(({ id, node: of }) => {
      const { x, y } = cardPort(at.card, at, id);
      return [
        element('text', { x: width - 100, y: y - 5, 'text-anchor': 'end' }, nameSpans(of)),
        hasNumbers ? figure('value', nodeValue(program, of), width - 13, y - 5) : '',
        hasNumbers ? figure('gradient', nodeGradient(program, of), width - 13, y + 14) : '',
        portAt(x, y),
      ].join('');
    });
    return element(
      'g',
      { class: 'node', 'data-id': at.id, transform: `translate(${at.x} ${at.y})` },
      element('rect', { x: 3, y: 3, width, height, rx: 10 }),
      element('rect', { width, height, rx: 10 }),
      element('path', { d: `M0,32 H${width}`, class: 'rule' }),
      element('text', { x: 14, y: 21, class: 'title' }, xmlText(titleOf(group.id))),
      element(
        'text',
        { x: width - 12, y: 21, 'text-anchor': 'end', class: 'muted' },
        String(members.length),
      ),
      ...entries,
      ...exits,
    );
  };

  const box = (at: DrawnBox): string =>
    element(
      'g',
      { 'data-id': at.id, transform: `translate(${at.x} ${at.y})` },
      element('rect', { width: at.width, height: at.height, rx: 12, class: 'box' }),
      element('text', { x: 14, y: 24, class: 'title muted' }, xmlText(titleOf(at.box.group.id))),
    );

  const line = ({ id, curve }: DrawnEdge): string =>
    element('path', {
      d: curvePath(rounded(curve), options.lines),
      class: 'line',
      'data-line': id,
    });

  const numbers = ({ id, target, port, place }: DrawnEdge): string => {
    const { value, gradient } = ofEdge(target, port);
    const text = (role: 'value' | 'gradient', tensor: Tensor | undefined, y: number) =>
      tensor === undefined || !hasNumbers
        ? ''
        : element(
            'text',
            { class: role, 'data-role': role, y },
            xmlText(formatBriefly(tensor, digits)),
          );
    return element(
      'g',
      {
        class: 'on',
        'data-edge': id,
        transform: `translate(${shortened(place.x)} ${shortened(place.y)})`,
      },
      text('value', value, -5),
      text('gradient', gradient, 15),
    );
  };

  return {
    node,
    card,
    box,
    line,
    numbers,
    titleOf,
    shapeOf: (id: string) => program.shapes[program.index.get(id) ?? -1],
    textsOf: (target: string, port: number) => {
      const { value, gradient } = ofEdge(target, port);
      return [value, gradient].flatMap((it) =>
        it === undefined ? [] : [formatBriefly(it, digits)],
      );
    },
  };
}

/** A name set as mathematics; a label that is TeX shows its letters. */
function nameSpans(name: string): string {
  const { stem, subscript } = mathName(name.replace(/[$\\{}]/g, ''));
  const below =
    subscript === '' ? '' : element('tspan', { dy: 4, class: 'sub' }, xmlText(subscript));
  const back = subscript === '' ? '' : element('tspan', { dy: -4 }, '\u200b');
  return element('tspan', { class: 'name' }, xmlText(stem)) + below + back;
}

/** A vector or matrix with its right edge at x, around a line; large ones as their shape. */
function grid(
  role: 'value' | 'gradient',
  tensor: Tensor | undefined,
  x: number,
  middle: number,
  digits: Digits | undefined,
): string {
  if (tensor === undefined || typeof tensor === 'number') return '';
  if (!isWrittenOut(shapeOf(tensor))) {
    return element(
      'text',
      { x, y: middle + 4.5, 'text-anchor': 'end', class: role, 'data-role': role },
      xmlText(formatBriefly(tensor, digits)),
    );
  }
  const rows = rowsOf(tensor).map((row) => row.map((number) => formatNumber(number, digits)));
  const widths = rows[0].map((_, j) => Math.max(24, ...rows.map((row) => 7.6 * row[j].length)) + 6);
  const width = widths.reduce((sum, one) => sum + one, 8);
  const [top, height] = [middle - (rows.length * 19) / 2, rows.length * 19];
  const [left, right] = [x - width, x];
  const cells = rows.flatMap((row, i) =>
    row.map((text, j) => {
      const end = left + 2 + widths.slice(0, j + 1).reduce((sum, one) => sum + one, 0);
      return element(
        'text',
        { x: end, y: top + i * 19 + 13.5, 'text-anchor': 'end', class: `${role} cell` },
        xmlText(text),
      );
    }),
  );
  const bracket = `M${left + 4},${top + 1} H${left} V${top + height - 1} H${left + 4} M${right - 4},${top + 1} H${right} V${top + height - 1} H${right - 4}`;
  return element(
    'g',
    { 'data-role': role },
    element('path', { d: bracket, class: 'bracket' }),
    ...cells,
  );
}

function rowsOf(tensor: Tensor): readonly (readonly number[])[] {
  if (typeof tensor === 'number') return [[tensor]];
  return typeof tensor[0] === 'number'
    ? [tensor as readonly number[]]
    : (tensor as readonly number[][]);
}

function portAt(x: number, y: number): string {
  return element('circle', { cx: x, cy: y, r: 3.5, class: 'port' });
}

function noteLinesOf({ text, width = noteWidth }: Note, language: Language) {
  return noteLines(localize(text, language), width - 2 * note.side);
}

function noteDrawing(at: DrawnNote, language: Language): string {
  const { x, y, width, height } = at;
  const written = noteLinesOf(at.note, language).map(({ text, isTitle }, i) =>
    element(
      'text',
      { x: note.side, y: note.top + i * note.line + 14.5, class: isTitle ? 'heading' : undefined },
      xmlText(text),
    ),
  );
  return element(
    'g',
    { class: 'note', 'data-id': at.id, transform: `translate(${x} ${y})` },
    element('rect', { width, height, rx: 8 }),
    ...written,
  );
}

function rounded([a, b, c, d]: DrawnEdge['curve']): DrawnEdge['curve'] {
  const round = ({ x, y }: { x: number; y: number }) => ({ x: shortened(x), y: shortened(y) });
  return [round(a), round(b), round(c), round(d)];
}

function shortened(value: number): number {
  return Math.round(value * 100) / 100;
}
