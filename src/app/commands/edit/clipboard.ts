import { canCopy, copiedText, markedCount } from '../../clipboard/copying.ts';
import { copyText } from '../../clipboard/copyText.ts';
import { pasteText } from '../../clipboard/pasting.ts';
import { words } from '../../clipboard/words.ts';
import { notify } from '../../store/view.ts';
import type { Command } from '../command.ts';
import { shortcutLabel } from '../shortcut.ts';
import { removeSelected } from './removeSelected.ts';

/** Moves what is marked to the clipboard. */
export const cut: Command = {
  id: 'cut',
  name: { en: 'Cut', 'zh-CN': '剪切' },
  shortcuts: ['Mod+X'],
  hasEvent: true,
  on: ['node', 'group', 'note'],
  when: canCopy,
  run: () => {
    const done = words.cut(markedCount());
    void write('Mod+X', words.cut).then((isWritten) => {
      if (!isWritten) return;
      removeSelected.run();
      notify(done);
    });
  },
};

/** Copies what is marked to the clipboard, as the text of a graph file. */
export const copy: Command = {
  id: 'copy',
  name: { en: 'Copy', 'zh-CN': '复制' },
  shortcuts: ['Mod+C'],
  hasEvent: true,
  on: ['node', 'group', 'note'],
  when: canCopy,
  run: () => void write('Mod+C', words.copied),
};

/** Adds what the clipboard holds: nodes, a formula, or the text of a graph file. */
export const paste: Command = {
  id: 'paste',
  name: { en: 'Paste', 'zh-CN': '粘贴' },
  shortcuts: ['Mod+V'],
  hasEvent: true,
  on: ['canvas'],
  run: () => void read(),
};

function write(keys: string, said: typeof words.copied): Promise<boolean> {
  return copyText(copiedText(), said(markedCount()), words.noWriting(shortcutLabel(keys)));
}

async function read(): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    notify(words.noReading(shortcutLabel('Mod+V')), 'wrong');
    return;
  }
  await pasteText(text);
}
