import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  forward,
  nodeGradient,
  nodeValue,
  setLeaf,
} from '../../src/engine/index.ts';
import { flatten, type Operation, shapeOf, type Tensor, unflatten } from '../../src/ops/index.ts';
import { apply, graphOf, known, leaf, node, operation, operations } from '../support/apply.ts';
import {
  anyArity,
  anyOperands,
  anyShape,
  intervalOf,
  numberIn,
  tensorOf,
} from '../support/tensors.ts';

/** One leaf per name, and which of them each port takes. */
interface Use {
  readonly leaves: ReadonlyMap<string, Tensor>;
  readonly ports: readonly string[];
}

/** Every port has a leaf of its own; shapes differ as far as they fit together. */
function separate(op: Operation): fc.Arbitrary<Use> {
  return anyOperands(op).map((operands) => {
    const ports = operands.map((_, port) => `a${port}`);
    return { leaves: new Map(ports.map((name, port) => [name, operands[port]])), ports };
  });
}

/** All ports take the same leaf, as in x·x and x − x. */
function repeated(op: Operation): fc.Arbitrary<Use> {
  return fc.tuple(anyArity(op), anyShape).chain(([count, shape]) => {
    const intervals = Array.from({ length: count }, (_, port) => intervalOf(op, port));
    const least = Math.max(...intervals.map(([least]) => least));
    const most = Math.min(...intervals.map(([, most]) => most));
    const fits = op.shape(new Array(count).fill(shape), {}) !== null;
    return tensorOf(fits ? shape : [2, 2], numberIn([least, most])).map((value) => ({
      leaves: new Map([['x', value]]),
      ports: new Array<string>(count).fill('x'),
    }));
  });
}

const step = 1e-5;

/**
 * What disagrees between the gradients of Σ weights · op(…) and central differences, in words.
 * Weights give every element of the result an upstream gradient of its own.
 */
function disagreements(op: Operation, { leaves, ports }: Use, seed: number): string[] {
  const shape = shapeOf(
    apply(
      op,
      ports.map((name) => known(leaves.get(name))),
      undefined,
      ports,
    ).value,
  );
  const weights = unflatten(
    Array.from({ length: 9 }, (_, i) => 0.5 + ((seed + 7 * i) % 16) / 10),
    shape,
  );
  const program = compile(
    graphOf(
      ...[...leaves].map(([name, value]) => leaf(name, value)),
      leaf('weights', weights),
      node('result', op.id, ...ports),
      node('output', 'multiply', 'result', 'weights'),
    ),
  );
  forward(program);
  backward(program);
  const found: string[] = [];
  for (const [name, value] of leaves) {
    const gradient = flatten(known(nodeGradient(program, name)));
    const outcomes = (by: number) =>
      flatten(value).map((_, element) => {
        const moved = flatten(value).map((x, i) => (i === element ? x + by : x));
        setLeaf(program, name, unflatten(moved, shapeOf(value)));
        forward(program);
        return flatten(known(nodeValue(program, 'output'))).reduce((sum, x) => sum + x, 0);
      });
    const [above, here, below] = [outcomes(step), outcomes(0), outcomes(-step)];
    setLeaf(program, name, value);
    for (let i = 0; i < gradient.length; i++) {
      const central = (above[i] - below[i]) / (2 * step);
      const scale = Math.max(1, Math.abs(central));
      const bend = Math.abs(above[i] - 2 * here[i] + below[i]) / step;
      // A kink that only several operands together make (the hinge) cannot be kept away from.
      if (bend > 0.01 * scale) fc.pre(false);
      if (!(Math.abs(gradient[i] - central) <= 2e-6 * scale)) {
        found.push(`${name}[${i}]: gradient ${gradient[i]}, central difference ${central}`);
      }
    }
  }
  return found;
}

describe.each(operations)('the gradient of $id agrees with central differences', (op) => {
  test('for scalars, vectors and matrices, broadcast or not', () => {
    fc.assert(
      fc.property(separate(op), fc.nat(15), (use, seed) => {
        expect(disagreements(op, use, seed)).toEqual([]);
      }),
      { maxSkipsPerRun: 1 },
    );
  });

  test('where all its operands are one and the same node', () => {
    fc.assert(
      fc.property(repeated(op), fc.nat(15), (use, seed) => {
        expect(disagreements(op, use, seed)).toEqual([]);
      }),
      { maxSkipsPerRun: 1 },
    );
  });
});

describe('multiply with zeros among its factors', () => {
  test('gives each factor the product of the others, which is not the whole divided by it', () => {
    const factors = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(factors, (numbers) => {
        const others = numbers.map((_, port) =>
          numbers.filter((_, other) => other !== port).reduce((product, x) => product * x, 1),
        );
        const { gradients } = apply(operation('multiply'), numbers);
        expect(gradients.map((gradient) => Number(gradient) + 0)).toEqual(others.map((x) => x + 0));
      }),
    );
  });
});
