import type { Text } from '../../ops/index.ts';

/** The sentences of the training panel. */
export const words = {
  heading: { en: 'Train', 'zh-CN': '训练' },
  noGraph: {
    en: 'There is no graph yet. Build one with parameters and a loss, or open an example.',
    'zh-CN': '还没有图。请先搭建一个含参数和损失的图，或打开一个示例。',
  },
  noOutput: {
    en: 'The graph has several ends. Mark the one that is to be made small as its output.',
    'zh-CN': '图有多个终点。请把要变小的那个节点设为输出。',
  },
  noParameters: {
    en: 'There is nothing to train: the graph has no parameter. Add one, or turn an input into one.',
    'zh-CN': '没有可训练的内容：图中没有参数。请添加参数，或把某个输入改为参数。',
  },
  allFrozen: {
    en: 'All parameters are frozen. Let at least one of them move.',
    'zh-CN': '所有参数都已冻结，请至少放开一个。',
  },
  noShares: {
    en: 'No parameter has a share of the error. Give at least one of them a share.',
    'zh-CN': '没有参数分担误差，请至少给一个参数分配份额。',
  },
  graphChanged: {
    en: 'The graph was changed, so the run has ended. The next one starts from what is on the canvas.',
    'zh-CN': '图已被修改，训练就此结束。下一次训练从画布上的当前状态开始。',
  },
  planChanged: {
    en: 'The plan was changed, so the run has ended. The next one starts from what is on the canvas.',
    'zh-CN': '训练方案已被修改，训练就此结束。下一次训练从画布上的当前状态开始。',
  },
  otherGraph: {
    en: 'That run belongs to the graph as it was before it was changed.',
    'zh-CN': '那次训练属于修改之前的图。',
  },
  replaced: {
    en: 'The run has ended, since another graph was opened.',
    'zh-CN': '已打开另一个图，训练就此结束。',
  },
  noneOnWay: (output: string): Text => ({
    en: `${output} depends on no parameter, so there is nothing to train.`,
    'zh-CN': `${output} 不依赖任何参数，没有可训练的内容。`,
  }),
  openOutput: (output: string): Text => ({
    en: `${output} cannot be computed yet: something is missing or does not fit on the way to it.`,
    'zh-CN': `${output} 还无法计算：通往它的路径上有缺失或不匹配之处。`,
  }),
  noNumber: (output: string): Text => ({
    en: `${output} is not a single number. Only a single number can be made small, such as a loss.`,
    'zh-CN': `${output} 不是单个数。只有单个数（例如损失）才能被减小。`,
  }),
  failed: (message: string): Text => ({
    en: `Training came to grief: ${message}. The parameters stay as they are on the canvas.`,
    'zh-CN': `训练出错：${message}。参数保持画布上的数值。`,
  }),
  update: (count: number): Text => ({ en: `Update ${count}`, 'zh-CN': `第 ${count} 次更新` }),
  updates: { en: 'Updates', 'zh-CN': '更新次数' },
  epochs: { en: 'Epochs', 'zh-CN': '轮次' },
  iterate: { en: 'Iterate', 'zh-CN': '迭代' },
  output: { en: 'Output', 'zh-CN': '输出' },
  loss: { en: 'Loss', 'zh-CN': '损失' },
  pace: { en: 'How fast updates follow each other', 'zh-CN': '更新的快慢' },
  eased: { en: 'gently', 'zh-CN': '渐快' },
  full: { en: 'full speed', 'zh-CN': '全速' },
  perSecond: (count: string): Text => ({ en: `${count} / s`, 'zh-CN': `${count} 次/秒` }),
  runs: { en: 'Run the training', 'zh-CN': '运行训练' },
  more: { en: 'Read on', 'zh-CN': '展开' },
  less: { en: 'Less', 'zh-CN': '收起' },
  data: { en: 'Data', 'zh-CN': '数据' },
  noData: { en: 'none', 'zh-CN': '无' },
  standing: { en: 'How training stands', 'zh-CN': '训练状况' },
  run: { en: 'Train', 'zh-CN': '开始训练' },
  goOn: { en: 'Train on', 'zh-CN': '继续训练' },
  backToStart: { en: 'Back to start', 'zh-CN': '回到初值' },
  pause: { en: 'Pause', 'zh-CN': '暂停' },
  once: { en: 'One update', 'zh-CN': '更新一次' },
  several: { en: 'Several', 'zh-CN': '多次' },
  severalCount: { en: 'How many updates at once', 'zh-CN': '一次进行的更新次数' },
  make: (count: number): Text => ({
    en: count === 1 ? '1 update' : `${count} updates`,
    'zh-CN': `更新 ${count} 次`,
  }),
  atStart: { en: 'Back at the start.', 'zh-CN': '已回到初值。' },
  drawn: (seed: number): Text => ({
    en: `A new start is drawn with seed ${seed}.`,
    'zh-CN': `已用种子 ${seed} 抽取新的初值。`,
  }),
  newStart: { en: 'Random start with a new seed', 'zh-CN': '换种子重新随机初值' },
  reset: { en: 'Reset to the start', 'zh-CN': '重置为初值' },
} as const;
