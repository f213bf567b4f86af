import { create } from 'zustand';
import { emptyGraph, type Graph } from '../../graph/index.ts';

/** Where the document came from and where saving puts it. */
export interface Origin {
  /** Name for a downloaded file, without folder. */
  readonly fileName?: string;
  /** The file itself, where the browser lets the page write to it. */
  readonly handle?: FileSystemFileHandle;
  /** True for the example the page opens with, which nobody asked for. */
  readonly isOpening?: boolean;
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
  /** By the first graph of one that took another's place in the history: where the other came from. */
  readonly across: ReadonlyMap<Graph, Origin>;
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
  across: new Map(),
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

/**
 * Begins another graph in place of the present one, as one undo entry: saving it asks for a file of
 * its own, and undo brings back the former with the file it came from.
 */
export function startOver(graph: Graph): void {
  const { origin, opened, across } = useDocument.getState();
  edit(graph);
  useDocument.setState({
    origin: {},
    opened: opened + 1,
    across: new Map(across).set(graph, origin),
  });
}

/** Going to and fro between a graph and the one it took the place of, the origin changes too. */
function crossing({ origin, opened, across }: DocumentState, first: Graph): Partial<DocumentState> {
  const other = across.get(first);
  if (other === undefined) return {};
  return { origin: other, opened: opened + 1, across: new Map(across).set(first, origin) };
}

/** Takes back the last entry. */
export function undo(): void {
  useDocument.setState((state) => {
    const { graph, past, future } = state;
    const previous = past.at(-1);
    if (previous === undefined) return {};
    return {
      graph: previous,
      past: past.slice(0, -1),
      future: [graph, ...future],
      gesture: null,
      ...crossing(state, graph),
    };
  });
}

/** Makes the entry undone last again. */
export function redo(): void {
  useDocument.setState((state) => {
    const { graph, past, future } = state;
    const [next, ...rest] = future;
    if (next === undefined) return {};
    const redone = { graph: next, past: [...past, graph], future: rest, gesture: null };
    return { ...redone, ...crossing(state, next) };
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
    across: new Map(),
  }));
}

/** Notes what the file holds: the present graph, or the one there was when writing it began. */
export function markSaved(origin: Origin, saved: Graph = currentGraph()): void {
  useDocument.setState({ saved, origin, gesture: null });
}

/** True while the example the page opens with is as it was: what is begun then has nothing to do with it. */
export function isOpeningExample(state: DocumentState): boolean {
  return state.origin.isOpening === true && !isDirty(state);
}

/** True when the document holds work that is in no file. */
export function isDirty(state: Pick<DocumentState, 'graph' | 'saved'>): boolean {
  return state.graph !== state.saved;
}
