import type { Section } from '../command.ts';
import { connecting } from '../focus/index.ts';
import { copy, cut, paste } from './clipboard.ts';
import { copyFormulas } from './copyFormulas.ts';
import { duplicate, duplicateConnected } from './duplicating.ts';
import { markOutput } from './markOutput.ts';
import { redoEdit } from './redoEdit.ts';
import { removeAndHeal } from './removeAndHeal.ts';
import { removeSelected } from './removeSelected.ts';
import { renameNode } from './renameNode.ts';
import { undoEdit } from './undoEdit.ts';

/** Changes to what is there. */
export const editMenu: readonly Section[] = [
  [undoEdit, redoEdit],
  [cut, copy, paste],
  [duplicate, duplicateConnected],
  [removeSelected, removeAndHeal],
  [renameNode, markOutput],
  [copyFormulas],
  connecting,
];
