import { localize, writeGraph } from '../../graph/index.ts';
import { markSaved, useDocument } from '../store/document.ts';
import { notify, useView } from '../store/view.ts';
import { cancelled, fileType } from './open.ts';

/** Saves to the file the document came from, or asks for one where the browser can write files. */
export async function save(): Promise<boolean> {
  const { origin } = useDocument.getState();
  if (origin.handle === undefined) return saveAs();
  return write(origin.handle);
}

/** Saves under a name to be chosen; as a download where the browser cannot write files. */
export async function saveAs(): Promise<boolean> {
  const fileName = suggestedName();
  if (typeof window.showSaveFilePicker !== 'function') {
    download(fileName);
    markSaved({ fileName });
    return true;
  }
  const handle = await window
    .showSaveFilePicker({ suggestedName: fileName, types: [fileType] })
    .catch((error: unknown) => cancelled(error));
  return handle !== undefined && write(handle);
}

async function write(handle: FileSystemFileHandle): Promise<boolean> {
  const { graph, opened } = useDocument.getState();
  try {
    const stream = await handle.createWritable();
    await stream.write(writeGraph(graph));
    await stream.close();
  } catch {
    notify(
      {
        en: `“${handle.name}” could not be written. Save under another name.`,
        'zh-CN': `无法写入“${handle.name}”，请另存为其他文件。`,
      },
      'wrong',
      true,
    );
    return false;
  }
  // Another document may have been opened while this one was written.
  if (useDocument.getState().opened === opened) {
    markSaved({ fileName: handle.name, handle }, graph);
  }
  notify({ en: `Saved to ${handle.name}.`, 'zh-CN': `已保存到 ${handle.name}。` }, 'info', true);
  return true;
}

/** Hands a copy over as a download; what the document is saved to stays as it is. */
export function download(fileName: string): void {
  handOver(fileName, writeGraph(useDocument.getState().graph));
}

/** Hands a text or a picture over as a downloaded file. */
export function handOver(fileName: string, content: string | Blob): void {
  const isText = typeof content === 'string';
  const url = URL.createObjectURL(
    isText ? new Blob([content], { type: 'application/json' }) : content,
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
  notify({ en: `Downloaded as ${fileName}.`, 'zh-CN': `已下载为 ${fileName}。` }, 'info', true);
}

/** The name of the file the document came from, else one made from its title. */
export function suggestedName(): string {
  const { origin, graph } = useDocument.getState();
  if (origin.fileName !== undefined) return origin.fileName;
  return fileNameOf([localize(graph.title, useView.getState().language)]);
}

/** A file name made of texts, without what file systems refuse. */
export function fileNameOf(texts: readonly string[]): string {
  const stem = texts
    .map((text) => text.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('-');
  return `${stem === '' ? 'graph' : stem}.json`;
}
