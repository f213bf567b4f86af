import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Graph, readGraph, setExercise, setValue, writeGraph } from '../../src/graph/index.ts';
import { type Entry, exerciseOn, mistakes } from '../../src/practice/index.ts';
import { type Result, writeResult } from '../../src/practice/result.ts';
import { variant } from '../../src/practice/variants.ts';
import { answersTo, resultOf } from '../support/results.ts';
import { buildCli, chainrule, example, file, folder, graphFile, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

/** z = (2w + 3b)(2b + 1) at w = 3, b = 4: x = 18, y = 9, z = 162. */
const linear = readExample();
const steps = [
  ...['value:x', 'value:y', 'value:z', 'gradient:y', 'gradient:x'],
  ...['contribution:b->m2:1', 'contribution:b->m3:0', 'gradient:w', 'gradient:b'],
];
const { asked, hidden = [] } = exerciseOn(linear, 'backward');
const exercise = setExercise(linear, {
  version: 1,
  asked: steps,
  hidden: [...asked, ...hidden].filter((id) => !steps.includes(id)),
});
const ranges = { w: { from: 1, to: 9, step: 1 }, b: { from: 1, to: 9, step: 1 } };
const varied = withVariants({ ranges });
const fixed = withVariants({ ranges, seed: 5 });
const fifth = variant(varied, 5);

/** A slip of 1 in x, and everything after it rightly worked out from it. */
const carried: Readonly<Record<string, string>> = {
  'value:x': '17',
  'value:z': '153',
  'gradient:y': '17',
  'contribution:b->m3:0': '34',
  'gradient:b': '61',
};
/** What belongs to x goes to y and the other way round. */
const swapped: Readonly<Record<string, string>> = {
  'gradient:x': '18',
  'gradient:y': '9',
  'contribution:b->m2:1': '36',
  'contribution:b->m3:0': '27',
  'gradient:w': '63',
  'gradient:b': '18',
};

const folderOf = (name: string, files: Readonly<Record<string, string>>) => {
  for (const [path, content] of Object.entries(files)) {
    const parts = path.split('/');
    mkdirSync(join(folder, name, ...parts.slice(0, -1)), { recursive: true });
    writeFileSync(join(folder, name, path), content);
  }
  return name;
};

file('exercise.json', writeGraph(exercise));
file('varied.json', writeGraph(varied));
file('fixed.json', writeGraph(fixed));

const score = { points: 9, most: 9 };
folderOf('class', {
  'perfect.json': saved(exercise, answersTo(exercise), { learner: 'Ann', score }),
  'slip.json': saved(exercise, changed(carried), { learner: 'Bo', seconds: 754.4 }),
  'swapped.json': saved(exercise, changed(swapped), { learner: 'Cy' }),
  'empty.json': saved(exercise, [], { learner: 'Di' }),
  'broken.json': saved(exercise, answersTo(exercise)).slice(0, 300),
  'another.json': saved(setExercise(linear, { version: 1, asked: ['value:z'] }), []),
  'claimed.json': saved(exercise, changed({ 'gradient:b': '27' }), { learner: 'Ed', score }),
  'graph.json': saved(setValue(exercise, 'b', 1), answersTo(setValue(exercise, 'b', 1)), {
    learner: 'Flo',
  }),
  'hints.json': saved(exercise, [
    { step: 'value:x', answer: '12' },
    { step: 'value:x', answer: '6 + 12' },
    { step: 'value:y', hint: 1 },
    { step: 'value:y', answer: '9' },
    { step: 'value:z', hint: 3 },
  ]),
  'Klasse 3/李华.json': `\ufeff${saved(exercise, answersTo(exercise), {
    learner: '李华',
    language: 'zh-CN',
  })}`,
  '.hidden.json': 'not mine',
  '__MACOSX/x.json': 'not mine',
  'readme.txt': 'not mine',
});

function readExample(): Graph {
  const read = readGraph(readFileSync(example, 'utf8'));
  if (!read.ok) throw new Error('the example cannot be read');
  return read.graph;
}

function withVariants(variants: { ranges: typeof ranges; seed?: number }): Graph {
  return setExercise(linear, { version: 1, asked: steps, variants });
}

function saved(graph: Graph, entries: readonly Entry[], further: Partial<Result> = {}): string {
  return writeResult(resultOf(graph, entries, further));
}

function changed(answers: Readonly<Record<string, string>>): Entry[] {
  return answersTo(exercise, (id, answer) => answers[id] ?? answer);
}

/** What `--json` prints. */
interface Report {
  readonly exercise: { readonly steps: readonly string[] };
  readonly results: readonly {
    readonly file: string;
    readonly learner: string | null;
    readonly score: number;
    readonly most: number;
    readonly finished: boolean;
    readonly seed: number | null;
    readonly claimed: unknown;
    readonly altered: readonly string[];
    readonly steps: readonly {
      readonly id: string;
      readonly state: string;
      readonly hints: number;
      readonly answers: readonly {
        readonly answer: string;
        readonly verdict: string;
        readonly mistakes: readonly string[];
      }[];
    }[];
    readonly mistakes: Readonly<Record<string, number>>;
  }[];
  readonly mistakes: readonly unknown[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

async function report(...args: readonly string[]) {
  const { out, err, code } = await chainrule(['grade', ...args, '--json']);
  const parsed: Report = JSON.parse(out);
  const of = (name: string) => {
    const result = parsed.results.find(({ file }) => file.endsWith(name));
    if (result === undefined) throw new Error(`${name} has no result`);
    const states = Object.fromEntries(result.steps.map(({ id, state }) => [id, state]));
    return { ...result, states };
  };
  return { ...parsed, of, err, code };
}

describe('a class of ten', () => {
  const one = () => report('exercise.json', 'class');

  test('is graded past what is broken and what does not belong, and ends in 1', async () => {
    const { code, err, results, refused } = await one();
    expect(code).toBe(1);
    expect(results.map(({ file, score }) => [file.replace(/^class./, ''), score])).toEqual([
      ['claimed.json', 8],
      ['empty.json', 0],
      ['graph.json', 7],
      ['hints.json', 1],
      [join('Klasse 3', '李华.json'), 9],
      ['perfect.json', 9],
      ['slip.json', 8],
      ['swapped.json', 3],
    ]);
    expect(results.every(({ most }) => most === 9)).toBe(true);
    expect(refused.map(({ file, reason }) => [file.replace(/^class./, ''), reason])).toEqual([
      ['another.json', 'another exercise'],
      ['broken.json', 'unreadable'],
    ]);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/another\.json: This is the result of another exercise: other questi/),
      expect.stringMatching(/broken\.json: The file is not valid JSON: it ends in line \d+ .*Add/),
      '',
    ]);
  });

  test('one slip costs one step', async () => {
    const { states, mistakes } = (await one()).of('slip.json');
    expect(states).toEqual({
      'value:x': 'wrong',
      'value:y': 'right',
      'value:z': 'carried',
      'gradient:y': 'carried',
      'gradient:x': 'right',
      'contribution:b->m2:1': 'right',
      'contribution:b->m3:0': 'carried',
      'gradient:w': 'right',
      'gradient:b': 'carried',
    });
    expect(mistakes).toEqual({});
  });

  test('what is swapped is recognised as the other operand', async () => {
    const { steps, finished } = (await one()).of('swapped.json');
    const wrong = steps.filter(({ state }) => state === 'wrong').map(({ id }) => id);
    expect(wrong.sort()).toEqual(Object.keys(swapped).sort());
    const [first] = steps.filter(({ id }) => id === 'gradient:y');
    expect(first.answers).toEqual([
      { answer: '9', verdict: 'wrong', mistakes: expect.arrayContaining(['other-operand']) },
    ]);
    expect(finished).toBe(false);
  });

  test('a score in the file is not believed, but mentioned', async () => {
    const all = await one();
    const { claimed, score: counted, mistakes } = all.of('claimed.json');
    expect([claimed, counted]).toEqual([score, 8]);
    expect(mistakes).toEqual({ 'one-path': 1 });
    expect(all.of('perfect.json')).toMatchObject({ claimed: null, finished: true, altered: [] });
  });

  test('numbers in the file do not count, and are reported', async () => {
    const { altered, states } = (await one()).of('graph.json');
    expect(altered).toEqual(['b']);
    // 2w + 3b is 9 there, 18 here; what follows from 9 is carried.
    expect(states).toMatchObject({ 'value:x': 'wrong', 'value:y': 'wrong', 'value:z': 'carried' });
  });

  test('hints and later attempts are counted', async () => {
    const { steps, learner } = (await one()).of('hints.json');
    expect(learner).toBeNull();
    expect(
      steps.slice(0, 4).map(({ state, hints, answers }) => [state, hints, answers.length]),
    ).toEqual([
      ['right', 0, 2],
      ['right', 1, 1],
      ['shown', 3, 0],
      ['open', 0, 0],
    ]);
  });

  test('has one table of mistakes', async () => {
    const { mistakes } = await one();
    expect(mistakes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ mistake: 'one-path', name: 'One path is missing' }),
      ]),
    );
    const { out } = await chainrule(['grade', 'exercise.json', 'class']);
    expect(out.match(/^mistake .*what it is .*times .*learners$/gm)).toHaveLength(1);
    expect(out).toMatch(/^one-path +One path is missing +\d+ +\d+$/m);
  });

  test('is a table for people, with wide letters in line', async () => {
    const { out } = await chainrule(['grade', 'exercise.json', 'class']);
    expect(out).toMatch(/^Linear back-propagation.* \(exercise\.json\): 9 steps\n/);
    const [header, ...rows] = out.split('\n\n')[1].split('\n');
    expect(header).toMatch(
      /^learner +file +score +right +carried +wrong +shown +open +hinted +time$/,
    );
    const wide = rows.find((row) => row.startsWith('李华')) ?? '';
    expect(wide).toMatch(/ 9 of 9 +9 +0 +0 +0 +0 +0 +1:00$/);
    // Four letters more that take two cells each: the name, and again in its file.
    expect(wide.length + 4).toBe(header.length);
    expect(rows.find((row) => row.startsWith('Bo '))).toMatch(/ 8 of 9 +4 +4 +1 +0 +0 +0 +12:34$/);
    expect(out).toContain('Ed:\n  the file claims 9 of 9; the answers give another score\n');
    expect(out).toContain("  altered in the learner's copy, and ignored: b\n");
    expect(out).toMatch(/\n {2}gradient:b: 27 wrong \(one-path/);
    expect(out).toMatch(/\n {2}value:x: 12 wrong.*; 6 \+ 12 right\n {2}value:y: 9 right; hint 1\n/);
    expect(out).toMatch(/\n {2}value:z: hint 3; answer shown\n/);
  });

  test('is one table for a spreadsheet, with a row of totals', async () => {
    const { out, code } = await chainrule(['grade', 'exercise.json', 'class', '--csv']);
    expect(code).toBe(1);
    expect(
      out.startsWith('\ufeff"learner","file","score","most","seconds","seed","notes","value:x"'),
    ).toBe(true);
    const rows = out.split('\r\n');
    expect(rows).toHaveLength(11);
    expect(rows.at(-1)).toBe('');
    const columns = rows.map((row) => row.replaceAll(/"[^"]*"/g, '').split(',').length);
    expect(new Set(columns.slice(0, -1)).size).toBe(1);
    const row = (name: string) => rows.find((row) => row.includes(name)) ?? '';
    expect(row('李华')).toMatch(/^"李华",".*李华\.json",9,9,60,,"","right","right",.*,0(,0)*$/);
    expect(row('"Bo"')).toContain(',8,9,754.4,,"","wrong","right","carried","carried","right"');
    expect(rows[0]).toContain('"One path is missing (one-path)"');
    expect(row('total of 8')).toMatch(
      /^"total of 8",,45,72,1174\.4,,"points, by question",[\d,.]+$/,
    );
  });
});

describe('numbers drawn by seed', () => {
  test('are those of the result’s seed, from the ranges of the exercise', async () => {
    const answers = answersTo(fifth);
    const name = folderOf('seeds', {
      'fifth.json': saved(fifth, answers, { seed: 5 }),
      'none.json': saved(varied, answersTo(varied)),
      'other.json': saved(fifth, answers, { seed: 6 }),
    });
    const { of, code } = await report('varied.json', name);
    expect(code).toBe(0);
    expect(of('fifth.json')).toMatchObject({ score: 9, seed: 5, altered: [] });
    expect(of('none.json')).toMatchObject({ score: 9, seed: null, altered: [] });
    const other = of('other.json');
    expect(other.seed).toBe(6);
    expect(other.altered.length).toBeGreaterThan(0);
    expect(other.score).toBeLessThan(9);
    expect((await chainrule(['grade', 'varied.json', name])).out).toMatch(/ time +seed\n/);
  });

  test('are those of the exercise where it has a seed of its own', async () => {
    const name = folderOf('fixed', {
      'fifth.json': saved(fifth, answersTo(fifth), { seed: 5 }),
      'sixth.json': saved(variant(varied, 6), answersTo(variant(varied, 6)), { seed: 6 }),
    });
    const { of, refused, code, err } = await report('fixed.json', name);
    expect(code).toBe(1);
    expect(of('fifth.json').score).toBe(9);
    expect(refused).toMatchObject([{ reason: 'another exercise' }]);
    expect(err).toMatch(/sixth\.json: This result has the numbers of seed 6, .* of seed 5\.\n$/);
  });
});

test('finding a bug is a step of its own', async () => {
  const bug = { quantity: 'gradient:b', mistake: 'one-path' };
  const search = setExercise(linear, { version: 1, kind: 'find-bug', asked: [], bug });
  file('search.json', writeGraph(search));
  file('found.json', saved(search, [{ found: 'gradient:w' }, { found: 'gradient:b' }]));
  file('lost.json', saved(search, [{ found: 'gradient:w' }]));
  const { exercise, of } = await report('search.json', 'found.json', 'lost.json');
  expect(exercise.steps).toEqual(['bug']);
  const [step] = of('found.json').steps;
  expect(step).toMatchObject({ id: 'bug', state: 'right' });
  expect(step.answers.map(({ answer, verdict }) => [answer, verdict])).toEqual([
    ['gradient:w', 'wrong'],
    ['gradient:b', 'right'],
  ]);
  expect(of('lost.json')).toMatchObject({ score: 0, most: 1, states: { bug: 'wrong' } });
});

test('a bug that is none cannot be graded: the message names mistakes that can be made there', async () => {
  const bug = { quantity: 'gradient:b', mistake: 'one-pth' };
  const search = setExercise(linear, { version: 1, kind: 'find-bug', asked: [], bug });
  file('none.json', writeGraph(search));
  const { code, err } = await chainrule(['grade', 'none.json', 'found.json']);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^none\.json: "exercise\.bug\.mistake": "one-pth" gives no other .*choose one of one-path, /,
  );
});

test.each(['exercise-files.md', 'exercise-files.zh-CN.md'])(
  'the example in %s is as it says',
  async (name) => {
    const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
    const [graph, result] = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) =>
      JSON.parse(json),
    );
    file('documented.json', JSON.stringify(graph));
    file('handed-in.json', JSON.stringify({ ...result, graph }));
    const { code, of } = await report('documented.json', 'handed-in.json');
    expect(code).toBe(0);
    expect(of('handed-in.json')).toMatchObject({ score: 1.5, claimed: null, altered: [] });
    for (const { id } of mistakes) expect(text).toContain(`\`${id}\``);
  },
);

describe('whatever stands in a file', () => {
  test('no cell is a formula, and no name leads the terminal', async () => {
    const learners = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      '＝1',
      '\t=1',
      'a,"b"\r\nc',
      '\u001b[2J\u202eX',
    ];
    const files = Object.fromEntries(
      learners.map((learner, i) => [`${i}.json`, saved(exercise, [], { learner })]),
    );
    const name = folderOf('names', files);
    const { out } = await chainrule(['grade', 'exercise.json', name, '--csv']);
    const rows = out.slice(1).split('\r\n').slice(1, -2);
    expect(rows.map((row) => row.split(',"names')[0])).toEqual([
      ...['"\'=1+1"', '"\'+1"', '"\'-1"', '"\'@SUM(A1)"', '"\'=1"', '"\'＝1"', '"\'=1"'],
      ...['"a,""b"" c"', '"[2J X"'],
    ]);
    const { out: text } = await chainrule(['grade', 'exercise.json', name]);
    for (const mark of ['\u001b', '\u202e']) expect(text).not.toContain(mark);
  });
});

describe('which files are graded', () => {
  const perfect = join('class', 'perfect.json');

  test('those named, once each, and never the exercise itself', async () => {
    const again = join('class', '..', perfect);
    const { code, results } = await report('exercise.json', perfect, 'exercise.json', again);
    expect([code, results.length]).toEqual([0, 1]);
  });

  test('standard input', async () => {
    const { code, out } = await chainrule(
      ['grade', 'exercise.json', '-', '--json'],
      saved(exercise, answersTo(exercise)),
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).results).toMatchObject([{ file: 'standard input', score: 9 }]);
  });

  test('a folder without any, or a file that is not there, is reported', async () => {
    folderOf('nothing', { 'readme.txt': '' });
    const { code, err, out } = await chainrule(['grade', 'exercise.json', 'nothing', 'gone.json']);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^nothing: There is no \*\.json file in this folder; .*\ngone\.json: There is no such file/,
    );
    expect(out).toContain('There is no result to grade.');
  });

  test('a graph handed in for a result is told apart', async () => {
    file('handed.json', writeGraph(exercise));
    const { err } = await chainrule(['grade', 'exercise.json', 'handed.json']);
    expect(err).toMatch(/^handed\.json: "format": This is a graph, not a result; hand in/);
  });

  test('only with an exercise to grade them by', async () => {
    const plain = graphFile('plain.json', []);
    const answers = await chainrule(['grade', plain, perfect]);
    expect(answers).toMatchObject({ code: 1, out: '' });
    expect(answers.err).toMatch(
      /^plain\.json: "exercise": this graph is no exercise: .*Make it one/,
    );
    expect((await chainrule(['grade', perfect, perfect])).err).toMatch(/"chainrule-graph"/);
  });

  test.each([
    [[], /needs an EXERCISE/],
    [['exercise.json'], /needs ANSWERS/],
    [['exercise.json', 'class', '--json', '--csv'], /exclude each other/],
    [['-', '-'], /only one file can be standard input/],
    [['exercise.json', 'class', '--xml'], /--xml/],
  ])('not with %j', async (args, message) => {
    const { code, err } = await chainrule(['grade', ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain('Usage: chainrule grade EXERCISE ANSWERS … [--json | --csv]');
  });
});
