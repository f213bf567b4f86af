import type { Text } from '../../ops/index.ts';
import type { Mistake, ValueSite } from '../site.ts';

/** Took an angle for degrees; sine and cosine mean radians here, as everywhere in calculus. */
export const degrees: Mistake = {
  id: 'degrees',
  name: { en: 'Degrees instead of radians', 'zh-CN': '用了角度而不是弧度' },
  inValue(site) {
    if (!isTrigonometric(site)) return [];
    const angle = site.at(`value:${site.operands[0]}`).map(inRadians);
    return [{ numbers: site.rule.value([angle]), edges: [], text: text(site) }];
  },
  inLocal(site) {
    if (!isTrigonometric(site)) return [];
    const angle = site.operandNumbers[0].map(inRadians);
    const ones = angle.map(() => 1);
    const numbers = site.rule.contribution(0, [angle], ones);
    return [{ numbers, edges: [site.edge.id], text: text(site) }];
  },
};

function isTrigonometric({ op }: ValueSite): boolean {
  return op.id === 'sin' || op.id === 'cos';
}

function inRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function text({ operands, op, called }: ValueSite): Text {
  return {
    en: `${op.symbol} takes its angle ${called(operands[0])} in radians. Switch the calculator from degrees (DEG) to radians (RAD).`,
    'zh-CN': `${op.symbol} 的角 ${called(operands[0])} 以弧度为单位。请把计算器从角度制（DEG）切换为弧度制（RAD）。`,
  };
}
