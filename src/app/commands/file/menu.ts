import type { Section } from '../command.ts';
import { copyAsPicture } from './copyAsPicture.ts';
import { downloadFile } from './downloadFile.ts';
import { exportPicture } from './exportPicture.ts';
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
  [exportPicture, copyAsPicture],
  [printWorksheet],
];
