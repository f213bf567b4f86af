import { useEffect, useState } from 'react';
import { selectFocused } from '../canvas/focus.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { Command } from './command.ts';
import { isPressed } from './shortcut.ts';

/**
 * Puts the shortcuts of all commands in force while the page is open. The commands are loaded after
 * the first graph; until then this is false.
 */
export function useShortcuts(): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    let stop: (() => void) | null = () => {};
    void import('./registry.ts').then(({ commands }) => {
      if (stop === null) return;
      const onKeyDown = (event: KeyboardEvent) => runShortcut(commands, event);
      window.addEventListener('keydown', onKeyDown);
      stop = () => window.removeEventListener('keydown', onKeyDown);
      setIsReady(true);
    });
    return () => {
      stop?.();
      stop = null;
    };
  }, []);
  return isReady;
}

function runShortcut(commands: readonly Command[], event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const field = event.target instanceof HTMLElement ? event.target : null;
  const isTyping = field?.matches(typing) ?? false;
  const isChoosing = field?.matches('select') ?? false;
  const isInDialog = useView.getState().dialog !== null;
  const command = commands.find((command) => {
    const { shortcuts = [], whileTyping = false, hasEvent, yieldsTo } = command;
    if (hasEvent) return false;
    if (yieldsTo !== undefined && (field?.closest(yieldsTo) || !isPossible(command))) return false;
    return shortcuts.some(
      (shortcut) =>
        isPressed(shortcut, event) &&
        (!isTyping || whileTyping) &&
        // A list takes plain signs as the beginning of what is wanted.
        (!isChoosing || shortcut.startsWith('Mod+')),
    );
  });
  if (command === undefined || isInDialog) return;
  event.preventDefault();
  if (command.onSelection) selectFocused(event.target);
  if (!isPossible(command)) return;
  if (!isTyping) {
    command.run();
    return;
  }
  // What is being typed is taken over first.
  field?.blur();
  setTimeout(command.run);
}

const typing = 'input:not([type=checkbox]), textarea, [contenteditable=true]';

/** Whether a command can be done now. */
export function isPossible({ when }: Command): boolean {
  return when === undefined || when();
}

/** Follows whether a command can be done. */
export function useIsPossible(command: Command): boolean {
  const byDocument = useDocument(() => isPossible(command));
  const byView = useView(() => isPossible(command));
  return byDocument && byView;
}
