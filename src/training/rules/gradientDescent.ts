import type { UpdateRule } from './rule.ts';

/** θ ← θ − η·g, the plain rule (Cauchy 1847). */
export const gradientDescent: UpdateRule = {
  id: 'gradientDescent',
  name: { en: 'Gradient descent', 'zh-CN': '梯度下降' },
  about: {
    en: 'Each parameter moves against its gradient, by the learning rate times the gradient.',
    'zh-CN': '每个参数沿梯度的反方向移动，步长为学习率乘以梯度。',
  },
  tex: ['\\theta \\leftarrow \\theta - \\eta\\,g'],
  memory: [],
  settings: {},
  update({ parameters, gradients, rate }) {
    for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * gradients[i];
  },
};
