import { powerOf } from '../../ops/index.ts';
import type { UpdateRule } from './rule.ts';

/** Kingma and Ba, “Adam: A Method for Stochastic Optimization” (2015), algorithm 1. */
export const adam: UpdateRule = {
  id: 'adam',
  name: { en: 'Adam', 'zh-CN': 'Adam' },
  about: {
    en: 'Running means of the gradient and of its square, both corrected for their start at 0, give each parameter a rate of its own.',
    'zh-CN': '用梯度及其平方的滑动平均（均修正从 0 起步的偏差）为每个参数确定各自的步长。',
  },
  tex: [
    'm \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g',
    'v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2',
    '\\hat m = \\dfrac{m}{1-\\beta_1^t},\\quad \\hat v = \\dfrac{v}{1-\\beta_2^t}',
    '\\theta \\leftarrow \\theta - \\eta\\,\\dfrac{\\hat m}{\\sqrt{\\hat v}+\\varepsilon}',
  ],
  memory: ['m', 'v'],
  settings: {
    beta1: {
      name: { en: 'Decay of the mean', 'zh-CN': '一阶矩的衰减率' },
      tex: '\\beta_1',
      default: 0.9,
      least: 0,
      most: 1,
    },
    beta2: {
      name: { en: 'Decay of the mean square', 'zh-CN': '二阶矩的衰减率' },
      tex: '\\beta_2',
      default: 0.999,
      least: 0,
      most: 1,
    },
    epsilon: {
      name: { en: 'Guard against division by 0', 'zh-CN': '防止除以 0 的小量' },
      tex: '\\varepsilon',
      default: 1e-8,
      least: 0,
      most: 1,
    },
  },
  update({ parameters, gradients, memory: [mean, square], rate, count }, settings) {
    const { beta1, beta2, epsilon } = settings;
    const meanShare = 1 - powerOf(beta1, count);
    const squareShare = 1 - powerOf(beta2, count);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradients[i];
      mean[i] = beta1 * mean[i] + (1 - beta1) * g;
      square[i] = beta2 * square[i] + (1 - beta2) * g * g;
      parameters[i] -=
        (rate * (mean[i] / meanShare)) / (Math.sqrt(square[i] / squareShare) + epsilon);
    }
  },
};
