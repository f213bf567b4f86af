import type { Text } from '../../ops/index.ts';

/** What worksheets say. */
export const words = {
  title: { en: 'Print a worksheet', 'zh-CN': '打印练习纸' },
  lead: {
    en: 'The graph with boxes to fill in, and on a page of its own the key.',
    'zh-CN': '留空的计算图，另附一页答案。',
  },
  what: { en: 'What is asked', 'zh-CN': '练习内容' },
  ofFile: { en: 'The exercise of this file', 'zh-CN': '此文件中的练习' },
  paper: { en: 'Paper', 'zh-CN': '纸张' },
  withKey: { en: 'With the key', 'zh-CN': '附答案' },
  print: { en: 'Print', 'zh-CN': '打印' },
  nothing: {
    en: 'There is nothing to ask here: the graph needs numbers and an output first.',
    'zh-CN': '这里还没有可问的内容：请先给图填上数值并选定输出。',
  },
  mistake: { en: 'The mistake', 'zh-CN': '错误' },
  preview: { en: 'Preview', 'zh-CN': '预览' },
  name: { en: 'Name', 'zh-CN': '姓名' },
  date: { en: 'Date', 'zh-CN': '日期' },
  points: { en: 'Points', 'zh-CN': '得分' },
  key: { en: 'Key', 'zh-CN': '答案' },
  answers: { en: 'Answers', 'zh-CN': '作答' },
  wrongNumber: { en: 'The wrong number is', 'zh-CN': '错的数是' },
  rightNumber: { en: 'It should be', 'zh-CN': '它应当是' },
  task: {
    en: 'Work out the number for every box. Values stand above an edge and first in a node; gradients (∇) below.',
    'zh-CN': '求出每个空中的数。数值写在边的上方和节点的第一行，梯度（∇）写在下方。',
  },
  hunt: {
    en: 'One number in this graph is wrong, and what follows from it is worked out from the wrong number. Find it and put it right.',
    'zh-CN': '图中有一个数是错的，之后的数都是由它推出来的。请找出这个数并改正。',
  },
  picture: { en: 'Computation graph with boxes to fill in', 'zh-CN': '留空的计算图' },
  pictureKey: { en: 'Computation graph with all numbers', 'zh-CN': '填好所有数的计算图' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why an exercise is not put on paper. */
export function tooMany(count: number, most: number): Text {
  return {
    en: `This asks for ${count} numbers; a worksheet takes up to ${most}. Choose another topic, or make an exercise that asks for fewer.`,
    'zh-CN': `这里要问 ${count} 个数，一份练习纸最多 ${most} 个。请换一项内容，或制作一个提问较少的练习。`,
  };
}
