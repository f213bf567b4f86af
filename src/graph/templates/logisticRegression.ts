import { layerWidth, neuron, neuronCenter } from './layer.ts';
import { loss } from './network.ts';
import { graphOf, grid, input, join } from './part.ts';
import { settingIn, type Template, type TemplateSetting } from './template.ts';

// The first two are those of the notes.
const data = [0.6, -0.4, 1, 0.5, -1, 2, -0.5, 1.5];
const weights = [1.5, -0.8, 0.4, -0.3, 0.6, 0.2, -0.5, 0.1];

const inputs: TemplateSetting = {
  id: 'inputs',
  name: { en: 'Inputs', 'zh-CN': '输入个数' },
  least: 1,
  most: data.length,
  default: 2,
};

/** Logistic regression with n inputs for one sample, with its loss. */
export const logisticRegression: Template = {
  id: 'logistic-regression',
  name: { en: 'Logistic regression', 'zh-CN': '逻辑回归' },
  about: {
    en: 'A weighted sum, a sigmoid and the binary cross-entropy with the label y.',
    'zh-CN': '加权求和、sigmoid，以及与标签 y 的二元交叉熵。',
  },
  settings: [inputs],
  build(settings) {
    const numbers = Array.from({ length: settingIn(settings, inputs) }, (_, i) => i + 1);
    const model = neuron(
      {
        box: { id: 'model', title: { en: 'Model', 'zh-CN': '模型' } },
        inputs: numbers.map((i) => `x${i}`),
        weights: numbers.map((i) => ({ id: `w${i}`, value: weights[i - 1] })),
        products: numbers.map((i) => `m${i}`),
        bias: { id: 'b', value: 0.2 },
        sum: 'z',
        activation: { id: 'a', op: 'sigmoid' },
      },
      grid.lead,
      0,
    );
    const nodes = numbers.map((i) =>
      input({ id: `x${i}`, value: data[i - 1] }, 0, (i - 1) * grid.row - 8),
    );
    const end = loss(
      'binaryCrossEntropy',
      'a',
      1,
      grid.lead + layerWidth.activated + 100,
      neuronCenter(numbers.length),
    );
    return graphOf(join({ nodes }, model, end), logisticRegression.name, 'loss');
  },
};
