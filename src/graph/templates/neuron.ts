import { neuron as neuronPart } from './layer.ts';
import { graphOf, grid, input, join } from './part.ts';
import { settingIn, type Template, type TemplateSetting } from './template.ts';

// The first three are those of the notes.
const data = [1, 2, 3, 0.5, -1, 1.5, -2, -0.5];
const weights = [0.92, 0.2, 0.03, 0.5, -0.4, 0.3, -0.2, 0.6];

const inputs: TemplateSetting = {
  id: 'inputs',
  name: { en: 'Inputs', 'zh-CN': '输入个数' },
  least: 1,
  most: data.length,
  default: 3,
};

/** One neuron with n inputs: weighted sum, bias, sigmoid. */
export const neuron: Template = {
  id: 'neuron',
  name: { en: 'Neuron', 'zh-CN': '神经元' },
  about: {
    en: 'A weighted sum of the inputs plus a bias, then a sigmoid.',
    'zh-CN': '输入加权求和，加上偏置，再经过 sigmoid。',
  },
  settings: [inputs],
  build(settings) {
    const numbers = Array.from({ length: settingIn(settings, inputs) }, (_, i) => i + 1);
    const body = neuronPart(
      {
        box: { id: 'neuron', title: neuron.name },
        inputs: numbers.map((i) => `x${i}`),
        weights: numbers.map((i) => ({ id: `w${i}`, value: weights[i - 1] })),
        products: numbers.map((i) => `m${i}`),
        bias: { id: 'b', value: -0.5 },
        sum: 'z',
        activation: { id: 'a', op: 'sigmoid' },
      },
      grid.lead,
      0,
    );
    const nodes = numbers.map((i) =>
      input({ id: `x${i}`, value: data[i - 1] }, 0, (i - 1) * grid.row - 8),
    );
    return graphOf(join({ nodes }, body), neuron.name, 'a');
  },
};
