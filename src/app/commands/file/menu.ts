import type { Section } from '../command.ts';
import { downloadFile } from './downloadFile.ts';
import { newGraph } from './newGraph.ts';
import { openFile } from './openFile.ts';
import { openGallery } from './openGallery.ts';
import { printWorksheet } from './printWorksheet.ts';
import { saveFile } from './saveFile.ts';
import { saveFileAs } from './saveFileAs.ts';

/** The document as a file. */
export const fileMenu: readonly Section[] = [
  [newGraph, openFile, openGallery],
  [saveFile, saveFileAs, downloadFile],
  [printWorksheet],
];
