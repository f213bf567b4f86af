import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, compile, forward, leanFor, type Program } from '../../src/engine/index.ts';
import type { GraphNode } from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';

/** Leaves w… are shared, x… vary; on top of them neurons, sums, products and bends of what came before. */
const anyNet = fc
  .record({
    lanes: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: 40,
      maxLength: 40,
    }),
    steps: fc.array(
      fc.record({
        op: fc.constantFrom('neuron', 'neuron', 'add', 'multiply', 'tanh'),
        picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        count: fc.integer({ min: 2, max: 4 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ lanes, numbers, steps }) => {
    const nodes: GraphNode[] = [0, 1, 2, 3].flatMap((i) => [
      leaf(`w${i}`, numbers[i]),
      leaf(`x${i}`, 0),
    ]);
    // Mostly of the latest nodes, so that the output depends on many.
    const recent = (pick: number) => nodes[nodes.length - 1 - (pick % 3)].id;
    const any = (pick: number) => nodes[pick % nodes.length].id;
    for (const { op, picks, count } of steps) {
      const id = `n${nodes.length}`;
      if (op === 'tanh') nodes.push(node(id, op, recent(picks[0])));
      else if (op !== 'neuron') {
        const others = picks.slice(1, op === 'add' ? count : 2).map(any);
        nodes.push(node(id, op, recent(picks[0]), ...others));
      } else {
        const factors = picks.slice(0, count).map(recent);
        const products = factors.map((factor, i) =>
          node(`${id}_${i}`, 'multiply', ...(i === 1 ? [factor, 'w1'] : [`w${i}`, factor])),
        );
        nodes.push(...products, node(id, 'add', ...products.map((each) => each.id), 'w2'));
      }
    }
    return { graph: graphOf(...nodes), lanes, columns: numbers.slice(4) };
  });

const shared = ['w0', 'w1', 'w2', 'w3'];

function made({ graph, lanes, columns }: typeof anyNet extends fc.Arbitrary<infer T> ? T : never) {
  const program = compile(graph, { count: lanes, varying: new Set(['x0', 'x1', 'x2', 'x3']) });
  for (let i = 0; i < 4; i++) {
    const slot = program.slots[program.index.get(`x${i}`) ?? -1];
    for (let lane = 0; lane < lanes; lane++) program.values[slot + lane] = columns[7 * i + lane];
  }
  return program;
}

/** The output in every lane, and the gradients of some leaves. */
function pass(program: Program, leaves: readonly string[]): readonly number[] {
  forward(program);
  backward(program);
  const { values, gradients, outputSlot, outputSize, slots, index } = program;
  return [
    ...values.subarray(outputSlot, outputSlot + outputSize),
    ...leaves.map((id) => gradients[slots[index.get(id) ?? -1]]),
  ];
}

describe('a lean program', () => {
  test('gives the output and the wanted gradients of the whole one', () => {
    fc.assert(
      fc.property(anyNet, fc.subarray(shared), (net, wanted) => {
        const expected = pass(made(net), wanted);
        fc.pre(expected.every(Number.isFinite));
        pass(leanFor(made(net), wanted), wanted).forEach((number, i) => {
          const slack = 1e-9 * Math.max(1, Math.abs(expected[i]));
          expect(Math.abs(number - expected[i])).toBeLessThanOrEqual(slack);
        });
      }),
      { numRuns: 400 },
    );
  });

  const graph = graphOf(
    ...['x', 'w', 'v', 'b', 't'].map((id, i) => leaf(id, i - 1.5)),
    node('aside', 'exp', 'x'),
    node('xx', 'square', 'x'),
    node('wx', 'multiply', 'w', 'x'),
    node('vxx', 'multiply', 'v', 'xx'),
    node('y', 'add', 'wx', 'b', 'vxx'),
    node('loss', 'squaredError', 'y', 't'),
  );
  const program = compile(graph, { count: 3, varying: new Set(['x', 't']) });
  const ops = (wanted: readonly string[]) => {
    const { runs, live } = leanFor(program, wanted);
    return [runs, live].map((all) => all.map(({ op }) => op.id));
  };

  test('keeps no products of a weighted sum, and computes nothing beside the output', () => {
    expect(ops(['w', 'v', 'b'])).toEqual([
      ['square', 'add', 'squaredError'],
      ['add', 'squaredError'],
    ]);
  });

  test('leaves out gradients that lead to no wanted leaf', () => {
    expect(ops([])[1]).toEqual([]);
    expect(ops(['x'])[1]).toEqual(['square', 'add', 'squaredError']);
  });
});
