import { flushSync } from 'react-dom';
import { type Box, nearestFree, outputAnchor, type Size, sizeOfNode } from '../../drawing/index.ts';
import { compile } from '../../engine/index.ts';
import { addFormula } from '../../formula/fromFormula.ts';
import { connect, type Graph, moveNodes, type Position } from '../../graph/index.ts';
import { arrangeBlock } from '../canvas/arrange.ts';
import { joined } from '../canvas/groups/joining.ts';
import { fitViewAtOnce, revealNodes, toCanvas } from '../canvas/viewport.ts';
import { refusalText } from '../i18n/refusal.ts';
import { currentGraph, edit } from '../store/document.ts';
import { notify, type QuickAdd, select } from '../store/view.ts';
import { edgeOf } from './add.ts';
import { builtText } from './words.ts';

/** Clear space kept around what a formula adds. */
const margin = 28;

/**
 * Adds the graph of a formula where it was asked for, laid out by itself, as one undo entry. Its
 * result goes into the port or edge it was asked for, if any. Gives the name of the result, or
 * undefined where it says why nothing was added.
 */
export async function buildFormula(text: string, request: QuickAdd): Promise<string | undefined> {
  const before = currentGraph();
  const result = addFormula(before, text);
  if (!result.ok) return undefined;
  const { added, output } = result;
  const end = portOf(before, request);
  const led = end
    ? connect(result.graph, output, end.target, end.port)
    : { ok: true as const, graph: result.graph };
  if (!led.ok) {
    notify(refusalText(led.refusal), 'wrong');
    return undefined;
  }
  const block = await arrangeBlock(led.graph, new Set(added), { x: 0, y: 0 });
  // Somebody else's edit in the meantime: what was laid out belongs to a graph that is gone.
  if (currentGraph() !== before) return buildFormula(text, request);
  // Drawn at once, so that the view can go there before the focus does.
  flushSync(() => {
    const there = placed(block, new Set(added), output, request);
    edit(request.isAnywhere ? there : joined(there, added, toCanvas(request.at)));
    select(added);
  });
  notify(builtText(output, added.length));
  if (before.nodes.length === 0) fitViewAtOnce();
  else revealNodes(added);
  return output;
}

/** The port the result of a formula is to be connected to. */
function portOf(graph: Graph, request: QuickAdd) {
  const { wire } = request;
  if (wire !== undefined && wire.port !== 'out') return { target: wire.node, port: wire.port };
  return edgeOf(graph, request);
}

/** Moves the nodes that were added, which are laid out already, to where they were asked for. */
function placed(
  graph: Graph,
  added: ReadonlySet<string>,
  output: string,
  request: QuickAdd,
): Graph {
  const { shapes } = compile(graph);
  const boxes = graph.nodes.map((node, i) => ({
    id: node.id,
    x: 0,
    y: 0,
    ...node.position,
    ...sizeOfNode(node, shapes[i]),
  }));
  const block = boxes.filter(({ id }) => added.has(id));
  if (block.length === 0) return graph;
  const size: Size = {
    width: Math.max(...block.map(({ x, width }) => x + width)),
    height: Math.max(...block.map(({ y, height }) => y + height)),
  };
  const others: Box[] = boxes.filter(({ id }) => !added.has(id));
  const result = block.find(({ id }) => id === output) ?? block[0];
  const wanted = cornerFor(request, size, {
    x: result.x + result.width,
    y: result.y + outputAnchor(result).y,
  });
  const corner = nearestFree(others, size, wanted, margin);
  return moveNodes(
    graph,
    new Map(
      block.map(({ id, x, y }) => [
        id,
        { x: Math.round(corner.x + x), y: Math.round(corner.y + y) },
      ]),
    ),
  );
}

/** The top left corner of a block that leads into a port, comes out of one, or stands by itself. */
function cornerFor({ at, wire }: QuickAdd, { width, height }: Size, end: Position): Position {
  const { x, y } = toCanvas(at);
  if (wire === undefined) return { x: x - width / 2, y: y - height / 2 };
  return wire.port === 'out' ? { x, y: y - height / 2 } : { x: x - end.x, y: y - end.y };
}
