import type { UpdateRule } from './rule.ts';

/**
 * v ← β·v + g, θ ← θ − η·v: the heavy ball of Polyak, “Some methods of speeding up the convergence
 * of iteration methods” (1964), written as in Sutskever et al. (2013) and PyTorch.
 */
export const momentum: UpdateRule = {
  id: 'momentum',
  name: { en: 'Momentum', 'zh-CN': '动量法' },
  about: {
    en: 'Gradients add up to a velocity that fades by β at each step, so the path keeps its direction.',
    'zh-CN': '梯度累积成速度，速度每步按 β 衰减，因此路径会保持原来的方向。',
  },
  tex: ['v \\leftarrow \\beta v + g', '\\theta \\leftarrow \\theta - \\eta\\,v'],
  memory: ['v'],
  settings: {
    beta: {
      name: { en: 'Momentum', 'zh-CN': '动量系数' },
      tex: '\\beta',
      default: 0.9,
      least: 0,
      most: 1,
    },
  },
  update({ parameters, gradients, memory: [velocity], rate }, { beta }) {
    for (let i = 0; i < parameters.length; i++) {
      velocity[i] = beta * velocity[i] + gradients[i];
      parameters[i] -= rate * velocity[i];
    }
  },
};
