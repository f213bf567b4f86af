import type { NumbersOf } from '../engine/index.ts';
import { type Edge, findNode, type Graph, outputOf, parseQuantity } from '../graph/index.ts';
import { completeOptions, ops, type Text } from '../ops/index.ts';
import { moments } from './moments.ts';
import { type Digits, formatNumber } from './number.ts';
import { type Spot, wordingOf } from './wordings/index.ts';
import { edgesToOutput } from './working.ts';

/**
 * The rule for a quantity in one or two sentences, without its numbers. Names of nodes stand between
 * backticks, for the page to set as mathematics; `plain` takes the marks away.
 */
export function ruleText(graph: Graph, quantity: string): Text {
  const asked = parseQuantity(quantity);
  switch (asked?.kind) {
    case undefined:
      return none;
    case 'value':
      return valueText(graph, asked.node);
    case 'local':
      return backText(graph, asked);
    case 'contribution':
      return contributionText(graph, asked);
    case 'gradient':
      return gradientText(graph, asked.node);
  }
}

/** How a node gets its value. */
export function valueText(graph: Graph, id: string, digits?: Digits): Text {
  const at = spotOf(graph, id, 0, digits);
  if (at !== undefined) return wordingOf(at.op).value(at);
  const node = findNode(graph, id);
  const kinds: Readonly<Record<string, Text>> = { input, parameter, constant };
  return kinds[node?.op ?? ''] ?? none;
}

/** What an operation sends back along the edge into a port: the words for its local derivative. */
export function backText(
  graph: Graph,
  { target, port }: Pick<Edge, 'target' | 'port'>,
  digits?: Digits,
): Text {
  const at = spotOf(graph, target, port, digits);
  return at === undefined ? none : wordingOf(at.op).back(at);
}

/**
 * What there is to say about an edge with the numbers that are there now: a kink, a tie, an operand
 * that did not win, nothing that comes back. Undefined where all is as usual.
 */
export function momentText(
  graph: Graph,
  edge: EdgeEnds,
  numbersOf: NumbersOf,
  digits?: Digits,
): Text | undefined {
  const at = spotOf(graph, edge.target, edge.port, digits);
  if (at === undefined) return;
  const scalar = (id: string) => {
    const number = numbersOf(id);
    return typeof number === 'number' ? number : Number.NaN;
  };
  const inputs = findNode(graph, edge.target)?.inputs ?? [];
  const numbers = inputs.map((id) => scalar(`value:${id}`));
  const special = moments[at.op.id]?.(at, numbers, scalar(`value:${edge.target}`));
  if (special !== undefined) return special;
  const id = `${edge.source}->${edge.target}:${edge.port}`;
  if (scalar(`gradient:${edge.target}`) === 0) {
    return {
      en: `The gradient that arrives at ${at.result} is 0, so nothing comes back.`,
      'zh-CN': `到达 ${at.result} 的梯度为 0，因此没有梯度传回。`,
    };
  }
  if (scalar(`local:${id}`) !== 0 || at.op.note !== undefined) return;
  return {
    en: 'The local derivative is 0 here: nothing comes back, whatever arrives.',
    'zh-CN': '这里的局部导数为 0：无论上游梯度是多少，都没有梯度传回。',
  };
}

/** A node in a sentence: a constant is its number, anything else its name between backticks. */
export function nameText(graph: Graph, id: string, digits?: Digits): string {
  const node = findNode(graph, id);
  const isNumber = node?.op === 'constant' && typeof node.value === 'number';
  return isNumber ? formatNumber(Number(node.value), digits) : `\`${id}\``;
}

/** A text without the marks around names. */
export function plain(text: Text): Text {
  return { en: text.en.replaceAll('`', ''), 'zh-CN': text['zh-CN'].replaceAll('`', '') };
}

type EdgeEnds = Pick<Edge, 'source' | 'target' | 'port'>;

const none: Text = { en: '', 'zh-CN': '' };
const input: Text = {
  en: 'An input: its value is given.',
  'zh-CN': '这是输入，它的值是给定的。',
};
const parameter: Text = {
  en: 'A parameter: its value is given, and it is what training would change.',
  'zh-CN': '这是参数，它的值是给定的，训练时改变的就是它。',
};
const constant: Text = {
  en: 'A constant: its value is fixed.',
  'zh-CN': '这是常量，它的值固定不变。',
};

function contributionText(graph: Graph, edge: EdgeEnds): Text {
  const [by, of] = [nameText(graph, edge.source), nameText(graph, edge.target)];
  const back = backText(graph, edge);
  return {
    en: `Multiply the gradient that arrives at ${of} by the local derivative from ${by} to ${of}. ${back.en}`,
    'zh-CN': `用到达 ${of} 的上游梯度乘以从 ${by} 到 ${of} 的局部导数。${back['zh-CN']}`,
  };
}

function gradientText(graph: Graph, id: string): Text {
  const name = nameText(graph, id);
  const edges = edgesToOutput(graph, id);
  const count = edges.length;
  if (count > 1) {
    return {
      en: `Add up what the ${count} edges out of ${name} bring back: a node that is used several times gets the sum of all contributions.`,
      'zh-CN': `把从 ${name} 出发的 ${count} 条边传回的贡献相加：被多次使用的节点，其梯度是所有贡献之和。`,
    };
  }
  if (count === 1) {
    const how = contributionText(graph, edges[0]);
    return {
      en: `One edge leads from ${name} on to the output: what it brings back is the gradient. ${how.en}`,
      'zh-CN': `${name} 只有一条边通向输出：它传回的贡献就是梯度。${how['zh-CN']}`,
    };
  }
  if (id === outputOf(graph)) {
    return {
      en: `${name} is the output: with respect to itself its gradient is 1.`,
      'zh-CN': `${name} 就是输出，对自身的梯度为 1。`,
    };
  }
  return {
    en: `The output does not depend on ${name}, so its gradient is 0.`,
    'zh-CN': `输出不依赖于 ${name}，因此它的梯度为 0。`,
  };
}

function spotOf(graph: Graph, id: string, port: number, digits?: Digits): Spot | undefined {
  const node = findNode(graph, id);
  const op = ops.get(node?.op ?? '');
  if (node === undefined || op?.kind !== 'operation') return;
  const operands = (node.inputs ?? []).map((source) =>
    source === null ? '□' : nameText(graph, source, digits),
  );
  const options = completeOptions(op, node.options);
  const show = (number: number) => formatNumber(number, digits);
  return { operands, result: nameText(graph, id, digits), port, op, options, show };
}
