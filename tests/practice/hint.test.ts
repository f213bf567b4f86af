import { describe, expect, test } from 'vitest';
import { type Exercise, emptyGraph, type Graph } from '../../src/graph/index.ts';
import { assign, type Entry, hint, quantityName, review } from '../../src/practice/index.ts';

/** y = w · x + b and L = y · y, in which one node is both operands. */
const graph: Graph = {
  ...emptyGraph,
  nodes: [
    { id: 'w', op: 'parameter', value: 3 },
    { id: 'x', op: 'input', value: 2 },
    { id: 'b', op: 'parameter', value: 1 },
    { id: 's', op: 'multiply', inputs: ['w', 'x'] },
    { id: 'y', op: 'add', inputs: ['s', 'b'] },
    { id: 'L', op: 'multiply', inputs: ['y', 'y'] },
  ],
  output: 'L',
};

const asked = ['value:s', 'value:y', 'contribution:y->L:0', 'gradient:y'];

function hintOn(id: string, level: 1 | 2 | 3, entries: Entry[] = [], more: Partial<Exercise> = {}) {
  const assignment = assign(graph, { version: 1, asked, ...more });
  return hint(assignment, review(assignment, entries), id, level);
}

describe('a hint on a question', () => {
  test('is first the rule, without a number', () => {
    const { text, tex } = hintOn('value:s', 1);
    expect(text.en).toContain('`w`');
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(tex).toEqual(['s = w \\cdot x']);
  });

  test('then the rule with the numbers put in', () => {
    expect(hintOn('value:s', 2).tex).toEqual(['s = w \\cdot x', '= 3 \\cdot 2']);
  });

  test('which are the learner’s own', () => {
    const own: Entry[] = [{ step: 'value:s', answer: '5' }];
    expect(hintOn('value:y', 2, own).tex.at(-1)).toBe('= 5 + 1');
  });

  test('and at last the right answer with its working, whatever was answered before', () => {
    const own: Entry[] = [{ step: 'value:s', answer: '5' }];
    expect(hintOn('value:y', 3, own).tex.slice(1)).toEqual(['= 6 + 1', '= 7']);
  });
});

describe('a hint on the search for a wrong number', () => {
  const bug = { quantity: 'gradient:y', mistake: 'one-path' };
  const at = (level: 1 | 2 | 3, quantity = bug.quantity) =>
    hintOn('bug', level, [], { kind: 'find-bug', bug: { ...bug, quantity } }).text.en;

  test('comes nearer from level to level', () => {
    expect(at(1)).toContain('backward');
    expect(at(1, 'value:s')).toContain('forward');
    expect(at(2)).toContain('`y`');
    expect(at(3)).toContain('`∂L`/`∂y`');
  });
});

test('quantities have names that tell edges apart', () => {
  const names = ['value:s', 'gradient:w', 'local:s->y:0', 'contribution:s->y:0'].map(
    (id) => quantityName(graph, id).en,
  );
  expect(names).toEqual(['`s`', '`∂L`/`∂w`', '`∂y`/`∂s`', '`∂L`/`∂s` through `y`']);
  expect(quantityName(graph, 'contribution:y->L:0').en).toContain('operand 1');
  expect(quantityName(graph, 'contribution:y->L:1')['zh-CN']).toContain('第 2 个操作数');
});
