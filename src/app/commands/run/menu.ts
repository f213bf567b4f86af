import type { Section } from '../command.ts';
import { gradientCheck } from './gradientCheck.ts';
import { makeExercise, practise } from './practising.ts';
import {
  playOrPause,
  runBackward,
  runForward,
  stepBack,
  stepOn,
  toEnd,
  toStart,
} from './stepping.ts';
import {
  resetTraining,
  toFirstIterate,
  toLastIterate,
  trainGraph,
  trainOrPause,
  updateBack,
  updateOnce,
  updateSeveral,
} from './training.ts';

/** What is done with a graph. */
export const runMenu: readonly Section[] = [
  [playOrPause, stepOn, stepBack],
  [runForward, runBackward],
  [toStart, toEnd],
  [practise, makeExercise],
  [trainGraph, trainOrPause, updateOnce, updateBack, resetTraining],
  [gradientCheck],
];

/** What the bar of training has buttons for. */
export const trainingMoves: Section = [updateSeveral, toFirstIterate, toLastIterate];
