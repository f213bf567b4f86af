import type { Text } from '../../ops/index.ts';
import { toDigits } from '../book.ts';
import type { Mistake, Slip } from '../site.ts';

/** Rounded what goes in, or the answer itself, to fewer digits than it needs. */
export const roundedEarly: Mistake = {
  id: 'rounded-early',
  name: { en: 'Rounded too early', 'zh-CN': '过早取整或四舍五入' },
  anywhere: ({ remake, worked }) =>
    roundings.flatMap((round): Slip[] => {
      const before = remake((numbers) => numbers.map(round));
      const after = worked.map(round);
      return [before, after].map((numbers) => ({ numbers, edges: [], text }));
    }),
};

const roundings = [
  ...[3, 2, 1].map((digits) => (number: number) => toDigits(number, digits)),
  ...[3, 2, 1, 0].map((decimals) => (number: number) => {
    return Math.abs(number) < 1e15 ? Number(number.toFixed(decimals)) : number;
  }),
];

const text: Text = {
  en: 'You are close, but digits were lost on the way. Keep at least four significant digits and round only at the end.',
  'zh-CN': '已经很接近，但途中丢失了位数。中间步骤至少保留四位有效数字，最后再四舍五入。',
};
