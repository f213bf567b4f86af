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

/** What is done with a graph. */
export const runMenu: readonly Section[] = [
  [playOrPause, stepOn, stepBack],
  [runForward, runBackward],
  [toStart, toEnd],
  [practise, makeExercise],
  [gradientCheck],
];
