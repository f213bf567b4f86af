import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  evaluateEdges,
  forward,
  lookUp,
  nodeGradient,
  nodeValue,
  numbersAfter,
  prepareEdges,
  rebind,
  stepAt,
  stepCount,
  stepMaking,
  type Trace,
  trace,
} from '../../src/engine/index.ts';
import { edgesOf, emptyGraph, type Graph, outputOf, setValue } from '../../src/graph/index.ts';
import { flatten, type Tensor } from '../../src/ops/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyGraph, tameGraph } from '../support/graphs.ts';

function traceOf(graph: Graph, before?: Trace): Trace {
  const kept = before && rebind(before.program, graph);
  const program = kept ?? compile(graph);
  const edges = kept && before ? before.edges : prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, edges);
  return trace(program, edges, before);
}

function stepsOf(it: Trace) {
  return Array.from({ length: stepCount(it) }, (_, at) => {
    const step = stepAt(it, at);
    if (step === undefined) throw new Error(`no step ${at}`);
    return step;
  });
}

function forwardSteps(it: Trace) {
  return stepsOf(it).flatMap((step) => (step.pass === 'forward' ? [step] : []));
}

function backwardSteps(it: Trace) {
  return stepsOf(it).flatMap((step) => (step.pass === 'backward' ? [step] : []));
}

/** All quantities of a graph by their ids. */
function quantitiesOf(graph: Graph): string[] {
  const ofNodes = graph.nodes.flatMap(({ id }) => [`value:${id}`, `gradient:${id}`]);
  const ofEdges = edgesOf(graph).flatMap(({ id }) => [`local:${id}`, `contribution:${id}`]);
  return [...ofNodes, ...ofEdges];
}

function add(a: Tensor | undefined, b: Tensor): Tensor {
  if (a === undefined) return b;
  if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);
  return a.map((row, i) => add(row, b[i])) as Tensor;
}

function expectClose(got: Tensor | undefined, expected: Tensor | undefined, what: string) {
  expect(got === undefined, what).toBe(expected === undefined);
  if (got === undefined || expected === undefined) return;
  const numbers = flatten(expected);
  expect(flatten(got), what).toHaveLength(numbers.length);
  flatten(got).forEach((x, i) => {
    expect(Math.abs(x - numbers[i]), what).toBeLessThan(1e-9 * Math.max(1, Math.abs(numbers[i])));
  });
}

describe('the forward steps', () => {
  test('take every node that can be computed, always the first in the file that is ready', () => {
    fc.assert(
      fc.property(anyGraph({ cyclic: true }), (graph) => {
        const it = traceOf(graph);
        const computable = graph.nodes.filter(({ id }) => nodeValue(it.program, id) !== undefined);
        const done = new Set<string>();
        for (const step of forwardSteps(it)) {
          const ready = computable.find(
            ({ id, inputs = [] }) =>
              !done.has(id) && inputs.every((input) => input !== null && done.has(input)),
          );
          expect(step.node).toBe(ready?.id);
          done.add(step.node);
        }
        expect(done.size).toBe(computable.length);
      }),
    );
  });

  test('say what they read and what they make', () => {
    const it = traceOf(graphOf(leaf('a', 3), leaf('b', [1, 2]), node('c', 'multiply', 'b', 'a')));
    expect(stepAt(it, 2)).toEqual({
      pass: 'forward',
      node: 'c',
      operands: [
        { source: 'b', port: 0, value: [1, 2] },
        { source: 'a', port: 1, value: 3 },
      ],
      value: [3, 6],
    });
  });
});

describe('the backward steps', () => {
  test('take every edge on a way to the output, and its target’s gradient is whole by then', () => {
    fc.assert(
      fc.property(anyGraph({ cyclic: true }), (graph) => {
        const it = traceOf(graph);
        const edges = edgesOf(graph);
        const behind = new Set([it.program.output]);
        for (const id of behind) {
          for (const { source, target } of edges) if (target === id) behind.add(source);
        }
        const expected = edges.filter(({ target }) => behind.has(target)).map(({ id }) => id);
        const passed = backwardSteps(it).map(({ edge }) => edge);
        expect([...passed].sort()).toEqual(it.program.output === undefined ? [] : expected.sort());
        const done = new Set<string>();
        for (const { edge, target } of backwardSteps(it)) {
          const later = edges.filter(({ id, source }) => source === target && !done.has(id));
          expect(later.filter(({ id }) => passed.includes(id))).toEqual([]);
          done.add(edge);
        }
      }),
    );
  });

  test('go through the ports of a node from first to last, nodes against the forward order', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const it = traceOf(graph);
        const order = forwardSteps(it).map((step) => step.node);
        const keys = backwardSteps(it).map(
          ({ target, port }) => (order.length - order.indexOf(target)) * 100 + port,
        );
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
      }),
    );
  });

  test('multiply, and add up to the gradient of the engine, digit by digit', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        const it = traceOf(graph);
        const sums = new Map<string, Tensor>();
        const left = new Map<string, number>();
        for (const step of backwardSteps(it)) {
          const { source, before, after, contribution, turn, turns } = step;
          expect(turn).toBe((left.get(source) ?? 0) + 1);
          left.set(source, turn);
          expectClose(before, sums.get(source), `${step.edge} before`);
          sums.set(source, add(sums.get(source), contribution));
          expectClose(after, sums.get(source), `${step.edge} after`);
          expect(step.upstream).toEqual(nodeGradient(it.program, step.target));
          if (typeof step.upstream === 'number' && typeof step.local === 'number') {
            expectClose(contribution, step.upstream * step.local, step.edge);
          }
          if (turn === turns) expect(after).toEqual(nodeGradient(it.program, source));
        }
        const outgoing = (id: string) =>
          backwardSteps(it).filter(({ source }) => source === id).length;
        for (const { id } of graph.nodes) expect(left.get(id) ?? 0).toBe(outgoing(id));
      }),
    );
  });

  test('show 27 + 36 = 63 where b is used twice', () => {
    const graph = graphOf(
      leaf('b', 4),
      leaf('c3', 3),
      leaf('c2', 2),
      node('p', 'multiply', 'c3', 'b'),
      node('q', 'multiply', 'b', 'c2'),
      leaf('u', 18),
      leaf('v', 9),
      node('pv', 'multiply', 'p', 'v'),
      node('qu', 'multiply', 'q', 'u'),
      node('z', 'add', 'pv', 'qu'),
    );
    const ofB = backwardSteps(traceOf(graph)).filter(({ source }) => source === 'b');
    expect(ofB).toMatchObject([
      { edge: 'b->q:0', upstream: 18, local: 2, contribution: 36, before: undefined, after: 36 },
      { edge: 'b->p:1', upstream: 9, local: 3, contribution: 27, before: 36, after: 63 },
    ]);
  });

  test('take x·x one edge at a time', () => {
    const it = traceOf(graphOf(leaf('x', 5), node('y', 'multiply', 'x', 'x')));
    expect(backwardSteps(it)).toMatchObject([
      { port: 0, contribution: 5, after: 5, turn: 1, turns: 2 },
      { port: 1, contribution: 5, before: 5, after: 10, turn: 2, turns: 2 },
    ]);
  });
});

describe('the numbers after some steps', () => {
  test('are what replaying these steps gives', () => {
    fc.assert(
      fc.property(tameGraph, fc.double({ min: 0, max: 1, noNaN: true }), (graph, share) => {
        const it = traceOf(graph);
        const steps = Math.floor(share * stepCount(it));
        const replayed = new Map<string, Tensor>();
        for (const step of stepsOf(it).slice(0, steps)) {
          if (step.pass === 'forward') replayed.set(`value:${step.node}`, step.value);
          else {
            const { edge, source, contribution, local } = step;
            replayed.set(`contribution:${edge}`, contribution);
            if (local !== null) replayed.set(`local:${edge}`, local);
            const sum = add(replayed.get(`gradient:${source}`), contribution);
            replayed.set(`gradient:${source}`, sum);
          }
        }
        const seed = nodeGradient(it.program, outputOf(graph) ?? '');
        if (steps > it.forward && seed !== undefined) {
          replayed.set(`gradient:${outputOf(graph)}`, seed);
        }
        const now = numbersAfter(it, steps);
        if (steps === stepCount(it)) return;
        for (const id of quantitiesOf(graph)) expectClose(now(id), replayed.get(id), id);
      }),
      { numRuns: 200 },
    );
  });

  test('are every value and nothing of the backward pass between the two passes', () => {
    fc.assert(
      fc.property(tameGraph, (graph) => {
        const it = traceOf(graph);
        if (it.backward === 0) return;
        const now = numbersAfter(it, it.forward);
        const there = quantitiesOf(graph).filter((id) => now(id) !== undefined);
        expect(there).toEqual(graph.nodes.map(({ id }) => `value:${id}`));
      }),
    );
  });

  test('are all there are after the last step, whatever is wrong with the graph', () => {
    fc.assert(
      fc.property(anyGraph({ cyclic: true }), (graph) => {
        const it = traceOf(graph);
        const now = numbersAfter(it, stepCount(it));
        const all = lookUp(it.program, it.edges);
        for (const id of quantitiesOf(graph)) expect(now(id)).toEqual(all(id));
      }),
    );
  });

  test('are none before the first step and none of what is not there', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const it = traceOf(graph);
        if (stepCount(it) === 0) return;
        const now = numbersAfter(it, 0);
        expect(quantitiesOf(graph).filter((id) => now(id) !== undefined)).toEqual([]);
        for (const id of ['value:nobody', 'contribution:a->nobody:0', 'nonsense']) {
          expect(numbersAfter(it, 1)(id)).toBeUndefined();
        }
      }),
    );
  });
});

test('every quantity knows the step that makes it', () => {
  fc.assert(
    fc.property(anyGraph({ cyclic: true }), (graph) => {
      const it = traceOf(graph);
      const makers = new Map<string, number>();
      stepsOf(it).forEach((step, at) => {
        if (step.pass === 'forward') makers.set(`value:${step.node}`, at);
        else {
          for (const kind of ['local', 'contribution']) makers.set(`${kind}:${step.edge}`, at);
          makers.set(`gradient:${step.source}`, at);
        }
      });
      for (const id of [...quantitiesOf(graph), 'nonsense', 'local:a->b:7']) {
        expect(stepMaking(it, id), id).toBe(makers.get(id));
      }
    }),
  );
});

test('another number in a leaf keeps the order and changes the numbers', () => {
  const graph = graphOf(leaf('x', 5), node('y', 'square', 'x'));
  const before = traceOf(graph);
  const after = traceOf(setValue(graph, 'x', 3), before);
  expect(after.order).toBe(before.order);
  expect(stepAt(after, 2)).toMatchObject({ edge: 'x->y:0', local: 6, contribution: 6 });
  const edited = traceOf({ ...graph, nodes: [...graph.nodes, node('w', 'exp', 'y')] }, after);
  expect(stepCount(edited)).toBe(4);
});

test('there is no step beyond the ends', () => {
  expect(stepAt(traceOf(emptyGraph), 0)).toBeUndefined();
  const it = traceOf(graphOf(leaf('x', 5)));
  expect([stepAt(it, -1), stepAt(it, 1)]).toEqual([undefined, undefined]);
  expect(stepAt(it, 0)).toMatchObject({ node: 'x', operands: [], value: 5 });
});

test('any position of a graph of 10,000 nodes is there without the way to it', () => {
  const nodes = [leaf('x', 0.5)];
  for (let i = 1; i < 10_000; i++) {
    nodes.push(node(`n${i}`, 'add', i === 1 ? 'x' : `n${i - 1}`, 'x'));
  }
  const it = traceOf(graphOf(...nodes));
  expect(stepCount(it)).toBe(10_000 + 2 * 9_999);
  const watch = ['value:n5000', 'gradient:n5000', 'contribution:n4999->n5000:0', 'gradient:n1'];
  const start = performance.now();
  for (let at = 0; at < stepCount(it); at += 10) {
    const step = stepAt(it, at);
    if (step?.pass !== 'backward' || step.source !== 'x')
      for (const id of watch) numbersAfter(it, at)(id);
  }
  // Some 3,000 positions; replaying each from the start would be 45 million steps.
  expect(performance.now() - start).toBeLessThan(2000);
  const last = stepAt(it, stepCount(it) - 1);
  expect(last).toMatchObject({ source: 'x', turn: 10_000, turns: 10_000, after: 10_000 });
});
