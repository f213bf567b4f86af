import {
  type Digits,
  formatBriefly,
  formatNumber,
  isWrittenOut,
  mathName,
} from '../../formula/index.ts';
import { shapeOf, type Tensor } from '../../ops/index.ts';
import { element, xmlText } from './svg.ts';

/** A number at the right end of a line; matrices as a grid around its middle. */
export function figure(
  role: 'value' | 'gradient',
  tensor: Tensor | undefined,
  x: number,
  y: number,
  digits: Digits | undefined,
): string {
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
}

/** A name set as mathematics; a label that is TeX shows its letters. */
export function nameSpans(name: string): string {
  const { stem, subscript } = mathName(name.replace(/[$\\{}]/g, ''));
  const below =
    subscript === '' ? '' : element('tspan', { dy: 4, class: 'sub' }, xmlText(subscript));
  const back = subscript === '' ? '' : element('tspan', { dy: -4 }, '\u200b');
  return element('tspan', { class: 'name' }, xmlText(stem)) + below + back;
}

/** A vector or matrix with its right edge at x, around a line; large ones as their shape. */
export function grid(
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

/** The rows of a matrix; a vector is one. */
export function rowsOf(tensor: Tensor): readonly (readonly number[])[] {
  if (typeof tensor === 'number') return [[tensor]];
  return typeof tensor[0] === 'number'
    ? [tensor as readonly number[]]
    : (tensor as readonly number[][]);
}

/** The dot of a port. */
export function portAt(x: number, y: number): string {
  return element('circle', { cx: x, cy: y, r: 3.5, class: 'port' });
}
