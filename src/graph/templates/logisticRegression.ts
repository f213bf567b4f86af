import { layerWidth, neuronCenter } from './layer.ts';
import { loss } from './network.ts';
import { graphOf, grid, join } from './part.ts';
import { inputsSetting, singleNeuron } from './single.ts';
import { settingIn, type Template } from './template.ts';

// The first two are those of the notes.
const data = [0.6, -0.4, 1, 0.5, -1, 2, -0.5, 1.5];
const weights = [1.5, -0.8, 0.4, -0.3, 0.6, 0.2, -0.5, 0.1];

const inputs = inputsSetting(data.length, 2);

/** Logistic regression with n inputs for one sample, with its loss. */
export const logisticRegression: Template = {
  id: 'logistic-regression',
  name: { en: 'Logistic regression', 'zh-CN': '逻辑回归' },
  about: {
    en: 'A weighted sum, a sigmoid and the binary cross-entropy with the label y.',
    'zh-CN': '加权求和、sigmoid，以及与标签 y 的二元交叉熵。',
  },
  settings: [inputs],
  takes: inputs,
  build(settings) {
    const count = settingIn(settings, inputs);
    const box = { id: 'model', title: { en: 'Model', 'zh-CN': '模型' } };
    const model = singleNeuron({ box, inputs: count, data, weights, bias: 0.2 });
    const x = grid.lead + layerWidth.activated + 100;
    const end = loss('binaryCrossEntropy', 'a', 1, x, neuronCenter(count));
    return graphOf(join(model, end), logisticRegression.name, 'loss');
  },
};
