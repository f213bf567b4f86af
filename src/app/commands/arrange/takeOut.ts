import { groupFlowId, noteFlowId, unionOf } from '../../../drawing/index.ts';
import {
  completeSelection,
  findGroup,
  findNote,
  type Graph,
  groupOf,
  membersOf,
  moveInto,
  moveNodes,
  type Position,
  setNote,
} from '../../../graph/index.ts';
import { boxOnCanvas } from '../../canvas/viewport.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';
import { nodeBox } from './items.ts';

/** Takes what is marked out of the group they stand in, to the one around it. */
export const takeOut: Command = {
  id: 'take-out',
  name: { en: 'Take out of the group', 'zh-CN': '移出分组' },
  shortcuts: ['Mod+Alt+G'],
  on: ['node', 'group', 'note'],
  onSelection: true,
  when: () => homes().size > 0,
  run: () => edit([...homes()].reduce(takenOut, currentGraph())),
};

/** What is to be taken out, by the group it stands in. */
interface Leaving {
  readonly nodes: Set<string>;
  readonly notes: Set<string>;
  readonly groups: Set<string>;
}

function homes(): ReadonlyMap<string, Leaving> {
  const graph = currentGraph();
  const { selectedNodes, selectedNotes, selectedGroups } = useView.getState();
  const found = new Map<string, Leaving>();
  const at = (group: string) => {
    const leaving = found.get(group) ?? { nodes: new Set(), notes: new Set(), groups: new Set() };
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
  for (const id of selectedGroups) {
    const home = findGroup(graph, id)?.parent;
    if (home !== undefined) at(home).groups.add(id);
  }
  return found;
}

/** What leaves a box is put below it: where it stood it would still seem to be inside. */
function takenOut(graph: Graph, [home, leaving]: [string, Leaving]): Graph {
  const box = boxOnCanvas(groupFlowId(home));
  const parent = findGroup(graph, home)?.parent;
  const whole = completeSelection(graph, leaving);
  const seen = [...[...leaving.notes].map(noteFlowId), ...[...leaving.groups].map(groupFlowId)];
  const around = unionOf([
    ...[...leaving.nodes].map((id) => nodeBox(graph, id)),
    ...seen.flatMap((id) => boxOnCanvas(id) ?? []),
  ]);
  const stays = membersOf(graph, home).size > whole.nodes.size;
  const down = box && around && stays ? box.y + box.height + 40 - around.y : 0;
  const shift = (position: Position = { x: 0, y: 0 }) => ({ x: position.x, y: position.y + down });
  const places = new Map(
    graph.nodes.flatMap(({ id, position }) => (whole.nodes.has(id) ? [[id, shift(position)]] : [])),
  );
  const moved = [...whole.notes].reduce(
    (now, id) => setNote(now, id, { position: shift(findNote(graph, id)?.position) }),
    moveNodes(graph, places),
  );
  return moveInto(moved, leaving, parent);
}
