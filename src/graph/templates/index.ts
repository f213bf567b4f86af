import { denseLayer } from './denseLayer.ts';
import { logisticRegression } from './logisticRegression.ts';
import { network131, network221, network233 } from './networks.ts';
import { neuron } from './neuron.ts';
import { softmax } from './softmax.ts';
import type { Template } from './template.ts';

export type { Template, TemplateSetting } from './template.ts';

/** The parts that ship with the product, in the order they are shown. */
export const templates: readonly Template[] = [
  neuron,
  denseLayer,
  softmax,
  logisticRegression,
  network131,
  network221,
  network233,
];
