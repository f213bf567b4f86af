import type { Text } from '../../ops/index.ts';
import { neuron } from './layer.ts';
import { grid, input, join, type Part } from './part.ts';
import type { TemplateSetting } from './template.ts';

/** How many inputs a template has. */
export function inputsSetting(most: number, usual: number): TemplateSetting {
  return {
    id: 'inputs',
    name: { en: 'Inputs', 'zh-CN': '输入个数' },
    least: 1,
    most,
    default: usual,
  };
}

/** What a single neuron is made of: inputs x1, x2, … with weights w1, w2, …, bias b, sum z, result a. */
export interface SinglePlan {
  readonly box: { readonly id: string; readonly title: Text };
  readonly inputs: number;
  readonly data: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** One sigmoid neuron in its box behind its inputs. */
export function singleNeuron({ box, inputs, data, weights, bias }: SinglePlan): Part {
  const numbers = Array.from({ length: inputs }, (_, i) => i + 1);
  const body = neuron(
    {
      box,
      inputs: numbers.map((i) => `x${i}`),
      weights: numbers.map((i) => ({ id: `w${i}`, value: weights[i - 1] })),
      products: numbers.map((i) => `m${i}`),
      bias: { id: 'b', value: bias },
      sum: 'z',
      activation: { id: 'a', op: 'sigmoid' },
    },
    grid.lead,
    0,
  );
  const nodes = numbers.map((i) =>
    input({ id: `x${i}`, value: data[i - 1] }, 0, (i - 1) * grid.row - 8),
  );
  return join({ nodes }, body);
}
