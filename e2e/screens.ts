import { onGraph } from './screens/graph.ts';
import { inFront } from './screens/inFront.ts';
import { ofOtherGraphs } from './screens/others.ts';
import { ofPractice } from './screens/practising.ts';
import type { Screen } from './screens/screen.ts';
import { ofStepping } from './screens/stepping.ts';
import { ofTraining } from './screens/training.ts';

/** Every screen of the page; each starts and ends with the worked example, nothing selected. */
export const screens: readonly Screen[] = [
  ...onGraph,
  ...ofStepping,
  ...ofPractice,
  ...ofTraining,
  ...inFront,
  ...ofOtherGraphs,
];
