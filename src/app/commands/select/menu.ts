import type { Section } from '../command.ts';
import { selectAll } from './selectAll.ts';
import { selectDownstream, selectUpstream } from './selectAlong.ts';
import { selectNone } from './selectNone.ts';
import { selectOthers } from './selectOthers.ts';

/** What is marked. */
export const selectMenu: readonly Section[] = [
  [selectAll, selectNone, selectOthers],
  [selectUpstream, selectDownstream],
];
