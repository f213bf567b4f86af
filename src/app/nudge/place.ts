import type { Shape } from '../../ops/index.ts';

/** Row and column of an element, counted from 1; a vector has but the one, a scalar none. */
export function placeOf(element: number, shape: Shape): readonly number[] {
  const [rows, columns] = shape;
  if (rows === undefined) return [];
  if (columns === undefined) return [element + 1];
  return [Math.floor(element / columns) + 1, (element % columns) + 1];
}

/** The place as it is written behind a name: `[2, 1]`, or nothing for a scalar. */
export function subscriptOf(element: number, shape: Shape): string {
  const place = placeOf(element, shape);
  return place.length === 0 ? '' : `[${place.join(', ')}]`;
}
