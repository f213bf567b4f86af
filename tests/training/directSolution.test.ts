import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromFormula } from '../../src/formula/fromFormula.ts';
import { type Graph, outputOf, readGraph } from '../../src/graph/index.ts';
import {
  bindData,
  type DirectSolution,
  directSolution,
  Objective,
  type Samples,
} from '../../src/training/index.ts';

function example(id: string): Graph {
  const read = readGraph(readFileSync(new URL(`../../graphs/${id}.json`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(`${id} cannot be read`);
  return read.graph;
}

function solve(graph: Graph, frozen: readonly string[] = [], samples = bindData(graph)?.train) {
  return atOnce(directSolution(graph, outputOf(graph) ?? '', frozen, samples));
}

/** What comes of work that is done in steps. */
function atOnce<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function solved(solution: ReturnType<typeof solve>): DirectSolution {
  if (typeof solution !== 'object') throw new Error(`not solved: ${solution}`);
  return solution;
}

function numbersOf(solution: ReturnType<typeof solve>): Record<string, number> {
  const { trained, numbers } = solved(solution);
  return Object.fromEntries(trained.map(({ id, from }) => [id, numbers[from]]));
}

/** The output at a solution, as training takes it. */
function lossAt(graph: Graph, { numbers }: DirectSolution): number {
  const samples = bindData(graph)?.train;
  const order = Uint32Array.from({ length: samples?.count ?? 0 }, (_, i) => i);
  const objective = new Objective(graph, outputOf(graph) ?? '', [], samples);
  return objective.evaluate(numbers, graph.training?.reduction ?? 'mean', order);
}

/** A formula whose names are parameters but for x and y, which stand for three samples. */
function formula(text: string): { graph: Graph; samples: Samples } {
  const result = fromFormula(text);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const nodes = result.graph.nodes.map((node) =>
    node.op !== 'input' && node.op !== 'parameter'
      ? node
      : { ...node, value: 1, op: ['x', 'y'].includes(node.id) ? 'input' : 'parameter' },
  );
  const inputs = new Map([
    ['x', Float64Array.of(1, 2, 4)],
    ['y', Float64Array.of(3, 5, 9)],
  ]);
  return { graph: { ...result.graph, nodes }, samples: { count: 3, inputs } };
}

function solveFormula(text: string, frozen: readonly string[] = []) {
  const { graph, samples } = formula(text);
  return atOnce(directSolution(graph, 'J', frozen, samples));
}

describe('the direct solution', () => {
  test.each([
    ['least-squares-univariate', { w: 1.4, b: 0.5 }, 0.2],
    ['normal-equation', { w0: 0.953333333, w1: 1.861111111, w2: 3.161111111 }, 0.0027111111],
    ['linreg-fullbatch', { w: 1.988194406, b: 3.005834654 }, 0.0025076047],
    ['loss-landscape-2d', { w: 2, b: 1 }, 0],
    ['poly-degree-2', { w1: -1.910364549, w2: 0, b: 0.955182275 }, 0.09795301],
    [
      'poly-degree-3',
      { w1: 11.99505286, w2: -34.76151576, w3: 23.17434384, b: -0.20394047 },
      2.1854e-3,
    ],
  ])('of %s is that of the course notes', (id, parameters, loss) => {
    const graph = example(id);
    const solution = solve(graph);
    const numbers = numbersOf(solution);
    for (const [name, wanted] of Object.entries(parameters)) {
      expect(Math.abs(numbers[name] - wanted), name).toBeLessThan(1e-4);
    }
    expect(Math.abs(lossAt(graph, solved(solution)) - loss)).toBeLessThan(1e-6);
  });

  test('of polynomials does the better the higher the degree, up to the tenth', () => {
    const losses = Array.from({ length: 10 }, (_, i) => {
      const graph = example(`poly-degree-${i + 1}`);
      return lossAt(graph, solved(solve(graph)));
    });
    expect(losses[0]).toBeCloseTo(0.09795301, 6);
    expect(losses[4]).toBeCloseTo(9.1287e-6, 8);
    losses.slice(1).forEach((loss, i) => {
      expect(loss).toBeLessThanOrEqual(losses[i] * (1 + 1e-9));
    });
    expect(losses[8]).toBeLessThan(1e-10);
  });

  test.each([
    ['J = (w*x + b - y)^2', { w: 2, b: 1 }],
    ['J = 0.5*(y - b - w*x)^2', { w: 2, b: 1 }],
    ['e = w*x + b - y\nJ = e*e/3', { w: 2, b: 1 }],
    ['J = (y - w*x^2/2 + b)^2 * 2', {}],
  ])('is found however the square is written: %s', (text, wanted) => {
    expect(numbersOf(solveFormula(text))).toMatchObject(
      Object.fromEntries(
        Object.entries(wanted).map(([id, number]) => [id, expect.closeTo(number, 10)]),
      ),
    );
  });

  test('leaves frozen parameters as they are', () => {
    const numbers = numbersOf(solveFormula('J = (w*x + b - y)^2', ['b']));
    expect(numbers).toEqual({ w: expect.closeTo(2, 10) });
    // b stays at 1, which is right; as a factor it may stand where it could not be found.
    expect(numbersOf(solveFormula('J = (w*b*x + b - y)^2', ['b']))).toEqual({
      w: expect.closeTo(2, 10),
    });
  });

  test.each([
    'J = (w*v*x - y)^2',
    'J = (w^2*x - y)^2',
    'J = (sin(w)*x - y)^2',
    'J = abs(w*x - y)',
    'J = x*(w*x - y)^2',
    'J = -1*(w*x - y)^2',
    'J = (w*x - y)^2 + w^2',
    'J = w*x - y',
  ])('is none of %s', (text) => {
    expect(solveFormula(text)).toBeUndefined();
  });

  test('is open where the data say nothing of a parameter', () => {
    expect(solveFormula('J = (w*x + v*x - y)^2')).toBe('ambiguous');
    expect(solveFormula('J = (w*x + a*x^2 + c*x^3 + b - y)^2')).toBe('ambiguous');
  });

  test('takes more rows than go side by side', () => {
    const { graph } = formula('J = (w*x + b - y)^2');
    const x = Float64Array.from({ length: 2500 }, (_, i) => Math.sin(i));
    const y = x.map((each, i) => 2 * each + 1 + (i < 1250 ? 0.5 : -0.5));
    const inputs = new Map([
      ['x', x],
      ['y', y],
    ]);
    const numbers = numbersOf(atOnce(directSolution(graph, 'J', [], { count: 2500, inputs })));
    const mean = (of: Float64Array) => of.reduce((sum, each) => sum + each, 0) / of.length;
    const centred = x.map((each) => each - mean(x));
    const w =
      centred.reduce((sum, each, i) => sum + each * y[i], 0) /
      centred.reduce((sum, each) => sum + each * each, 0);
    expect(numbers.w).toBeCloseTo(w, 12);
    expect(numbers.b).toBeCloseTo(mean(y) - w * mean(x), 12);
  });

  test('is found for inputs that have their values from the data alone', () => {
    const { graph, samples } = formula('J = (w*x + b - y)^2');
    const nodes = graph.nodes.map((node) => {
      const { value: _, ...bare } = node;
      return node.op === 'input' ? bare : node;
    });
    const solution = atOnce(directSolution({ ...graph, nodes }, 'J', [], samples));
    expect(numbersOf(solution)).toEqual({ w: expect.closeTo(2, 10), b: expect.closeTo(1, 10) });
  });

  test('gives way after every block of rows, and reads each row once', () => {
    const { graph } = formula('J = (w*x + b - y)^2');
    const read = { x: 0, y: 0 };
    /** A column that notes how many of its numbers are handed out. */
    const counted = (id: 'x' | 'y') => {
      const column = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
      column.subarray = (from = 0, to = column.length) => {
        read[id] += to - from;
        return column.slice(from, to);
      };
      return column;
    };
    const inputs = new Map([
      ['x', counted('x')],
      ['y', counted('y')],
    ]);
    const steps = directSolution(graph, 'J', [], { count: 100_000, inputs });
    for (let isDone = false; !isDone; ) {
      const before = read.x;
      isDone = steps.next().done === true;
      expect(read.x - before).toBeLessThanOrEqual(1024);
    }
    expect(read).toEqual({ x: 100_000, y: 100_000 });
  });
});
