import { graphOf } from './part.ts';
import { inputsSetting, singleNeuron } from './single.ts';
import { settingIn, type Template } from './template.ts';

// The first three are those of the notes.
const data = [1, 2, 3, 0.5, -1, 1.5, -2, -0.5];
const weights = [0.92, 0.2, 0.03, 0.5, -0.4, 0.3, -0.2, 0.6];

const inputs = inputsSetting(data.length, 3);

/** One neuron with n inputs: weighted sum, bias, sigmoid. */
export const neuron: Template = {
  id: 'neuron',
  name: { en: 'Neuron', 'zh-CN': '神经元' },
  about: {
    en: 'A weighted sum of the inputs plus a bias, then a sigmoid.',
    'zh-CN': '输入加权求和，加上偏置，再经过 sigmoid。',
  },
  settings: [inputs],
  takes: inputs,
  build(settings) {
    const box = { id: 'neuron', title: neuron.name };
    const part = singleNeuron({
      box,
      inputs: settingIn(settings, inputs),
      data,
      weights,
      bias: -0.5,
    });
    return graphOf(part, neuron.name, 'a');
  },
};
