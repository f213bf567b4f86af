import { currentGraph } from '../../store/document.ts';
import { openFind } from '../../store/finding.ts';
import type { Command } from '../command.ts';

/** Finds nodes by name, operation, value or problem. */
export const find: Command = {
  id: 'find',
  name: { en: 'Find…', 'zh-CN': '查找…' },
  shortcuts: ['Mod+F'],
  whileTyping: true,
  when: () => currentGraph().nodes.length > 0,
  opensField: true,
  run: openFind,
};
