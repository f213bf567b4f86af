import type { Section } from '../command.ts';
import { addNote } from './addNote.ts';
import { addOn } from './addOn.ts';
import { insertHere } from './insertHere.ts';
import { quickAdd } from './quickAdd.ts';
import { saveTemplate } from './saveTemplate.ts';
import { searchPalette } from './searchPalette.ts';

/** What can be added. */
export const insertMenu: readonly Section[] = [
  [quickAdd, addOn, insertHere],
  [searchPalette],
  [addNote],
  [saveTemplate],
];
