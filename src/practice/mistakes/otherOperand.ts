import type { EdgeSite, Mistake, Slip } from '../site.ts';
import { show } from './write.ts';

/** Took the operand itself for its local derivative in a product, where the other one stands. */
export const otherOperand: Mistake = {
  id: 'other-operand',
  name: { en: 'The other factor', 'zh-CN': '应取另一个因子' },
  inLocal: (site) => (site.op.id === 'multiply' ? leftOut(site) : []),
};

/** The product without one of the other factors, instead of without this one. */
function leftOut({ edge, operands, operandNumbers, called }: EdgeSite): Slip[] {
  return operands.flatMap((_, wrong): Slip[] => {
    if (wrong === edge.port) return [];
    const kept = operandNumbers.filter((_, port) => port !== wrong);
    const { length } = operandNumbers[edge.port];
    if (kept.some((factor) => factor.length !== length)) return [];
    const numbers = kept.reduce((product, factor) => product.map((p, i) => p * factor[i]));
    const others = operands.filter((_, port) => port !== edge.port).map(called);
    const [source, target] = [called(edge.source), called(edge.target)];
    const isPair = others.length === 1;
    return [
      {
        numbers,
        edges: [edge.id],
        text: {
          en: `${target} is a product, and a product sends back ${isPair ? 'the other factor' : 'the product of the others'}: the local derivative with respect to ${source} is ${others.join(' · ')}, not ${show(numbers)}.`,
          'zh-CN': `${target} 是乘积，乘法传回的是${isPair ? '另一个因子' : '其余因子之积'}：对 ${source} 的局部导数是 ${others.join(' · ')}，不是 ${show(numbers)}。`,
        },
      },
    ];
  });
}
