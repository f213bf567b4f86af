import type { UpdateRule } from './rule.ts';

/**
 * s ← ρ·s + (1−ρ)·g², θ ← θ − η·g / (√s + ε): Hinton, “Neural Networks for Machine Learning”,
 * lecture 6e (2012), with ε outside the root as in PyTorch.
 */
export const rmsprop: UpdateRule = {
  id: 'rmsprop',
  name: { en: 'RMSprop', 'zh-CN': 'RMSprop' },
  about: {
    en: 'Each gradient is divided by the root of the running mean of its square: all parameters take steps of like size.',
    'zh-CN': '每个梯度除以其平方的滑动平均的平方根，使各参数的步长大小相近。',
  },
  tex: [
    's \\leftarrow \\rho s + (1-\\rho)\\,g^2',
    '\\theta \\leftarrow \\theta - \\eta\\,\\dfrac{g}{\\sqrt{s}+\\varepsilon}',
  ],
  memory: ['s'],
  settings: {
    rho: {
      name: { en: 'Decay of squares', 'zh-CN': '平方的衰减率' },
      tex: '\\rho',
      default: 0.99,
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
  update({ parameters, gradients, memory: [squares], rate }, { rho, epsilon }) {
    for (let i = 0; i < parameters.length; i++) {
      const g = gradients[i];
      squares[i] = rho * squares[i] + (1 - rho) * g * g;
      parameters[i] -= (rate * g) / (Math.sqrt(squares[i]) + epsilon);
    }
  },
};
