import { edgeOnItsOwn, openAtPointer, openOnEdge } from '../../quickAdd/open.ts';
import type { Command } from '../command.ts';

/** Asks what to add: an operation or a formula; on the edge that is marked, if one is. */
export const quickAdd: Command = {
  id: 'quick-add',
  name: { en: 'Add an operation or a formula…', 'zh-CN': '添加运算或公式…' },
  shortcuts: ['N', '/'],
  opensField: true,
  on: ['canvas'],
  onSelection: true,
  run: () => {
    const edge = edgeOnItsOwn();
    if (edge) openOnEdge(edge);
    else openAtPointer();
  },
};
