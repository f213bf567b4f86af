import type { Text } from '../../ops/index.ts';
import type { Flat } from '../rule.ts';
import type { Mistake, ValueSite } from '../site.ts';

/** Missed, or took twice, the 2 that a square brings down or the ½ in front of a loss. */
export const missedFactor: Mistake = {
  id: 'missed-factor',
  name: { en: 'A factor 2 or ½', 'zh-CN': '系数 2 或 ½' },
  inValue: (site) =>
    (valueFactors[site.op.id] ?? []).map((factor) => ({
      numbers: times(site.worked, factor),
      edges: [],
      text: text(site),
    })),
  inLocal: (site) =>
    localFactors(site).map((factor) => ({
      numbers: times(site.local ?? [], factor),
      edges: [site.edge.id],
      text: text(site),
    })),
};

const valueFactors: Readonly<Record<string, readonly number[]>> = {
  squaredError: [0.5],
  halfSquaredError: [2],
};

/** What the local derivative is multiplied by when the factor goes wrong. */
function localFactors({ op, operands, at }: ValueSite): readonly number[] {
  switch (op.id) {
    case 'square':
    case 'squaredError':
      return [0.5];
    case 'halfSquaredError':
      return [2, 0.5];
    case 'sqrt':
      return [2];
    case 'power':
      return [1 / at(`value:${operands[1]}`)[0]];
    default:
      return [];
  }
}

function text({ op, node, called }: ValueSite): Text {
  const target = called(node.id);
  switch (op.id) {
    case 'squaredError':
      return {
        en: `${target} is (a − y)² without a ½: its derivative is 2(a − y).`,
        'zh-CN': `${target} 是 (a − y)²，前面没有 ½：导数是 2(a − y)。`,
      };
    case 'halfSquaredError':
      return {
        en: `${target} is ½(a − y)²: the ½ and the 2 of the square cancel, and the derivative is a − y.`,
        'zh-CN': `${target} 是 ½(a − y)²：½ 与平方的 2 抵消，导数是 a − y。`,
      };
    case 'sqrt':
      return {
        en: `The derivative of a square root is 1/(2√a): the 2 below the line is missing in ${target}.`,
        'zh-CN': `平方根的导数是 1/(2√a)：${target} 处漏了分母中的 2。`,
      };
    case 'power':
      return {
        en: `A power brings its exponent down as a factor: check it in ${target}.`,
        'zh-CN': `幂函数求导时，指数要作为系数乘到前面：请检查 ${target}。`,
      };
    default:
      return {
        en: `The square in ${target} brings its exponent 2 down as a factor: the derivative is 2a.`,
        'zh-CN': `${target} 中的平方求导后，指数 2 要作为系数：导数是 2a。`,
      };
  }
}

function times(numbers: Flat, factor: number): Flat {
  return numbers.map((number) => number * factor);
}
