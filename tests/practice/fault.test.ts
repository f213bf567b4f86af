import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/graph/index.ts';
import { assign, exerciseFaults } from '../../src/practice/index.ts';
import { linear } from '../support/linear.ts';

function faults(exercise: Partial<Exercise>, graph = linear) {
  return exerciseFaults(assign(graph, { version: 1, asked: [], ...exercise }));
}

describe('what is wrong with an exercise', () => {
  test('nothing, where everything asked has an answer and the bug is one', () => {
    const bug = { quantity: 'gradient:b', mistake: 'one-path' };
    expect(faults({ asked: ['value:x', 'gradient:b'] })).toEqual([]);
    expect(faults({ kind: 'find-bug', asked: ['gradient:b'], bug })).toEqual([]);
  });

  test('a number that the graph does not have is asked', () => {
    const nodes = linear.nodes.map((node) =>
      node.id === 'b' ? { id: 'b', op: 'parameter' } : node,
    );
    const [fault, ...more] = faults({ asked: ['value:m1', 'value:y'] }, { ...linear, nodes });
    expect([fault.key, more.length]).toEqual(['exercise.asked', 1]);
    expect(faults({ asked: ['value:y'] }, { ...linear, nodes })[0].text.en).toContain('value:y');
  });

  test.each([
    [{ quantity: 'gradient:b', mistake: 'degrees' }, 'one-path'],
    [{ quantity: 'gradient:b', mistake: '__proto__' }, 'one-path'],
    [{ quantity: 'value:w', mistake: 'wrong-sign' }, 'another quantity'],
  ])('the bug %j cannot be', (bug, hint) => {
    const [fault] = faults({ kind: 'find-bug', asked: [], bug });
    expect(fault.key).toBe('exercise.bug.mistake');
    expect(fault.text.en).toContain(hint);
    expect(fault.text['zh-CN']).toMatch(/。$/);
  });
});
