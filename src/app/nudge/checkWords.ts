import type { Text } from '../../ops/index.ts';

/** The texts of the dialog. */
export const checkWords = {
  title: { en: 'Gradient check', 'zh-CN': '梯度检验' },
  lead: {
    en: 'Every node is moved by ε to either side, and what the output makes of it is compared with the gradient.',
    'zh-CN': '把每个节点向两侧各移动 ε，看输出如何变化，再与梯度比较。',
  },
  node: { en: 'Node', 'zh-CN': '节点' },
  value: { en: 'Value', 'zh-CN': '值' },
  gradient: { en: 'Gradient', 'zh-CN': '梯度' },
  central: { en: 'Central', 'zh-CN': '中心差商' },
  right: { en: 'Right', 'zh-CN': '右侧差商' },
  left: { en: 'Left', 'zh-CN': '左侧差商' },
  difference: { en: 'Difference', 'zh-CN': '差' },
  centralMinusGradient: { en: 'Central − gradient', 'zh-CN': '中心差商 − 梯度' },
  verdict: { en: 'Why they differ', 'zh-CN': '差别何来' },
  noOutput: {
    en: 'Choose an output first: gradients are derivatives of it.',
    'zh-CN': '请先选择输出：梯度就是它的导数。',
  },
  notComputed: { en: 'not computed', 'zh-CN': '无法计算' },
  tensors: {
    en: 'Of vectors and matrices the element farthest from its gradient is listed, out of at most 64.',
    'zh-CN': '向量和矩阵列出与梯度偏差最大的元素（最多查看 64 个）。',
  },
  explained: { en: 'What these words mean', 'zh-CN': '这些说法的含义' },
} as const satisfies Record<string, Text>;

/** How far the check of a graph has come. */
export function progress(done: number, all: number): Text {
  return {
    en: `Checking node ${done} of ${all} …`,
    'zh-CN': `正在检验第 ${done} / ${all} 个节点……`,
  };
}

/** That there are more nodes than rows. */
export function onlySome(shown: number, all: number): Text {
  return {
    en: `Listed are the ${shown} of ${all} nodes that are farthest from their gradients.`,
    'zh-CN': `共 ${all} 个节点，只列出与梯度偏差最大的 ${shown} 个。`,
  };
}

/** How many nodes were checked. */
export function nodeCount(count: number): Text {
  return { en: `${count} ${count === 1 ? 'node' : 'nodes'}`, 'zh-CN': `${count} 个节点` };
}
