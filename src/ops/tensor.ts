/** Sizes along each axis: `[]` scalar, `[n]` vector, `[m, n]` matrix. */
export type Shape = readonly number[];

/** A value as people and files write it: a number or nested rows of numbers (row-major). */
export type Tensor = number | readonly number[] | readonly (readonly number[])[];

/** How many numbers a tensor of this shape holds; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** The shape of a well-formed tensor; ragged rows are the caller's to refuse (see `isRagged`). */
export function shapeOf(tensor: Tensor): Shape {
  if (typeof tensor === 'number') return [];
  const first = tensor[0];
  return Array.isArray(first) ? [tensor.length, first.length] : [tensor.length];
}

/** True when the rows of a matrix differ in length or mix rows with plain numbers. */
export function isRagged(tensor: Tensor): boolean {
  if (typeof tensor === 'number') return false;
  const width = (row: unknown) => (Array.isArray(row) ? row.length : -1);
  return tensor.some((row) => width(row) !== width(tensor[0]));
}

/** The numbers of a tensor in row-major order. */
export function flatten(tensor: Tensor): readonly number[] {
  return typeof tensor === 'number' ? [tensor] : (tensor as readonly number[][]).flat();
}

/** The tensor of this shape whose numbers stand in `numbers` from `offset` on. */
export function unflatten(numbers: ArrayLike<number>, shape: Shape, offset = 0): Tensor {
  const [rows, columns] = shape;
  if (rows === undefined) return numbers[offset];
  const row = (start: number, length: number) =>
    Array.from({ length }, (_, i) => numbers[start + i]);
  if (columns === undefined) return row(offset, rows);
  return Array.from({ length: rows }, (_, i) => row(offset + i * columns, columns));
}

/**
 * The common shape of elementwise operands under NumPy's broadcasting rule (sizes are aligned at
 * the last axis; equal or 1), or null when they do not fit together.
 */
export function broadcast(shapes: readonly Shape[]): Shape | null {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result: number[] = new Array(rank).fill(1);
  for (const shape of shapes) {
    for (let axis = 0; axis < shape.length; axis++) {
      const at = rank - shape.length + axis;
      if (shape[axis] === 1 || shape[axis] === result[at]) continue;
      if (result[at] !== 1) return null;
      result[at] = shape[axis];
    }
  }
  return result;
}

/**
 * For every element of a tensor of shape `to`, the row-major element of a tensor of shape `from`
 * that broadcasting puts there. `from` must be broadcastable to `to`.
 */
export function broadcastIndex(from: Shape, to: Shape): Int32Array {
  const index = new Int32Array(sizeOf(to));
  const stride = new Array<number>(to.length).fill(0);
  for (let axis = from.length - 1, step = 1; axis >= 0; axis--) {
    if (from[axis] !== 1) stride[to.length - from.length + axis] = step;
    step *= from[axis];
  }
  for (let i = 0; i < index.length; i++) {
    let rest = i;
    let at = 0;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      at += (rest % to[axis]) * stride[axis];
      rest = Math.floor(rest / to[axis]);
    }
    index[i] = at;
  }
  return index;
}
