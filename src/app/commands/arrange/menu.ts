import type { Section } from '../command.ts';
import { tidy } from './tidy.ts';

/** Where things stand. */
export const arrangeMenu: readonly Section[] = [[tidy]];
