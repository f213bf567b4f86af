import type { BackwardStep, ForwardStep, Step, Trace } from '../../engine/index.ts';
import { backText, nameText, plain, valueText } from '../../formula/explain.ts';
import { type Digits, formatTensor } from '../../formula/index.ts';
import { findNode, type Graph } from '../../graph/index.ts';
import { ops, type Tensor, type Text } from '../../ops/index.ts';

/** The fixed texts of stepping. */
export const words = {
  heading: { en: 'Step by step', 'zh-CN': '逐步查看' },
  position: { en: 'Position in the two passes', 'zh-CN': '两次传播中的位置' },
  speed: { en: 'Speed', 'zh-CN': '速度' },
  forward: { en: 'Forward', 'zh-CN': '前向传播' },
  backward: { en: 'Backward', 'zh-CN': '反向传播' },
  start: { en: 'Before the first step', 'zh-CN': '第一步之前' },
  invitation: {
    en: 'Play it step by step: watch every value and every gradient being made',
    'zh-CN': '点击播放，逐步查看每个值和梯度是怎样算出来的',
  },
  startTitle: { en: 'Watch the numbers being made', 'zh-CN': '看数值是怎样算出来的' },
  forwardLead: { en: 'Forward.', 'zh-CN': '前向传播：' },
  backwardLead: { en: 'Backward.', 'zh-CN': '反向传播：' },
  startForward: {
    en: 'The forward pass computes one value after the other, from the inputs to the output.',
    'zh-CN': '从输入到输出，依次算出每个值。',
  },
  startBackward: {
    en: 'The backward pass goes the other way: edge by edge it carries the gradient from the output back to every node.',
    'zh-CN': '方向相反，沿着一条条边把梯度从输出传回每个节点。',
  },
  keys: {
    en: 'Keys: Space plays and pauses, → makes a step, ← takes one back.',
    'zh-CN': '按键：空格键播放或暂停，→ 前进一步，← 后退一步。',
  },
  play: { en: 'Play', 'zh-CN': '播放' },
  firstStep: { en: 'First step', 'zh-CN': '第一步' },
  emptyTitle: { en: 'Nothing to step through yet', 'zh-CN': '还没有可以逐步查看的内容' },
  emptyText: {
    en: 'Add an input and an operation, connect them and give the input a number.',
    'zh-CN': '请添加输入和运算，把它们连接起来，并给输入填上数值。',
  },
  noOutput: {
    en: 'There is no backward pass: no output is chosen. Select the node to differentiate and press O.',
    'zh-CN': '没有反向传播：还没有选定输出。请选中要求导的节点并按 O 键。',
  },
  openOutput: {
    en: 'There is no backward pass: the output cannot be computed yet.',
    'zh-CN': '没有反向传播：输出还算不出来。',
  },
  leafOutput: {
    en: 'There is no backward pass: the output is not computed from anything.',
    'zh-CN': '没有反向传播：输出不是由其他节点算出来的。',
  },
  problems: { en: 'What to mend first', 'zh-CN': '需要先处理的问题' },
  value: { en: 'value', 'zh-CN': '值' },
  upstream: { en: 'upstream gradient', 'zh-CN': '上游梯度' },
  local: { en: 'local derivative', 'zh-CN': '局部导数' },
  contribution: { en: 'contribution', 'zh-CN': '贡献' },
  soFar: { en: 'So far', 'zh-CN': '已累加' },
  thisEdge: { en: '+ this edge', 'zh-CN': '+ 这条边' },
  now: { en: '= now', 'zh-CN': '= 合计' },
  later: { en: 'to come', 'zh-CN': '尚未到达' },
  seed: {
    en: 'The backward pass starts at the output: its gradient with respect to itself is 1.',
    'zh-CN': '反向传播从输出开始：输出对自身的梯度为 1。',
  },
  done: {
    en: 'Both passes are done: every edge has its value and its gradient.',
    'zh-CN': '两次传播都已完成：每条边都有了值和梯度。',
  },
  again: { en: 'From the start', 'zh-CN': '从头再来' },
  practise: { en: 'Now you: practise', 'zh-CN': '轮到你了：练习' },
  explain: { en: 'Explain this step', 'zh-CN': '解释这一步' },
} as const satisfies Record<string, Text>;

/** Where in which pass a step stands: `Backward · edge 7 of 12`. */
export function placeText(trace: Trace, steps: number): Text {
  const { forward, backward } = trace;
  if (steps === 0) return words.start;
  if (steps <= forward) {
    return {
      en: `Forward · node ${steps} of ${forward}`,
      'zh-CN': `前向传播 · 第 ${steps} / ${forward} 个节点`,
    };
  }
  const edge = steps - forward;
  return {
    en: `Backward · edge ${edge} of ${backward}`,
    'zh-CN': `反向传播 · 第 ${edge} / ${backward} 条边`,
  };
}

/** The question a step answers. */
export function questionText(graph: Graph, step: Step, output: string, digits: Digits): Text {
  if (step.pass === 'backward') {
    const name = calledText(graph, step.source, digits);
    return {
      en: `How does \`${output}\` change with ${name.en}?`,
      'zh-CN': `${name['zh-CN']} 的变化如何影响 \`${output}\`？`,
    };
  }
  const isConstant = !nameText(graph, step.node, digits).startsWith('`');
  const name = calledText(graph, step.node, digits);
  return isConstant
    ? { en: `A constant: ${nameText(graph, step.node, digits)}`, 'zh-CN': name['zh-CN'] }
    : { en: `What is ${name.en}?`, 'zh-CN': `${name['zh-CN']} 是多少？` };
}

/** The sentences on what happens in a step. */
export function storyTexts(graph: Graph, step: Step, output: string, digits: Digits): Text[] {
  return step.pass === 'forward'
    ? forwardStory(graph, step, digits)
    : backwardStory(graph, step, output, digits);
}

function forwardStory(graph: Graph, { node, operands }: ForwardStep, digits: Digits): Text[] {
  const made = valueText(graph, node, digits);
  if (operands.length > 0) return [made];
  const uses = graph.nodes.filter(({ inputs = [] }) => inputs.includes(node)).length;
  if (uses === 0) return [made];
  return [
    {
      en: `${made.en} It goes out along ${uses === 1 ? 'its edge' : 'its edges'}.`,
      'zh-CN': `${made['zh-CN']}它沿着出边传给下一个节点。`,
    },
  ];
}

function backwardStory(graph: Graph, step: BackwardStep, output: string, digits: Digits): Text[] {
  const source = calledText(graph, step.source, digits);
  const story: Text[] = [];
  if (step.target === output) story.push(words.seed);
  if (step.turns > 1) {
    const few = ['Two', 'Three', 'Four', 'Five'][step.turns - 2] ?? String(step.turns);
    story.push(
      text(
        `${few} edges lead from ${source.en} on to \`${output}\`. Each brings back its own contribution; their sum is the gradient.`,
        `从 ${source['zh-CN']} 有 ${step.turns} 条边通向 \`${output}\`。每条边传回自己的贡献，相加就是梯度。`,
      ),
    );
  }
  story.push(backText(graph, step, digits));
  return story;
}

/** A node in running text: a constant by its number, anything else by its name. */
function calledText(graph: Graph, id: string, digits: Digits): Text {
  const name = nameText(graph, id, digits);
  if (name.startsWith('`')) return { en: name, 'zh-CN': name };
  return { en: `the constant ${name}`, 'zh-CN': `常量 ${name}` };
}

/** A step in one sentence, to be read out or where there is little room. */
export function briefText(graph: Graph, step: Step, digits: Digits): Text {
  const shown = (tensor: Tensor) => formatTensor(tensor, digits);
  if (step.pass === 'forward') {
    const { en, 'zh-CN': zh } = plain(calledText(graph, step.node, digits));
    const op = ops.get(findNode(graph, step.node)?.op ?? '');
    const value = shown(step.value);
    if (op?.kind !== 'operation') {
      return { en: `${en} is given: ${value}.`, 'zh-CN': `${zh} 是给定的：${value}。` };
    }
    return {
      en: `${op.name.en}: ${en} is ${value}.`,
      'zh-CN': `${op.name['zh-CN']}：${zh} 等于 ${value}。`,
    };
  }
  const { upstream, local, contribution, before, after, turn } = step;
  const [from, to] = [step.target, step.source].map((id) => plain(calledText(graph, id, digits)));
  const result = shown(contribution);
  const product = local === null ? result : `${shown(upstream)} × ${shown(local)} = ${result}`;
  const sum =
    turn === 1 || before === undefined
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` So far ${shown(before)}, now ${shown(after)}.`,
          'zh-CN': `已累加 ${shown(before)}，合计 ${shown(after)}。`,
        };
  return text(
    `From ${from.en} back to ${to.en}: ${product}.${sum.en}`,
    `从 ${from['zh-CN']} 传回 ${to['zh-CN']}：${product}。${sum['zh-CN']}`,
  );
}

/** The heading of the paths. */
export function pathsText(graph: Graph, from: string, output: string, digits: Digits): Text {
  const name = calledText(graph, from, digits);
  return text(
    `Paths from ${name.en} to \`${output}\``,
    `从 ${name['zh-CN']} 到 \`${output}\` 的路径`,
  );
}

/** How many paths are not listed. */
export function moreText(total: number, listed: number): Text {
  const more = total - listed;
  const shown = more < 1e6 ? String(more) : more.toExponential(1).replace('e+', ' · 10^');
  return { en: `and ${shown} more`, 'zh-CN': `另有 ${shown} 条` };
}

/** What a node's whole gradient is called. */
export function wholeText(graph: Graph, id: string, digits: Digits): Text {
  const name = calledText(graph, id, digits);
  return { en: `Gradient of ${name.en}`, 'zh-CN': `${name['zh-CN']} 的梯度` };
}

/** A text in both languages; Chinese wants a space beside letters and digits, none between its signs. */
function text(en: string, zh: string): Text {
  return { en, 'zh-CN': zh.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '') };
}
