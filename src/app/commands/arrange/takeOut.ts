import { unionOf } from '../../../drawing/index.ts';
import {
  findNote,
  type Graph,
  groupOf,
  moveNodes,
  moveToGroup,
  type Position,
  setNote,
} from '../../../graph/index.ts';
import { boxOnCanvas } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';
import { nodeBox } from './items.ts';

/** Takes the marked nodes and notes out of the group they stand in, to the one around it. */
export const takeOut: Command = {
  id: 'take-out',
  name: { en: 'Take out of the group', 'zh-CN': '移出分组' },
  shortcuts: ['Mod+Alt+G'],
  on: ['node', 'note'],
  onSelection: true,
  when: () => homes().size > 0,
  run: () => edit([...homes()].reduce(takenOut, currentGraph())),
};

/** What is to be taken out, by the group it stands in. */
interface Leaving {
  readonly nodes: Set<string>;
  readonly notes: Set<string>;
}

function homes(): ReadonlyMap<string, Leaving> {
  const graph = currentGraph();
  const { selectedNodes, selectedNotes } = useView.getState();
  const found = new Map<string, Leaving>();
  const at = (group: string) => {
    const leaving = found.get(group) ?? { nodes: new Set(), notes: new Set() };
    found.set(group, leaving);
    return leaving;
  };
  for (const id of selectedNodes) {
    const home = groupOf(graph, id);
    if (home) at(home.id).nodes.add(id);
  }
  for (const id of selectedNotes) {
    const home = findNote(graph, id)?.group;
    if (home !== undefined) at(home).notes.add(id);
  }
  return found;
}

/** What leaves a box is put below it: where it stood it would still seem to be inside. */
function takenOut(graph: Graph, [group, { nodes, notes }]: [string, Leaving]): Graph {
  const box = boxOnCanvas(`group:${group}`);
  const parent = graph.groups?.find(({ id }) => id === group)?.parent;
  const noted = [...notes].flatMap((id) => boxOnCanvas(`note:${id}`) ?? []);
  const around = unionOf([...[...nodes].map((id) => nodeBox(graph, id)), ...noted]);
  const stays = graph.groups?.some(({ id, nodes: all }) => id === group && all.length > nodes.size);
  const down = box && around && stays ? box.y + box.height + 40 - around.y : 0;
  const shift = (position: Position = { x: 0, y: 0 }) => ({ x: position.x, y: position.y + down });
  const places = new Map(
    graph.nodes.flatMap(({ id, position }) => (nodes.has(id) ? [[id, shift(position)]] : [])),
  );
  const moved = [...notes].reduce(
    (now, id) => {
      const position = shift(findNote(now, id)?.position);
      return setNote(now, id, { group: parent, position });
    },
    moveNodes(graph, places),
  );
  return moveToGroup(moved, nodes, parent);
}
