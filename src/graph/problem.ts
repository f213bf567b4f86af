import type { DomainFault, Shape, Text } from '../ops/index.ts';
import { arity, ops } from '../ops/index.ts';
import { type Graph, type GraphNode, sinks } from './graph.ts';
import { cyclePath, topologicalOrder } from './order.ts';

/** What keeps a graph, or one node of it, from having all its numbers. */
export type Problem =
  | { readonly kind: 'cycle'; readonly node: string; readonly path: readonly string[] }
  | { readonly kind: 'missing-operand'; readonly node: string; readonly port: number }
  | { readonly kind: 'missing-value'; readonly node: string }
  | { readonly kind: 'ambiguous-output'; readonly candidates: readonly string[] }
  | { readonly kind: 'shape-mismatch'; readonly node: string; readonly shapes: readonly Shape[] }
  | {
      readonly kind: 'domain';
      readonly node: string;
      readonly port: number;
      readonly operand: string;
      readonly value: number;
      readonly say: DomainFault['say'];
    }
  | { readonly kind: 'overflow'; readonly node: string };

/** The ports of a node that wait for an operand. */
export function openPorts(node: GraphNode): number[] {
  const op = ops.get(node.op);
  if (op === undefined) return [];
  const inputs = node.inputs ?? [];
  const ports = Math.max(arity(op).least, inputs.length);
  return Array.from({ length: ports }, (_, port) => port).filter((port) => inputs[port] == null);
}

/** What can be said against a graph before it is evaluated, in file order. */
export function structuralProblems(graph: Graph): Problem[] {
  const problems: Problem[] = [];
  const { stuck } = topologicalOrder(graph);
  const path = stuck.length > 0 ? cyclePath(graph) : null;
  for (const node of graph.nodes) {
    if (path?.includes(node.id)) problems.push({ kind: 'cycle', node: node.id, path });
    if (ops.get(node.op)?.kind === 'leaf') {
      if (node.value === undefined) problems.push({ kind: 'missing-value', node: node.id });
      continue;
    }
    for (const port of openPorts(node)) {
      problems.push({ kind: 'missing-operand', node: node.id, port });
    }
  }
  if (graph.output === undefined && graph.nodes.length > 0) {
    const candidates = sinks(graph).map((node) => node.id);
    if (candidates.length > 1) problems.push({ kind: 'ambiguous-output', candidates });
  }
  return problems;
}

/** A shape as people write it: `scalar`, `3`, `2×3`. */
export function shapeText(shape: Shape): Text {
  if (shape.length === 0) return { en: 'scalar', 'zh-CN': '标量' };
  const sizes = shape.join('×');
  return shape.length === 1
    ? { en: `vector of ${sizes}`, 'zh-CN': `${sizes} 维向量` }
    : both(sizes);
}

/** The sentence for a problem; `show` writes the numbers in it. */
export function problemText(problem: Problem, show: (value: number) => string): Text {
  switch (problem.kind) {
    case 'cycle': {
      const path = problem.path.join(' → ');
      return {
        en: `These nodes feed each other in a circle: ${path}. Remove one of the edges.`,
        'zh-CN': `这些节点首尾相连成了环：${path}。请删去其中一条边。`,
      };
    }
    case 'missing-operand':
      return {
        en: `Operand ${problem.port + 1} is not connected yet.`,
        'zh-CN': `第 ${problem.port + 1} 个操作数还没有连接。`,
      };
    case 'missing-value':
      return { en: 'This node has no number yet.', 'zh-CN': '这个节点还没有数值。' };
    case 'ambiguous-output': {
      const { candidates } = problem;
      const shown = candidates.slice(0, 5).join(', ') + (candidates.length > 5 ? ', …' : '');
      return {
        en: `No output is chosen, and several nodes could be it (${shown}). Mark one as the output.`,
        'zh-CN': `还没有选定输出，可能的节点有多个（${shown}）。请把其中一个标为输出。`,
      };
    }
    case 'shape-mismatch': {
      const shapes = problem.shapes.map(shapeText);
      return {
        en: `These shapes do not fit together: ${shapes.map((shape) => shape.en).join(' and ')}.`,
        'zh-CN': `形状不匹配：${shapes.map((shape) => shape['zh-CN']).join(' 与 ')}。`,
      };
    }
    case 'domain': {
      const sentence = problem.say(show(problem.value));
      return {
        en: `${sentence.en} (operand ${problem.operand}).`,
        'zh-CN': `${sentence['zh-CN']}（操作数 ${problem.operand}）。`,
      };
    }
    case 'overflow':
      return {
        en: 'The result is too large for a double.',
        'zh-CN': '结果超出了双精度浮点数的范围。',
      };
  }
}

function both(text: string): Text {
  return { en: text, 'zh-CN': text };
}
