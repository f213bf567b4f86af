import { type Shape, shapeOf, type Tensor } from '../ops/index.ts';
import { type Digits, formatNumber } from './number.ts';

/** Vectors and matrices up to this length on every axis are written out, larger ones as a shape. */
const longestAxis = 4;

/** True for shapes whose numbers are all shown. */
export function isWrittenOut(shape: Shape): boolean {
  return shape.every((length) => length <= longestAxis);
}

/** A value on one line: a number, `[1, 2]`, `[[1, 2], [3, 4]]`, or just the shape of a large one. */
export function formatTensor(tensor: Tensor, digits?: Digits): string {
  if (typeof tensor === 'number') return formatNumber(tensor, digits);
  if (!isWrittenOut(shapeOf(tensor))) return `[${shapeOf(tensor).join('×')}]`;
  return bracket(tensor, digits);
}

/** Room for a value on an edge, in characters. */
const longestOnEdge = 14;

/** A value where there is little room: on one line if that is short, else its shape (`2×3`). */
export function formatBriefly(tensor: Tensor, digits?: Digits): string {
  const text = formatTensor(tensor, digits);
  if (typeof tensor === 'number' || text.length <= longestOnEdge) return text;
  return `[${shapeOf(tensor).join('×')}]`;
}

/** The expression that reads back as this value, with every digit. */
export function tensorSource(tensor: Tensor): string {
  return typeof tensor === 'number' ? String(tensor) : bracket(tensor, 'full');
}

function bracket(list: readonly (number | readonly number[])[], digits?: Digits): string {
  const items = list.map((item) =>
    typeof item === 'number' ? formatNumber(item, digits) : bracket(item, digits),
  );
  return `[${items.join(', ')}]`;
}
