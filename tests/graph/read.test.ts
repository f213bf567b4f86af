import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, compile, domainProblems, forward } from '../../src/engine/index.ts';
import { readErrorText, readGraph, readParsed, writeGraph } from '../../src/graph/index.ts';
import { editJson, jsonEdits } from '../support/editJson.ts';
import { errorsOf, expectBothLanguages, file } from '../support/graphFiles.ts';
import { anyGraph, compact, deepFreeze } from '../support/graphs.ts';

describe('a file that is no graph', () => {
  test.each([
    ['empty', '', /empty/],
    ['white space', ' \n\t', /empty/],
    ['an image', '\ufffdPNG\r\n', /binary.*JSON/],
    ['with a zero byte', '{"format"\0', /binary.*JSON/],
    ['cut off', '{"format":"chainrule-graph",\n"nodes":[', /ends in line 2.*missing/],
    ['with a comma too many', '{"format":"chainrule-graph",\n }', /\} cannot.*line 2, column 2/],
    ['with NaN', file('[{"id":"a","op":"input","value":NaN}]'), /NaN cannot.*finite number/],
    ['with -Infinity', '[\n\n-Infinity]', /-Infinity cannot.*line 3, column 1.*finite number/],
    ['a list', '[1]', /JSON object.*a list/],
    ['a number', '3', /JSON object.*the number 3/],
    ['null', 'null', /JSON object.*null/],
  ])('%s: says so', (_, text, message) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(readErrorText(errors[0]).en).toMatch(message);
    expectBothLanguages(errors[0]);
  });

  test('that is too long is refused before it is parsed', () => {
    const text = `${' '.repeat(50 * 2 ** 20)}[`;
    const [error] = errorsOf(text);
    expect(error.text.en).toMatch(/50 MB.*up to 32 MB/);
    expectBothLanguages(error);
  });

  test('that is nested without end is refused, not crashed on', () => {
    const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`;
    for (const text of [deep, file('[]', `,"notes":${deep}`), file(deep)]) {
      const errors = errorsOf(text);
      expect(errors).toHaveLength(1);
      expectBothLanguages(errors[0]);
    }
  });
});

describe('what a file may leave out or say in its own way', () => {
  test.each([
    ['a byte order mark', `\ufeff${file('[]')}`],
    ['no output and no values', file('[{"id":"a","op":"input"}]')],
    ['open ports', file('[{"id":"a","op":"add","inputs":[null,null,null]},{"id":"b","op":"ln"}]')],
    [
      'names that objects have',
      file(
        '[{"id":"constructor","op":"input"},{"id":"toString","op":"ln","inputs":["constructor"]}]',
      ),
    ],
    ['Greek names', file('[{"id":"α1","op":"input"}]')],
    ['an empty title', file('[]', ',"title":""')],
  ])('%s', (_, text) => {
    expect(errorsOf(text)).toEqual([]);
  });

  test('parsed JSON is read as it stands and not changed', () => {
    const parsed = deepFreeze(JSON.parse(file('[{"id":"a","op":"input","value":[1,2]}]')));
    const result = readParsed(parsed);
    expect(result.ok && result.graph.nodes).toEqual(parsed.nodes);
  });
});

const folder = new URL('../../graphs/', import.meta.url);
const gallery = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const anyText = fc.oneof(fc.constantFrom(...gallery), anyGraph().map(compact));

/** Reads it, and if it is a graph, does what the page does first: nothing of that may throw. */
function expectCalm(text: string): void {
  const result = readGraph(text);
  if (!result.ok) {
    expect(result.errors.length).toBeGreaterThan(0);
    for (const error of result.errors) {
      expect(error.text.en).not.toBe('');
      expect(error.text['zh-CN']).not.toBe('');
    }
    return;
  }
  const again = readGraph(writeGraph(result.graph));
  expect(again).toEqual(result);
  const program = compile(result.graph);
  forward(program);
  backward(program);
  domainProblems(program);
}

describe('whatever happens to a file, reading it gives a graph or errors and never throws', () => {
  test('cut off anywhere', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => expectCalm(text.slice(0, at % text.length))),
    );
  });

  test('with bytes changed, inserted and lost', () => {
    const noise = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(3), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyText, noise, (text, changes) => {
        let bytes = Buffer.from(text);
        for (const { at, remove, byte } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([
            bytes.subarray(0, from),
            Buffer.from([byte]),
            bytes.subarray(from + remove),
          ]);
        }
        expectCalm(bytes.toString('utf8'));
      }),
    );
  });

  test('with parts replaced by any JSON, deleted, renamed and doubled', () => {
    fc.assert(
      fc.property(anyText, jsonEdits, (text, edits) => {
        const file = JSON.parse(text);
        editJson(file, edits);
        expectCalm(JSON.stringify(file));
      }),
      { numRuns: 500 },
    );
  });

  test('being no file of ours at all', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), expectCalm));
  });
});
