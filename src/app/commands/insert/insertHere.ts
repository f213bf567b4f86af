import { edgeOnItsOwn, openOnEdge } from '../../quickAdd/open.ts';
import type { Command } from '../command.ts';

/** Asks what to put on the edge that is marked. */
export const insertHere: Command = {
  id: 'insert-on-edge',
  name: { en: 'Insert on this edge…', 'zh-CN': '在这条边上插入…' },
  on: ['edge'],
  onSelection: true,
  when: () => edgeOnItsOwn() !== undefined,
  run: () => {
    const edge = edgeOnItsOwn();
    if (edge) openOnEdge(edge);
  },
};
