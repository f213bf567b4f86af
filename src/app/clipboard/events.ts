import { selectFocused } from '../canvas/marking.ts';
import { followPointer } from '../canvas/pointer.ts';
import { removeSelected } from '../commands/edit/removeSelected.ts';
import { notify, useView } from '../store/view.ts';
import { canCopy, copiedText, markedCount } from './copying.ts';
import { pasteText } from './pasting.ts';
import { words } from './words.ts';

/**
 * Answers the browser's events of copying, cutting and pasting, which come with its own keys and
 * menus and need no permission; gives what ends it. Texts that are typed or marked on the page stay
 * the browser's business.
 */
export function answerClipboard(): () => void {
  const ends = [
    followPointer(),
    answer('copy', (event) => hand(event, words.copied)),
    answer('cut', (event) => {
      if (hand(event, words.cut)) removeSelected.run();
    }),
    answer('paste', onPaste),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function answer(name: 'copy' | 'cut' | 'paste', act: (event: ClipboardEvent) => void): () => void {
  const onEvent = (event: ClipboardEvent) => {
    if (!event.defaultPrevented && !isElsewhere(event)) act(event);
  };
  document.addEventListener(name, onEvent);
  return () => document.removeEventListener(name, onEvent);
}

/** Whether somebody is typing, or does something in front of the graph. */
function isElsewhere({ target }: ClipboardEvent): boolean {
  if (useView.getState().dialog !== null) return true;
  return target instanceof Element && target.closest(typing) !== null;
}

const typing = 'input, textarea, select, [contenteditable=true]';

function hand(event: ClipboardEvent, said: typeof words.copied): boolean {
  if (event.clipboardData === null || isTextMarked()) return false;
  selectFocused(document.activeElement);
  if (!canCopy()) return false;
  event.clipboardData.setData('text/plain', copiedText());
  event.preventDefault();
  notify(said(markedCount()));
  return true;
}

/** Marked text counts where people are: not that of a panel while the focus is on the canvas. */
function isTextMarked(): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.toString() === '') return false;
  const marked = selection.anchorNode?.parentElement;
  const isOnCanvas = document.activeElement?.closest('.canvas') != null;
  return !isOnCanvas || marked?.closest('.canvas') != null;
}

function onPaste(event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (data === null) return;
  event.preventDefault();
  const file = [...data.files].find(({ name }) => name.endsWith('.json'));
  if (file) void file.text().then(pasteText);
  else void pasteText(data.getData('text/plain'));
}
