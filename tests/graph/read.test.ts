import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, compile, domainProblems, forward } from '../../src/engine/index.ts';
import {
  type ReadError,
  readErrorText,
  readGraph,
  readParsed,
  writeGraph,
} from '../../src/graph/index.ts';
import { editJson, jsonEdits } from '../support/editJson.ts';
import { anyGraph, compact, deepFreeze } from '../support/graphs.ts';

function errorsOf(text: string): readonly ReadError[] {
  const result = readGraph(text);
  return result.ok ? [] : result.errors;
}

/** A file with these nodes and further keys, as text: JSON in tests may be broken on purpose. */
function file(nodes: string, further = ''): string {
  return `{"format":"chainrule-graph","version":1,"nodes":${nodes}${further}}`;
}

/** Every message says what is wrong and what would be right, in both languages. */
function expectBothLanguages(error: ReadError): void {
  const { en, 'zh-CN': zh } = readErrorText(error);
  expect(en).toMatch(/[.?]$/);
  expect(en).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
  expect(zh).toMatch(/\p{Script=Han}.*[。？]$/su);
  expect(zh).not.toMatch(/undefined|\[object/);
  for (const place of [error.node, error.key]) {
    if (place === undefined) continue;
    expect(en).toContain(place);
    expect(zh).toContain(place);
  }
}

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

describe('a wrong key', () => {
  const input = '{"id":"x","op":"input","value":1}';
  const leaky = (options: string) =>
    file(`[${input},{"id":"y","op":"leakyRelu","inputs":["x"],"options":${options}}]`);
  const value = (text: string) => file(`[{"id":"x","op":"input","value":${text}}]`);
  const place = (text: string) => file(`[{"id":"x","op":"input","position":${text}}]`);

  test.each<[string, string, string | undefined, string | undefined, RegExp]>([
    ['another format', '{"format":"draw.io"}', undefined, 'format', /should be "chainrule-graph"/],
    ['no format', '{"nodes":[]}', undefined, 'format', /should be "chainrule-graph"/],
    [
      'a newer version',
      '{"format":"chainrule-graph","version":2,"nodes":[],"news":1}',
      undefined,
      'version',
      /version 2.*newer.*Update/,
    ],
    ['no version', '{"format":"chainrule-graph"}', undefined, 'version', /whole number such as 1/],
    [
      'half a version',
      '{"format":"chainrule-graph","version":1.5}',
      undefined,
      'version',
      /whole number such as 1/,
    ],
    [
      'no nodes',
      '{"format":"chainrule-graph","version":1}',
      undefined,
      'nodes',
      /list of nodes.*nothing/,
    ],
    ['nodes by id', file('{}'), undefined, 'nodes', /a list of nodes, found an object/],
    ['an unknown key', file('[]', ',"foo":1'), undefined, 'foo', /unknown; remove it.*title/],
    ['the key __proto__', file('[]', ',"__proto__":{"a":1}'), undefined, '__proto__', /unknown/],
    [
      'an unknown key of a node',
      file('[{"id":"x","op":"input","vlaue":1}]'),
      'x',
      'vlaue',
      /value/,
    ],
    [
      'the key __proto__ of a node',
      file('[{"id":"x","op":"input","__proto__":1}]'),
      'x',
      '__proto__',
      /unknown/,
    ],
    ['a third coordinate', place('{"x":1,"y":2,"z":3}'), 'x', 'z', /Known keys: x, y/],
    ['a text for a node', file('["x"]'), '1', undefined, /object with "id" and "op".*the text "x"/],
    ['an unknown op', file('[{"id":"x","op":"mul"}]'), 'x', 'op', /no operation "mul".*"multiply"/],
    ['an op like no other', file('[{"id":"x","op":"zzz"}]'), 'x', 'op', /"zzz".*Known: input,/],
    ['no op', file('[{"id":"x"}]'), 'x', 'op', /the id of an operation.*nothing/],
    ['the op __proto__', file('[{"id":"x","op":"__proto__"}]'), 'x', 'op', /no operation/],
    ['the op constructor', file('[{"id":"x","op":"constructor"}]'), 'x', 'op', /no operation/],
    ['no id', file('[{"op":"input"}]'), '1', 'id', /a name: .*letter.*found nothing/],
    [
      'an id with a digit first',
      file(`[${input},{"id":"1a","op":"input"}]`),
      '2',
      'id',
      /letter.*"1a"/,
    ],
    ['an id with a space', file('[{"id":"a b","op":"input"}]'), '1', 'id', /letter.*"a b"/],
    ['a Cyrillic id', file('[{"id":"вес","op":"input"}]'), '1', 'id', /Latin or Greek letter/],
    ['a number for an id', file('[{"id":5,"op":"input"}]'), '1', 'id', /a name.*the number 5/],
    [
      'the id __proto__',
      file('[{"id":"__proto__","op":"input"}]'),
      '__proto__',
      'id',
      /reserved.*another/,
    ],
    ['an id twice', file(`[${input},${input}]`), 'x', 'id', /number 2.*same id.*another name/],
    [
      'an operand that is not there',
      file('[{"id":"y","op":"square","inputs":["x"]}]'),
      'y',
      'inputs',
      /no node x.*or null/,
    ],
    [
      'the operand __proto__',
      file('[{"id":"y","op":"square","inputs":["__proto__"]}]'),
      'y',
      'inputs',
      /no node __proto__/,
    ],
    [
      'an output that is not there',
      file('[]', ',"output":"z"'),
      undefined,
      'output',
      /no node z.*existing/,
    ],
    [
      'a number for an output',
      file('[]', ',"output":5'),
      undefined,
      'output',
      /id of a node.*the number 5/,
    ],
    [
      'a cycle',
      file('[{"id":"a","op":"square","inputs":["b"]},{"id":"b","op":"square","inputs":["a"]}]'),
      'b',
      'inputs',
      /circle: b → a → b\. Replace/,
    ],
    [
      'a node that feeds itself',
      file('[{"id":"a","op":"square","inputs":["a"]}]'),
      'a',
      'inputs',
      /circle: a → a\. Replace/,
    ],
    [
      'too many operands',
      file(`[${input},{"id":"y","op":"square","inputs":["x","x"]}]`),
      'y',
      'inputs',
      /square takes 1 operand, but 2 are given; remove/,
    ],
    [
      'operands of a leaf',
      file(`[${input},{"id":"y","op":"input","inputs":["x"]}]`),
      'y',
      'inputs',
      /leaf.*remove/,
    ],
    [
      'operands not in a list',
      file('[{"id":"y","op":"square","inputs":"x"}]'),
      'y',
      'inputs',
      /a list of node ids.*the text "x"/,
    ],
    [
      'a number for an operand',
      file('[{"id":"y","op":"square","inputs":[1]}]'),
      'y',
      'inputs',
      /the number 1 in the list/,
    ],
    [
      'a value of an op',
      file('[{"id":"y","op":"square","value":1}]'),
      'y',
      'value',
      /only leaves.*Remove/,
    ],
    [
      'text for a number',
      value('"3"'),
      'x',
      'value',
      /finite number.*without quotes.*the text "3"/,
    ],
    ['text among numbers', value('[1,"3"]'), 'x', 'value', /the text "3" in the list/],
    ['a number too large', value('1e400'), 'x', 'value', /finite.*too large for a double/],
    [
      'numbers too large',
      value('[[1],[-1e400]]'),
      'x',
      'value',
      /too large for a double in the list/,
    ],
    ['null for a number', value('null'), 'x', 'value', /finite number.*found null/],
    ['ragged rows', value('[[1,2],[3]]'), 'x', 'value', /same length.*2, 1/],
    ['rows beside numbers', value('[1,[2]]'), 'x', 'value', /rows beside numbers/],
    ['an empty list', value('[]'), 'x', 'value', /an empty list/],
    ['an empty row', value('[[]]'), 'x', 'value', /an empty row/],
    ['three axes', value('[[[1]]]'), 'x', 'value', /a list in the list/],
    [
      'a text for an option',
      leaky('{"slope":"0.1"}'),
      'y',
      'options',
      /the text "0.1" for "slope"/,
    ],
    [
      'an option out of bounds',
      leaky('{"slope":7}'),
      'y',
      'options',
      /"slope".*between 0 and 1, not 7/,
    ],
    ['an unknown option', leaky('{"slop":0.1}'), 'y', 'options', /"slop".*knows: slope/],
    ['the option __proto__', leaky('{"__proto__":1}'), 'y', 'options', /"__proto__".*knows: slope/],
    [
      'the option constructor',
      leaky('{"constructor":1}'),
      'y',
      'options',
      /"constructor".*knows: slope/,
    ],
    [
      'an option of an op without',
      file(`[${input},{"id":"y","op":"ln","options":{"base":2}}]`),
      'y',
      'options',
      /ln has no options/,
    ],
    [
      'an option of a leaf',
      file('[{"id":"x","op":"input","options":{"base":2}}]'),
      'x',
      'options',
      /no options/,
    ],
    ['options in a list', leaky('[1]'), 'y', 'options', /numbers by option name.*a list/],
    ['half a position', place('{"x":1}'), 'x', 'position', /nothing for "y"/],
    ['text for a position', place('{"x":"1","y":2}'), 'x', 'position', /the text "1" for "x"/],
    [
      'a number for a label',
      file('[{"id":"x","op":"input","label":5}]'),
      'x',
      'label',
      /a text.*the number 5/,
    ],
    [
      'a number for a title',
      file('[]', ',"title":5'),
      undefined,
      'title',
      /a text, or texts.*the number 5/,
    ],
    [
      'a number in a title',
      file('[]', ',"title":{"en":5}'),
      undefined,
      'title',
      /the number 5 in the object/,
    ],
    [
      'a number for a section',
      file('[]', ',"training":5'),
      undefined,
      'training',
      /an object with "version" and "move".*the number 5/,
    ],
    [
      'too large a number in such a section',
      file('[]', ',"dataset":{"version":1,"columns":[{"name":"x","values":[1e400]}]}'),
      undefined,
      'dataset.columns.values',
      /too large/,
    ],
  ])('%s: is named with its node, its key and the fix', (_, text, node, key, message) => {
    const errors = errorsOf(text);
    expect(errors.map((error) => [error.node, error.key])).toEqual([[node, key]]);
    expect(errors[0].text.en).toMatch(message);
    expectBothLanguages(errors[0]);
  });

  const nodes = `[${input},{"id":"y","op":"ln","inputs":["x"]}]`;
  const groups = (text: string) => file(nodes, `,"groups":${text}`);
  const notes = (text: string) => file(nodes, `,"notes":${text}`);

  test.each<[string, string, Partial<ReadError>, RegExp]>([
    ['groups by id', groups('{}'), { key: 'groups' }, /a list of groups, found an object/],
    ['a group without nodes', groups('[{"id":"g"}]'), { group: 'g', key: 'nodes' }, /nothing/],
    [
      'a number among the nodes of a group',
      groups('[{"id":"g","nodes":["x",7]}]'),
      { group: 'g', key: 'nodes' },
      /a list of node ids, found the number 7 in the list/,
    ],
    [
      'an unknown key of a group',
      groups('[{"id":"g","nodes":["x"],"color":"red"}]'),
      { group: 'g', key: 'color' },
      /unknown; remove it.*collapsed/,
    ],
    [
      'a group that is collapsed by a word',
      groups('[{"id":"g","nodes":["x"],"collapsed":"yes"}]'),
      { group: 'g', key: 'collapsed' },
      /true or false, found the text "yes"/,
    ],
    [
      'a group with a bad name',
      groups('[{"id":"1","nodes":["x"]}]'),
      { group: '1', key: 'id' },
      /a name/,
    ],
    [
      'a group with a reserved name',
      groups('[{"id":"__proto__","nodes":["x"]}]'),
      { group: '__proto__', key: 'id' },
      /reserved/,
    ],
    [
      'a second group of the same id',
      groups('[{"id":"g","nodes":["x"]},{"id":"g","nodes":["y"]}]'),
      { group: 'g', key: 'id' },
      /group number 2.*another name/,
    ],
    [
      'a node in a group that is not there',
      groups('[{"id":"g","nodes":["x","q"]}]'),
      { group: 'g', key: 'nodes' },
      /no node q; use the id of an existing node or remove/,
    ],
    [
      'a node in two groups',
      groups('[{"id":"g","nodes":["x"]},{"id":"h","nodes":["y","x"]}]'),
      { group: 'h', key: 'nodes' },
      /x stands in the group g already.*name it once/,
    ],
    [
      'a node twice in a group',
      groups('[{"id":"g","nodes":["x","x"]}]'),
      { group: 'g', key: 'nodes' },
      /x stands in the group g already/,
    ],
    [
      'a parent that is not there',
      groups('[{"id":"g","nodes":["x"],"parent":"h"}]'),
      { group: 'g', key: 'parent' },
      /no group h; use the id of an existing group or remove the key/,
    ],
    [
      'groups that stand in each other',
      groups('[{"id":"g","nodes":["x"],"parent":"h"},{"id":"h","nodes":["y"],"parent":"g"}]'),
      { group: 'g', key: 'parent' },
      /circle: g → h → g. Remove one/,
    ],
    [
      'a group within itself',
      groups('[{"id":"g","nodes":["x"],"parent":"g"}]'),
      { group: 'g', key: 'parent' },
      /circle: g → g/,
    ],
    [
      'a group that holds no node',
      groups('[{"id":"g","nodes":[]},{"id":"h","nodes":["x"]}]'),
      { group: 'g', key: 'nodes' },
      /holds no node.*name its nodes or remove it/,
    ],
    ['a number for notes', notes('5'), { key: 'notes' }, /a list of notes, found the number 5/],
    [
      'a note without a place',
      notes('[{"id":"n","text":"t"}]'),
      { note: 'n', key: 'position' },
      /two finite numbers.*nothing/,
    ],
    [
      'too large a number for the place of a note',
      notes('[{"id":"n","text":"t","position":{"x":1e999,"y":0}}]'),
      { note: 'n', key: 'position' },
      /too large for a double for "x"/,
    ],
    [
      'a note of no width',
      notes('[{"id":"n","text":"t","position":{"x":1,"y":0},"width":0}]'),
      { note: 'n', key: 'width' },
      /a number above 0, found the number 0/,
    ],
    [
      'a note without a name',
      notes('[{"text":"t","position":{"x":1,"y":0}}]'),
      { note: '1', key: 'id' },
      /a name/,
    ],
    [
      'a note in a group that is not there',
      notes('[{"id":"n","text":"t","position":{"x":1,"y":0},"group":"g"}]'),
      { note: 'n', key: 'group' },
      /no group g/,
    ],
    [
      'a second note of the same id',
      notes(
        '[{"id":"n","text":"t","position":{"x":1,"y":0}},{"id":"n","text":"u","position":{"x":1,"y":0}}]',
      ),
      { note: 'n', key: 'id' },
      /note number 2/,
    ],
  ])('%s: is named with its group or note, its key and the fix', (_, text, place, message) => {
    const errors = errorsOf(text);
    expect(errors.map(({ text: _, ...found }) => found)).toEqual([place]);
    expect(errors[0].text.en).toMatch(message);
    expectBothLanguages(errors[0]);
    const named = place.group ?? place.note ?? '';
    const line = readErrorText(errors[0]);
    const [en, zh] = place.group === undefined ? ['Note', '注释'] : ['Group', '分组'];
    if (named !== '') expect(line.en.startsWith(`${en} ${named}, "${place.key}": `)).toBe(true);
    if (named !== '')
      expect(line['zh-CN'].startsWith(`${zh} ${named}，"${place.key}"：`)).toBe(true);
  });

  test('does not hide others: all are listed', () => {
    const text = file(
      '[{"id":"a","op":"foo"},{"id":"b","op":"input","value":"1"},{"id":"c","op":"input","x":1}]',
      ',"bar":1',
    );
    const places = errorsOf(text).map(({ node, key }) => `${node ?? ''} ${key}`);
    expect(places.sort()).toEqual([' bar', 'a op', 'b value', 'c x']);
  });

  test('a long cycle is not listed in full', () => {
    const nodes = Array.from({ length: 50 }, (_, i) => ({
      id: `n${i}`,
      op: 'negate',
      inputs: [`n${(i + 49) % 50}`],
    }));
    const [error] = errorsOf(file(JSON.stringify(nodes)));
    expect(error.text.en).toMatch(/^nodes feed .*: n1 → n2 .* → …\. Replace/);
    expect(error.text.en.split('→').length).toBeLessThan(15);
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
