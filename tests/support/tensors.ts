import fc from 'fast-check';
import type { Operation, Shape, Tensor } from '../../src/ops/index.ts';
import { arity, completeOptions, sizeOf, unflatten } from '../../src/ops/index.ts';

const axis = fc.integer({ min: 1, max: 3 });

/** Scalars, vectors and matrices with up to three numbers along an axis. */
export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.constant([]),
  fc.tuple(axis),
  fc.tuple(axis, axis),
);

/** How many operands an op is tried with: what it takes, or two to five. */
export function anyArity(op: Operation): fc.Arbitrary<number> {
  const { least, most } = arity(op);
  return fc.integer({ min: least, max: Math.min(most, 5) });
}

/** Shapes of operands that fit together. */
export function fittingShapes(op: Operation): fc.Arbitrary<readonly Shape[]> {
  return anyArity(op)
    .chain((count) => fc.array(anyShape, { minLength: count, maxLength: count }))
    .filter((shapes) => op.shape(shapes, completeOptions(op, undefined)) !== null);
}

/**
 * Numbers of an interval on a grid. Grids of different ports never meet, and none meets 0, so that
 * where a function has a kink (at 0, at a tie), no number stands on it.
 */
export function numberIn([least, most]: readonly [number, number], port = 0): fc.Arbitrary<number> {
  const step = (most - least) / 1009;
  return fc.integer({ min: 0, max: 997 }).map((i) => least + step * i + 0.0013 * port);
}

/** Tensors of a shape. */
export function tensorOf(shape: Shape, numbers: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const length = sizeOf(shape);
  return fc
    .array(numbers, { minLength: length, maxLength: length })
    .map((flat) => unflatten(flat, shape));
}

/** The interval in which an op's operand at a port may lie. */
export function intervalOf(op: Operation, port: number): readonly [number, number] {
  return op.interval[Math.min(port, op.interval.length - 1)];
}

/** Operands that fit together, each inside the op's interval for its port. */
export function anyOperands(op: Operation): fc.Arbitrary<readonly Tensor[]> {
  return fittingShapes(op).chain((shapes) =>
    fc.tuple(...shapes.map((shape, port) => tensorOf(shape, numberIn(intervalOf(op, port), port)))),
  );
}
