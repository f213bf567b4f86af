import { openDialog, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Compares the gradients of all nodes with what nudging them gives. */
export const gradientCheck: Command = {
  id: 'gradient-check',
  name: { en: 'Gradient check…', 'zh-CN': '梯度检验…' },
  // What is to be found out by hand stays hidden.
  when: () => useView.getState().mode !== 'practise',
  run: () => openDialog({ kind: 'gradient-check' }),
};
