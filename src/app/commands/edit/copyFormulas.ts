import { copyText } from '../../clipboard/copyText.ts';
import { currentGraph } from '../../store/document.ts';
import type { Command } from '../command.ts';

/** Copies the graph as lines `name = …`, which quick-add reads again. */
export const copyFormulas: Command = {
  id: 'copy-formulas',
  name: { en: 'Copy all formulas', 'zh-CN': '复制全部公式' },
  on: ['canvas'],
  when: () => currentGraph().nodes.length > 0,
  run: () => void copy(),
};

async function copy(): Promise<void> {
  const { formulaLines } = await import('../../../formula/formulaLines.ts');
  await copyText(formulaLines(currentGraph()), {
    en: 'The formulas are on the clipboard.',
    'zh-CN': '公式已复制到剪贴板。',
  });
}
