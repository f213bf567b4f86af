import { create } from 'zustand';
import { emptyGraph, type Graph } from '../../graph/index.ts';

/** Where the document came from and where saving puts it. */
export interface Origin {
  /** Name for a downloaded file, without folder. */
  readonly fileName?: string;
  /** The file itself, where the browser lets the page write to it. */
  readonly handle?: FileSystemFileHandle;
}

interface DocumentState {
  readonly graph: Graph;
  readonly past: readonly Graph[];
  readonly future: readonly Graph[];
  /** The graph as it was last opened or saved; another one means there is unsaved work. */
  readonly saved: Graph;
  readonly origin: Origin;
  /** The gesture the last edit belongs to; edits of one gesture share one undo entry. */
  readonly gesture: string | null;
  /** Counts documents opened, so that views know when to start afresh. */
  readonly opened: number;
}

/** The document and its undo history. */
export const useDocument = create<DocumentState>()(() => ({
  graph: emptyGraph,
  past: [],
  future: [],
  saved: emptyGraph,
  origin: {},
  gesture: null,
  opened: 0,
}));

/** Entries kept; a graph shares most of its nodes with its neighbours in the history. */
const longestHistory = 500;

/** Numbers of data in all entries together: those of 160 edits in a column of 100,000 rows. */
const mostNumbers = 16e6;

/** The graph as it stands. */
export function currentGraph(): Graph {
  return useDocument.getState().graph;
}

/**
 * Makes `graph` the document, as one undo entry. Edits that name the same gesture, one after the
 * other, share the entry: a number scrubbed from 3 to 7 is undone in one go, and one scrubbed back to
 * 3 leaves nothing to undo.
 */
export function edit(graph: Graph, gesture: string | null = null): void {
  useDocument.setState((state) => {
    if (graph === state.graph) return state;
    if (gesture !== null && gesture === state.gesture) {
      const start = state.past.at(-1);
      if (start === undefined || !saysTheSame(start, graph)) return { graph };
      return { graph: start, past: state.past.slice(0, -1), gesture: null };
    }
    const past = recent([...state.past, state.graph], graph);
    return { graph, past, future: [], gesture };
  });
}

/** The newest entries, as many as can be kept beside the document; a column they share counts once. */
function recent(past: readonly Graph[], { dataset }: Graph): readonly Graph[] {
  const counted = new Set(dataset?.columns.map(({ values }) => values));
  let numbers = 0;
  for (let i = past.length - 1; i >= 0; i--) {
    if (past[i].dataset === past[i + 1]?.dataset) continue;
    for (const { values } of past[i].dataset?.columns ?? []) {
      if (!counted.has(values)) numbers += values.length;
      counted.add(values);
    }
    if (numbers > mostNumbers) return past.slice(i + 1);
  }
  return past.slice(-longestHistory);
}

/** Whether two pieces of a document say the same; what they share is not looked through. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && saysTheSame(one[key], other[key]))
  );
}

/** Ends a gesture: the next edit gets an entry of its own whatever it calls itself. */
export function endGesture(): void {
  useDocument.setState({ gesture: null });
}

/** Takes back the last entry. */
export function undo(): void {
  useDocument.setState(({ graph, past, future }) => {
    const previous = past.at(-1);
    if (previous === undefined) return {};
    return {
      graph: previous,
      past: past.slice(0, -1),
      future: [graph, ...future],
      gesture: null,
    };
  });
}

/** Makes the entry undone last again. */
export function redo(): void {
  useDocument.setState(({ graph, past, future }) => {
    const [next, ...rest] = future;
    if (next === undefined) return {};
    return { graph: next, past: [...past, graph], future: rest, gesture: null };
  });
}

/** Replaces the document by another one with a history of its own. */
export function openDocument(graph: Graph, origin: Origin = {}, saved: Graph = graph): void {
  useDocument.setState(({ opened }) => ({
    graph,
    past: [],
    future: [],
    saved,
    origin,
    gesture: null,
    opened: opened + 1,
  }));
}

/** Notes that the present graph is what the file holds. */
export function markSaved(origin: Origin): void {
  useDocument.setState(({ graph }) => ({ saved: graph, origin, gesture: null }));
}

/** True when the document holds work that is in no file. */
export function isDirty(state: Pick<DocumentState, 'graph' | 'saved'>): boolean {
  return state.graph !== state.saved;
}
