import type { Position } from '../graph/index.ts';
import { reachOf } from './columns.ts';
import type { Size } from './geometry.ts';
import type { ShownEdge } from './shown.ts';

/** Pixels between layers, and between the nodes of one. */
const gap = { layer: 84, node: 38 };

/** A node, a card or a whole box with its ports, relative to its top left corner. */
export interface Item {
  readonly id: string;
  readonly size: Size;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** Where edges end at an item; ends at one height share a port. */
export interface Port {
  readonly ids: readonly string[];
  readonly y: number;
}

/** The graph in Graphviz' language: what is laid out, and the edges between its ports. */
export function toDot(
  items: readonly Item[],
  edges: readonly ShownEdge[],
  roominess: number,
): string {
  const names = new Map<string, string>();
  const nodes = items.map((item, i) => {
    item.inputs.forEach(({ ids }, at) => {
      for (const id of ids) names.set(`${item.id} in ${id}`, `n${i}:i${at}:w`);
    });
    item.outputs.forEach(({ ids }, at) => {
      for (const id of ids) names.set(`${item.id} out ${id}`, `n${i}:o${at}:e`);
    });
    return `n${i} [label=${table(item)}]`;
  });
  const lines = edges.flatMap(({ from, to }) => {
    const first = names.get(`${from.node} out ${from.port}`);
    const last = names.get(`${to.node} in ${to.port}`);
    return first && last ? [`${first} -> ${last}`] : [];
  });
  return [
    `digraph { graph [rankdir=LR, splines=false, ${effort(reachOf(items, edges))}`,
    `nodesep=${inches(roominess * gap.node)}, ranksep=${inches(gap.layer)}]`,
    'node [shape=plain]',
    ...nodes,
    ...lines,
    '}',
  ].join('\n');
}

/** How long Graphviz may look for better places, so that graphs of many or long edges take seconds too. */
function effort(reach: number): string {
  if (reach < 3000) return '';
  return reach < 8000 ? 'nslimit=1,' : 'nslimit=0.1, mclimit=0.3,';
}

/** A node as a table of its ports: the one form in which Graphviz respects where they stand. */
function table({ size, inputs, outputs }: Item): string {
  const plain = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE"';
  const height = Math.round(size.height);
  const column = (ports: readonly Port[], name: string, width: number) => {
    if (ports.length === 0) return '';
    const cuts = ports.map(({ y }, i) => (i === 0 ? 0 : Math.round((ports[i - 1].y + y) / 2)));
    const rows = ports.map((_, i) => {
      const high = (cuts[i + 1] ?? height) - cuts[i];
      return `<TR><TD PORT="${name}${i}" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${high}"></TD></TR>`;
    });
    return `<TD FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TABLE ${plain} WIDTH="${width}" HEIGHT="${height}">${rows.join('')}</TABLE></TD>`;
  };
  const left = inputs.length === 0 ? 0 : 2;
  const rest = Math.round(size.width) - left;
  const right =
    column(outputs, 'o', rest) || `<TD FIXEDSIZE="TRUE" WIDTH="${rest}" HEIGHT="${height}"></TD>`;
  return `<<TABLE ${plain} WIDTH="${rest + left}" HEIGHT="${height}"><TR>${column(inputs, 'i', left)}${right}</TR></TABLE>>`;
}

/** Top left corners out of what Graphviz answers; it gives middles, upwards. */
export function fromDot(json: string, items: readonly Item[]): Map<string, Position> {
  const {
    objects = [],
  }: { objects?: readonly { readonly name: string; readonly pos?: string }[] } = JSON.parse(json);
  const places = new Map<string, Position>();
  for (const { name, pos } of objects) {
    const item = items[Number(name.slice(1))];
    if (pos === undefined || item === undefined) continue;
    const [x, y] = pos.split(',').map(Number);
    const { width, height } = item.size;
    places.set(item.id, { x: x - width / 2, y: -y - height / 2 });
  }
  return places;
}

function inches(pixels: number): number {
  return pixels / 72;
}
