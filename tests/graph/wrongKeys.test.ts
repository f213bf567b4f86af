import { describe, expect, test } from 'vitest';
import { errorsOf, expectBothLanguages, file } from '../support/graphFiles.ts';

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
