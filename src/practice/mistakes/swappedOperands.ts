import type { Text } from '../../ops/index.ts';
import type { EdgeSite, Mistake, ValueSite } from '../site.ts';

/** Swapped prediction and target of a loss. */
export const swappedTarget: Mistake = {
  id: 'swapped-target',
  name: { en: 'Prediction and target are swapped', 'zh-CN': '预测值与目标值弄反了' },
  ...swapped(
    ({ op }) => op.category === 'losses',
    ([a, y]) => ({
      en: `The prediction is ${a} and the target is ${y}; here they have changed places.`,
      'zh-CN': `预测值是 ${a}，目标值是 ${y}；这里把两者弄反了。`,
    }),
  ),
};

/** Swapped the operands of a quotient or a power. (Of a difference that is a wrong sign.) */
export const swappedOperands: Mistake = {
  id: 'swapped-operands',
  name: { en: 'The operands are swapped', 'zh-CN': '两个操作数弄反了' },
  ...swapped(
    ({ op }) => op.id === 'divide' || op.id === 'power',
    ([a, b]) => ({
      en: `The first operand is ${a}, the second is ${b}; here they have changed places.`,
      'zh-CN': `第一个操作数是 ${a}，第二个是 ${b}；这里把两者弄反了。`,
    }),
  ),
};

/** What an op gives with its two operands in each other's place. */
function swapped(
  applies: (site: ValueSite) => boolean,
  text: (names: readonly string[]) => Text,
): Pick<Mistake, 'inValue' | 'inLocal'> {
  return {
    inValue(site) {
      const [a, b] = site.operands.map((id) => site.at(`value:${id}`));
      if (!applies(site) || a.length !== b?.length) return [];
      return [
        { numbers: site.rule.value([b, a]), edges: [], text: text(site.operands.map(site.called)) },
      ];
    },
    inLocal(site: EdgeSite) {
      const [a, b] = site.operandNumbers;
      if (!applies(site) || a.length !== b?.length || site.local === undefined) return [];
      const ones = site.local.map(() => 1);
      const numbers = site.rule.contribution(site.edge.port, [b, a], ones);
      return [{ numbers, edges: [site.edge.id], text: text(site.operands.map(site.called)) }];
    },
  };
}
