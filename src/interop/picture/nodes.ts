import { type DrawnNode, formOf, inputAnchor, outputAnchor } from '../../drawing/index.ts';
import { formatNumber } from '../../formula/index.ts';
import { shapeText } from '../../graph/index.ts';
import { type Language, ops, type Shape } from '../../ops/index.ts';
import type { Book } from './book.ts';
import { figure, grid, nameSpans, portAt, rowsOf } from './figures.ts';
import { leafStyle } from './style.ts';
import { element, xmlText } from './svg.ts';

/** Where the lines of numbers stand below the middle of a node. */
const lines = { first: -6.5, second: 16.5 };

const outputWord = { en: 'output', 'zh-CN': '输出' };

/** A node with its name and numbers. */
export function nodeDrawing({ node: of, ...at }: DrawnNode, book: Book): string {
  const { hasNumbers, language } = book;
  const { digits } = book.options;
  const { id, width, height } = at;
  const form = formOf(of);
  const value = book.value(id);
  const gradient = book.gradient(id);
  const middle = height / 2;
  const isOutput = id === book.output;
  const place = `translate(${at.x} ${at.y})`;
  const ports = [
    ...Array.from({ length: (of.inputs ?? []).length }, (_, i) => inputAnchor(of, at, i)),
    outputAnchor(at),
  ].map(({ x, y }) => portAt(x, y));
  const shape = book.options.shapes ? shapeMark(book.shapeOf(id), language) : '';
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
              style: leafStyle(formatNumber(value, digits), form),
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
      shape,
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
              {
                class: 'value',
                'data-role': 'value',
                style: leafStyle(formatNumber(value, digits), form),
              },
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
      hasNumbers && isGrid ? figure('value', value, width - 10, middle + first, digits) : '',
      hasNumbers ? figure('gradient', gradient, width - 10, middle + second, digits) : '',
      isOutput ? badge(width, language) : '',
      shape,
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
    hasNumbers ? figure('value', value, width - 10, middle + first, digits) : '',
    hasNumbers ? figure('gradient', gradient, width - 10, middle + second, digits) : '',
    isOutput ? badge(width, language) : '',
    shape,
    ...ports,
  );
}

function badge(width: number, language: Language): string {
  const wide = language === 'en' ? 52 : 40;
  return element(
    'g',
    { class: 'badge', transform: `translate(${width - 10 - wide} -10)` },
    element('rect', { width: wide, height: 18, rx: 9 }),
    element('text', { x: wide / 2, y: 13 }, outputWord[language]),
  );
}

/** The shape of a value, above its node. */
function shapeMark(shape: Shape | undefined, language: Language): string {
  if (shape === undefined) return '';
  const text = xmlText(shapeText(shape)[language]);
  return element('text', { x: 8, y: -4, class: 'shape', 'data-role': 'shape' }, text);
}
