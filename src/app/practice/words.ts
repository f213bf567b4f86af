import { formatTensor } from '../../formula/index.ts';
import type { Shape, Tensor, Text } from '../../ops/index.ts';
import type { Topic } from '../../practice/index.ts';

/** Where a question stands among all of an exercise. */
interface Place {
  readonly number: number;
  readonly count: number;
}

/** The sentences of practice. */
export const words = {
  title: { en: 'Practise', 'zh-CN': '练习' },

  // Choosing what to practise
  chooseTitle: { en: 'Work it out by hand', 'zh-CN': '亲手算一遍' },
  chooseLead: {
    en: 'Choose what to practise. Numbers of this graph become blanks: type each one, and every answer is checked at once.',
    'zh-CN': '选择要练习的内容。图中的一些数会变成空：逐个填写，每个答案都会立即批改。',
  },
  startHere: { en: 'Good to start with', 'zh-CN': '适合入门' },
  tooLarge: (nodes: number, most: number): Text => ({
    en: `This graph has ${nodes.toLocaleString('en')} nodes; exercises are made of graphs with up to ${most.toLocaleString('en')}.`,
    'zh-CN': `此图有 ${nodes} 个节点；练习最多支持 ${most} 个节点的图。`,
  }),
  notComputed: {
    en: 'This graph has no numbers to ask for yet. Finish it first: every node needs its operands, and one node must be the output.',
    'zh-CN': '这个图还没有可以提问的数。请先补全它：每个节点都要接好操作数，并选定一个输出节点。',
  },
  needsOutput: {
    en: 'Needs an output: select the node to differentiate and press O.',
    'zh-CN': '需要先有输出：选中要求导的节点，按 O。',
  },
  nothingFlows: {
    en: 'The output depends on no number of this kind.',
    'zh-CN': '输出不依赖这类数。',
  },
  nothingAsked: {
    en: 'Nothing of this graph is asked in this exercise yet. Edit it to choose what is.',
    'zh-CN': '这份练习还没有要问的数。请先编辑练习，选定要问的数。',
  },
  generate: { en: 'A new exercise', 'zh-CN': '生成新练习' },
  generateLead: {
    en: 'On a graph made up for you, from two operations (1) to a small network (5).',
    'zh-CN': '随机生成一个图来练习，从两个运算（1 级）到小型网络（5 级）。',
  },
  forTeachers: { en: 'For teachers', 'zh-CN': '教师' },
  make: { en: 'Make an exercise', 'zh-CN': '制作练习' },
  makeLead: {
    en: 'Mark on this graph what is asked, and hand out the file.',
    'zh-CN': '在这个图上标出要问的数，然后把文件发给学生。',
  },

  // Greeting
  greeting: { en: 'Exercise', 'zh-CN': '练习' },
  untitled: { en: 'An exercise for you', 'zh-CN': '一份练习' },
  start: { en: 'Start', 'zh-CN': '开始' },
  howCompute: {
    en: 'Type the number for each blank and press Enter. If an answer is not right, you are told which mistake leads to it.',
    'zh-CN': '为每个空输入一个数，按 Enter 键。答错时会告诉你是哪一种错误导致的。',
  },
  howFindBug: {
    en: 'One number on this graph is wrong, and what follows from it follows. Find it, then give the right number.',
    'zh-CN': '图中有一个数算错了，由它推出的数也跟着错。找出这个数，再填上正确的值。',
  },
  practiseOtherwise: { en: 'Practise something else', 'zh-CN': '换个练习' },
  editExercise: { en: 'Change this exercise', 'zh-CN': '修改这份练习' },

  // A question
  yourAnswer: { en: 'Your answer', 'zh-CN': '你的答案' },
  check: { en: 'Check', 'zh-CN': '检查' },
  checkAgain: { en: 'Check again', 'zh-CN': '再次检查' },
  goOn: { en: 'Go on', 'zh-CN': '继续' },
  toResult: { en: 'See the result', 'zh-CN': '查看结果' },
  skip: { en: 'Leave it for now', 'zh-CN': '先跳过' },
  notRight: { en: 'Not right yet', 'zh-CN': '还不对' },
  notRightText: {
    en: 'This number is not recognised as any known mistake. Look at the rule again, or take a hint.',
    'zh-CN': '没有认出这个数是哪一种已知错误造成的。再看看法则，或者看一条提示。',
  },
  notRightNoHint: {
    en: 'This number is not recognised as any known mistake. Look at the rule again.',
    'zh-CN': '没有认出这个数是哪一种已知错误造成的。再看看法则。',
  },
  several: {
    en: 'Several mistakes lead to this number:',
    'zh-CN': '有几种错误都会得到这个数：',
  },
  right: { en: 'Right', 'zh-CN': '正确' },
  carried: { en: 'Carried forward', 'zh-CN': '步骤正确（沿用前值）' },
  shown: { en: 'Answer shown', 'zh-CN': '已显示答案' },
  wrong: { en: 'Not right', 'zh-CN': '不正确' },
  open: { en: 'Not answered', 'zh-CN': '未作答' },
  noneLeft: { en: 'No answers are left for this one.', 'zh-CN': '这一题已没有作答机会。' },
  notYet: { en: 'Not yet', 'zh-CN': '还没轮到' },
  allAnswered: { en: 'All questions are answered', 'zh-CN': '题目已全部作答' },

  // So far
  soFar: { en: 'So far', 'zh-CN': '目前' },

  inAll: { en: 'In all', 'zh-CN': '总计' },

  pickNext: { en: 'Pick the next blank', 'zh-CN': '请选下一个空' },
  pickNextLead: {
    en: 'Those that can be worked out now are lit on the graph. Click one of them, or choose here.',
    'zh-CN': '现在可以求出的空已在图上标亮，点击其中一个，或在这里选择。',
  },
  ready: { en: 'Ready to be worked out', 'zh-CN': '现在可以求的数' },

  // Bar
  progress: { en: 'Progress', 'zh-CN': '进度' },
  pickMyself: { en: 'Pick the next node myself', 'zh-CN': '自己选下一个节点' },
  asTable: { en: 'As a table', 'zh-CN': '表格' },
  onGraph: { en: 'On the graph', 'zh-CN': '图' },
  finish: { en: 'Finish', 'zh-CN': '完成' },
  backToAuthoring: { en: 'Back to editing', 'zh-CN': '返回编辑' },
  close: { en: 'Close', 'zh-CN': '关闭' },

  // Table
  tableCaption: {
    en: 'All questions. Type an answer and press Enter to check it.',
    'zh-CN': '全部题目。输入答案后按 Enter 键检查。',
  },
  columnNumber: { en: 'No.', 'zh-CN': '序号' },
  columnAsked: { en: 'Asked for', 'zh-CN': '求' },
  columnHow: { en: 'How', 'zh-CN': '做法' },
  columnAnswer: { en: 'Answer', 'zh-CN': '答案' },
  columnVerdict: { en: 'Verdict', 'zh-CN': '批改' },
  graphCaption: { en: 'The graph', 'zh-CN': '计算图' },
  columnNode: { en: 'Node', 'zh-CN': '节点' },
  columnFormula: { en: 'How it is made', 'zh-CN': '计算式' },
  columnValue: { en: 'Value', 'zh-CN': '值' },
  columnGradient: { en: 'Gradient', 'zh-CN': '梯度' },
  comesLater: { en: 'comes later', 'zh-CN': '稍后' },

  // Finding the wrong number
  findTitle: { en: 'Which number is wrong?', 'zh-CN': '哪一个数错了？' },
  findKicker: { en: 'find the mistake', 'zh-CN': '找出错误' },
  findLead: {
    en: 'Work through the graph and click the first number that does not follow from the others. Whatever is made from it is wrong with it.',
    'zh-CN': '沿着图逐个核对，点击第一个与其他数不符的数。由它推出的数也会跟着错。',
  },
  found: { en: 'Found', 'zh-CN': '找到了' },
  notThisOne: { en: 'Not this one', 'zh-CN': '不是这个' },
  tablePick: { en: 'This one is wrong', 'zh-CN': '就是它错了' },
  findCaption: {
    en: 'All numbers. Choose the one that does not follow from the others.',
    'zh-CN': '全部数值。选出与其他数不符的那一个。',
  },
  columnNumberShown: { en: 'Number', 'zh-CN': '数值' },

  // Result
  result: { en: 'Result', 'zh-CN': '结果' },
  learner: { en: 'Your name (optional)', 'zh-CN': '姓名（可不填）' },
  save: { en: 'Save result', 'zh-CN': '保存结果' },
  print: { en: 'Print', 'zh-CN': '打印' },
  again: { en: 'Again', 'zh-CN': '再做一遍' },
  newNumbers: { en: 'New numbers', 'zh-CN': '换一组数' },
  ofThisFile: { en: 'The exercise of this file', 'zh-CN': '文件自带的练习' },
  another: { en: 'Practise something else', 'zh-CN': '换个练习' },
  backToQuestions: { en: 'Back to the open questions', 'zh-CN': '回到未完成的题目' },
  time: (duration: Text): Text => ({
    en: `Time: ${duration.en}`,
    'zh-CN': `用时：${duration['zh-CN']}`,
  }),
  showRight: { en: 'Show the right numbers', 'zh-CN': '显示正确的数' },
  showRightText: {
    en: 'Ends the exercise: what is still open stays unanswered.',
    'zh-CN': '练习就此结束，尚未作答的题不再计分。',
  },
  scoring: {
    en: 'A question counts 1 point if it is right at once, ½ if later or with a hint.',
    'zh-CN': '每题一次答对得 1 分，后来答对或用了提示得 ½ 分。',
  },
  columnOutcome: { en: 'In the end', 'zh-CN': '最终' },
  rightNumber: (number: string): Text => ({
    en: `the right number is ${number}`,
    'zh-CN': `正确的数是 ${number}`,
  }),
  firstAnswer: { en: 'First answer', 'zh-CN': '首次答案' },
  attempts: { en: 'Attempts', 'zh-CN': '作答次数' },
  hints: { en: 'Hints', 'zh-CN': '提示' },
  mistakes: { en: 'Mistakes', 'zh-CN': '错误类型' },
  resultCaption: { en: 'Question by question', 'zh-CN': '逐题结果' },
  points: { en: 'Points', 'zh-CN': '得分' },

  graphChanged: { en: 'The graph has changed', 'zh-CN': '图已改变' },
  beginsAgain: {
    en: 'So the exercise begins again. Undo the change to go on where you were.',
    'zh-CN': '练习因此重新开始。撤销更改即可回到原来的进度。',
  },
  setAside: {
    en: 'Your answers are kept for now: open the graph of the exercise again to go on where you were.',
    'zh-CN': '你的答案暂时保留：重新打开练习所用的图，即可从原处继续。',
  },
  endedByChange: {
    en: 'The graph has changed, so the exercise has ended. Undo the change to go on where you were.',
    'zh-CN': '图已改变，练习已结束。撤销更改即可回到原来的进度。',
  },

  answerForms: (shape: Shape): Text => {
    if (shape.length > 0) return { en: exampleOf(shape), 'zh-CN': exampleOf(shape) };
    return { en: 'decimal, fraction or expression', 'zh-CN': '小数、分数或算式' };
  },
  asksForShape: (shape: Shape): Text => {
    if (shape.length === 0) {
      return { en: 'A single number is asked for here.', 'zh-CN': '这里只要填一个数。' };
    }
    return {
      en: `A value of shape ${shape.join('×')} is asked for here, such as ${exampleOf(shape)}.`,
      'zh-CN': `这里要填形状为 ${shape.join('×')} 的值，例如 ${exampleOf(shape)}。`,
    };
  },
  questionOf: ({ number, count }: Place, kind: Text): Text => ({
    en: `Question ${number} of ${count} · ${kind.en}`,
    'zh-CN': `第 ${number} 题，共 ${count} 题 · ${kind['zh-CN']}`,
  }),
  nextQuestion: ({ number, count }: Place, name: Text): Text => ({
    en: `Next, question ${number} of ${count}: ${name.en}`,
    'zh-CN': `接下来第 ${number} 题（共 ${count} 题）：${name['zh-CN']}`,
  }),
  count: (count: number): Text => ({
    en: count === 1 ? '1 number' : `${count} numbers`,
    'zh-CN': `${count} 个数`,
  }),
  questions: (count: number): Text => ({
    en: count === 1 ? '1 question' : `${count} questions`,
    'zh-CN': `共 ${count} 题`,
  }),
  rules: (attempts: number | undefined, hints: number): Text => {
    const answers =
      attempts === undefined
        ? { en: '', 'zh-CN': '' }
        : {
            en:
              attempts === 1 ? 'One answer a question. ' : `Up to ${attempts} answers a question. `,
            'zh-CN': `每题最多作答 ${attempts} 次。`,
          };
    const help = [
      { en: 'No hints.', 'zh-CN': '没有提示。' },
      { en: 'One hint a question.', 'zh-CN': '每题一级提示。' },
      { en: 'Up to two hints a question.', 'zh-CN': '每题最多两级提示。' },
    ][hints] ?? { en: '', 'zh-CN': '' };
    return { en: answers.en + help.en, 'zh-CN': answers['zh-CN'] + help['zh-CN'] };
  },
  faulty: (fault: Text): Text => ({
    en: `This exercise has a fault: ${fault.en}`,
    'zh-CN': `这个练习有问题：${fault['zh-CN']}`,
  }),
  hint: (level: number, most: number): Text =>
    level === 3
      ? { en: 'Show the answer', 'zh-CN': '显示答案' }
      : { en: `Hint ${level} of ${most}`, 'zh-CN': `提示 ${level} / ${most}` },
  done: (done: number, count: number): Text => ({
    en: `${done} of ${count}`,
    'zh-CN': `${done} / ${count}`,
  }),
  attemptsLeft: (left: number): Text => ({
    en: left === 1 ? '1 answer left' : `${left} answers left`,
    'zh-CN': `还可作答 ${left} 次`,
  }),
  level: (level: number): Text => ({ en: `Level ${level}`, 'zh-CN': `${level} 级` }),
  rightIs: (name: Text, value: Tensor): Text => join(name, ` = ${formatTensor(value)}`),
  carriedFrom: (sources: readonly Text[]): Text => ({
    en: `Right from your earlier ${sources.map(({ en }) => en).join(' and ')}`,
    'zh-CN': `依据你前面的 ${sources.map((source) => source['zh-CN']).join('、')}，这一步是对的`,
  }),
  carriedText: (source: Text): Text => ({
    en: `This step is right and counts. The number itself is not the true one, because ${source.en} was not right.`,
    'zh-CN': `这一步计算正确，照常得分。但由于 ${source['zh-CN']} 不对，这个数并不是真正的值。`,
  }),
  waitsInOrder: (first: Text): Text => ({
    en: `The questions come in order. ${first.en} comes first.`,
    'zh-CN': `题目按顺序作答，先算 ${first['zh-CN']}。`,
  }),
  orPick: {
    en: 'To choose yourself, press “Pick the next node myself” below.',
    'zh-CN': '想自己选，请按下方的“自己选下一个节点”。',
  },
  waitsFor: (name: Text, needed: readonly Text[]): Text => ({
    en: `${name.en} is made of numbers that are still open: ${needed.map(({ en }) => en).join(', ')}.`,
    'zh-CN': `${name['zh-CN']} 还要用到尚未求出的 ${needed.map((text) => text['zh-CN']).join('、')}。`,
  }),
  notWrong: (name: Text, number: Tensor): Text => ({
    en: `${name.en} = ${formatTensor(number)} follows from the numbers it is made of.`,
    'zh-CN': `${name['zh-CN']} = ${formatTensor(number)} 与得出它的那些数是一致的。`,
  }),
  wrongIs: (name: Text): Text => ({
    en: `No tries are left. The wrong number is ${name.en}. Now work out the right one.`,
    'zh-CN': `没有机会再找了。错的数是 ${name['zh-CN']}。现在算出正确的值。`,
  }),
  triesLeft: (left: number): Text => ({
    en: left === 1 ? '1 try left' : `${left} tries left`,
    'zh-CN': `还可指出 ${left} 次`,
  }),
  foundText: (name: Text): Text => ({
    en: `${name.en} is the wrong number. Now work out the right one.`,
    'zh-CN': `${name['zh-CN']} 就是错的那个数。现在算出正确的值。`,
  }),
  rightAtOnce: (count: number): Text => ({
    en: `${count} right at once`,
    'zh-CN': `${count} 题一次答对`,
  }),
  rightLater: (count: number): Text => ({
    en: `${count} right later or with a hint`,
    'zh-CN': `${count} 题后来答对或用了提示`,
  }),
  carriedCount: (count: number, sources: readonly Text[]): Text => ({
    en: `${count} carried forward${sources.length === 0 ? '' : ` from ${sources.map(({ en }) => en).join(', ')}`}`,
    'zh-CN': `${count} 题步骤正确，沿用了前面的错误${sources.length === 0 ? '' : `（源自 ${sources.map((source) => source['zh-CN']).join('、')}）`}`,
  }),
  wrongCount: (count: number): Text => ({
    en: `${count} not right yet`,
    'zh-CN': `${count} 题还不对`,
  }),
  shownCount: (count: number): Text => ({
    en: count === 1 ? '1 answer shown' : `${count} answers shown`,
    'zh-CN': `${count} 题看了答案`,
  }),
  score: (points: number, most: number): Text => ({
    en: `${points} of ${most} points`,
    'zh-CN': `得 ${points} 分（满分 ${most} 分）`,
  }),
  duration: (seconds: number): Text => {
    const minutes = Math.floor(seconds / 60);
    const rest = Math.round(seconds % 60);
    return {
      en: minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`,
      'zh-CN': minutes === 0 ? `${rest} 秒` : `${minutes} 分 ${rest} 秒`,
    };
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What stands between numbers in a row, and between items of a list. */
export const comma: Text = { en: ', ', 'zh-CN': '，' };
export const listComma: Text = { en: ', ', 'zh-CN': '、' };

/** What each topic asks for, in a line. */
export const topicLines: Readonly<Record<Topic, Text>> = {
  values: {
    en: 'Compute every node from its operands.',
    'zh-CN': '由操作数求出每个节点的值。',
  },
  locals: {
    en: 'Differentiate each operation by each operand.',
    'zh-CN': '求每个运算对各操作数的导数。',
  },
  contributions: {
    en: 'Upstream gradient × local derivative, edge by edge.',
    'zh-CN': '逐边计算：上游梯度 × 局部导数。',
  },
  gradients: {
    en: 'Node by node, from the output back.',
    'zh-CN': '从输出往回，逐个节点求梯度。',
  },
  backward: {
    en: 'Every edge and every sum where paths meet.',
    'zh-CN': '每条边的贡献，以及路径汇合处的和。',
  },
};

/** Text around text, the same in both languages. */
export function join(text: Text, after: string): Text {
  return { en: text.en + after, 'zh-CN': text['zh-CN'] + after };
}

/** How a value of a shape is typed, cut short where it is long. */
function exampleOf([length, ...inner]: Shape, first = 1): string {
  const step = inner[0] ?? 1;
  const items = Array.from({ length: Math.min(length, 3) }, (_, i) =>
    inner.length === 0 ? String(first + i) : exampleOf(inner, first + i * step),
  );
  return `[${items.join(', ')}${length > 3 ? ', …' : ''}]`;
}
