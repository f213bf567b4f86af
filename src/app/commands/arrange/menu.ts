import type { Section } from '../command.ts';
import { alignments } from './align.ts';
import { collapse } from './collapse.ts';
import { distributions } from './distribute.ts';
import { group } from './group.ts';
import { farNudges, nudges } from './nudge.ts';
import { ontoGrid } from './ontoGrid.ts';
import { putInto } from './putInto.ts';
import { snap } from './snap.ts';
import { takeOut } from './takeOut.ts';
import { tidy } from './tidy.ts';
import { tidySelection } from './tidySelection.ts';
import { ungroup } from './ungroup.ts';

/** Where things stand. */
export const arrangeMenu: readonly Section[] = [
  [tidy, tidySelection],
  [group, ungroup, collapse, putInto, takeOut],
  alignments,
  distributions,
  [ontoGrid, snap],
];

/** Moves, too many for the menu: they are done by keys. */
export const moves: Section = [...nudges, ...farNudges];
