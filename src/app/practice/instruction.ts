import { valueText } from '../../formula/explain.ts';
import { formatTensor } from '../../formula/index.ts';
import { edgesOf, findNode, type Graph, parseQuantity } from '../../graph/index.ts';
import type { Tensor, Text } from '../../ops/index.ts';
import { quantityName } from '../../practice/index.ts';
import { both } from './naming.ts';
import type { Session } from './session.ts';

/**
 * The numbers there are to work with, as equations: what a quantity is made of, and in place of
 * what is not seen what that is made of.
 */
export function knownInputs({ assignment, review }: Session, id: string): readonly Text[] {
  const { graph, recipes } = assignment;
  const needed = new Set(recipes.get(id)?.inputs);
  const known: Text[] = [];
  for (const input of needed) {
    const seen = review.see(input);
    if (seen.as === 'number') known.push(equation(quantityName(graph, input), seen.value));
    else if (seen.as === 'nothing') {
      for (const behind of recipes.get(input)?.inputs ?? []) needed.add(behind);
    }
  }
  // A constant's name is nowhere to be seen; its number stands in the formula.
  return known.filter(({ en }) => !isConstant(graph, en));
}

function isConstant(graph: Graph, equation: string): boolean {
  const name = /^`([^`]+)` = /.exec(equation)?.[1];
  return name !== undefined && findNode(graph, name)?.op === 'constant';
}

function equation(name: Text, value: Tensor): Text {
  const number = formatTensor(value);
  return { en: `${name.en} = ${number}`, 'zh-CN': `${name['zh-CN']} = ${number}` };
}

/** What there is to do to answer a question, in a sentence or two; no number of it is given away. */
export function instructionFor(session: Session, id: string): Text {
  const quantity = parseQuantity(id);
  if (quantity === undefined) return both('');
  const { graph, recipes } = session.assignment;
  switch (quantity.kind) {
    case 'value':
      return valueText(graph, quantity.node);
    case 'local': {
      const { source, target } = quantity;
      return {
        en: `How fast does \`${target}\` change when \`${source}\` alone changes? Differentiate the operation of \`${target}\` by \`${source}\`.`,
        'zh-CN': `只有 \`${source}\` 变化时，\`${target}\` 变化多快？把 \`${target}\` 的运算对 \`${source}\` 求导。`,
      };
    }
    case 'contribution': {
      const { target } = quantity;
      if (recipes.has(`local:${id.slice(id.indexOf(':') + 1)}`)) {
        return {
          en: `Multiply the gradient that arrives at \`${target}\` by the local derivative of this edge.`,
          'zh-CN': `用到达 \`${target}\` 的梯度乘以这条边的局部导数。`,
        };
      }
      return {
        en: `Pass the gradient that arrives at \`${target}\` back through its operation.`,
        'zh-CN': `把到达 \`${target}\` 的梯度经这个运算传回来。`,
      };
    }
    case 'gradient':
      return forGradient(session, quantity.node, id);
  }
}

function forGradient({ assignment, review }: Session, node: string, id: string): Text {
  const terms = assignment.recipes.get(id)?.inputs ?? [];
  const isKnown = terms.every((term) => review.see(term).as === 'number');
  const leaving = edgesOf(assignment.graph).filter(({ source }) => source === node);
  if (terms.length === 1) {
    const target = parseQuantity(terms[0]);
    const to = target && 'target' in target ? target.target : '';
    const only = leaving.length === 1 ? oneEdge : oneEdgeCounts;
    return isKnown ? only.known(node) : only.open(node, to);
  }
  const sum = {
    en: `Add up what every edge out of \`${node}\` brings back.`,
    'zh-CN': `把从 \`${node}\` 出发的每条边带回的量加起来。`,
  };
  if (isKnown) {
    const count = terms.length === 2 ? 'both' : `all ${terms.length}`;
    return {
      en: `${sum.en} You have ${count} contributions.`,
      'zh-CN': `${sum['zh-CN']}${terms.length} 份贡献都已求出。`,
    };
  }
  return {
    en: `${sum.en} Each brings the gradient at its end times its local derivative.`,
    'zh-CN': `${sum['zh-CN']}每条边带回：终点的梯度 × 局部导数。`,
  };
}

const oneEdge = {
  known: (node: string): Text => ({
    en: `Only one edge leaves \`${node}\`: its gradient is what that edge brings back.`,
    'zh-CN': `\`${node}\` 只有一条出边：它的梯度就是这条边带回的量。`,
  }),
  open: (node: string, to: string): Text => ({
    en: `Only one edge leaves \`${node}\`: multiply the gradient of \`${to}\` by the local derivative of that edge.`,
    'zh-CN': `\`${node}\` 只有一条出边：用 \`${to}\` 的梯度乘以这条边的局部导数。`,
  }),
};

/** Other edges leave the node too, but the output does not depend on them. */
const oneEdgeCounts = {
  known: (node: string): Text => ({
    en: `Only one edge leads from \`${node}\` to the output: its gradient is what that edge brings back.`,
    'zh-CN': `从 \`${node}\` 只有一条边通向输出：它的梯度就是这条边带回的量。`,
  }),
  open: (node: string, to: string): Text => ({
    en: `Only one edge leads from \`${node}\` to the output: multiply the gradient of \`${to}\` by its local derivative.`,
    'zh-CN': `从 \`${node}\` 只有一条边通向输出：用 \`${to}\` 的梯度乘以它的局部导数。`,
  }),
};
