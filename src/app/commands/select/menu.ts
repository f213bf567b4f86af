import type { Section } from '../command.ts';
import { selectAll } from './selectAll.ts';
import { selectNone } from './selectNone.ts';

/** What is marked. */
export const selectMenu: readonly Section[] = [[selectAll, selectNone]];
