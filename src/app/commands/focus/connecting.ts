import {
  edgeId,
  edgesOf,
  findNode,
  type GraphNode,
  openPorts,
  swapOperands,
} from '../../../graph/index.ts';
import { useFocus } from '../../canvas/focus.ts';
import { focusNode } from '../../canvas/viewport.ts';
import { targetsOf } from '../../connecting/offers.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { openDialog, select, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Asks for the port the value of the marked node is to go to, by name. */
export const connectTo: Command = {
  id: 'connect',
  name: { en: 'Connect to…', 'zh-CN': '连接到…' },
  shortcuts: ['C'],
  opensField: true,
  on: ['node', 'edge'],
  onSelection: true,
  when: () => theNode() !== undefined || theEdge() !== undefined,
  run: () => {
    const edge = theEdge();
    const node = theNode();
    if (node) openDialog({ kind: 'connect', node: node.id, port: looseEnd(node) });
    else if (edge) openDialog({ kind: 'connect', node: edge.target, port: edge.port });
  },
};

/** Asks where an operand of the marked node is to come from, by name. */
export const takeOperand: Command = {
  id: 'take-operand',
  name: { en: 'Take an operand from…', 'zh-CN': '选取操作数…' },
  shortcuts: ['Shift+C'],
  opensField: true,
  on: ['node'],
  onSelection: true,
  when: () => theNode()?.inputs !== undefined,
  run: () => {
    const node = theNode();
    if (node) openDialog({ kind: 'connect', node: node.id, port: openPorts(node)[0] ?? 0 });
  },
};

/** Lets the operand of the marked edge change places with the one before it. */
export const operandUp = move(-1, 'ArrowUp', {
  en: 'Move the operand up',
  'zh-CN': '操作数上移一位',
});

/** Lets the operand of the marked edge change places with the one after it. */
export const operandDown = move(1, 'ArrowDown', {
  en: 'Move the operand down',
  'zh-CN': '操作数下移一位',
});

function move(by: 1 | -1, key: string, name: Command['name']): Command {
  return {
    id: by < 0 ? 'operand-up' : 'operand-down',
    name,
    shortcuts: [`Shift+${key}`],
    on: ['edge'],
    onSelection: true,
    at: '.react-flow__edge',
    when: () => swapped(by) !== undefined,
    run: () => {
      const edge = theEdge();
      const graph = swapped(by);
      if (edge === undefined || graph === undefined) return;
      const moved = edgeId(edge.source, edge.target, edge.port + by);
      edit(graph);
      select([], [moved]);
      useFocus.setState({ at: moved }, true);
      focusNode(moved);
    },
  };
}

function swapped(by: 1 | -1) {
  const edge = theEdge();
  if (edge === undefined) return undefined;
  const graph = currentGraph();
  const after = swapOperands(graph, edge.target, edge.port, edge.port + by);
  return after === graph ? undefined : after;
}

/** Its value, or its first open operand while there is nowhere for a value to go. */
function looseEnd(node: GraphNode): number | 'out' {
  const isWanted = targetsOf(currentGraph(), node.id).some(({ state }) => state !== 'circle');
  return isWanted ? 'out' : (openPorts(node)[0] ?? 'out');
}

/** The one marked node. */
function theNode() {
  const { selectedNodes, selectedEdges } = useView.getState();
  const [id, ...others] = selectedNodes;
  if (id === undefined || others.length + selectedEdges.size > 0) return undefined;
  return findNode(currentGraph(), id);
}

/** The one marked edge. */
function theEdge() {
  const { selectedNodes, selectedEdges } = useView.getState();
  const [id, ...others] = selectedEdges;
  return id === undefined || others.length + selectedNodes.size > 0 ? undefined : endOf(id);
}

/** The edge of this id. */
export function endOf(id: string) {
  return edgesOf(currentGraph()).find((edge) => edge.id === id);
}
