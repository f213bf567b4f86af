import type { Text } from '../../../ops/index.ts';
import type { MarkOf } from './marks.ts';

/** The sentences of making exercises. */
export const authorWords = {
  title: { en: 'Make an exercise', 'zh-CN': '制作练习' },
  lead: {
    en: 'Click the numbers on the graph to mark them. They are asked in the order below.',
    'zh-CN': '点击图上的数来标记。提问的顺序如下面的列表。',
  },
  findLead: {
    en: 'Click the number that shall be wrong. What is made from it will be wrong with it.',
    'zh-CN': '点击要改错的数，由它推出的数也会随之出错。',
  },
  markedAs: (mark: Text): Text => ({
    en: `${mark.en}. Click to change`,
    'zh-CN': `${mark['zh-CN']}，点击切换`,
  }),
  makeThisWrong: { en: 'Make this number wrong', 'zh-CN': '把这个数改错' },
  noMistakeHere: {
    en: 'No known mistake changes this number. Choose another one.',
    'zh-CN': '没有哪种常见错误会改变这个数，请另选一个。',
  },
  kind: { en: 'The task', 'zh-CN': '任务' },
  compute: { en: 'Work numbers out', 'zh-CN': '计算数值' },
  findBug: { en: 'Find the wrong number', 'zh-CN': '找出错误的数' },
  startFrom: { en: 'Start from', 'zh-CN': '以此为起点' },
  ownChoice: { en: 'my own marks', 'zh-CN': '自己标记' },
  asked: { en: 'Asked, in this order', 'zh-CN': '按此顺序提问' },
  nothingAsked: {
    en: 'Nothing is asked yet: click a number on the graph.',
    'zh-CN': '还没有提问：点击图上的一个数。',
  },
  up: { en: 'Earlier', 'zh-CN': '上移' },
  down: { en: 'Later', 'zh-CN': '下移' },
  remove: { en: 'Remove', 'zh-CN': '移除' },
  canBeRead: {
    en: 'Other numbers on the graph give some of these away.',
    'zh-CN': '图上的其他数会泄露其中一些答案。',
  },
  hideGiveaways: { en: 'Hide what gives them away', 'zh-CN': '隐藏会泄露答案的数' },
  showLocals: { en: 'Show local derivatives', 'zh-CN': '显示局部导数' },
  rules: { en: 'Rules', 'zh-CN': '规则' },
  order: { en: 'Order', 'zh-CN': '顺序' },
  orderGiven: { en: 'as listed', 'zh-CN': '按列表' },
  orderFree: { en: 'free', 'zh-CN': '自由' },
  tolerance: { en: 'Tolerance', 'zh-CN': '允许误差' },
  hints: { en: 'Hints', 'zh-CN': '提示' },
  noHints: { en: 'none', 'zh-CN': '无' },
  hint1: { en: 'the rule', 'zh-CN': '法则' },
  hint2: { en: 'and with numbers', 'zh-CN': '法则与代入' },
  hint3: { en: 'and the answer', 'zh-CN': '直到答案' },
  attempts: { en: 'Answers per question', 'zh-CN': '每题作答次数' },
  unlimited: { en: 'any number', 'zh-CN': '不限' },
  instructions: { en: 'Instructions', 'zh-CN': '说明' },
  english: { en: 'English', 'zh-CN': '英文' },
  chinese: { en: 'Chinese', 'zh-CN': '中文' },
  variants: { en: 'New numbers', 'zh-CN': '换一组数' },
  variantsLead: {
    en: 'Learners may draw other numbers from these ranges.',
    'zh-CN': '学习者可以从这些范围中抽取别的数。',
  },
  suggest: { en: 'Suggest ranges', 'zh-CN': '建议范围' },
  noRanges: {
    en: 'No number of this graph can be drawn anew.',
    'zh-CN': '此图没有可以重新抽取的数。',
  },
  clear: { en: 'Remove all ranges', 'zh-CN': '删去所有范围' },
  from: { en: 'from', 'zh-CN': '从' },
  to: { en: 'to', 'zh-CN': '到' },
  step: { en: 'step', 'zh-CN': '步长' },
  preview: { en: 'Try new numbers', 'zh-CN': '预览新的数' },
  wrongNumber: { en: 'The wrong number', 'zh-CN': '错误的数' },
  notChosen: { en: 'Not chosen yet', 'zh-CN': '尚未选择' },
  mistake: { en: 'Mistake', 'zh-CN': '错误类型' },
  removeExercise: { en: 'Remove the exercise', 'zh-CN': '删除练习' },
  tryIt: { en: 'Try it', 'zh-CN': '试做' },
  save: { en: 'Save', 'zh-CN': '保存' },
  done: { en: 'Done', 'zh-CN': '完成' },
  counts: (asked: number, hidden: number): Text => ({
    en: `${asked} asked · ${hidden} hidden`,
    'zh-CN': `提问 ${asked} 个 · 隐藏 ${hidden} 个`,
  }),
  shownInstead: (wrong: string, right: string): Text => ({
    en: `shows ${wrong} instead of ${right}`,
    'zh-CN': `显示 ${wrong}，正确值为 ${right}`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What the marks are called. */
export const markNames: Readonly<Record<MarkOf, Text>> = {
  given: { en: 'given', 'zh-CN': '给出' },
  asked: { en: 'asked', 'zh-CN': '提问' },
  hidden: { en: 'hidden', 'zh-CN': '隐藏' },
};
