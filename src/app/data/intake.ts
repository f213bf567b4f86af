import type { Dataset } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import {
  boundInOrder,
  datasetOf,
  decode,
  type Encoding,
  makeSet,
  readTable,
  type SetSettings,
  type Table,
  type TableForm,
} from '../../training/index.ts';
import { openFold } from '../fields/Fold.tsx';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { setMode, useView } from '../store/view.ts';
import { withFirstRow } from './firstRow.ts';
import { type SetSource, type Source, type TextSource, useData } from './store.ts';
import { words } from './words.ts';

/** Makes a text the data of the graph, or says why it cannot be. */
export function takeText(text: string): void {
  take({ kind: 'text', text, form: {}, result: readTable(text) });
}

/** Makes a built-in set the data of the graph. */
export function takeSet(id: string, settings: SetSettings = {}, seed = 1): void {
  take({ kind: 'set', id, settings, seed });
}

/** Files longer than this many bytes are refused unread: what they hold could not be kept. */
const longestFile = 32 * 2 ** 20;

/** Makes a CSV or TSV file the data of the graph, or says why it cannot be. */
export async function takeFile(file: File): Promise<void> {
  const { opened } = useDocument.getState();
  const bytes = await bytesOf(file);
  // Data is for the document it was brought to.
  if (bytes === undefined || opened !== useDocument.getState().opened) return;
  const decoded = decode(bytes);
  if (!decoded.ok) {
    refuse(file.name, decoded.reason);
    return;
  }
  const { text, encoding } = decoded;
  const kept = { name: file.name, bytes, encoding };
  take({ kind: 'text', text, form: {}, result: readTable(text), file: kept });
}

/** Turns the page to its data for a file that was dropped on it or opened from the menu. */
export async function openDataFile(file: File): Promise<void> {
  setMode('train');
  openFold('data');
  await takeFile(file);
  if (matchMedia('(max-width: 1099px)').matches) useView.setState({ sheet: 'panel' });
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  if (file.size > longestFile) {
    refuse(file.name, words.tooLong(Math.ceil(file.size / 2 ** 20)));
    return undefined;
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    refuse(file.name, words.unreadable);
    return undefined;
  }
}

function refuse(name: string, reason: Text): void {
  useData.setState({ source: null, refusal: words.refused(name, reason) });
}

/** Reads the text of the data again, in another form. */
export function reread(form: TableForm): void {
  change((of) => {
    if (of.kind !== 'text') return of;
    const all = { ...of.form, ...form };
    return { ...of, form: all, result: readTable(of.text, all) };
  });
}

/** Reads the file of the data again, in another encoding. */
export function redecode(encoding: Encoding): void {
  change((of) => {
    if (of.kind !== 'text' || of.file === undefined) return of;
    const decoded = decode(of.file.bytes, encoding);
    if (!decoded.ok) return of;
    const file = { ...of.file, encoding };
    return { ...of, text: decoded.text, file, result: readTable(decoded.text, of.form) };
  });
}

/** Makes the built-in set anew, with other settings or another seed. */
export function remake(next: Partial<Pick<SetSource, 'settings' | 'seed'>>): void {
  change((of) => (of.kind === 'set' ? { ...of, ...next } : of));
}

function change(how: (of: Source['of']) => Source['of']): void {
  const { source } = useData.getState();
  if (source !== null) settle(how(source.of), source.number);
}

/** How many sources there have been. */
let taken = 0;

function take(of: TextSource | SetSource): void {
  useData.setState({ refusal: null });
  taken++;
  settle(of, taken);
  if (useData.getState().source?.columns) useData.setState({ way: null });
}

/** Puts what was read or made into the document, as one undo entry for all that is tried of it. */
function settle(of: Source['of'], number: number): void {
  const table = tableIn(of);
  if (table === undefined) {
    useData.setState({ source: { of, columns: null, number } });
    return;
  }
  const graph = currentGraph();
  const read = datasetOf(table, graph, graph.dataset);
  const dataset = boundInOrder(withoutEmpty(read), graph);
  const isAgain = useData.getState().source?.number === number;
  useData.setState({ source: { of, columns: dataset.columns, number } });
  edit(withFirstRow({ ...graph, dataset }, isAgain ? graph.dataset : undefined), `data:${number}`);
}

function tableIn(of: Source['of']): Table | undefined {
  if (of.kind === 'set') return makeSet(of.id, of.settings, of.seed);
  return of.result.ok ? of.result.table : undefined;
}

/** A file says nothing of what it does not have. */
function withoutEmpty({ bind, ...dataset }: Dataset): Dataset {
  return bind && Object.keys(bind).length > 0 ? { ...dataset, bind } : dataset;
}
