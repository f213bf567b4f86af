import { describe, expect, test } from 'vitest';
import { type ReadError, readErrorText } from '../../src/graph/index.ts';
import { errorsOf, expectBothLanguages, file } from '../support/graphFiles.ts';

describe('a wrong key of a group or note', () => {
  const input = '{"id":"x","op":"input","value":1}';
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
});
