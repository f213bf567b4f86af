import type { Graph } from './graph.ts';
import type { Group } from './group.ts';
import { findGroup, membersOf } from './groupIndex.ts';
import { isName } from './name.ts';
import { indexNodes } from './order.ts';
import type { ReadError } from './readError.ts';

/** Errors of the boxes that only the graph around them shows; their form must be right. */
export function checkGroups(graph: Graph): ReadError[] {
  const { groups = [] } = graph;
  const errors = [
    ...checkIds('group', groups),
    ...checkMembers(graph, groups),
    ...groups.flatMap(({ id, parent }) => checkBox(graph, { group: id }, 'parent', parent)),
  ];
  if (errors.length > 0) return errors;
  const circle = circleOf(groups);
  if (circle !== undefined) return [circle];
  return groups.flatMap(({ id }): ReadError[] => {
    if (membersOf(graph, id).size > 0) return [];
    const en = 'it holds no node, in itself or in groups within it; name its nodes or remove it.';
    const text = { en, 'zh-CN': '它自己和内层分组里都没有节点；请列出节点，或删去该分组。' };
    return [{ group: id, key: 'nodes', text }];
  });
}

/** Errors of the notes that only the graph around them shows; their form must be right. */
export function checkNotes(graph: Graph): ReadError[] {
  const { notes = [] } = graph;
  return [
    ...checkIds('note', notes),
    ...notes.flatMap(({ id, group }) => checkBox(graph, { note: id }, 'group', group)),
  ];
}

function checkIds(kind: 'group' | 'note', items: readonly { readonly id: string }[]): ReadError[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, i): ReadError[] => {
    const isTaken = seen.has(id);
    seen.add(id);
    if (!isName(id)) {
      const en = `the name ${id} is reserved; choose another one.`;
      const text = { en, 'zh-CN': `名称 ${id} 是保留名，请换一个。` };
      return [{ [kind]: id, key: 'id', text }];
    }
    if (!isTaken) return [];
    const en = `${kind} number ${i + 1} has the same id as an earlier one; give it another name.`;
    const zh = `第 ${i + 1} 个${kind === 'group' ? '分组' : '注释'}与前面的重名，请改名。`;
    return [{ [kind]: id, key: 'id', text: { en, 'zh-CN': zh } }];
  });
}

/** The nodes of boxes are there, and each is in one box at most. */
function checkMembers(graph: Graph, groups: readonly Group[]): ReadError[] {
  const index = indexNodes(graph);
  const boxOf = new Map<string, string>();
  return groups.flatMap(({ id, nodes }) =>
    nodes.flatMap((node): ReadError[] => {
      const before = boxOf.get(node);
      boxOf.set(node, before ?? id);
      if (!index.has(node)) {
        const en = `there is no node ${node}; use the id of an existing node or remove it.`;
        const zh = `没有名为 ${node} 的节点；请改为已有节点的 id，或删去。`;
        return [{ group: id, key: 'nodes', text: { en, 'zh-CN': zh } }];
      }
      if (before === undefined) return [];
      const en = `${node} stands in the group ${before} already; a node is in one group at most, so name it once.`;
      const zh = `${node} 已在分组 ${before} 中；一个节点最多属于一个分组，请只列一次。`;
      return [{ group: id, key: 'nodes', text: { en, 'zh-CN': zh } }];
    }),
  );
}

function checkBox(
  graph: Graph,
  owner: Pick<ReadError, 'group' | 'note'>,
  key: string,
  box: string | undefined,
): ReadError[] {
  if (box === undefined || findGroup(graph, box) !== undefined) return [];
  const en = `there is no group ${box}; use the id of an existing group or remove the key.`;
  const zh = `没有名为 ${box} 的分组；请改为已有分组的 id，或删去这个键。`;
  return [{ ...owner, key, text: { en, 'zh-CN': zh } }];
}

/** The error for boxes that stand in each other. */
function circleOf(groups: readonly Group[]): ReadError | undefined {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const clear = new Set<string>();
  for (const { id } of groups) {
    const path: string[] = [];
    const passed = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !clear.has(at) && !passed.has(at)) {
      passed.add(at);
      path.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && passed.has(at)) {
      const circle = [...path.slice(path.indexOf(at)), at];
      const shown = circle.slice(0, 12).join(' → ') + (circle.length > 12 ? ' → …' : '');
      const en = `groups stand in each other in a circle: ${shown}. Remove one of these parents.`;
      const zh = `分组互相嵌套成了环：${shown}。请删去其中一个 "parent"。`;
      return { group: at, key: 'parent', text: { en, 'zh-CN': zh } };
    }
    for (const box of passed) clear.add(box);
  }
  return undefined;
}
