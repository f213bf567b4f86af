import { useMemo } from 'react';
import { create } from 'zustand';
import type { Graph } from '../../../graph/index.ts';
import { type Assignment, assign } from '../../../practice/index.ts';
import { useDocument } from '../../store/document.ts';
import { exerciseOf } from './marks.ts';

interface AuthorState {
  /** Whether edges show their local derivatives, to be asked for. */
  readonly showsLocals: boolean;
}

/** How the author looks at the graph. */
export const useAuthor = create<AuthorState>()(() => ({ showsLocals: false }));

// One graph is looked at by many numbers at once.
let last: { readonly graph: Graph; readonly made: Assignment } | undefined;

/** A graph with its exercise, made ready. */
export function assignmentOf(graph: Graph): Assignment {
  if (last?.graph !== graph) {
    last = { graph, made: assign(graph, { ...exerciseOf(graph), kind: 'compute' }) };
  }
  return last.made;
}

/** Follows the document's exercise, made ready. */
export function useAssignment(): Assignment {
  const graph = useDocument((state) => state.graph);
  return useMemo(() => assignmentOf(graph), [graph]);
}
