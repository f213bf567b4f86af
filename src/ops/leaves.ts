import type { Leaf } from './op.ts';

/** Data: given from outside, not trained. */
export const input: Leaf = {
  kind: 'leaf',
  id: 'input',
  category: 'leaves',
  name: { en: 'Input', 'zh-CN': '输入' },
  symbol: 'x',
  keywords: ['data', 'feature', 'label', '数据', '特征', '标签', 'shuru'],
};

/** Trainable: what update rules move. */
export const parameter: Leaf = {
  kind: 'leaf',
  id: 'parameter',
  category: 'leaves',
  name: { en: 'Parameter', 'zh-CN': '参数' },
  symbol: 'w',
  keywords: ['weight', 'bias', 'variable', '权重', '偏置', '变量', 'canshu'],
};

/** A fixed number of the formula itself. */
export const constant: Leaf = {
  kind: 'leaf',
  id: 'constant',
  category: 'leaves',
  name: { en: 'Constant', 'zh-CN': '常量' },
  symbol: '1',
  keywords: ['number', '常数', '数字', 'changliang'],
};
