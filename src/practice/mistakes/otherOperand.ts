import type { EdgeSite, Mistake, Slip } from '../site.ts';
import { name, show } from './write.ts';

/** Took the operand itself for its local derivative in a product, where the other one stands. */
export const otherOperand: Mistake = {
  id: 'other-operand',
  name: { en: 'The other factor', 'zh-CN': '应取另一个因数' },
  inLocal: (site) => (site.op.id === 'multiply' ? leftOut(site) : []),
};

/** The product without one of the other factors, instead of without this one. */
function leftOut({ edge, operands, operandNumbers, local }: EdgeSite): Slip[] {
  return operands.flatMap((_, wrong): Slip[] => {
    if (wrong === edge.port) return [];
    const kept = operandNumbers.filter((_, port) => port !== wrong);
    const numbers = kept.reduce((product, factor) => product.map((p, i) => p * factor[i]));
    const [source, target] = [name(edge.source), name(edge.target)];
    const [taken, right] = [show(numbers), show(local ?? [])];
    return [
      {
        numbers,
        edges: [edge.id],
        text: {
          en: `${target} is a product, and a product sends back the other factor: the local derivative with respect to ${source} is ${right}, not ${taken}.`,
          'zh-CN': `${target} 是乘积，乘法把另一个因数传回去：对 ${source} 的局部导数是 ${right}，不是 ${taken}。`,
        },
      },
    ];
  });
}
