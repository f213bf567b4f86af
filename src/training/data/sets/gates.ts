import { type BuiltInSet, tableOf } from './set.ts';

const outcomes: Readonly<Record<string, (a: boolean, b: boolean) => boolean>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  nand: (a, b) => !(a && b),
  nor: (a, b) => !(a || b),
  xor: (a, b) => a !== b,
  xnor: (a, b) => a === b,
};

const gateNames = ['and', 'or', 'nand', 'nor', 'xor', 'xnor', 'not'].map((id) => ({
  id,
  name: { en: id.toUpperCase(), 'zh-CN': id.toUpperCase() },
}));

/** The truth tables of the logic gates. */
export const gates: BuiltInSet = {
  id: 'gates',
  name: { en: 'Logic gate', 'zh-CN': '逻辑门' },
  about: {
    en: 'A truth table: x1 and x2 are 0 or 1, y is what the gate gives.',
    'zh-CN': '真值表：x1、x2 取 0 或 1，y 为逻辑门的输出。',
  },
  settings: [
    {
      kind: 'choice',
      id: 'gate',
      name: { en: 'Gate', 'zh-CN': '门' },
      choices: gateNames,
      default: 'xor',
    },
    {
      kind: 'choice',
      id: 'targets',
      name: { en: 'Targets', 'zh-CN': '目标值' },
      choices: [
        { id: 'zero-one', name: { en: '0 and 1', 'zh-CN': '0 与 1' } },
        { id: 'signs', name: { en: '−1 and 1', 'zh-CN': '−1 与 1' } },
      ],
      default: 'zero-one',
    },
  ],
  isRandom: () => false,
  make({ choice }) {
    const no = choice('targets') === 'signs' ? -1 : 0;
    const gate = choice('gate');
    if (gate === 'not') return tableOf(['x', 'y'], 2, (x) => [x, x === 0 ? 1 : no]);
    return tableOf(['x1', 'x2', 'y'], 4, (i) => {
      const [x1, x2] = [i >> 1, i & 1];
      return [x1, x2, outcomes[gate](x1 === 1, x2 === 1) ? 1 : no];
    });
  },
};
