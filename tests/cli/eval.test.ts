import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli, chainrule, example, file, graphFile, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

/** The object `eval --json` prints; the command must have worked. */
async function json(...args: readonly string[]) {
  const { code, out, err } = await chainrule(['eval', ...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

/** The example of the design document. */
const nodes = [
  { id: 'w', op: 'parameter', value: 3 },
  { id: 'b', op: 'parameter', value: 4 },
  { id: 'c2', op: 'constant', value: 2 },
  { id: 'c3', op: 'constant', value: 3 },
  { id: 'd2', op: 'constant', value: 2 },
  { id: 'c1', op: 'constant', value: 1 },
  { id: 'w2', op: 'multiply', inputs: ['c2', 'w'] },
  { id: 'b3', op: 'multiply', inputs: ['c3', 'b'] },
  { id: 'x', op: 'add', inputs: ['w2', 'b3'] },
  { id: 'b2', op: 'multiply', inputs: ['d2', 'b'] },
  { id: 'y', op: 'add', inputs: ['b2', 'c1'] },
  { id: 'z', op: 'multiply', inputs: ['x', 'y'], position: { x: 640, y: 80 } },
];
const design = graphFile('design.json', nodes, { output: 'z' });

describe.concurrent('eval --json', () => {
  test('prints output, order, values, gradients, edges and problems of the worked example', async () => {
    const result = await json(design);
    expect(Object.keys(result)).toEqual([
      'output',
      'order',
      'values',
      'gradients',
      'edges',
      'problems',
    ]);
    expect(result).toMatchObject({
      output: 'z',
      order: nodes.map(({ id }) => id),
      values: { w: 3, b: 4, w2: 6, b3: 12, x: 18, b2: 8, y: 9, z: 162 },
      gradients: { w: 18, b: 63, c2: 27, w2: 9, x: 9, b2: 18, y: 18, c1: 18, z: 1 },
      problems: [],
    });
    expect(Object.keys(result.values)).toHaveLength(nodes.length);
    expect(Object.keys(result.gradients)).toHaveLength(nodes.length);
    expect(Object.keys(result.edges)).toHaveLength(12);
    expect(result.edges['c2->w2:0']).toEqual({ value: 2, gradient: 27, local: 3 });
    expect(result.edges['b->b3:1']).toEqual({ value: 4, gradient: 27, local: 3 });
    expect(result.edges['x->z:0']).toEqual({ value: 18, gradient: 9, local: 9 });
  });

  test('orders nodes topologically, in file order among equals', async () => {
    const reversed = graphFile('reversed.json', [...nodes].reverse(), { output: 'z' });
    const { order, values } = await json(reversed);
    expect(order).toEqual(['c1', 'd2', 'c3', 'c2', 'b', 'b2', 'y', 'b3', 'w', 'w2', 'x', 'z']);
    expect(Object.keys(values)).toEqual(order);
  });

  test('gives nodes the output does not depend on gradient 0', async () => {
    const { gradients, edges } = await json(design, '--output', 'x');
    expect(gradients).toMatchObject({ x: 1, w: 2, b: 3, y: 0, z: 0, c1: 0 });
    expect(edges['x->z:0']).toEqual({ value: 18, gradient: 0, local: 9 });
  });

  test('writes numbers with all digits, and in words what JSON has no number for', async () => {
    const name = graphFile(
      'words.json',
      [
        { id: 'm', op: 'input', value: -1 },
        { id: 'zero', op: 'input', value: 0 },
        { id: 'third', op: 'input', value: 0.1 },
        { id: 'none', op: 'ln', inputs: ['m'] },
        { id: 'low', op: 'ln', inputs: ['zero'] },
        { id: 'high', op: 'divide', inputs: ['third', 'zero'] },
        { id: 'v', op: 'input', value: [0, 1] },
        { id: 'lv', op: 'ln', inputs: ['v'] },
        { id: 's', op: 'sigmoid', inputs: ['third'] },
      ],
      { output: 'none' },
    );
    const { values, gradients, problems } = await json(name);
    expect(values).toEqual({
      m: -1,
      zero: 0,
      third: 0.1,
      none: 'NaN',
      low: '-Infinity',
      high: 'Infinity',
      v: [0, 1],
      lv: ['-Infinity', 0],
      s: 0.52497918747894,
    });
    expect(gradients).toMatchObject({ m: -1, zero: 0, v: [0, 0] });
    expect(problems).toEqual([
      {
        kind: 'domain',
        node: 'none',
        port: 0,
        operand: 'm',
        value: -1,
        message: 'ln of -1 is undefined (operand m).',
      },
      {
        kind: 'domain',
        node: 'low',
        port: 0,
        operand: 'zero',
        value: 0,
        message: 'ln of 0 is minus infinity (operand zero).',
      },
      {
        kind: 'domain',
        node: 'high',
        port: 1,
        operand: 'zero',
        value: 0,
        message: 'division by 0 (operand zero).',
      },
      {
        kind: 'domain',
        node: 'lv',
        port: 0,
        operand: 'v',
        value: 0,
        message: 'ln of 0 is minus infinity (operand v).',
      },
    ]);
  });

  test('writes tensors as nested lists, and no local derivative of a matrix product', async () => {
    const name = graphFile('tensors.json', [
      {
        id: 'A',
        op: 'parameter',
        value: [
          [1, 2],
          [3, 4],
        ],
      },
      { id: 'x', op: 'input', value: [5, 6] },
      { id: 'y', op: 'matmul', inputs: ['A', 'x'] },
      { id: 'z', op: 'square', inputs: ['y'] },
    ]);
    const { output, values, gradients, edges } = await json(name);
    expect(output).toBe('z');
    expect(values).toMatchObject({ y: [17, 39], z: [289, 1521] });
    expect(gradients).toEqual({
      A: [
        [170, 204],
        [390, 468],
      ],
      x: [268, 380],
      y: [34, 78],
      z: [1, 1],
    });
    expect(edges['A->y:0']).toEqual({
      value: [
        [1, 2],
        [3, 4],
      ],
      gradient: [
        [170, 204],
        [390, 468],
      ],
      local: null,
    });
    expect(edges['y->z:0'].local).toEqual([34, 78]);
  });

  test('keeps nodes apart whatever they are called', async () => {
    const name = graphFile('names.json', [
      { id: 'constructor', op: 'input', value: 2 },
      { id: 'toString', op: 'square', inputs: ['constructor'] },
      { id: 'hasOwnProperty', op: 'multiply', inputs: ['toString', 'constructor'] },
    ]);
    const { values, gradients, edges } = await json(name);
    expect(Object.entries(values)).toEqual([
      ['constructor', 2],
      ['toString', 4],
      ['hasOwnProperty', 8],
    ]);
    expect(Object.entries(gradients)).toEqual([
      ['constructor', 12],
      ['toString', 2],
      ['hasOwnProperty', 1],
    ]);
    expect(edges['constructor->toString:0']).toEqual({ value: 2, gradient: 8, local: 4 });
  });
});

describe('an unfinished graph is no error', () => {
  test('where the output is open: null, the candidates, and no gradients', async () => {
    const name = graphFile('open.json', [
      { id: 'a', op: 'input', value: 2 },
      { id: 'p', op: 'square', inputs: ['a'] },
      { id: 'q', op: 'negate', inputs: ['a'] },
    ]);
    expect(await json(name)).toEqual({
      output: null,
      order: ['a', 'p', 'q'],
      values: { a: 2, p: 4, q: -2 },
      gradients: {},
      edges: { 'a->p:0': { value: 2, local: 4 }, 'a->q:0': { value: 2, local: -1 } },
      problems: [
        {
          kind: 'ambiguous-output',
          candidates: ['p', 'q'],
          message: expect.stringContaining('p, q'),
        },
      ],
    });
    const { out } = await chainrule(['eval', name]);
    expect(out).toMatch(/a->p:0\s+2\s+4\s+–\n/);
    expect(out).toMatch(/No output is chosen.*p, q/);
  });

  test('where ports, values and shapes are wrong: as far as it goes', async () => {
    const name = graphFile('unfinished.json', [
      { id: 'y', op: 'add', inputs: ['v', 'w'] },
      { id: 'v', op: 'input', value: [1, 2] },
      { id: 'w', op: 'input', value: [1, 2, 3] },
      { id: 'empty', op: 'input' },
      { id: 's', op: 'square', inputs: ['v'] },
      { id: 'half', op: 'divide', inputs: ['s', null] },
      { id: 'z', op: 'add', inputs: ['half', 'y', 'empty'] },
    ]);
    const { output, order, values, gradients, problems } = await json(name);
    expect(output).toBe('z');
    expect(order).toHaveLength(7);
    expect(values).toEqual({ v: [1, 2], w: [1, 2, 3], s: [1, 4] });
    expect(gradients).toEqual({});
    expect(problems).toEqual([
      {
        kind: 'shape-mismatch',
        node: 'y',
        shapes: [[2], [3]],
        message: expect.stringMatching(/vector of 2 and vector of 3/),
      },
      { kind: 'missing-value', node: 'empty', message: expect.any(String) },
      {
        kind: 'missing-operand',
        node: 'half',
        port: 1,
        message: expect.stringContaining('Operand 2'),
      },
    ]);
  });

  test('where there are no nodes', async () => {
    const name = graphFile('nothing.json', []);
    expect(await json(name)).toEqual({
      output: null,
      order: [],
      values: {},
      gradients: {},
      edges: {},
      problems: [],
    });
    expect(await chainrule(['eval', name])).toEqual({
      code: 0,
      out: 'The graph has no nodes.\n',
      err: '',
    });
  });
});

describe('eval for people', () => {
  test('prints aligned tables of nodes and edges with six digits', async () => {
    const name = graphFile('people.json', [
      { id: 'x', op: 'input', value: 1 },
      { id: 'long_name', op: 'sigmoid', inputs: ['x'] },
      { id: 'y', op: 'ln', inputs: ['long_name'] },
    ]);
    const { code, out, err } = await chainrule(['eval', name]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'node        op           value  gradient',
        'x           input            1  0.268941',
        'long_name   sigmoid   0.731059   1.36788',
        'y (output)  ln       -0.313262         1',
        '',
        'edge               value     local  gradient',
        'x->long_name:0         1  0.196612  0.268941',
        'long_name->y:0  0.731059   1.36788   1.36788',
        '',
      ].join('\n'),
    );
  });

  test('lists problems with their nodes', async () => {
    const { out } = await chainrule(['eval', design, '--set', 'w=1e200', '--set', 'b=1e200']);
    expect(out).toMatch(/\nNode z: The result is too large for a double\.\n$/);
  });
});

describe.concurrent('--set', () => {
  test('gives leaves other values, several at once', async () => {
    const wanted = { w: 0.5, b: -2, z: (2 * 0.5 + 3 * -2) * (2 * -2 + 1) };
    for (const args of [
      ['--set', 'w=0.5', '--set', 'b=-2'],
      ['--set', 'w=.5', 'b=-2'],
      ['--set=w=5e-1', '--set=b=-2.'],
      ['--set', 'w=7', '--set', 'w=+0.5', '--set', ' b = -2 '],
    ]) {
      expect((await json(design, ...args)).values, args.join(' ')).toMatchObject(wanted);
    }
    const first = await chainrule(['eval', '--json', '--set', 'w=0.5', 'b=-2', design]);
    expect(JSON.parse(first.out).values).toMatchObject(wanted);
  });

  test('takes vectors and matrices, and may change the shape', async () => {
    const { values, gradients } = await json(design, '--set', 'w=[1, 2]');
    expect(values.x).toEqual([14, 16]);
    expect(gradients.w).toEqual([18, 18]);
    expect((await json(design, '--set', 'w=[[1],[2]]')).values.w2).toEqual([[2], [4]]);
    const { problems } = await json(design, '--set', 'w=[1,2]', 'b=[1,2,3]');
    expect(problems).toMatchObject([{ kind: 'shape-mismatch', node: 'x', shapes: [[2], [3]] }]);
  });

  test.each([
    ['w=abc', /--set w takes a finite number.*not "abc"/],
    ['w=', /--set w takes a finite number/],
    ['w="3"', /--set w takes a finite number/],
    ['w=NaN', /--set w takes a finite number/],
    ['w=1e999', /--set w takes a finite number/],
    ['w=[1,[2]]', /--set w takes a finite number/],
    ['w=[]', /--set w takes a finite number/],
    ['w=[1,', /--set w takes a finite number/],
    ['w', /--set takes a name and a value such as w=3, not "w"/],
    ['=3', /--set takes a name and a value/],
  ])('%s is bad usage', async (text, message) => {
    const { code, out, err } = await chainrule(['eval', design, '--set', text]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/Usage: chainrule eval FILE/);
  });

  test.each([
    ['q=3', /design\.json: There is no node q to set\. Leaves: w, b, c2, c3, d2, c1\./],
    [
      'z=3',
      /design\.json: Node z: its value is computed by multiply and cannot be set\. Leaves: w, b/,
    ],
    ['__proto__=3', /There is no node __proto__/],
    ['constructor=3', /There is no node constructor/],
  ])('%s names no leaf', async (text, message) => {
    const { code, out, err } = await chainrule(['eval', design, '--set', text]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
  });
});

test('--output names a node that is not there', async () => {
  const { code, out, err } = await chainrule(['eval', design, '--output', 'q']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/design\.json: There is no node q to differentiate\. Nodes: w, b, .*, z\./);
});

test('- is standard input', async () => {
  const { code, out } = await chainrule(['eval', '-', '--json'], readFileSync(example));
  expect(code).toBe(0);
  expect(JSON.parse(out).values.z).toBe(162);
  const refused = await chainrule(['eval', '-'], 'no graph');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(/^standard input: .*not valid JSON/);
});

test('a file whose name looks like an assignment is reached by its path', async () => {
  file('w=1', readFileSync(example));
  expect((await chainrule(['eval', '--set', 'w=2', './w=1'])).code).toBe(0);
  expect((await chainrule(['eval', 'w=1', '--set', 'w=2'])).code).toBe(0);
});

test('a graph of 100,000 nodes is printed whole', async () => {
  const chain: object[] = [{ id: 'n0', op: 'input', value: 1 }];
  for (let i = 1; i < 100_000; i++)
    chain.push({ id: `n${i}`, op: 'negate', inputs: [`n${i - 1}`] });
  const { order, gradients } = await json(graphFile('chain.json', chain.reverse()));
  expect(order).toHaveLength(100_000);
  expect(gradients.n0).toBe(-1);
});
