import {
  emptyGraph,
  type Graph,
  type ReadError,
  type ReadResult,
  readErrorText,
} from '../../graph/index.ts';
import { isDirty, type Origin, openDocument, useDocument } from '../store/document.ts';
import { notify, notifyUntil, openDialog, select, setMode, useView } from '../store/view.ts';

/** The page's file input, for browsers that know no other file dialog. */
export const fileInputId = 'graph-file';

/** Opens the system's file dialog and reads what is chosen. */
export async function pickFile(): Promise<void> {
  if (typeof window.showOpenFilePicker !== 'function') {
    document.getElementById(fileInputId)?.click();
    return;
  }
  const picked = await window
    .showOpenFilePicker({ types: [fileType] })
    .catch((error: unknown) => cancelled(error));
  const handle = picked?.[0];
  if (handle) await openFile(await handle.getFile(), handle);
}

/** The kind of file graphs are kept in, for the system's dialogs. */
export const fileType = {
  description: 'Chainrule',
  accept: { 'application/json': ['.json' as const] },
};

/**
 * Reads a file; a bad one is explained and changes nothing, a good one replaces the document. A table
 * becomes the data of the graph there is.
 */
export async function openFile(file: File, handle?: FileSystemFileHandle): Promise<void> {
  const number = ++asked;
  if (/\.(csv|tsv|tab|txt)$/i.test(file.name)) {
    const { openDataFile } = await import('../data/intake.ts');
    await openDataFile(file);
    return;
  }
  const result = await readFile(file);
  if (number !== asked) return;
  if (!result.ok) refuseFile(file.name, result.errors);
  else await replaceDocument(result.graph, { fileName: file.name, handle }, result.onOpened);
}

/** Counts what was to be opened: what comes late gives way to what was asked for after it. */
let asked = 0;

function refuseFile(fileName: string, errors: readonly ReadError[]): void {
  openDialog({ kind: 'read-errors', fileName, lines: errors.map(readErrorText) });
}

/** Reads the first file of a drop, keeping hold of it where the browser lets the page write to it. */
export async function openDropped(transfer: DataTransfer): Promise<void> {
  const [file] = transfer.files;
  // The drop's items are gone after the first pause, so both are asked for at once.
  const handle = await transfer.items[0]?.getAsFileSystemHandle?.().catch(() => null);
  if (file === undefined) return;
  await openFile(file, handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined);
}

/** Makes a graph the document once unsaved work is saved or given up. One with an exercise greets. */
export async function replaceDocument(
  graph: Graph,
  origin: Origin,
  onOpened?: () => void,
): Promise<void> {
  const number = ++asked;
  const isPlaced = graph.nodes.every((node) => node.position);
  // The page is alive meanwhile: what is unsaved is seen only after it.
  const placed = isPlaced ? graph : await placeNodes(graph);
  if (number !== asked) return;
  const proceed = () => {
    openDocument(placed, origin);
    select([]);
    if (placed.exercise) setMode('practise');
    else if (placed.training) setMode('train');
    if (placed.exercise && isNarrow()) useView.setState({ sheet: 'panel' });
    onOpened?.();
  };
  if (isDirty(useDocument.getState())) openDialog({ kind: 'unsaved', proceed });
  else proceed();
}

/** Starts an empty document. */
export function newDocument(): void {
  void replaceDocument(emptyGraph, {});
}

/** A file that was read; one that holds a result has more to show once its graph is open. */
type FileRead = ReadResult & { readonly onOpened?: () => void };

async function readFile(file: File): Promise<FileRead> {
  // The reader and its schema are loaded with the first file.
  const { readGraph, tooLong } = await import('../../graph/read.ts');
  const tooLargeToRead = tooLong(file.size);
  if (tooLargeToRead) return { ok: false, errors: [tooLargeToRead] };
  if (file.size > longRead) {
    notify(reading);
    // Seen before the page is busy.
    await new Promise((seen) => setTimeout(seen, 50));
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { ok: false, errors: [unreadable] };
  const { textOf } = await import('../../training/data/decode.ts');
  const text = textOf(new Uint8Array(bytes));
  if (!resultMark.test(text)) return readGraph(text);
  const { readResultFile } = await import('../practice/readResultFile.ts');
  return readResultFile(text);
}

/** Reading more bytes than this takes so long that it is told. */
const longRead = 2 ** 20;

const reading = { en: 'Opening the file…', 'zh-CN': '正在打开文件…' };

/** What tells the result of an exercise from a graph. */
const resultMark = /"format"\s*:\s*"chainrule-result"/;

/** True where the panel is a sheet. */
function isNarrow(): boolean {
  return matchMedia('(max-width: 1099px)').matches;
}

const unreadable: ReadError = {
  text: {
    en: 'The browser cannot read this file. It may have been moved or is a folder.',
    'zh-CN': '浏览器无法读取该文件，它可能已被移走，或者是文件夹。',
  },
};

/** The layout engine is large and only needed for files that say nothing about places. */
async function placeNodes(graph: Graph): Promise<Graph> {
  const done =
    graph.nodes.length > 100
      ? notifyUntil({ en: 'Laying out the graph…', 'zh-CN': '正在为图排版…' }, true)
      : undefined;
  try {
    const { arrangeUnplaced } = await import('../canvas/arrange.ts');
    return await arrangeUnplaced(graph);
  } catch {
    notify({
      en: 'The nodes could not be laid out; they lie on top of each other. Drag them apart or try again.',
      'zh-CN': '自动布局失败，节点叠在了一起。请手动拖开，或重试。',
    });
    return graph;
  } finally {
    done?.();
  }
}

/** People close file dialogs; that is no failure. */
export function cancelled(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  throw error;
}
