import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNote,
  ancestorsOf,
  completeSelection,
  findGroup,
  type Graph,
  type Group,
  groupNodes,
  groupOf,
  membersOf,
  moveGroups,
  moveToGroup,
  readGraph,
  removeNodes,
  removeNotes,
  rename,
  setCollapsed,
  setGroupTitle,
  setNote,
  ungroup,
  writeGraph,
} from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyGraph, deepFreeze } from '../support/graphs.ts';

const bare = graphOf(
  leaf('a', 1),
  leaf('b', 2),
  node('s', 'add', 'a', 'b'),
  node('q', 'square', 's'),
  node('d', 'divide', 'q', 's'),
);

/** d stands alone, s and q in a box within a box that holds b. */
const example: Graph = deepFreeze({
  ...bare,
  groups: [
    { id: 'outer', title: 'Outer', nodes: ['b'] },
    { id: 'inner', nodes: ['s', 'q'], parent: 'outer', collapsed: true },
  ],
  notes: [
    { id: 'n1', text: 'Sum', position: { x: 0, y: 0 }, group: 'inner' },
    { id: 'n2', text: 'Free', position: { x: 9, y: 9 } },
  ],
});

function ids(...all: string[]): ReadonlySet<string> {
  return new Set(all);
}

/** Where every node and note stands: the boxes around it, outermost first. */
function standing(graph: Graph): Record<string, string[]> {
  const path = (box: string | undefined) =>
    box === undefined ? [] : ancestorsOf(graph, box).map(({ id }) => id);
  return Object.fromEntries([
    ...graph.nodes.map(({ id }) => [id, path(groupOf(graph, id)?.id)]),
    ...(graph.notes ?? []).map(({ id, group }) => [`note ${id}`, path(group)]),
  ]);
}

describe('asking', () => {
  test('a box knows its nodes and those of boxes within it, and what it stands in', () => {
    expect(membersOf(example, 'outer')).toEqual(ids('b', 's', 'q'));
    expect(membersOf(example, 'inner')).toEqual(ids('s', 'q'));
    expect(ancestorsOf(example, 'inner').map(({ id }) => id)).toEqual(['outer', 'inner']);
    expect(groupOf(example, 's')?.id).toBe('inner');
    expect(groupOf(example, 'd')).toBeUndefined();
  });

  test('what is not there has none of it', () => {
    expect(membersOf(example, 'nobody')).toEqual(ids());
    expect(ancestorsOf(example, 'toString')).toEqual([]);
    expect(findGroup(bare, 'outer')).toBeUndefined();
  });
});

describe('a selection', () => {
  test('of a box brings all it holds, and of all its nodes the box', () => {
    expect(completeSelection(example, { nodes: ids('nobody'), groups: ids('outer') })).toEqual({
      nodes: ids('b', 's', 'q'),
      groups: ids('outer', 'inner'),
      notes: ids('n1'),
    });
    const nodes = ids('s', 'q', 'd');
    expect(completeSelection(example, { nodes }).groups).toEqual(ids('inner'));
    expect(completeSelection(example, { nodes: ids('s') }).groups).toEqual(ids());
  });
});

describe('grouping', () => {
  test('puts a box around nodes, with a fresh id and the title given', () => {
    const { graph, group } = groupNodes(bare, { nodes: ids('q', 's') }, 'Square of a sum');
    expect(graph.groups).toEqual([{ id: 'group1', title: 'Square of a sum', nodes: ['s', 'q'] }]);
    expect(group).toBe('group1');
    expect(groupNodes(graph, { nodes: ids('a') }).group).toBe('group2');
  });

  test('nests boxes that are whole in the selection, outer ones first in the file', () => {
    const { graph } = groupNodes(example, { nodes: ids('d'), groups: ids('outer') });
    expect(graph.groups?.map(({ id, parent, nodes }) => [id, parent, nodes])).toEqual([
      ['group1', undefined, ['d']],
      ['outer', 'group1', ['b']],
      ['inner', 'outer', ['s', 'q']],
    ]);
  });

  test('stays in the box that holds all of it', () => {
    const { graph, group } = groupNodes(example, { nodes: ids('s') });
    expect(standing(graph).s).toEqual(['outer', 'inner', group]);
    const mixed = groupNodes(example, { nodes: ids('b'), groups: ids('inner') });
    // All nodes of the outer box are selected, so the new one goes around it.
    expect(standing(mixed.graph).s).toEqual([mixed.group, 'outer', 'inner']);
  });

  test('takes a node out of its box when others of the selection stand elsewhere', () => {
    const { graph, group } = groupNodes(example, { nodes: ids('s', 'd') });
    expect(standing(graph)).toMatchObject({ s: [group], d: [group], q: ['outer', 'inner'] });
  });

  test('takes notes along', () => {
    const { graph, group } = groupNodes(example, { nodes: ids('d'), notes: ids('n2') });
    expect(standing(graph)['note n2']).toEqual([group]);
  });

  test('needs a node', () => {
    const none = { graph: example, group: '' };
    expect(groupNodes(example, { nodes: ids('nobody'), notes: ids('n2') })).toEqual(none);
  });

  test('and ungrouping gives back what was there', () => {
    fc.assert(
      fc.property(anyGraph(), fc.nat(), fc.array(fc.boolean()), (graph, pick, chosen) => {
        // Things that stand side by side: nodes, boxes and notes of one box, or of none.
        const { groups = [], notes = [] } = graph;
        const boxes = [undefined, ...groups.map(({ id }) => id)];
        const box = boxes[pick % boxes.length];
        const isChosen = (_: unknown, i: number) => chosen[i % Math.max(1, chosen.length)];
        const selection = {
          nodes: new Set(
            graph.nodes
              .filter(({ id }) => groupOf(graph, id)?.id === box)
              .filter(isChosen)
              .map(({ id }) => id),
          ),
          groups: new Set(
            groups
              .filter(({ parent }) => parent === box)
              .filter(isChosen)
              .map(({ id }) => id),
          ),
          notes: new Set(
            notes
              .filter(({ group }) => group === box)
              .filter(isChosen)
              .map(({ id }) => id),
          ),
        };
        const before = deepFreeze(graph);
        const grouped = groupNodes(before, selection);
        if (grouped.group === '') return;
        expect(readGraph(writeGraph(grouped.graph)).ok).toBe(true);
        const members = membersOf(grouped.graph, grouped.group);
        expect([...selection.nodes].every((id) => members.has(id))).toBe(true);
        const back = ungroup(deepFreeze(grouped.graph), grouped.group);
        expect(standing(back)).toEqual(standing(before));
        const bones = ({ groups = [] }: Graph) => groups.map(({ nodes: _, ...rest }) => rest);
        expect(bones(back)).toEqual(bones(before));
      }),
      { numRuns: 300 },
    );
  });
});

describe('ungrouping', () => {
  test('moves nodes, boxes and notes up', () => {
    expect(standing(ungroup(example, 'inner'))).toEqual({
      ...{ a: [], b: ['outer'], s: ['outer'], q: ['outer'], d: [] },
      ...{ 'note n1': ['outer'], 'note n2': [] },
    });
    expect(standing(ungroup(example, 'outer'))).toMatchObject({ b: [], s: ['inner'] });
    expect('groups' in ungroup(ungroup(example, 'outer'), 'inner')).toBe(false);
    expect(ungroup(example, 'nobody')).toBe(example);
  });
});

describe('changing a box', () => {
  test('closes and opens it', () => {
    const open = setCollapsed(example, 'inner', false);
    expect(findGroup(open, 'inner')).toEqual({ id: 'inner', nodes: ['s', 'q'], parent: 'outer' });
    expect(setCollapsed(open, 'inner', true).groups).toEqual(example.groups);
    expect(setCollapsed(example, 'inner', true)).toBe(example);
    expect(setCollapsed(example, 'nobody', true)).toBe(example);
  });

  test('gives it a title, or none', () => {
    const title = { en: 'Sum', 'zh-CN': '和' };
    expect(findGroup(setGroupTitle(example, 'inner', title), 'inner')?.title).toEqual(title);
    expect(findGroup(setGroupTitle(example, 'outer', ''), 'outer')).toEqual({
      id: 'outer',
      nodes: ['b'],
    });
  });

  test('moves nodes into it and out of it; what has lost everything vanishes', () => {
    expect(standing(moveToGroup(example, ids('d', 's'), 'inner')).d).toEqual(['outer', 'inner']);
    const left = moveToGroup(example, ids('s', 'q'), undefined);
    expect(left.groups).toEqual([example.groups?.[0]]);
    expect(standing(left)).toMatchObject({ s: [], 'note n1': ['outer'] });
    expect(moveToGroup(example, ids('s'), 'inner')).toBe(example);
    expect(moveToGroup(example, ids('s'), 'nobody')).toBe(example);
  });
});

describe('moving boxes', () => {
  test('puts them with all they hold into another box, the outer one first in the file', () => {
    const { graph, group } = groupNodes(example, { nodes: ids('d') });
    const nested = moveGroups(graph, ids('outer'), group);
    expect(standing(nested)).toMatchObject({
      ...{ d: [group], b: [group, 'outer'], s: [group, 'outer', 'inner'] },
      ...{ 'note n1': [group, 'outer', 'inner'] },
    });
    expect(nested.groups?.map(({ id }) => id)).toEqual([group, 'outer', 'inner']);
    expect(standing(moveGroups(nested, ids('outer'), undefined))).toEqual(standing(graph));
  });

  test('never into themselves; and what has lost everything vanishes', () => {
    expect(moveGroups(example, ids('outer'), 'inner')).toBe(example);
    expect(moveGroups(example, ids('outer'), 'outer')).toBe(example);
    expect(moveGroups(example, ids('inner'), 'outer')).toBe(example);
    expect(moveGroups(example, ids('inner'), 'nobody')).toBe(example);
    const hollow = deepFreeze(moveToGroup(example, ids('b'), undefined));
    expect(moveGroups(hollow, ids('inner'), undefined).groups?.map(({ id }) => id)).toEqual([
      'inner',
    ]);
  });

  test('leaves a sound file with every node where it was, but for the boxes that were moved', () => {
    fc.assert(
      fc.property(
        anyGraph(),
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.nat(),
        (graph, picks, to) => {
          const { groups = [] } = graph;
          if (groups.length === 0) return;
          const moved = new Set(picks.map((pick) => groups[pick % groups.length].id));
          const goal = [undefined, ...groups.map(({ id }) => id)][to % (groups.length + 1)];
          const after = moveGroups(deepFreeze(graph), moved, goal);
          expect(readGraph(writeGraph(after)).ok).toBe(true);
          const around = goal === undefined ? [] : ancestorsOf(graph, goal).map(({ id }) => id);
          for (const { id, nodes } of groups) {
            if (nodes.length > 0) expect(findGroup(after, id)?.nodes).toEqual(nodes);
            if (moved.has(id) && !around.includes(id) && findGroup(after, id)) {
              expect(findGroup(after, id)?.parent).toBe(goal);
            }
          }
          const order = (after.groups ?? []).map(({ id }) => id);
          const isSorted = ({ groups = [] }: Graph) =>
            groups.every(({ id, parent }) => {
              const ids = groups.map((group) => group.id);
              return parent === undefined || ids.indexOf(parent) < ids.indexOf(id);
            });
          if (isSorted(graph)) expect(isSorted(after), order.join()).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('editing nodes keeps boxes in step:', () => {
  test('removed nodes leave them, and empty ones vanish with their notes set free', () => {
    expect(findGroup(removeNodes(example, ids('s')), 'inner')?.nodes).toEqual(['q']);
    const empty = removeNodes(example, ids('s', 'q', 'b'));
    expect('groups' in empty).toBe(false);
    expect(standing(empty)['note n1']).toEqual([]);
    // A box that holds boxes only is not empty.
    expect(removeNodes(example, ids('b')).groups).toHaveLength(2);
  });

  test('renamed nodes keep their place', () => {
    const result = rename(example, 's', 'total');
    expect(result.ok && groupOf(result.graph, 'total')?.id).toBe('inner');
  });

  test('boxes that are not touched are the same objects', () => {
    const graph = removeNodes(example, ids('s'));
    expect(graph.groups?.[0]).toBe(example.groups?.[0]);
    expect(removeNodes(example, ids('d')).groups).toBe(example.groups);
  });
});

describe('notes', () => {
  const place = { x: 1, y: 2 };

  test('are added with a fresh id, changed and removed', () => {
    const { graph, note } = addNote(example, { text: 'New', position: place, group: 'outer' });
    expect(note).toBe('note1');
    const wide = setNote(graph, note, { text: { en: 'Wide' }, width: 300, group: undefined });
    expect(wide.notes?.at(-1)).toEqual({
      id: note,
      text: { en: 'Wide' },
      position: place,
      width: 300,
    });
    expect(removeNotes(wide, ids(note)).notes).toEqual(example.notes);
    expect('notes' in removeNotes(example, ids('n1', 'n2'))).toBe(false);
    expect(removeNotes(example, ids('nobody'))).toBe(example);
    expect(setNote(example, 'nobody', { text: '' })).toBe(example);
  });

  test('stand in no box the graph does not have', () => {
    const { graph } = addNote(bare, { text: 'New', position: place, group: 'outer' });
    expect(graph.notes).toEqual([{ id: 'note1', text: 'New', position: place }]);
  });
});

test('boxes that stand in each other, as a broken file may have them, hang nobody', () => {
  const groups: readonly Group[] = [
    { id: 'g', nodes: ['a'], parent: 'h' },
    { id: 'h', nodes: ['b'], parent: 'g' },
  ];
  expect(ancestorsOf({ ...bare, groups }, 'g')).toHaveLength(2);
  expect(membersOf({ ...bare, groups }, 'h')).toEqual(ids('a', 'b'));
});
