import { compile, forward } from '../engine/index.ts';
import { type Exercise, findNode, type Graph, outputOf, parseQuantity } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import { recipesOf, rulesOf } from './recipes.ts';

/** What can be practised on any graph at once. */
export const topics = ['values', 'locals', 'contributions', 'gradients', 'backward'] as const;
export type Topic = (typeof topics)[number];

/** What the topics are called. */
export const topicNames: Readonly<Record<Topic, Text>> = {
  values: { en: 'Forward values', 'zh-CN': '前向传播的值' },
  locals: { en: 'Local derivatives', 'zh-CN': '局部导数' },
  contributions: { en: 'Edge contributions', 'zh-CN': '各边的贡献' },
  gradients: { en: 'Node gradients', 'zh-CN': '各节点的梯度' },
  backward: { en: 'The full backward pass', 'zh-CN': '完整的反向传播' },
};

/**
 * The exercise of a topic on any graph: its numbers in the order they come about, and hidden what
 * would give one of them away. Constants and the output's own gradient are not asked for. The full
 * backward pass asks for every contribution, and for gradients of leaves and where paths meet.
 */
export function exerciseOn(graph: Graph, topic: Topic): Exercise {
  return exerciseOf(candidates(graph), topic);
}

/** The exercises of all topics on a graph. */
export function exercisesOn(graph: Graph): readonly { topic: Topic; exercise: Exercise }[] {
  const found = candidates(graph);
  return topics.map((topic) => ({ topic, exercise: exerciseOf(found, topic) }));
}

function exerciseOf(found: ReturnType<typeof candidates>, topic: Topic): Exercise {
  const of = (...roles: readonly Role[]) =>
    found.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
  const asked = of(...askedRoles[topic]);
  const isAsked = new Set(asked);
  return { version: 1, asked, hidden: of(...backwardRoles).filter((id) => !isAsked.has(id)) };
}

/** What part a quantity plays in exercises. */
type Role =
  | 'value'
  | 'local'
  | 'contribution'
  | 'contribution of a constant'
  /** Of a leaf, or of a node that several edges leave: the sum is worth asking for. */
  | 'gradient at an end or a meeting'
  | 'gradient on the way'
  | 'gradient of a constant';

const gradientRoles = ['gradient at an end or a meeting', 'gradient on the way'] as const;

const askedRoles: Readonly<Record<Topic, readonly Role[]>> = {
  values: ['value'],
  locals: ['local'],
  contributions: ['contribution'],
  gradients: gradientRoles,
  backward: ['contribution', 'gradient at an end or a meeting'],
};

/** Whatever the backward pass makes gives the rest of it away. */
const backwardRoles: readonly Role[] = [
  'contribution',
  'contribution of a constant',
  ...gradientRoles,
  'gradient of a constant',
];

/** The quantities that can be asked for or must be hidden, in the order they come about. */
function candidates(graph: Graph): readonly { readonly id: string; readonly role: Role }[] {
  const program = compile(graph);
  forward(program);
  const output = outputOf(graph);
  const isConstant = (id: string) => findNode(graph, id)?.op === 'constant';
  const isLeaf = (id: string) => findNode(graph, id)?.inputs === undefined;
  return [...recipesOf(program, rulesOf(program))].flatMap(([id, { inputs }]) => {
    const quantity = parseQuantity(id);
    const as = (role: Role) => [{ id, role }];
    switch (quantity?.kind) {
      case 'value':
        return inputs.length > 0 ? as('value') : [];
      case 'local':
        return isConstant(quantity.source) ? [] : as('local');
      case 'contribution':
        return as(isConstant(quantity.source) ? 'contribution of a constant' : 'contribution');
      case 'gradient':
        if (quantity.node === output) return [];
        if (isConstant(quantity.node)) return as('gradient of a constant');
        return as(
          isLeaf(quantity.node) || inputs.length > 1
            ? 'gradient at an end or a meeting'
            : 'gradient on the way',
        );
      default:
        return [];
    }
  });
}
