import type { Section } from '../command.ts';
import { addNote } from './addNote.ts';
import { insertHere } from './insertHere.ts';
import { quickAdd } from './quickAdd.ts';
import { saveTemplate } from './saveTemplate.ts';
import { searchPalette } from './searchPalette.ts';

/** What can be added. */
export const insertMenu: readonly Section[] = [
  [quickAdd, insertHere],
  [searchPalette],
  [addNote],
  [saveTemplate],
];
