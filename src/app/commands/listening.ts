import { answerContextMenu } from '../canvas/contextMenu.ts';
import { selectFocused } from '../canvas/marking.ts';
import { answerClipboard } from '../clipboard/events.ts';
import { holdTyping } from '../fields/typeahead.ts';
import { useView } from '../store/view.ts';
import { answerFingers } from '../touch/pressing.ts';
import { answerTaps } from '../touch/tapping.ts';
import { isPossible } from './possible.ts';
import { commands } from './registry.ts';
import { isPressed } from './shortcut.ts';

/** Puts the keys of all commands, the clipboard and context menus in force; gives what ends it. */
export function listen(): () => void {
  const ends = [
    answerClipboard(),
    answerContextMenu(),
    answerTaps(),
    answerFingers(),
    refuseFiles(),
  ];
  window.addEventListener('keydown', onHeldKey, true);
  window.addEventListener('keydown', onKeyDown);
  fetchAhead();
  return () => {
    for (const end of ends) end();
    window.removeEventListener('keydown', onHeldKey, true);
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** Files let go where nobody takes them, as over a dialog: the browser would leave the page for them. */
function refuseFiles(): () => void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}

/** Fetches what keys open while nothing else is to be done, so that it is there at once. */
function fetchAhead(): void {
  const fetch = () => {
    void Promise.allSettled([
      import('../panels/OpenDialog.tsx'),
      import('../commandPalette/CommandPalette.tsx'),
      import('../find/FindBar.tsx'),
      import('../panels/Gallery.tsx'),
      import('../connecting/Connect.tsx'),
    ]);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetch);
  else setTimeout(fetch, 2000);
}

/** Keys that do their work again and again while they are held: they move, undo, zoom or go on to the next. */
const goesOn = /^(arrow\w+|page\w+|f8|[zy=-])$/i;

/** The key that has done its work, which it does not do again until it is let go. */
let spent: string | null = null;

/** A key held too long adds one thing, opens one dialog and is not typed into its field. */
function onHeldKey(event: KeyboardEvent): void {
  if (!event.repeat) spent = null;
  if (spent === null || event.code !== spent) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const field = event.target instanceof Element ? event.target : null;
  // A menu takes letters as the beginning of what is wanted.
  if (field?.closest('[role=menu]')) return;
  const isTyping = field?.matches(typing) ?? false;
  const isChoosing = field?.matches('select') ?? false;
  const isInDialog = useView.getState().dialog !== null;
  const fitting = commands.filter((command) => {
    const { shortcuts = [], whileTyping = false, hasEvent, yieldsTo, at } = command;
    if (hasEvent || (at !== undefined && !field?.matches(at))) return false;
    if (yieldsTo !== undefined && (field?.closest(yieldsTo) || !isPossible(command))) return false;
    return shortcuts.some(
      (shortcut) =>
        isPressed(shortcut, event) &&
        (!isTyping || whileTyping) &&
        // A list takes plain signs as the beginning of what is wanted.
        (!isChoosing || shortcut.startsWith('Mod+')),
    );
  });
  const command =
    fitting.find((each) => each.at !== undefined && (each.onSelection || isPossible(each))) ??
    fitting.find(({ at }) => at === undefined);
  if (command === undefined || isInDialog) return;
  event.preventDefault();
  if (command.onSelection) selectFocused(event.target);
  if (!isPossible(command)) return;
  if (!goesOn.test(event.key)) spent = event.code;
  if (command.opensField) holdTyping();
  if (!isTyping) {
    command.run();
    return;
  }
  // What is being typed is taken over first.
  if (field instanceof HTMLElement) field.blur();
  setTimeout(command.run);
}

const typing = 'input:not([type=checkbox]), textarea, [contenteditable=true]';
