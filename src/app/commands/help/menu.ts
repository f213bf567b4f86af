import type { Section } from '../command.ts';
import { showShortcuts } from './showShortcuts.ts';

/** How it all works. */
export const helpMenu: readonly Section[] = [[showShortcuts]];
