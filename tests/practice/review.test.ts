import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/graph/index.ts';
import {
  assign,
  countMistakes,
  type Entry,
  exerciseOn,
  review,
  topics,
} from '../../src/practice/index.ts';
import { linear } from '../support/linear.ts';

const asked = ['value:x', 'value:y', 'value:z'];

function reviewed(entries: readonly Entry[], exercise: Partial<Exercise> = {}) {
  return review(assign(linear, { version: 1, asked, ...exercise }), entries);
}

const answer = (step: string, text: string): Entry => ({ step, answer: text });

describe('the points of a question', () => {
  test.each<[string, Entry[], number, string]>([
    ['right at once', [answer('value:x', '18')], 1, 'right'],
    ['right later', [answer('value:x', '17'), answer('value:x', '18')], 0.5, 'right'],
    ['right with a hint', [{ step: 'value:x', hint: 1 }, answer('value:x', '18')], 0.5, 'right'],
    ['shown', [{ step: 'value:x', hint: 3 }], 0, 'shown'],
    ['wrong', [answer('value:x', '17')], 0, 'wrong'],
    ['no number', [answer('value:x', 'x')], 0, 'wrong'],
    ['not answered', [], 0, 'open'],
  ])('%s', (_, entries, points, state) => {
    const { questions, score } = reviewed(entries);
    expect(questions.get('value:x')).toMatchObject({ points, state });
    expect(score).toBe(points);
  });

  test('are full where an error was only carried forward', () => {
    const { questions, score, most, isFinished } = reviewed([
      answer('value:x', '17'),
      answer('value:y', '9'),
      answer('value:z', '153'),
    ]);
    expect(questions.get('value:z')).toMatchObject({ points: 1, state: 'carried' });
    expect([score, most]).toEqual([2, 3]);
    expect(isFinished).toBe(false);
  });
});

describe('what a learner does', () => {
  test('after a question is closed changes nothing', () => {
    const before = reviewed([answer('value:x', '18')]);
    const more: Entry[] = [answer('value:x', '5'), { step: 'value:x', hint: 3 }];
    const { questions } = reviewed([answer('value:x', '18'), ...more]);
    expect(questions.get('value:x')).toEqual(before.questions.get('value:x'));
  });

  test('that fits nothing is passed over', () => {
    const odd: Entry[] = [answer('value:nobody', '1'), { found: 'value:x' }, answer('', '')];
    expect(reviewed(odd).score).toBe(0);
    expect([...reviewed(odd).questions.values()].every(({ state }) => state === 'open')).toBe(true);
  });

  test('a wrong answer may be mended, and what was carried from it stays as it was marked', () => {
    const { questions } = reviewed([
      answer('value:x', '17'),
      answer('value:y', '9'),
      answer('value:z', '153'),
      answer('value:x', '18'),
    ]);
    expect(questions.get('value:x')?.state).toBe('right');
    expect(questions.get('value:z')?.state).toBe('carried');
  });

  test('ends a question when its answers are used up', () => {
    const { questions } = reviewed(
      [answer('value:x', '1'), answer('value:x', '2'), answer('value:x', '18')],
      { attempts: 2 },
    );
    expect(questions.get('value:x')).toMatchObject({
      state: 'wrong',
      isClosed: true,
      attemptsLeft: 0,
    });
    expect(questions.get('value:x')?.attempts).toHaveLength(2);
  });

  test('twice over counts once', () => {
    const again = [answer('value:x', '17'), answer('value:x', '17'), answer('value:x', '17')];
    expect(reviewed(again, { attempts: 3 }).questions.get('value:x')).toMatchObject({
      attemptsLeft: 2,
      isClosed: false,
    });
  });

  test('gets no more hints than the exercise allows', () => {
    const { questions } = reviewed([{ step: 'value:x', hint: 3 }], { hints: 1 });
    expect(questions.get('value:x')).toMatchObject({ hints: 1, state: 'open' });
    expect(
      reviewed([{ step: 'value:x', hint: 2 }], { hints: 0 }).questions.get('value:x')?.hints,
    ).toBe(0);
  });
});

describe('the order of questions', () => {
  const waiting = (exercise: Partial<Exercise>, entries: readonly Entry[] = []) =>
    [...reviewed(entries, exercise).questions.values()]
      .filter(({ waitsFor }) => waitsFor.length > 0)
      .map(({ question, waitsFor }) => [question.id, waitsFor]);

  test('where it is given, is as asked', () => {
    expect(waiting({})).toEqual([
      ['value:y', ['value:x']],
      ['value:z', ['value:x']],
    ]);
    expect(waiting({}, [answer('value:x', '17')])).toEqual([['value:z', ['value:y']]]);
  });

  test('where it is free, is any the dependencies allow', () => {
    expect(waiting({ order: 'free' })).toEqual([['value:z', ['value:x', 'value:y']]]);
    expect(waiting({ order: 'free' }, [answer('value:y', '9')])).toEqual([
      ['value:z', ['value:x']],
    ]);
  });

  test('looks through hidden numbers, and asks of a rule only what stands in it', () => {
    const free = { order: 'free' } as const;
    const through = { ...free, asked: ['value:b2', 'value:z'], hidden: ['value:y'] };
    expect(waiting(through)).toEqual([['value:z', ['value:b2']]]);
    const locals = { ...free, asked: ['value:x', 'local:w2->x:0', 'local:y->z:1'] };
    expect(waiting(locals)).toEqual([['local:y->z:1', ['value:x']]]);
  });

  test.each(topics)('free, every topic can be finished from the first question on: %s', (topic) => {
    const exercise: Exercise = { ...exerciseOn(linear, topic), order: 'free' };
    const assignment = assign(linear, exercise);
    const entries: Entry[] = [];
    for (let left = assignment.questions.length; left > 0; left--) {
      const state = review(assignment, entries);
      const ready = [...state.questions.values()].filter(
        ({ isClosed, waitsFor }) => !isClosed && waitsFor.length === 0,
      );
      const next = ready[ready.length - 1];
      entries.push({ step: next.question.id, hint: 3 });
    }
    expect(review(assignment, entries).isFinished).toBe(true);
  });
});

describe('what is seen of the numbers', () => {
  test('given ones from the start, asked ones when they are closed, hidden ones not', () => {
    const exercise = { asked: ['value:x', 'value:z'], hidden: ['value:y'] };
    const before = reviewed([], exercise);
    expect(before.see('value:w')).toEqual({ as: 'number', value: 3, from: 'given' });
    expect(before.see('value:x')).toEqual({ as: 'blank' });
    expect(before.see('value:y')).toEqual({ as: 'nothing' });
    const wrong = reviewed([answer('value:x', '17')], exercise);
    expect(wrong.see('value:x')).toEqual({ as: 'blank' });
    const carried = reviewed([answer('value:x', '17'), answer('value:z', '153')], exercise);
    expect(carried.see('value:z')).toEqual({ as: 'number', value: 153, from: 'answer' });
  });

  test('given ones stay what they are, whatever was answered before them', () => {
    const exercise = { asked: ['value:x', 'value:z'] };
    const before = [answer('value:x', '17')];
    expect(reviewed(before, exercise).see('gradient:y')).toMatchObject({ value: 18 });
    // ∂z/∂y is given as 18, so what comes of it is worked out from 18.
    const asked = ['value:x', 'contribution:b2->y:0'];
    const { questions } = reviewed([...before, answer('contribution:b2->y:0', '17')], { asked });
    expect(questions.get('contribution:b2->y:0')?.state).toBe('wrong');
  });

  test('a gradient that is a single contribution appears with it', () => {
    const exercise = exerciseOn(linear, 'backward');
    expect(reviewed([], exercise).see('gradient:x')).toEqual({ as: 'nothing' });
    const entries = [answer('contribution:x->z:0', '9')];
    const { see } = reviewed(entries, { ...exercise, order: 'free' });
    expect(see('gradient:x')).toEqual({ as: 'number', value: 9, from: 'answer' });
    expect(see('gradient:b')).toEqual({ as: 'blank' });
  });
});

describe('finding a wrong number', () => {
  const bug = { quantity: 'gradient:b', mistake: 'one-path' };
  const hunt: Partial<Exercise> = { kind: 'find-bug', asked: ['gradient:b'], bug };
  const found = (quantity: string): Entry => ({ found: quantity });

  test('shows all numbers, the wrong one and what follows from it among them', () => {
    const { see, find, most } = reviewed([], hunt);
    expect(see('gradient:b')).toEqual({ as: 'number', value: 36, from: 'given' });
    expect(see('gradient:x')).toEqual({ as: 'number', value: 9, from: 'given' });
    expect(find).toMatchObject({ isFound: false, points: 0 });
    expect(most).toBe(2);
    const early = {
      ...hunt,
      asked: ['value:x'],
      bug: { quantity: 'value:x', mistake: 'wrong-sign' },
    };
    expect(reviewed([], early).see('value:z')).toMatchObject({ value: -162 });
  });

  test('may be wrong by what happens on an edge, although that edge is given', () => {
    const slip = { quantity: 'gradient:w', mistake: 'other-operand' };
    const { see } = reviewed([], { ...hunt, asked: ['gradient:w'], bug: slip });
    expect(see('gradient:w')).toMatchObject({ value: 27 });
    expect(see('contribution:w->w2:1')).toMatchObject({ value: 18 });
  });

  test('may be found in the node that a wrong contribution alone comes back to', () => {
    const slip = { quantity: 'contribution:y->z:1', mistake: 'other-operand' };
    const hunting = { ...hunt, asked: ['contribution:y->z:1'], bug: slip };
    expect(reviewed([found('gradient:y')], hunting).find).toMatchObject({
      isFound: true,
      points: 1,
    });
    expect(reviewed([found('gradient:b2')], hunting).find?.isFound).toBe(false);
    const sum = { ...hunt, asked: ['contribution:b->b2:1'] };
    const ofSum = { ...sum, bug: { quantity: 'contribution:b->b2:1', mistake: 'divided' } };
    expect(reviewed([found('gradient:b')], ofSum).find?.isFound).toBe(false);
  });

  test('then asks for the right one', () => {
    const open = reviewed([found('gradient:w'), found('gradient:b')], hunt);
    expect(open.find).toMatchObject({
      isFound: true,
      points: 0.5,
      tries: ['gradient:w', 'gradient:b'],
    });
    expect(open.see('gradient:b')).toEqual({ as: 'blank' });
    expect(open.questions.get('gradient:b')?.waitsFor).toEqual([]);
    const done = reviewed([found('gradient:b'), answer('gradient:b', '63')], hunt);
    expect([done.score, done.most, done.isFinished]).toEqual([2, 2, true]);
  });

  test('keeps the rest of the sheet as it was until the right number is given', () => {
    const slip = { quantity: 'contribution:y->z:1', mistake: 'other-operand' };
    const hunting = { ...hunt, asked: ['contribution:y->z:1'], bug: slip };
    const open = reviewed([found('contribution:y->z:1')], hunting);
    expect(open.see('gradient:y')).toMatchObject({ value: 9 });
    const done = [found('contribution:y->z:1'), answer('contribution:y->z:1', '18')];
    expect(reviewed(done, hunting).see('gradient:y')).toMatchObject({ value: 18 });
  });

  test('ends with the tries an exercise allows', () => {
    const tries = ['gradient:w', 'gradient:x', 'gradient:b'].map(found);
    const { find } = reviewed(tries, { ...hunt, attempts: 2 });
    expect(find).toMatchObject({ points: 0, isClosed: true, tries: ['gradient:w', 'gradient:x'] });
  });

  test('asks only for numbers where the mistake cannot be made', () => {
    const none = { ...hunt, bug: { quantity: 'gradient:b', mistake: 'degrees' } };
    expect(reviewed([], none)).toMatchObject({ find: undefined, most: 1 });
  });

  test('waits with the question until it is found, by hint if need be', () => {
    expect(reviewed([], hunt).questions.get('gradient:b')?.waitsFor).toEqual(['bug']);
    const hinted = reviewed([{ step: 'bug', hint: 3 }], hunt);
    expect(hinted.find).toMatchObject({ isFound: true, points: 0, hints: 3 });
    expect(hinted.questions.get('gradient:b')?.waitsFor).toEqual([]);
  });
});

describe('mistakes over a review', () => {
  test('count once an answer, the likeliest of several', () => {
    const exercise = { asked: ['gradient:b', 'gradient:w'], order: 'free' as const };
    const entries = [
      answer('gradient:b', '27'),
      answer('gradient:b', '36'),
      answer('gradient:w', '-18'),
    ];
    expect(Object.fromEntries(countMistakes(reviewed(entries, exercise)))).toEqual({
      'one-path': 2,
      'wrong-sign': 1,
    });
  });
});
