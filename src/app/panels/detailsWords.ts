import type { Text } from '../../ops/index.ts';

/** What the panel says of a node or an edge. */
export const words = {
  value: { en: 'Value', 'zh-CN': '值' },
  gradient: { en: 'Gradient', 'zh-CN': '梯度' },
  shape: { en: 'Shape', 'zh-CN': '形状' },
  local: { en: 'Local derivative', 'zh-CN': '局部导数' },
  upstream: { en: 'Upstream gradient', 'zh-CN': '上游梯度' },
  contribution: { en: 'Contribution', 'zh-CN': '贡献' },
  operation: { en: 'Operation', 'zh-CN': '运算' },
  kind: { en: 'Kind', 'zh-CN': '类型' },
  operands: { en: 'Operands', 'zh-CN': '操作数' },
  operand: (port: number, name: string): Text => ({
    en: `Operand ${port}: ${name}`,
    'zh-CN': `操作数 ${port}：${name}`,
  }),
  oneMore: { en: 'One more operand', 'zh-CN': '再加一个操作数' },
  notConnected: { en: 'not connected', 'zh-CN': '未连接' },
  usedBy: { en: 'Where the gradient comes from', 'zh-CN': '梯度从哪里来' },
  sumOfPaths: (name: string): Text => ({
    en: `The gradient of ${name} is the sum over all edges that leave it.`,
    'zh-CN': `${name} 的梯度等于从它出发的每条边的贡献之和。`,
  }),
  isOutput: {
    en: 'This is the output. Its gradient with respect to itself is 1.',
    'zh-CN': '这是输出节点，它对自身的梯度为 1。',
  },
  noOutput: { en: 'Choose an output to see gradients.', 'zh-CN': '选定输出后才能看到梯度。' },
  outputOpen: {
    en: 'There are no gradients yet: the output cannot be computed.',
    'zh-CN': '输出还算不出来，因此没有梯度。',
  },
  edge: { en: 'Edge', 'zh-CN': '边' },
  edgeLead: { en: 'What flows back through this edge', 'zh-CN': '沿这条边反向传回的量' },
  jacobian: { en: 'a matrix of derivatives (Jacobian)', 'zh-CN': '导数构成的矩阵（雅可比矩阵）' },
  deleteEdge: { en: 'Remove this edge', 'zh-CN': '删除这条边' },
  deleteNode: { en: 'Delete this node', 'zh-CN': '删除这个节点' },
  makeOutput: { en: 'Make this the output', 'zh-CN': '设为输出' },
  dependsNot: { en: 'The output does not depend on it.', 'zh-CN': '输出不依赖于它。' },
};
