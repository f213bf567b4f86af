import type { Graph } from './graph.ts';
import { findGroup } from './groupIndex.ts';
import { freshAmong } from './name.ts';
import type { Note } from './note.ts';

/** The width of a note that does not say its own, in pixels at zoom 1. */
export const noteWidth = 220;

/** The note of this id, if there is one. */
export function findNote(graph: Graph, id: string): Note | undefined {
  return graph.notes?.find((note) => note.id === id);
}

/** Adds a note; gives its id, too. */
export function addNote(graph: Graph, note: Omit<Note, 'id'>): { graph: Graph; note: string } {
  const { notes = [] } = graph;
  const id = freshAmong(new Set(notes.map((other) => other.id)), 'note1');
  return { graph: { ...graph, notes: [...notes, defined(graph, { id, ...note })] }, note: id };
}

/** Changes a note; a key that is undefined goes. */
export function setNote(graph: Graph, id: string, changes: Partial<Omit<Note, 'id'>>): Graph {
  if (!findNote(graph, id)) return graph;
  const notes = (graph.notes ?? []).map((note) =>
    note.id === id ? defined(graph, { ...note, ...changes }) : note,
  );
  return { ...graph, notes };
}

/** Takes notes away. */
export function removeNotes(graph: Graph, ids: ReadonlySet<string>): Graph {
  const { notes, ...rest } = graph;
  if (!notes?.some(({ id }) => ids.has(id))) return graph;
  const left = notes.filter(({ id }) => !ids.has(id));
  return left.length > 0 ? { ...graph, notes: left } : rest;
}

/** A note without keys that say nothing; a box the graph does not have is none. */
function defined(graph: Graph, { width, group, ...note }: Note): Note {
  const isBox = group !== undefined && findGroup(graph, group) !== undefined;
  return {
    ...note,
    ...(width !== undefined && { width }),
    ...(isBox && { group }),
  };
}
