import { layerHeight, neuronCenter, resultsOf } from './layer.ts';
import { loss, network } from './network.ts';
import { graphOf, grid, input, join, operation, type Part, sumHeight } from './part.ts';
import { softmaxPart, softmaxRow, softmaxWidth } from './softmax.ts';
import type { Template } from './template.ts';

const hidden = { en: 'Hidden layer', 'zh-CN': '隐藏层' };
const outcome = { en: 'Output layer', 'zh-CN': '输出层' };

/** One input, three sigmoid neurons, a linear output and half the squared error. */
export const network131: Template = {
  id: 'network-1-3-1',
  name: { en: '1-3-1 network', 'zh-CN': '1-3-1 网络' },
  about: {
    en: 'Fits a curve: one input, three sigmoid neurons, a linear output, half squared error.',
    'zh-CN': '用于拟合曲线：一个输入、三个 sigmoid 神经元、线性输出、半平方误差。',
  },
  settings: [],
  build() {
    const first = {
      number: 1,
      title: hidden,
      inputs: ['x'],
      weights: [[0.2, -0.4, 0.6]],
      biases: [0.1, -0.2, 0.3],
      activation: 'sigmoid',
      short: true,
    };
    const second = {
      number: 2,
      title: outcome,
      inputs: resultsOf(first),
      weights: [[0.5], [-0.3], [0.8]],
      biases: [0.05],
      short: true,
    };
    const body = network([{ id: 'x', value: 0.5 }], [first, second]);
    const y = body.end.y - layerHeight(second) / 2 + neuronCenter(3);
    const end = loss('halfSquaredError', 'z2', 0.6, body.end.x + 100, y);
    return graphOf(join(body, end), network131.name, 'loss');
  },
};

/** Two inputs, two sigmoid neurons and a sigmoid output with binary cross-entropy. */
export const network221: Template = {
  id: 'network-2-2-1',
  name: { en: '2-2-1 network', 'zh-CN': '2-2-1 网络' },
  about: {
    en: 'Two classes, such as XOR: two sigmoid neurons, a sigmoid output, binary cross-entropy.',
    'zh-CN': '用于二分类（如异或）：两个 sigmoid 神经元、sigmoid 输出、二元交叉熵。',
  },
  settings: [],
  build() {
    const first = {
      number: 1,
      title: hidden,
      inputs: ['x1', 'x2'],
      weights: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
      biases: [0.05, -0.05],
      activation: 'sigmoid',
    };
    const second = {
      number: 2,
      title: outcome,
      inputs: resultsOf(first),
      weights: [[0.6], [-0.7]],
      biases: [0.1],
      activation: 'sigmoid',
    };
    const data = [
      { id: 'x1', value: 1 },
      { id: 'x2', value: 0 },
    ];
    const body = network(data, [first, second]);
    const y = body.end.y - layerHeight(second) / 2 + neuronCenter(2);
    const end = loss('binaryCrossEntropy', 'a2', 1, body.end.x + 100, y);
    return graphOf(join(body, end), network221.name, 'loss');
  },
};

/** Two inputs, three sigmoid neurons, and softmax over three classes with cross-entropy. */
export const network233: Template = {
  id: 'network-2-3-3',
  name: { en: '2-3-3 network', 'zh-CN': '2-3-3 网络' },
  about: {
    en: 'Three classes: three sigmoid neurons, three scores, softmax and cross-entropy.',
    'zh-CN': '用于三分类：三个 sigmoid 神经元、三个得分、softmax 和交叉熵。',
  },
  settings: [],
  build() {
    const first = {
      number: 1,
      title: hidden,
      inputs: ['x1', 'x2'],
      weights: [
        [0.1, 0.2, 0.3],
        [-0.4, 0.5, -0.6],
      ],
      biases: [0.1, 0, -0.1],
      activation: 'sigmoid',
    };
    const second = {
      number: 2,
      title: outcome,
      inputs: resultsOf(first),
      weights: [
        [0.2, -0.1, 0.4],
        [0.3, 0.5, -0.2],
        [-0.3, 0.1, 0.6],
      ],
      biases: [0.05, -0.05, 0],
    };
    const data = [
      { id: 'x1', value: 0.5 },
      { id: 'x2', value: -1 },
    ];
    const body = network(data, [first, second]);
    const { x, y } = body.end;
    const top = y - softmaxRow - grid.card / 2;
    const probabilities = ['a2_1', 'a2_2', 'a2_3'];
    const shares = softmaxPart(resultsOf(second), probabilities, x + grid.gap, top);
    const end = crossEntropy(probabilities, [0, 1, 0], x + grid.gap + softmaxWidth + 120, top);
    return graphOf(join(body, shares, end), network233.name, 'loss');
  },
};

/** −Σ y ln a, the probabilities coming in a row each; labels stand before the box. */
function crossEntropy(
  probabilities: readonly string[],
  labels: readonly number[],
  x: number,
  top: number,
): Part {
  const left = x + 240;
  const row = (i: number) => top + i * softmaxRow;
  const products = probabilities.map((_, i) => `m${i + 1}`);
  const center = top + ((labels.length - 1) * softmaxRow + grid.card) / 2 - 92;
  const given = labels.map((value, i) => input({ id: `y${i + 1}`, value }, x, row(i) - 100));
  const nodes = [
    ...probabilities.map((id, i) => operation(`l${i + 1}`, 'ln', [id], left, row(i))),
    ...products.map((id, i) =>
      operation(id, 'multiply', [`y${i + 1}`, `l${i + 1}`], left + grid.column, row(i) - 92),
    ),
    operation(
      't',
      'add',
      products,
      left + 2 * grid.column,
      center - sumHeight(products.length) / 2,
    ),
    operation('loss', 'negate', ['t'], left + 3 * grid.column, center - grid.card / 2),
  ];
  const title = { en: 'Cross-entropy', 'zh-CN': '交叉熵' };
  const box = { id: 'cross_entropy', title, nodes: nodes.map(({ id }) => id) };
  return { nodes: [...given, ...nodes], groups: [box] };
}
