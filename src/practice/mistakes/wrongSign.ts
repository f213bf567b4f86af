import type { Text } from '../../ops/index.ts';
import type { EdgeSite, Mistake } from '../site.ts';

/** The right size with the wrong sign: subtract, negate, 1 − a. */
export const wrongSign: Mistake = {
  id: 'wrong-sign',
  name: { en: 'The sign is wrong', 'zh-CN': '符号错了' },
  inValue: ({ worked, op, operands, called }) => [
    {
      numbers: negative(worked),
      edges: [],
      text: op.id === 'subtract' ? order(operands.map(called)) : sign,
    },
  ],
  inLocal: (site) =>
    site.local
      ? [{ numbers: negative(site.local), edges: [site.edge.id], text: reason(site) }]
      : [],
  inContribution: (site) =>
    site.local
      ? []
      : [{ numbers: negative(site.contribution), edges: [site.edge.id], text: reason(site) }],
  inGradient: ({ worked, leaving }) => [
    { numbers: negative(worked), edges: leaving.map(({ edge }) => edge.id), text: sign },
  ],
};

const sign: Text = {
  en: 'The size is right, but the sign is not. Check the sign of each factor and each term.',
  'zh-CN': '大小正确，但符号相反。请检查每个因子和每一项的符号。',
};

function order([a, b]: readonly string[]): Text {
  return {
    en: `The size is right, but the sign is not: it is ${a} minus ${b}, in this order.`,
    'zh-CN': `大小正确，但符号相反：是 ${a} 减 ${b}，顺序不能颠倒。`,
  };
}

function reason({ op, edge, called }: EdgeSite): Text {
  const [source, target] = [called(edge.source), called(edge.target)];
  if (op.id === 'subtract') {
    return edge.port === 0
      ? {
          en: `${source} stands before the minus in ${target}: its local derivative is +1.`,
          'zh-CN': `在 ${target} 中，${source} 位于减号之前：局部导数是 +1。`,
        }
      : {
          en: `${source} is subtracted in ${target}: its local derivative is −1.`,
          'zh-CN': `在 ${target} 中，${source} 是被减去的一项：局部导数是 −1。`,
        };
  }
  if (op.id === 'negate') {
    return {
      en: `${target} is −${source}: the local derivative is −1, so the sign turns.`,
      'zh-CN': `${target} 等于 −${source}：局部导数是 −1，符号要反过来。`,
    };
  }
  if (op.id === 'sigmoid') {
    return {
      en: `The derivative of σ is a(1 − a), which is never negative: mind the order in 1 − a.`,
      'zh-CN': 'σ 的导数是 a(1 − a)，不会为负：注意是 1 − a，而不是 a − 1。',
    };
  }
  return {
    en: `The size is right, but the sign is not: check the local derivative from ${source} to ${target}.`,
    'zh-CN': `大小正确，但符号相反：请检查从 ${source} 到 ${target} 的局部导数。`,
  };
}

function negative(numbers: readonly number[]): readonly number[] {
  return numbers.map((number) => -number);
}
