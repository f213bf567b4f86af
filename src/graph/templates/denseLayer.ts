import { layer, layerHeight, resultsOf } from './layer.ts';
import { column } from './network.ts';
import { graphOf, grid, join } from './part.ts';
import { inputsSetting } from './single.ts';
import { settingIn, type Template, type TemplateSetting } from './template.ts';

const data = [0.5, -1, 2, -0.5, 1, 1.5];
// Row by row; for 2 → 3 they are those of the notes.
const weights = [0.1, 0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.2, 0.4, -0.1, 0.6, -0.3];
const biases = [0.1, 0, -0.1, 0.2, -0.2, 0.3];

const inputs = inputsSetting(data.length, 2);
const neurons: TemplateSetting = {
  id: 'neurons',
  name: { en: 'Neurons', 'zh-CN': '神经元个数' },
  least: 1,
  most: biases.length,
  default: 3,
};

/** A dense layer of scalars, n inputs to m sigmoid neurons. */
export const denseLayer: Template = {
  id: 'dense-layer',
  name: { en: 'Dense layer', 'zh-CN': '全连接层' },
  about: {
    en: 'Every input goes to every sigmoid neuron, each edge with a weight of its own.',
    'zh-CN': '每个输入都连到每个 sigmoid 神经元，每条连接各有一个权重。',
  },
  settings: [inputs, neurons],
  takes: inputs,
  build(settings) {
    const n = settingIn(settings, inputs);
    const m = settingIn(settings, neurons);
    const ids = data.slice(0, n).map((_, i) => `x${i + 1}`);
    const plan = {
      number: 1,
      title: { en: `Layer ${n} → ${m}`, 'zh-CN': `全连接层 ${n} → ${m}` },
      inputs: ids,
      weights: ids.map((_, i) =>
        biases.slice(0, m).map((_, j) => weights[(i * m + j) % weights.length]),
      ),
      biases: biases.slice(0, m),
      activation: 'sigmoid',
    };
    const nodes = column(
      ids.map((id, i) => ({ id, value: data[i] })),
      0,
      layerHeight(plan),
    );
    const part = join({ nodes }, layer(plan, grid.gap, 0));
    return graphOf(part, denseLayer.name, resultsOf(plan)[0]);
  },
};
