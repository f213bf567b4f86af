import { describe, expect, test } from 'vitest';
import {
  arity,
  completeOptions,
  type Operation,
  type Run,
  type Shape,
  sizeOf,
} from '../../src/ops/index.ts';
import { operations } from '../support/apply.ts';
import { intervalOf } from '../support/tensors.ts';

const items = 3;

/**
 * Three items of an op between guards: in `values` the operands, a guard, the results, a guard;
 * behind the run's own operands the places of the guards, for kernels that read on.
 */
function guarded(op: Operation) {
  const { least } = arity(op);
  const shape: Shape = op.layout === 'whole' ? [2, 2] : [];
  const size = sizeOf(shape);
  const start = items * least * size + 1;
  const values = new Float64Array(start + items * size + 1).fill(777);
  values[start - 1] = 0.6;
  for (let at = 0; at < start - 1; at++) {
    const [from, to] = intervalOf(op, Math.floor(at / size) % least);
    values[at] = from + ((to - from) * (at + 1)) / (start + 1);
  }
  const guards = [start - 1, values.length - 1];
  const operands = Int32Array.from({ length: (items + 2) * least }, (_, at) =>
    at < items * least ? at * size : guards[at % least === 0 ? 0 : 1],
  );
  const run: Run = {
    start,
    count: items,
    arity: least,
    operands,
    options: completeOptions(op, undefined),
    shapes: new Array(least).fill(shape),
    shape,
    scratch: new Float64Array(least),
  };
  return { run, values, results: { from: start, to: start + items * size } };
}

describe.each(operations)('the kernels of $id', (op) => {
  test('write the results of their own items and nothing else', () => {
    const { run, values, results } = guarded(op);
    const before = values.slice();
    op.forward(run, values);
    values.forEach((value, at) => {
      const own = at >= results.from && at < results.to;
      expect(value === before[at], `value at ${at}`).toBe(!own);
    });
  });

  test('add to the gradients of their own operands and to nothing else', () => {
    const { run, values, results } = guarded(op);
    op.forward(run, values);
    const before = new Float64Array(values.length).fill(0.5);
    const gradients = before.slice();
    op.backward(run, values, gradients);
    expect(gradients.slice(results.from - 1)).toEqual(before.slice(results.from - 1));
    // They add: once more, and every gradient goes as far again.
    const once = gradients.slice();
    op.backward(run, values, gradients);
    gradients.forEach((gradient, at) => {
      expect(gradient - once[at], `gradient at ${at}`).toBeCloseTo(once[at] - 0.5, 12);
    });
  });
});
