import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  broadcast,
  broadcastIndex,
  flatten,
  isRagged,
  type Shape,
  shapeOf,
  sizeOf,
  type Tensor,
  unflatten,
} from '../../src/ops/index.ts';
import { apply, operation, operations } from '../support/apply.ts';
import { anyOperands, anyShape, fittingShapes, tensorOf } from '../support/tensors.ts';

const anyTensor = anyShape.chain((shape) => tensorOf(shape, fc.integer({ min: -9, max: 9 })));

describe('a tensor', () => {
  test.each<[Tensor, Shape, number]>([
    [7, [], 1],
    [[7], [1], 1],
    [[1, 2, 3], [3], 3],
    [[[1, 2, 3]], [1, 3], 3],
    [[[1], [2]], [2, 1], 2],
  ])('%j has shape %j and %i numbers', (tensor, shape, size) => {
    expect(shapeOf(tensor)).toEqual(shape);
    expect(sizeOf(shape)).toBe(size);
    expect(flatten(tensor)).toHaveLength(size);
  });

  test('is the same after it was laid out flat, wherever it stands', () => {
    fc.assert(
      fc.property(anyTensor, fc.nat(5), (tensor, offset) => {
        const flat = [...new Array(offset).fill(99), ...flatten(tensor)];
        expect(unflatten(flat, shapeOf(tensor), offset)).toEqual(tensor);
      }),
    );
  });

  test.each<[Tensor, boolean]>([
    [1, false],
    [[1, 2], false],
    [
      [
        [1, 2],
        [3, 4],
      ],
      false,
    ],
    [[[1, 2]], false],
    [[1], false],
    [[[1, 2], [3]], true],
    [[[1], [2, 3]], true],
    [[1, [2]] as unknown as Tensor, true],
    [[[1], 2] as unknown as Tensor, true],
  ])('%j: ragged is %s', (tensor, ragged) => {
    expect(isRagged(tensor)).toBe(ragged);
  });
});

describe('broadcasting', () => {
  // The examples of NumPy's user guide, as far as they have at most two axes, and its edge cases.
  test.each<[Shape[], Shape | null]>([
    [[[], []], []],
    [[[], [3]], [3]],
    [
      [[5, 4], [1]],
      [5, 4],
    ],
    [
      [[5, 4], [4]],
      [5, 4],
    ],
    [
      [[3, 1], [3]],
      [3, 3],
    ],
    [
      [
        [4, 1],
        [1, 3],
      ],
      [4, 3],
    ],
    [
      [[2, 1], [8]],
      [2, 8],
    ],
    [
      [[1], [2, 2]],
      [2, 2],
    ],
    [[[3], [4]], null],
    [[[2, 1], [8, 4, 3].slice(0, 2)], null],
    [[[2, 3], [2]], null],
    [
      [
        [2, 3],
        [3, 2],
      ],
      null,
    ],
    [
      [[2], [], [1, 2], [3, 1]],
      [3, 2],
    ],
    [[[2], [3, 1], [4]], null],
  ])('%j gives %j', (shapes, result) => {
    expect(broadcast(shapes)).toEqual(result);
    expect(broadcast([...shapes].reverse())).toEqual(result);
  });

  test('puts the operand’s elements where stretching it by hand puts them', () => {
    const fitting = fc.tuple(anyShape, anyShape).filter((shapes) => broadcast(shapes) !== null);
    fc.assert(
      fc.property(fitting, ([from, other]) => {
        const to = broadcast([from, other]) ?? [];
        const numbers = Array.from({ length: sizeOf(from) }, (_, i) => i);
        const stretched = flatten(stretch(unflatten(numbers, from), to));
        expect([...broadcastIndex(from, to)]).toEqual(stretched);
      }),
    );
  });
});

describe.each(operations)('the shapes of $id', (op) => {
  test('its result has the shape it declares, its gradients those of the operands', () => {
    fc.assert(
      fc.property(anyOperands(op), (operands) => {
        const { value, gradients } = apply(op, operands);
        expect(shapeOf(value)).toEqual(op.shape(operands.map(shapeOf), {}));
        expect(gradients.map(shapeOf)).toEqual(operands.map(shapeOf));
      }),
    );
  });
});

describe.each(operations.filter((op) => op.layout === 'elementwise'))('$id on tensors', (op) => {
  test('is the op on scalars, element by element of the stretched operands', () => {
    fc.assert(
      fc.property(anyOperands(op), (operands) => {
        const { value } = apply(op, operands);
        const shape = shapeOf(value);
        const stretched = operands.map((operand) => flatten(stretch(operand, shape)));
        const elements = flatten(value).map((_, i) =>
          Number(
            apply(
              op,
              stretched.map((numbers) => numbers[i]),
            ).value,
          ),
        );
        expect(flatten(value)).toEqual(elements);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses shapes that do not fit together', () => {
    fc.assert(
      fc.property(fittingShapes(op), (shapes) => {
        if (shapes.length > 1) expect(op.shape([[5], ...shapes.slice(1, -1), [7]], {})).toBeNull();
        expect(op.shape(shapes, {})).toEqual(broadcast(shapes));
      }),
    );
  });
});

describe('matmul', () => {
  const matmul = operation('matmul');

  // As np.matmul does with these operands.
  test.each<[Shape, Shape, Shape | null]>([
    [
      [2, 3],
      [3, 4],
      [2, 4],
    ],
    [[3], [3], []],
    [[3], [3, 2], [2]],
    [[2, 3], [3], [2]],
    [[1, 1], [1], [1]],
    [[2, 3], [2, 3], null],
    [[2, 3], [2], null],
    [[3], [2, 3], null],
    [[2], [3], null],
    [[], [3], null],
    [[3], [], null],
    [[], [], null],
  ])('%j times %j gives %j', (a, b, result) => {
    expect(matmul.shape([a, b], {})).toEqual(result);
  });

  test('multiplies rows by columns', () => {
    fc.assert(
      fc.property(anyOperands(matmul), ([a, b]) => {
        const rows = rowsOf(a, 'row');
        const columns = transpose(rowsOf(b, 'column'));
        const products = rows.map((row) =>
          columns.map((column) => row.reduce((sum, x, i) => sum + x * column[i], 0)),
        );
        const flat = flatten(apply(matmul, [a, b]).value);
        for (const [i, product] of products.flat().entries()) {
          expect(flat[i]).toBeCloseTo(product, 12);
        }
        expect(flat).toHaveLength(products.flat().length);
      }),
    );
  });
});

/** np.broadcast_to, axis by axis. */
function stretch(tensor: Tensor, [rows, columns]: Shape): Tensor {
  const widen = (row: readonly number[], length: number) =>
    row.length === 1 ? new Array<number>(length).fill(row[0]) : row;
  if (rows === undefined) return tensor;
  const vector = typeof tensor === 'number' ? [tensor] : tensor;
  if (columns === undefined) return widen(vector as readonly number[], rows);
  const matrix = Array.isArray(vector[0]) ? (vector as readonly number[][]) : [vector as number[]];
  const wide = matrix.map((row) => widen(row, columns));
  return wide.length === 1 ? new Array<readonly number[]>(rows).fill(wide[0]) : wide;
}

/** A vector as a matrix of one row or one column. */
function rowsOf(tensor: Tensor, vectorIs: 'row' | 'column'): readonly (readonly number[])[] {
  const flat = flatten(tensor);
  if (shapeOf(tensor).length === 2) return tensor as readonly number[][];
  return vectorIs === 'row' ? [flat] : flat.map((x) => [x]);
}

function transpose(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
