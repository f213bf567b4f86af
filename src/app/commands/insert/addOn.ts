import { nodeOnItsOwn, openOnNode } from '../../quickAdd/open.ts';
import type { Command } from '../command.ts';

/** Asks what to make of the value of the marked node: what is chosen takes it at once. */
export const addOn: Command = {
  id: 'add-on',
  name: { en: 'Add what uses it…', 'zh-CN': '添加使用它的运算…' },
  shortcuts: ['Shift+N'],
  opensField: true,
  on: ['node'],
  onSelection: true,
  when: () => nodeOnItsOwn() !== undefined,
  run: () => {
    const node = nodeOnItsOwn();
    if (node) openOnNode(node.id);
  },
};
