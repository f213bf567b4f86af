import { useEffect, useState } from 'react';
import { edgesOf, findNode, type Graph } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import { useFocus } from './focus.ts';
import { focusWords as words } from './focusWords.ts';

/** Tells screen readers what came, went or was selected, however it was done: keys, undo, paste. */
export default function Told() {
  const say = useSay();
  const [text, setText] = useState<Text | null>(null);
  useEffect(() => {
    const leaveDocument = useDocument.subscribe((now, before) => {
      if (now.graph === before.graph || now.opened !== before.opened) return;
      const told = changeText(before.graph, now.graph);
      if (told) setText(told);
    });
    const leaveView = useView.subscribe((now, before) => {
      // Whoever walks to a node hears its name as it gets the focus.
      if (now.selectedNodes === before.selectedNodes || useFocus.getState().isWalking) return;
      const count = now.selectedNodes.size;
      if (count > 0) setText(words.selected(named([...now.selectedNodes])));
      else if ([...before.selectedNodes].some(isThere)) setText(words.unselected);
    });
    return () => {
      leaveDocument();
      leaveView();
    };
  }, []);
  return (
    <p className="visually-hidden" aria-live="polite" data-role="told">
      {text && say(text)}
    </p>
  );
}

/** What was selected and is gone has been told of. */
function isThere(id: string): boolean {
  return findNode(currentGraph(), id) !== undefined;
}

/** What the nodes and edges of one graph have over those of the one before, and the other way round. */
function changeText(before: Graph, after: Graph): Text | undefined {
  const gone = missing(before.nodes, after.nodes);
  const come = missing(after.nodes, before.nodes);
  if (gone.length > 0) return words.removed(named(gone));
  if (come.length > 0) return words.added(named(come));
  const hasSameWires = after.nodes.every(({ inputs }, i) => inputs === before.nodes[i].inputs);
  if (hasSameWires) return undefined;
  const [cut] = missing(edgesOf(before), edgesOf(after));
  if (cut === undefined) return undefined;
  const { source, target, port } = edgesOf(before).find(({ id }) => id === cut) ?? {};
  if (source === undefined || target === undefined || port === undefined) return undefined;
  const { en, 'zh-CN': zh } = words.edge(source, target, port + 1);
  return words.removed({ en, 'zh-CN': zh });
}

type Named = readonly { readonly id: string }[];

/** The ids of the first list that the second one lacks. */
function missing(from: Named, within: Named): readonly string[] {
  if (from.length <= within.length && from.every(({ id }, i) => id === within[i].id)) return [];
  const known = new Set(within.map(({ id }) => id));
  return from.flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

/** So many names are read out one by one. */
const mostNames = 5;

function named(ids: readonly string[]): Text {
  if (ids.length > mostNames) return words.nodes(ids.length);
  return { en: ids.join(', '), 'zh-CN': ids.join('、') };
}
