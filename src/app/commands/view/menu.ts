import type { Section } from '../command.ts';
import { openAppearance } from './appearance.ts';
import { dataTable } from './dataTable.ts';
import { farther } from './farther.ts';
import { find } from './find.ts';
import { languages } from './languages.ts';
import { minimap } from './minimap.ts';
import { naturalSize } from './naturalSize.ts';
import { nearer } from './nearer.ts';
import { outline } from './outline.ts';
import { nextProblem, previousProblem } from './problems.ts';
import { showAll } from './showAll.ts';
import { showSelection } from './showSelection.ts';
import { themes } from './themes.ts';

/** What is seen and how; never part of a graph file. */
export const viewMenu: readonly Section[] = [
  [showAll, showSelection, nearer, farther, naturalSize],
  [find, nextProblem, previousProblem],
  [minimap, outline, dataTable],
  [openAppearance],
  themes,
  languages,
];
