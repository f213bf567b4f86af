import { fixed } from '../op.ts';

/** Every loss compares a prediction with a target, in this order. */
export const predictionAndTarget = fixed(
  { en: 'prediction', 'zh-CN': '预测值' },
  { en: 'target', 'zh-CN': '目标值' },
);
