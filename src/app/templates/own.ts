import { create } from 'zustand';
import { type Graph, localize, readParsed, setTitle } from '../../graph/index.ts';
import { keep, recall } from '../store/keep.ts';
import { useView } from '../store/view.ts';

/** A template somebody has made: a graph, called by its title. */
export interface OwnTemplate {
  readonly id: string;
  readonly graph: Graph;
}

interface OwnTemplates {
  readonly list: readonly OwnTemplate[];
  /** What this version cannot read; it is kept for the one that can. */
  readonly unread: readonly unknown[];
}

const key = 'templates';

/** The templates kept in this browser, as they are in storage. */
export const useOwnTemplates = create<OwnTemplates>()(() => readOwn());

// Another tab may have kept or removed one.
window.addEventListener('storage', (event) => {
  if (event.key === key) useOwnTemplates.setState(readOwn(), true);
});

function readOwn(): OwnTemplates {
  const list: OwnTemplate[] = [];
  const unread: unknown[] = [];
  for (const entry of entries(recall(key))) {
    const template = readEntry(entry);
    if (template) list.push(template);
    else unread.push(entry);
  }
  return { list, unread };
}

function entries(text: string | null): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function readEntry(entry: unknown): OwnTemplate | undefined {
  if (typeof entry !== 'object' || entry === null || !('id' in entry) || !('graph' in entry)) {
    return undefined;
  }
  const { id, graph } = entry;
  const result = readParsed(graph);
  return typeof id === 'string' && result.ok ? { id, graph: result.graph } : undefined;
}

/** Keeps a graph as a template under a name; false where the browser keeps nothing. */
export function keepTemplate(graph: Graph, name: string): boolean {
  const template = { id: crypto.randomUUID(), graph: setTitle(graph, name) };
  return write([...readOwn().list, template]);
}

/** Calls a template by another name; false where the browser keeps nothing. */
export function renameTemplate(id: string, name: string): boolean {
  return write(
    readOwn().list.map((template) =>
      template.id === id ? { id, graph: setTitle(template.graph, name) } : template,
    ),
  );
}

/** Removes a template; false where the browser keeps nothing. */
export function removeTemplate(id: string): boolean {
  return write(readOwn().list.filter((template) => template.id !== id));
}

function write(list: readonly OwnTemplate[]): boolean {
  const { unread } = readOwn();
  if (!keep(key, JSON.stringify([...list, ...unread]))) return false;
  useOwnTemplates.setState({ list, unread }, true);
  return true;
}

/** What a template is called. */
export function nameOf({ graph }: OwnTemplate): string {
  return localize(graph.title, useView.getState().language);
}
