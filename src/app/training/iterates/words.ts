import type { Text } from '../../../ops/index.ts';

/** The sentences of the table of iterates. */
export const words = {
  title: { en: 'Iterates', 'zh-CN': '迭代表' },
  none: {
    en: 'Make an update first: every iterate becomes a row here.',
    'zh-CN': '请先更新一次：每次迭代在这里占一行。',
  },
  count: (count: number): Text => ({ en: String(count), 'zh-CN': `${count} 行` }),
  columns: { en: 'Columns', 'zh-CN': '列' },
  node: { en: 'Node', 'zh-CN': '节点' },
  value: { en: 'Value', 'zh-CN': '值' },
  gradient: { en: 'Gradient', 'zh-CN': '梯度' },
  delta: { en: 'Δ', 'zh-CN': 'Δ' },
  loss: { en: 'Loss', 'zh-CN': '损失' },
  column: (kind: string, node: string): Text => ({
    en: `${{ value: 'Value', gradient: 'Gradient', delta: 'Δ' }[kind] ?? ''} of ${node}`,
    'zh-CN': `${node} 的${{ value: '值', gradient: '梯度', delta: 'Δ' }[kind] ?? ''}`,
  }),
  decimals: { en: 'Decimals', 'zh-CN': '小数位' },
  all: { en: 'all digits', 'zh-CN': '全部' },
  ending: { en: 'Further digits', 'zh-CN': '多余的位' },
  round: { en: 'rounded', 'zh-CN': '四舍五入' },
  truncate: { en: 'cut off', 'zh-CN': '截断' },
  first: { en: 'Numbered from', 'zh-CN': '编号从' },
  enlarge: { en: 'In front of the canvas', 'zh-CN': '放大到画布' },
  close: { en: 'Back to the canvas', 'zh-CN': '回到画布' },
  copyMarkdown: { en: 'Copy the iterates as Markdown', 'zh-CN': '复制迭代表为 Markdown' },
  copyCsv: { en: 'Copy the iterates as CSV', 'zh-CN': '复制迭代表为 CSV' },
  saveMarkdown: { en: 'Save the iterates as Markdown', 'zh-CN': '保存迭代表为 Markdown' },
  saveCsv: { en: 'Save the iterates as CSV', 'zh-CN': '保存迭代表为 CSV' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  save: { en: 'Save', 'zh-CN': '保存' },
  show: (number: string): Text => ({
    en: `Show iterate ${number} on the canvas`,
    'zh-CN': `在画布上显示第 ${number} 次迭代`,
  }),
  pages: { en: 'Pages of the iterates', 'zh-CN': '迭代表分页' },
  previous: { en: 'Earlier iterates', 'zh-CN': '较早的迭代' },
  next: { en: 'Later iterates', 'zh-CN': '较晚的迭代' },
  rows: (from: number, to: number, of: number): Text => ({
    en: `${from}–${to} of ${of}`,
    'zh-CN': `第 ${from}–${to} 行，共 ${of} 行`,
  }),
  row: (row: number): Text => ({ en: `row ${row}`, 'zh-CN': `第 ${row} 行` }),
  ofBatch: {
    en: 'The loss, the gradients of the parameters and Δ are those of the batch; other nodes are those of the row on the canvas.',
    'zh-CN': '损失、参数的梯度和 Δ 属于批量；其他节点属于画布所示的那一行。',
  },
  thinned: (stride: number): Text => ({
    en: `Of so long a run one iterate in ${stride} is listed. The bar below leads to any other one, which is listed then.`,
    'zh-CN': `训练很长，每 ${stride} 次迭代列出一行。底部的进度条可到达其余任意一次，到达后也会列出。`,
  }),
} as const;
