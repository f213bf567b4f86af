import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exercise, emptyGraph, type Graph, type GraphNode } from '../../src/graph/index.ts';
import { ops } from '../../src/ops/index.ts';
import { diagnose } from '../../src/practice/diagnosis.ts';
import {
  assign,
  exerciseOn,
  mistakes,
  readAnswer,
  review,
  slipAt,
  topics,
} from '../../src/practice/index.ts';
import { mark } from '../../src/practice/marking.ts';
import { slipsOf } from '../../src/practice/site.ts';
import { typed } from '../support/answers.ts';
import { tameGraph } from '../support/graphs.ts';
import { linear } from '../support/linear.ts';

/** The mistakes recognised in an answer, likeliest first. */
function recognised(graph: Graph, id: string, answer: string, more: Partial<Exercise> = {}) {
  const assignment = assign(graph, { version: 1, asked: [id], ...more });
  const { questions } = review(assignment, [{ step: id, answer }]);
  return questions.get(id)?.attempts[0];
}

function names(graph: Graph, id: string, answer: string, more: Partial<Exercise> = {}): string[] {
  const { mistakes = [] } = recognised(graph, id, answer, more) ?? {};
  return mistakes.map(({ mistake }) => mistake);
}

const nothingDone = { answers: new Map(), right: new Map() };

function graphOf(...nodes: GraphNode[]): Graph {
  return { ...emptyGraph, nodes };
}

const leaf = (id: string, value: number, op = 'parameter'): GraphNode => ({ id, op, value });
const node = (id: string, op: string, ...inputs: string[]): GraphNode => ({ id, op, inputs });

/** ½(σ(wx + b) − y)² at w = 2, x = 1.5, b = −2, y = 1. */
const neuron = graphOf(
  leaf('w', 2),
  leaf('x', 1.5, 'input'),
  leaf('b', -2),
  leaf('y', 1, 'input'),
  node('p', 'multiply', 'w', 'x'),
  node('s', 'add', 'p', 'b'),
  node('a', 'sigmoid', 's'),
  node('J', 'halfSquaredError', 'a', 'y'),
);

/** A graph of one op on numbers that show no mistake by chance. */
function single(op: string, ...operands: number[]): Graph {
  const inputs = operands.map((_, port) => `p${port}`);
  return graphOf(
    ...operands.map((value, port) => leaf(`p${port}`, value, 'input')),
    node('f', op, ...inputs),
    leaf('k', 1.7, 'constant'),
    node('z', 'multiply', 'f', 'k'),
  );
}

describe('every mistake', () => {
  test('that differs from the truth is recognised in what it gives, on any graph', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(tameGraph, fc.constantFrom(...topics), (graph, topic) => {
        const assignment = assign(graph, exerciseOn(graph, topic));
        const { questions } = assignment;
        const stride = Math.ceil(questions.length / 6);
        for (const question of questions.filter((_, i) => i % stride === 0)) {
          for (const mistake of mistakes) {
            for (const slip of slipsOf(mistake, assignment, question.id, assignment.truth)) {
              if (!slip.numbers.every(Number.isFinite)) continue;
              const read = readAnswer(typed(slip.numbers, question.shape));
              if (!read.ok) throw new Error(read.reason.en);
              const { answer } = read;
              // What is right, or rounded to be right, is no mistake.
              if (mark(assignment, question, answer, nothingDone).isTrue) continue;
              if (mistake.isFarFetched && answer.digits < 3) continue;
              const found = diagnose(assignment, question, answer, nothingDone);
              expect(found.map(({ mistake }) => mistake)).toContain(mistake.id);
              met.add(mistake.id);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(met.size).toBeGreaterThan(mistakes.length / 2);
  });

  test.each(mistakes)('$id says its idea in both languages, with names of the graph', (mistake) => {
    expect(mistake.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [mistake.name.en, mistake.name['zh-CN']]) expect(text).toMatch(/\S/);
    const graphs = [linear, neuron, ...everyOp];
    let said = 0;
    for (const graph of graphs) {
      const assignment = assign(graph, exerciseOn(graph, 'values'));
      const ids = new Set(graph.nodes.map(({ id }) => id));
      for (const id of assignment.recipes.keys()) {
        for (const { text, edges } of slipsOf(mistake, assignment, id, assignment.truth)) {
          said++;
          for (const words of [text.en, text['zh-CN']]) {
            const named = [...words.matchAll(/`([^`]*)`/g)].map(([, name]) => name);
            expect(named.filter((name) => !ids.has(name))).toEqual([]);
            expect(words).toMatch(/[.。]$/);
            expect(words).not.toMatch(/undefined|\[object|–\./);
          }
          expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
          for (const edge of edges)
            expect(assignment.recipes.has(`contribution:${edge}`)).toBe(true);
        }
      }
    }
    expect(said).toBeGreaterThan(0);
  });
});

const everyOp: readonly Graph[] = [...ops.values()].flatMap((op) => {
  if (op.kind === 'leaf' || op.layout === 'whole') return [];
  const count = op.ports.kind === 'variadic' ? 3 : op.ports.names.length;
  const within = (port: number) => op.interval[Math.min(port, op.interval.length - 1)];
  const operands = Array.from({ length: count }, (_, port) => {
    const [least, most] = within(port);
    return least + (most - least) * (0.37 + 0.2 * port);
  });
  return single(op.id, ...operands);
});

describe('on the linear example', () => {
  test.each([
    ['gradient:b', '36', 'one-path'],
    ['gradient:b', '27', 'overwrote'],
    ['gradient:b', '27', 'one-path'],
    ['gradient:b', '5', 'forgot-upstream'],
    ['gradient:b', '3', 'local-only'],
    ['gradient:b', '-63', 'wrong-sign'],
    ['contribution:b->b2:1', '2', 'forgot-upstream'],
    ['contribution:b->b2:1', '18', 'forgot-derivative'],
    ['contribution:b->b2:1', '72', 'other-operand'],
    ['contribution:b->b2:1', '9', 'divided'],
    ['local:b->b2:1', '4', 'other-operand'],
    ['contribution:x->z:0', '18', 'other-operand'],
    ['gradient:b', '972', 'other-operation'],
    ['contribution:b->b2:1', '20', 'other-operation'],
    ['value:x', '72', 'other-operation'],
    ['gradient:b', '4', 'value-for-gradient'],
    ['contribution:w2->x:0', '6', 'value-for-gradient'],
  ])('%s = %s is recognised as %s', (id, answer, mistake) => {
    expect(names(linear, id, answer)).toContain(mistake);
  });

  test('an answer that nothing known explains has no diagnosis', () => {
    expect(names(linear, 'gradient:b', '1234.5')).toEqual([]);
  });

  test('the updated values of parameters give themselves away', () => {
    // w = 3 − 0.1·18, b = 4 − 0.1·63: x = 2w + 3b, y = 2b + 1.
    const [w, b] = [3 - 1.8, 4 - 6.3];
    expect(names(linear, 'value:z', String((2 * w + 3 * b) * (2 * b + 1)))).toContain(
      'updated-values',
    );
    expect(names(linear, 'value:z', String((6 + 3 * b) * (2 * b + 1)))).toContain('updated-values');
    const half = { rate: 0.5 };
    const z = String((2 * w + 3 * b) * (2 * b + 1));
    expect(names(linear, 'value:z', z, half)).not.toContain('updated-values');
    // −0.9 is 2w + 3b after an update of b, but also a number anybody may type.
    expect(names(linear, 'value:x', '-0.9')).not.toContain('updated-values');
  });

  test('an edge that was answered right is not held to be wrong in the sum', () => {
    const back = ['contribution:b->b2:1', 'contribution:b->b3:1'];
    const assignment = assign(linear, { version: 1, asked: [...back, 'gradient:b'] });
    const answer = (step: string, answer: string) => ({ step, answer });
    const entries = [answer(back[0], '36'), answer(back[1], '27'), answer('gradient:b', '36')];
    const marked = review(assignment, entries).questions.get('gradient:b')?.attempts[0];
    expect(marked?.mistakes.map(({ mistake }) => mistake)).toEqual(['one-path']);
  });

  test('a missing path names the edge that is left out', () => {
    const [first] = recognised(linear, 'gradient:b', '36')?.mistakes ?? [];
    expect(first.mistake).toBe('one-path');
    expect(first.edges).toEqual(['b->b3:1']);
    expect(first.text.en).toContain('`b3`');
  });
});

describe('on a neuron with a loss', () => {
  const a = 1 / (1 + Math.exp(-1));
  test.each([
    ['local:s->a:0', String(a), 'value-for-derivative'],
    ['local:s->a:0', String(1 - 1 * 1), 'input-for-output'],
    ['local:s->a:0', String(a * (a - 1)), 'wrong-sign'],
    ['contribution:s->a:0', String(a - 1), 'forgot-derivative'],
    ['contribution:s->a:0', String((a - 1) / (a * (1 - a))), 'divided'],
    ['contribution:a->J:0', String(2 * (a - 1)), 'missed-factor'],
    ['contribution:a->J:0', String(1 - a), 'swapped-target'],
    ['value:J', String((a - 1) ** 2), 'missed-factor'],
    ['contribution:s->a:0', '-0.1', 'rounded-early'],
  ])('%s = %s is recognised as %s', (id, answer, mistake) => {
    expect(names(neuron, id, answer)).toContain(mistake);
  });

  test.each([
    ['sin', 'value:f', Math.sin((30 * Math.PI) / 180)],
    ['cos', 'value:f', Math.cos((30 * Math.PI) / 180)],
    ['sin', 'local:p0->f:0', Math.cos((30 * Math.PI) / 180)],
  ])('degrees in %s are recognised in %s', (op, id, answer) => {
    expect(names(single(op, 30), id, String(answer))).toContain('degrees');
  });

  test.each([
    ['divide', [3, 7], 7 / 3],
    ['power', [3, 2.5], 2.5 ** 3],
  ])('swapped operands of %s are recognised', (op, operands, answer) => {
    expect(names(single(op, ...operands), 'value:f', String(answer))).toContain('swapped-operands');
  });
});

describe('a wrong number made on purpose', () => {
  test('is what the mistake gives, and is recognised as that mistake', () => {
    expect(
      slipAt(assign(linear, exerciseOn(linear, 'backward')), 'gradient:b', 'one-path')?.numbers,
    ).toEqual([36]);
    for (const graph of [linear, neuron]) {
      const assignment = assign(graph, exerciseOn(graph, 'backward'));
      for (const { id, shape } of assignment.questions) {
        for (const mistake of mistakes) {
          const slip = slipAt(assignment, id, mistake.id);
          if (slip === undefined || mistake.isFarFetched) continue;
          const all = { ...exerciseOn(graph, 'backward'), order: 'free' } as const;
          expect(names(graph, id, typed(slip.numbers, shape), all)).toContain(mistake.id);
        }
      }
    }
  });

  test('cannot be made where the mistake does not apply', () => {
    const assignment = assign(linear, exerciseOn(linear, 'backward'));
    expect(slipAt(assignment, 'contribution:x->z:0', 'one-path')).toBeUndefined();
    expect(slipAt(assignment, 'gradient:b', 'no-such-mistake')).toBeUndefined();
    expect(slipAt(assignment, 'gradient:nobody', 'one-path')).toBeUndefined();
  });
});
