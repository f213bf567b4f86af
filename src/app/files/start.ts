import first from '../../../graphs/linear-z-graph.json';
import type { Graph } from '../../graph/index.ts';
import { openDocument, useDocument } from '../store/document.ts';
import { startDrafts } from '../store/drafts.ts';
import { setMode, useView } from '../store/view.ts';

/** What the page opens with: the work left behind here, else the first example. */
export async function openFirstDocument(): Promise<void> {
  await startDrafts();
  if (isPractising()) setMode('practise');
  else if (sessionItem('training') !== null) setMode('train');
  useView.subscribe(({ mode }, before) => {
    if (mode !== before.mode) keepTraining(mode === 'train');
  });
  if (useDocument.getState().opened > 0) return;
  // The reader is large and this file is our own; the gallery's tests read it.
  openDocument(first as unknown as Graph, {
    fileName: 'linear-z-graph.json',
    isOpening: true,
  });
}

/** Whether this tab was reloaded in the middle of an exercise, which then goes on. */
function isPractising(): boolean {
  return sessionItem('practice') !== null;
}

/** Notes whether this tab is training: after a reload it goes on. */
function keepTraining(isTraining: boolean): void {
  try {
    if (isTraining) sessionStorage.setItem('training', '');
    else sessionStorage.removeItem('training');
  } catch {
    // Without storage the page comes back as it opens.
  }
}

function sessionItem(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
