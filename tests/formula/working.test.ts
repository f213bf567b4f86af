import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { stepAt, stepCount, trace } from '../../src/engine/index.ts';
import { edgesToOutput, type Working, working } from '../../src/formula/working.ts';
import { edgesOf, type Graph } from '../../src/graph/index.ts';
import { graphOf, leaf, node, operations } from '../support/apply.ts';
import { evaluated } from '../support/evaluated.ts';
import { evaluateTex } from '../support/evaluateTex.ts';
import { anyGraph, tameGraph } from '../support/graphs.ts';
import { anyArity, intervalOf, numberIn } from '../support/tensors.ts';

/** Names may have accents, which KaTeX sets though LaTeX would not. */
const strict = (code: string) => (code === 'unicodeTextInMathMode' ? 'ignore' : 'error');

function work(graph: Graph, quantity: string): Working | undefined {
  return working(graph, quantity, evaluated(graph).numbersOf);
}

function quantitiesOf(graph: Graph): string[] {
  const ofNodes = graph.nodes.flatMap(({ id }) => [`value:${id}`, `gradient:${id}`]);
  const ofEdges = edgesOf(graph).flatMap(({ id }) => [`local:${id}`, `contribution:${id}`]);
  return [...ofNodes, ...ofEdges];
}

/** b is used twice: 27 comes back along one edge and 36 along the other. */
const linear = graphOf(
  leaf('b', 4),
  { id: 'c2', op: 'constant', value: 3 },
  { id: 'c3', op: 'constant', value: 2 },
  node('m2', 'multiply', 'c2', 'b'),
  node('m3', 'multiply', 'b', 'c3'),
  leaf('k', 6),
  node('x', 'add', 'm2', 'k'),
  { id: 'c4', op: 'constant', value: 1 },
  node('y', 'add', 'm3', 'c4'),
  node('z', 'multiply', 'x', 'y'),
);

const d = (of: string, by: string) => `\\frac{\\partial ${of}}{\\partial ${by}}`;

describe('the working', () => {
  test('of a value is the op with symbols and with numbers; constants are their numbers', () => {
    expect(work(linear, 'value:m2')).toEqual({
      rule: 'm_{\\mathrm{2}} = 3 \\cdot b',
      numbers: '3 \\cdot 4',
      result: '12',
    });
  });

  test('of a local derivative is the op’s own formula', () => {
    expect(work(linear, 'local:x->z:0')).toEqual({
      rule: `${d('z', 'x')} = y`,
      numbers: '9',
      result: '9',
    });
  });

  test('of a contribution is upstream gradient times local derivative', () => {
    expect(work(linear, 'contribution:b->m3:0')).toEqual({
      rule: `${d('z', 'b')} \\mathrel{+}= ${d('z', 'm_{\\mathrm{3}}')} \\cdot ${d('m_{\\mathrm{3}}', 'b')}`,
      numbers: '18 \\cdot 2',
      result: '36',
    });
    expect(work(linear, 'contribution:x->z:0')?.rule).toBe(
      `${d('z', 'x')} = ${d('z', 'z')} \\cdot ${d('z', 'x')}`,
    );
  });

  test('of a gradient is the sum over the edges: 36 + 27 = 63', () => {
    const chain = (by: string) => `${d('z', by)} \\cdot ${d(by, 'b')}`;
    expect(work(linear, 'gradient:b')).toEqual({
      rule: `${d('z', 'b')} = ${chain('m_{\\mathrm{3}}')} + ${chain('m_{\\mathrm{2}}')}`,
      numbers: '18 \\cdot 2 + 9 \\cdot 3 = 36 + 27',
      result: '63',
    });
    expect(work(linear, 'gradient:z')).toMatchObject({ rule: `${d('z', 'z')} = 1`, result: '1' });
  });

  test('of the gradient of what the output does not need is 0', () => {
    const graph = { ...graphOf(leaf('a', 1), leaf('b', 2), node('y', 'exp', 'a')), output: 'y' };
    expect(work(graph, 'gradient:b')).toMatchObject({ rule: `${d('y', 'b')} = 0`, result: '0' });
  });

  test('puts negative numbers and powers of ten in brackets where they need them', () => {
    const graph = graphOf(leaf('a', -2), leaf('b', 1.5e-7), node('y', 'power', 'a', 'b'));
    expect(work(graph, 'value:y')?.numbers).toBe('\\left(-2\\right)^{1.5 \\cdot 10^{-7}}');
    const product = graphOf(leaf('a', 3), leaf('b', -2), node('y', 'multiply', 'a', 'b'));
    expect(work(product, 'value:y')?.numbers).toBe('3 \\cdot \\left(-2\\right)');
  });

  test('tells the two edges of x·x apart', () => {
    const graph = graphOf(leaf('x', 5), node('y', 'multiply', 'x', 'x'));
    expect(work(graph, 'local:x->y:1')?.rule).toBe(`${d('y', 'x^{(2)}')} = x`);
  });

  test('of matrices keeps the order of the factors and adds up what was broadcast', () => {
    const graph = graphOf(
      leaf('A', [[1, 2]]),
      leaf('B', [[3], [4]]),
      node('C', 'matmul', 'A', 'B'),
      leaf('s', 2),
      leaf('v', [1, 2]),
      node('w', 'multiply', 's', 'v'),
      node('L', 'add', 'C', 'w'),
    );
    expect(work(graph, 'contribution:A->C:0')?.rule).toContain(`${d('L', 'C')} \\, B^{\\top}`);
    expect(work(graph, 'contribution:B->C:1')?.rule).toContain(`A^{\\top} \\, ${d('L', 'C')}`);
    expect(work(graph, 'contribution:s->w:0')?.numbers).toMatch(/^\\sum .* \\odot /);
    expect(work(graph, 'contribution:v->w:1')?.numbers).not.toContain('\\sum');
    expect(work(graph, 'local:A->C:0')).toBeUndefined();
  });

  test('leaves blank what is not known', () => {
    const nothing = working(linear, 'gradient:b', () => undefined);
    expect(nothing?.numbers).toContain('\\square \\cdot \\square');
    expect(nothing?.result).toBe('\\square');
  });

  test('is not there for a leaf’s value and for what does not exist', () => {
    for (const id of ['value:b', 'value:nobody', 'local:b->nobody:0', 'nonsense', 'gradient:no']) {
      expect(work(linear, id), id).toBeUndefined();
    }
    const open = { ...graphOf(leaf('a', 1), node('y', 'multiply', 'a')), output: 'y' };
    for (const id of quantitiesOf(open)) work(open, id);
    expect(
      work({ ...linear, output: undefined, nodes: linear.nodes.slice(0, 5) }, 'gradient:b'),
    ).toBe(undefined);
  });
});

describe.each(operations.filter((op) => op.layout === 'elementwise'))('with $id', (op) => {
  test('the numbers put in give the result', () => {
    const operands = anyArity(op).chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, port) => numberIn(intervalOf(op, port), port))),
    );
    fc.assert(
      fc.property(operands, numberIn([-3, 3]), (numbers, factor) => {
        const leaves = numbers.map((number, port) => leaf(`a${port}`, Number(number.toFixed(3))));
        const names = leaves.map(({ id }) => id);
        const graph = graphOf(
          ...leaves,
          leaf('g', Number(factor.toFixed(3))),
          node('y', op.id, ...names),
          node('z', 'multiply', 'y', 'g'),
        );
        const { numbersOf } = evaluated(graph);
        const asked = ['value:y', ...names.map((id) => `gradient:${id}`)];
        names.forEach((id, port) => {
          asked.push(`local:${id}->y:${port}`, `contribution:${id}->y:${port}`);
        });
        for (const id of asked) {
          const numbers = working(graph, id, numbersOf)?.numbers ?? '';
          const expected = Number(numbersOf(id));
          const slack = 1e-3 * Math.max(1, Math.abs(expected));
          expect(Math.abs(evaluateTex(numbers, {}) - expected), `${id}: ${numbers}`).toBeLessThan(
            slack,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('everything that can be asked of any graph is TeX that KaTeX sets', () => {
  const set = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(tameGraph, anyGraph({ cyclic: true })), (graph) => {
      const { numbersOf } = evaluated(graph);
      for (const id of quantitiesOf(graph)) {
        const it = working(graph, id, numbersOf);
        if (it === undefined) continue;
        const tex = `${it.rule} = ${it.numbers} = ${it.result}`;
        if (set.size < 400 && !set.has(tex)) katex.renderToString(tex, { strict });
        set.add(tex);
      }
    }),
    { numRuns: 60 },
  );
});

test('edges come in the order of the trace', () => {
  fc.assert(
    fc.property(anyGraph(), (graph) => {
      const { program, edges } = evaluated(graph);
      if (program.output === undefined) return;
      const it = trace(program, edges);
      const steps = Array.from({ length: stepCount(it) }, (_, at) => stepAt(it, at));
      for (const { id } of graph.nodes) {
        const passed = steps.flatMap((step) =>
          step?.pass === 'backward' && step.source === id ? [step.edge] : [],
        );
        expect(edgesToOutput(graph, id).map((edge) => edge.id)).toEqual(passed);
      }
    }),
  );
});
