import { looks, openAppearance } from './appearance.ts';
import { languages, themes } from './choices.ts';
import type { Command } from './command.ts';
import { downloadFile } from './downloadFile.ts';
import { farther } from './farther.ts';
import { gradientCheck } from './gradientCheck.ts';
import { markOutput } from './markOutput.ts';
import { naturalSize } from './naturalSize.ts';
import { nearer } from './nearer.ts';
import { newGraph } from './newGraph.ts';
import { openFile } from './openFile.ts';
import { openGallery } from './openGallery.ts';
import { makeExercise, practise } from './practising.ts';
import { printWorksheet } from './printWorksheet.ts';
import { redoEdit } from './redoEdit.ts';
import { removeSelected } from './removeSelected.ts';
import { renameNode } from './renameNode.ts';
import { saveFile } from './saveFile.ts';
import { saveFileAs } from './saveFileAs.ts';
import { searchPalette } from './searchPalette.ts';
import { selectAll } from './selectAll.ts';
import { selectNone } from './selectNone.ts';
import { showAll } from './showAll.ts';
import { showShortcuts } from './showShortcuts.ts';
import {
  playOrPause,
  runBackward,
  runForward,
  stepBack,
  stepOn,
  toEnd,
  toStart,
} from './stepping.ts';
import { tidy } from './tidy.ts';
import { undoEdit } from './undoEdit.ts';

/** The menus, top to bottom; a list within a menu is set apart by a line. */
export const menus = {
  file: [[newGraph, openFile, openGallery], [saveFile, saveFileAs, downloadFile], [printWorksheet]],
  edit: [
    [undoEdit, redoEdit],
    [renameNode, markOutput, removeSelected, selectAll, selectNone],
    [searchPalette, tidy],
  ],
  run: [
    [playOrPause, stepOn, stepBack],
    [runForward, runBackward],
    [toStart, toEnd],
    [practise, makeExercise],
    [gradientCheck],
  ],
  view: [[showAll, nearer, farther, naturalSize], [openAppearance], themes, languages],
  help: [[showShortcuts]],
} as const satisfies Record<string, readonly (readonly Command[])[]>;

/** Everything a person can do. */
export const commands: readonly Command[] = [...Object.values(menus).flat(2), ...looks];
