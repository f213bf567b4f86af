import { cosine, logistic, sine } from '../../../ops/index.ts';
import type { Draws } from '../../draws.ts';
import { type BuiltInSet, rounded, rowsSetting, type SetSetting, tableOf } from './set.ts';

type Point = readonly [x1: number, x2: number];

const spread: SetSetting = {
  kind: 'number',
  id: 'spread',
  name: { en: 'Spread', 'zh-CN': '分散程度' },
  least: 0,
  most: 3,
  step: 0.1,
  default: 1,
};

/** How the points of two classes lie: where one of class 0 or 1 comes to, and how far it scatters. */
const shapes: Readonly<
  Record<string, { readonly place: (kind: number, draws: Draws) => Point; readonly by: number }>
> = {
  clouds: { place: (kind) => (kind === 0 ? [-1, -1] : [1, 1]), by: 0.5 },
  circle: {
    place(kind, { uniform }) {
      const radius = kind === 0 ? 0.8 * Math.sqrt(uniform()) : 1.2 + 0.6 * uniform();
      return around(radius, uniform());
    },
    by: 0.05,
  },
  corners: {
    place(kind, { uniform }) {
      const x1 = uniform() < 0.5 ? 0 : 1;
      return [x1, x1 === kind ? 0 : 1];
    },
    by: 0.12,
  },
  moons: {
    place(kind, { uniform }) {
      const [x1, x2] = around(1, uniform() / 2);
      return kind === 0 ? [x1, x2] : [1 - x1, 0.5 - x2];
    },
    by: 0.1,
  },
};

/** Points of two classes in a plane. */
export const twoClasses: BuiltInSet = {
  id: 'two-classes',
  name: { en: 'Points of two classes', 'zh-CN': '两类点' },
  about: {
    en: 'Points (x1, x2) in a plane; y is 0 for one half of them and 1 for the other.',
    'zh-CN': '平面上的点 (x1, x2)，一半的 y 为 0，另一半为 1。',
  },
  settings: [
    {
      kind: 'choice',
      id: 'shape',
      name: { en: 'Shape', 'zh-CN': '形状' },
      choices: [
        { id: 'clouds', name: { en: 'two clouds', 'zh-CN': '两团' } },
        { id: 'circle', name: { en: 'a disc in a ring', 'zh-CN': '圆与圆环' } },
        { id: 'corners', name: { en: 'corners (XOR)', 'zh-CN': '四角（异或）' } },
        { id: 'moons', name: { en: 'two moons', 'zh-CN': '双月形' } },
      ],
      default: 'clouds',
    },
    rowsSetting(100),
    spread,
  ],
  isRandom: () => true,
  make({ number, choice, draws }) {
    const { place, by } = shapes[choice('shape')];
    return tableOf(['x1', 'x2', 'y'], number('rows'), (i) => {
      const kind = i % 2;
      const [x1, x2] = scattered(place(kind, draws), by * number('spread'), draws);
      return [x1, x2, kind];
    });
  },
};

/** Points of three classes, each class with a column of its own that is 1 for its points. */
export const threeClasses: BuiltInSet = {
  id: 'three-classes',
  name: { en: 'Points of three classes', 'zh-CN': '三类点' },
  about: {
    en: 'Points (x1, x2) in three clouds; y1, y2, y3 are 1 for the class of the point and 0 else.',
    'zh-CN': '三团点 (x1, x2)；y1、y2、y3 中所属类别为 1，其余为 0。',
  },
  settings: [rowsSetting(150), spread],
  isRandom: () => true,
  make: ({ number, draws }) =>
    tableOf(['x1', 'x2', 'y1', 'y2', 'y3'], number('rows'), (i) => {
      const kind = i % 3;
      const center = around(1.2, 1 / 4 + kind / 3);
      const point = scattered(center, 0.35 * number('spread'), draws);
      return [...point, ...[0, 1, 2].map((one) => (one === kind ? 1 : 0))];
    }),
};

/** Yes or no by one feature, with doubt about the middle. */
export const yesOrNo: BuiltInSet = {
  id: 'yes-or-no',
  name: { en: 'Yes or no by one feature', 'zh-CN': '一个特征的是与否' },
  about: {
    en: 'x from 0 to 6; y is 1 the more often the farther x lies above 3, and 0 else.',
    'zh-CN': 'x 从 0 到 6；x 比 3 大得越多，y 越常为 1，否则为 0。',
  },
  settings: [rowsSetting(60)],
  isRandom: () => true,
  make: ({ number, draws }) =>
    tableOf(['x', 'y'], number('rows'), () => {
      const x = rounded(6 * draws.uniform());
      return [x, draws.uniform() < logistic(3 * (x - 3)) ? 1 : 0];
    }),
};

/** The point at a radius, after so many turns from the first axis. */
function around(radius: number, turns: number): Point {
  const angle = 2 * Math.PI * turns;
  return [radius * cosine(angle), radius * sine(angle)];
}

function scattered([x1, x2]: Point, by: number, { normal }: Draws): Point {
  return [rounded(x1 + by * normal()), rounded(x2 + by * normal())];
}
