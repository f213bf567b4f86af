import { ops } from '../ops/index.ts';
import type { Exercise, Range } from './exercise.ts';
import { findNode, type Graph } from './graph.ts';
import { hasQuantity, isScalarLeaf } from './keepExercise.ts';
import { parseQuantity, type Quantity } from './quantity.ts';
import type { ReadError } from './readError.ts';

/** A range that says more numbers than this is a slip of the pen. */
const mostNumbers = 1e6;

/** Errors of the exercise section that only the graph around it shows; its form must be right. */
export function checkExercise(graph: Graph): ReadError[] {
  const { exercise } = graph;
  if (exercise === undefined) return [];
  return [
    ...checkNamed(graph, exercise),
    ...checkBug(graph, exercise),
    ...Object.entries(exercise.variants?.ranges ?? {}).flatMap(([id, range]) =>
      checkRange(graph, id, range),
    ),
  ];
}

/** What is asked and hidden exists, and is named once. */
function checkNamed(graph: Graph, { asked, hidden = [] }: Exercise): ReadError[] {
  const seen = new Map<string, string>();
  const check = (key: string, ids: readonly string[]) =>
    ids.flatMap((id, i): ReadError[] => {
      const before = seen.get(id);
      const fault = before === undefined ? missing(graph, id) : twice(before, key);
      seen.set(id, key);
      if (fault === undefined) return [];
      const [en, zh] = fault;
      return [error(key, `entry ${i + 1}, "${id}": ${en}.`, `第 ${i + 1} 项 "${id}"：${zh}。`)];
    });
  return [...check('asked', asked), ...check('hidden', hidden)];
}

type Fault = readonly [en: string, zh: string];

function twice(before: string, key: string): Fault {
  return before === key
    ? ['it stands here twice; remove one', '重复出现，请删去一个']
    : ['it cannot be both asked and hidden; remove one', '不能既提问又隐藏，请删去其一'];
}

/** Why a graph has no such quantity; undefined if it has it. */
function missing(graph: Graph, id: string): Fault | undefined {
  const quantity = parseQuantity(id);
  if (quantity === undefined || hasQuantity(graph, quantity)) return undefined;
  if ('node' in quantity) return noNode(quantity.node);
  return missingEdge(graph, quantity);
}

function noNode(id: string): Fault {
  return [
    `there is no node ${id}; name an existing one`,
    `没有名为 ${id} 的节点，请改为已有的节点`,
  ];
}

function missingEdge(
  graph: Graph,
  { source, target, port }: Exclude<Quantity, { node: string }>,
): Fault {
  const node = findNode(graph, target);
  if (node === undefined) return noNode(target);
  if (node.inputs?.[port] === source) {
    return [
      `${node.op} has no local derivative number by number; ask for the contribution`,
      `${node.op} 没有逐元素的局部导数，请改用 contribution`,
    ];
  }
  const operands = (node.inputs ?? []).map((operand, i) => `${i}: ${operand}`);
  return operands.length === 0
    ? [`${target} has no operands; name an existing edge`, `${target} 没有操作数，请改为已有的边`]
    : [
        `${source} is not operand ${port} of ${target}; its operands are ${operands.join(', ')}`,
        `${source} 不是 ${target} 的第 ${port} 个操作数；它的操作数为 ${operands.join('、')}`,
      ];
}

/** To find a bug there must be one, and in sight. */
function checkBug(graph: Graph, { kind, bug, hidden = [] }: Exercise): ReadError[] {
  if (bug === undefined) {
    if (kind !== 'find-bug') return [];
    const en = 'an exercise of the kind "find-bug" needs it; add the "quantity" that is wrong and';
    return [
      error(
        'bug',
        `${en} the "mistake" that makes it so.`,
        '"find-bug" 类型的练习需要它；请写明出错的 "quantity" 和造成错误的 "mistake"。',
      ),
    ];
  }
  const { quantity } = bug;
  const fault: Fault | undefined = hidden.includes(quantity)
    ? ['what is wrong cannot be hidden; remove it there', '出错的量不能隐藏，请从 "hidden" 中删去']
    : missing(graph, quantity);
  if (fault === undefined) return [];
  return [error('bug.quantity', `"${quantity}": ${fault[0]}.`, `"${quantity}"：${fault[1]}。`)];
}

function checkRange(graph: Graph, id: string, { from, to, step }: Range): ReadError[] {
  const key = `variants.ranges.${id}`;
  const node = findNode(graph, id);
  if (node === undefined) {
    const [en, zh] = noNode(id);
    return [error(key, `${en}.`, `${zh}。`)];
  }
  if (!isScalarLeaf(graph, id)) {
    const isLeaf = ops.get(node.op)?.kind === 'leaf';
    const en = isLeaf
      ? 'only a leaf that holds a single number can be drawn; remove the range'
      : `the value of ${id} is computed and cannot be drawn; remove the range`;
    const zh = isLeaf
      ? '只有存放单个数的叶子节点可以抽取，请删去该范围'
      : `${id} 的值由计算得到，不能抽取，请删去该范围`;
    return [error(key, `${en}.`, `${zh}。`)];
  }
  if (from > to) {
    const en = `"from" is ${from} and lies above "to", ${to}; exchange them.`;
    return [error(key, en, `"from" 为 ${from}，大于 "to" 的 ${to}；请对调。`)];
  }
  if ((to - from) / step <= mostNumbers) return [];
  const en = `the step ${step} divides it into more than a million numbers; take a larger one.`;
  return [error(key, en, `步长 ${step} 把范围分成了一百万个以上的数，请取大一些。`)];
}

function error(key: string, en: string, zh: string): ReadError {
  return { key: `exercise.${key}`, text: { en, 'zh-CN': zh } };
}
