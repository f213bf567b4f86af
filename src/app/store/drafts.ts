import { createStore, del, entries, get, promisifyRequest } from 'idb-keyval';
import type { DataColumn, Dataset, Graph } from '../../graph/index.ts';
import { isDirty, type Origin, openDocument, useDocument } from './document.ts';
import { notify } from './view.ts';

/** A graph whose data may be stored in another form. */
type Stored = Omit<Graph, 'dataset'> & {
  readonly dataset?: Omit<Dataset, 'columns'> & {
    readonly columns: readonly (Omit<DataColumn, 'values'> & {
      readonly values: ArrayLike<number>;
    })[];
  };
};

/** What is kept of a document so that reload, crash and closing lose nothing. */
interface Draft {
  readonly graph: Stored;
  readonly saved: Stored;
  readonly origin: Origin;
  /** Milliseconds since 1970, to find the newest of several. */
  readonly at: number;
}

const moreWork = {
  en: 'Unsaved work of another closed tab is kept as well. Open a new tab to go on with it.',
  'zh-CN': '另一个已关闭的标签页也有未保存的内容。打开新标签页即可继续。',
};

const prefix = 'draft:';
const store = createStore('chainrule', 'drafts');

/**
 * Every tab keeps a draft of its own under a name that survives reload, and holds a lock of that
 * name while it lives: two tabs never write over each other, and a draft without a lock belongs
 * to a tab that was closed.
 */
export async function startDrafts(): Promise<void> {
  const name = await ownName();
  const restored = (await restore(name)) || (await adopt(name));
  if (restored) await write(name);
  let writing = Promise.resolve();
  let isWaiting = false;
  useDocument.subscribe((state, before) => {
    if (state.graph === before.graph && state.saved === before.saved) return;
    // What waits for its turn will write the document as it is then: one of them is enough.
    if (isWaiting) return;
    isWaiting = true;
    writing = writing.then(() => {
      isWaiting = false;
      return write(name);
    });
  });
}

/** Takes over the newest draft of a closed tab, if it holds unsaved work. */
async function adopt(name: string): Promise<boolean> {
  const held = await heldLocks();
  const orphans = (await attempt(() => entries<string, Draft>(store), []))
    .filter(([key]) => String(key).startsWith(prefix) && key !== name && !held.has(String(key)))
    .sort(([, a], [, b]) => b.at - a.at);
  for (const [i, [key]] of orphans.entries()) {
    const restored = await restore(key);
    await attempt(() => del(key, store), undefined);
    if (!restored) continue;
    adoptPractice(String(key).slice(prefix.length));
    if (orphans.slice(i + 1).some(([, draft]) => draft.graph !== draft.saved))
      notify(moreWork, 'info', true);
    return true;
  }
  return false;
}

/** Hands the exercise that was worked on in a closed tab on to this one, as over a reload. */
function adoptPractice(tab: string): void {
  try {
    const key = `practice:${tab}`;
    const kept = localStorage.getItem(key);
    if (kept !== null) sessionStorage.setItem('practice', kept);
    localStorage.removeItem(key);
  } catch {
    // Without storage there was nothing to keep it in.
  }
}

async function restore(key: string): Promise<boolean> {
  const draft = await attempt(() => get<Draft>(key, store), undefined);
  if (draft === undefined || useDocument.getState().past.length > 0) return false;
  const { readParsed } = await import('../../graph/read.ts');
  const result = readParsed(withNumbers(draft.graph, Array.from));
  if (!result.ok) return false;
  // A draft without unsaved work holds one graph twice, and IndexedDB keeps that identity.
  const saved =
    draft.saved === draft.graph ? result : readParsed(withNumbers(draft.saved, Array.from));
  openDocument(result.graph, draft.origin, saved.ok ? saved.graph : undefined);
  return true;
}

async function write(name: string): Promise<void> {
  const state = useDocument.getState();
  const { graph, saved, origin } = state;
  const known = new Map<ArrayLike<number>, Float64Array>();
  // Doubles in a row are stored in no time, where a list of many numbers would hold up every edit.
  const stored = (of: Graph) =>
    withNumbers(of, (values) => {
      const numbers = known.get(values) ?? Float64Array.from(values);
      known.set(values, numbers);
      return numbers;
    });
  const now = stored(graph);
  const hasWork = isDirty(state);
  const draft = { graph: now, saved: hasWork ? stored(saved) : now, origin, at: Date.now() };
  const isKept = await attempt(
    () => store('readwrite', (drafts) => put(drafts, name, draft)).then(() => true),
    false,
  );
  if (isKept || !hasWork || isTold) return;
  isTold = true;
  const { tellNotKept } = await import('../files/notKept.ts');
  tellNotKept();
}

/** Whether people know that work is not kept here: once is enough. */
let isTold = false;

/** The graph with the numbers of its data in another form. */
function withNumbers(
  graph: Stored,
  form: (values: ArrayLike<number>) => ArrayLike<number>,
): Stored {
  const { dataset } = graph;
  if (dataset === undefined) return graph;
  const columns = dataset.columns.map((column) => ({ ...column, values: form(column.values) }));
  return { ...graph, dataset: { ...dataset, columns } };
}

/** Commits at once: left to itself, a transaction is given up when the page goes away. */
function put(drafts: IDBObjectStore, name: string, draft: Draft): Promise<void> {
  drafts.put(draft, name);
  drafts.transaction.commit();
  return promisifyRequest(drafts.transaction);
}

/** The name this tab had before a reload, if no other tab (a duplicate) lives under it. */
async function ownName(): Promise<string> {
  const id = sessionItem() ?? crypto.randomUUID();
  const known = prefix + id;
  sessionItem(id);
  if (await hold(known)) return known;
  const fresh = prefix + crypto.randomUUID();
  sessionItem(fresh.slice(prefix.length));
  await hold(fresh);
  return fresh;
}

/** Reads the tab's id, writing it first if one is given. */
function sessionItem(id?: string): string | null {
  try {
    if (id !== undefined) sessionStorage.setItem('tab', id);
    return sessionStorage.getItem('tab');
  } catch {
    return null;
  }
}

/**
 * Takes a lock until the page goes away. A page just reloaded may still hold it for a moment, so
 * this waits a little before it answers false.
 */
function hold(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(800) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

async function heldLocks(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const state = await attempt(() => navigator.locks.query(), {});
  return new Set((state.held ?? []).map((lock) => lock.name ?? ''));
}

/** Storage can be refused, full or broken at any time; then there simply is no draft. */
async function attempt<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
