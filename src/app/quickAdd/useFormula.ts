import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { emptyGraph, type Graph } from '../../graph/index.ts';
import { focusNode } from '../canvas/viewport.ts';
import { isOpeningExample, useDocument } from '../store/document.ts';
import { notify, type QuickAdd as Request } from '../store/view.ts';
import type { Reading } from './reading.ts';
import { isWanted } from './request.ts';
import { words } from './words.ts';

/** A formula as it is being typed, and what is chosen about it. */
export interface Formula {
  /** What it would become; undefined while that is not known yet. */
  readonly reading: Reading | undefined;
  /** What may become the output of the graph it joins. */
  readonly candidate: string | undefined;
  /** Whether it may begin a graph of its own, and does. */
  readonly canBeNew: boolean;
  readonly isNew: boolean;
  readonly setNew: (isNew: boolean) => void;
  readonly isOutput: boolean;
  readonly setOutput: (isOutput: boolean) => void;
  readonly isBuilding: boolean;
  /** Adds it to the document and goes there; says so where that fails. */
  readonly build: () => Promise<void>;
}

/** Reads a formula while it is typed, or nothing where the text is none, and builds it; `onBuilt` comes before the focus moves. */
export function useFormula(
  graph: Graph,
  request: Request,
  text: string,
  onBuilt: () => void,
): Formula {
  const [isBuilding, setIsBuilding] = useState(false);
  const [isOutput, setOutput] = useState(true);
  const target = useTarget(graph, request);
  const { reading, isOfText } = useReading(target.isNew ? emptyGraph : graph, text);
  const candidate = reading?.ok && !isWanted(request) ? reading.candidate : undefined;
  const build = async () => {
    // One that is refused already needs no try, which another text would have to wait for.
    if (text === '' || isBuilding || (isOfText && reading?.ok === false)) return;
    setIsBuilding(true);
    try {
      const { buildFormula } = await import('./build.ts');
      const output = await buildFormula(text, request, {
        isNew: target.isNew,
        isOutput: candidate === undefined ? undefined : isOutput,
      });
      if (output === undefined) return;
      onBuilt();
      focusNode(output);
    } catch {
      notify(words.failed, 'wrong');
    } finally {
      setIsBuilding(false);
    }
  };
  return { reading, candidate, ...target, isOutput, setOutput, isBuilding, build };
}

/**
 * Whether a formula begins a graph of its own or joins the one there is. Without being told, it joins
 * what somebody made, and takes the place of the example the page opens with.
 */
function useTarget(graph: Graph, request: Request) {
  const isOpening = useDocument(isOpeningExample);
  const [chosen, setNew] = useState<boolean>();
  const isFree = request.wire === undefined && request.edge === undefined;
  const canBeNew = isFree && graph.nodes.length > 0;
  return { canBeNew, isNew: canBeNew && (chosen ?? isOpening), setNew };
}

/**
 * What a text would become, undefined while that is not known yet. While somebody types on, it is
 * still what the text before would.
 */
function useReading(
  graph: Graph,
  text: string,
): { readonly reading: Reading | undefined; readonly isOfText: boolean } {
  const [reader, setReader] = useState<typeof import('./reading.ts')>();
  useEffect(() => {
    import('./reading.ts').then(setReader, () => notify(words.noReader, 'wrong'));
  }, []);
  const settled = useDeferredValue(text);
  const reading = useMemo(
    () => (settled.trim() === '' ? undefined : reader?.readFormula(graph, settled)),
    [graph, settled, reader],
  );
  return { reading, isOfText: settled === text };
}
