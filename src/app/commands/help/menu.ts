import type { Section } from '../command.ts';
import { commandPalette } from './commandPalette.ts';
import { showShortcuts } from './showShortcuts.ts';

/** How it all works. */
export const helpMenu: readonly Section[] = [[commandPalette, showShortcuts]];
