import { flushSync } from 'react-dom';
import { addFormula, fromFormula } from '../../formula/fromFormula.ts';
import { connect, type Graph, setOutput } from '../../graph/index.ts';
import { arrangeBlock } from '../canvas/arrange.ts';
import { fitViewAtOnce, revealNodes } from '../canvas/viewport.ts';
import { refusalText } from '../i18n/refusal.ts';
import { currentGraph, edit, isDirty, startOver, useDocument } from '../store/document.ts';
import { notify, openDialog, type QuickAdd, select } from '../store/view.ts';
import { edgeOf } from './add.ts';
import { placed } from './place.ts';
import { anewText, builtText } from './words.ts';

/** What becomes of a formula besides its nodes. */
export interface Wish {
  /** Whether it begins another graph instead of joining the one there is. */
  readonly isNew: boolean;
  /** Whether its result is to be the output; undefined where nobody was asked. */
  readonly isOutput: boolean | undefined;
}

/**
 * Adds the graph of a formula where it was asked for, laid out by itself, as one undo entry; or begins
 * another graph with it. Its result goes into the port or edge it was asked for, if any. Gives the
 * name of the result, or undefined where it says why nothing was added.
 */
export async function buildFormula(
  text: string,
  request: QuickAdd,
  wish: Wish,
): Promise<string | undefined> {
  if (wish.isNew) return beginWith(text);
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
  if (currentGraph() !== before) return buildFormula(text, request, wish);
  const there = withOutput(placed(block, new Set(added), output, request), before, output, wish);
  // Drawn at once, so that the view can go there before the focus does.
  flushSync(() => {
    edit(there);
    select(added);
  });
  notify(builtText(output, added.length));
  if (before.nodes.length === 0) fitViewAtOnce();
  else revealNodes(added);
  return output;
}

/** Begins another graph with a formula; work that is in no file may be saved first. */
async function beginWith(text: string): Promise<string | undefined> {
  const result = fromFormula(text);
  if (!result.ok) return undefined;
  const { added, output } = result;
  const graph = await arrangeBlock(result.graph, new Set(added), { x: 0, y: 0 });
  const begin = () => {
    flushSync(() => {
      startOver(graph);
      select(added);
    });
    notify(anewText(output, added.length));
    fitViewAtOnce();
  };
  const { graph: present } = useDocument.getState();
  if (isDirty(useDocument.getState()) && present.nodes.length > 0) {
    openDialog({ kind: 'unsaved', proceed: begin });
    return undefined;
  }
  begin();
  return output;
}

/** The graph with the output that was wished for; where nobody was asked it keeps what it has. */
function withOutput(graph: Graph, before: Graph, output: string, { isOutput }: Wish): Graph {
  if (isOutput === true) return setOutput(graph, output);
  if (isOutput === undefined || before.output !== undefined) return graph;
  const { output: _, ...none } = graph;
  return before.nodes.length === 0 ? graph : none;
}

/** The port the result of a formula is to be connected to. */
function portOf(graph: Graph, request: QuickAdd) {
  const { wire } = request;
  if (wire !== undefined && wire.port !== 'out') return { target: wire.node, port: wire.port };
  return edgeOf(graph, request);
}
