import { sine } from '../../../ops/index.ts';
import { type BuiltInSet, noiseSetting, rounded, rowsSetting, tableOf } from './set.ts';

/** The line of the course notes, whose scatter is a sine: the same numbers for everybody. */
export const courseLine: BuiltInSet = {
  id: 'course-line',
  name: { en: 'Line of the course notes', 'zh-CN': '讲义中的直线' },
  about: {
    en: 'A hundred points with x = i/100 and y = 2x + 3 + 0.1 sin i.',
    'zh-CN': '一百个点：x = i/100，y = 2x + 3 + 0.1 sin i。',
  },
  settings: [],
  isRandom: () => false,
  make: () =>
    tableOf(['x', 'y'], 100, (at) => {
      const i = at + 1;
      const x = i / 100;
      return [x, 2 * x + 3 + 0.1 * sine(i)];
    }),
};

/** A line with noise. */
export const noisyLine: BuiltInSet = {
  id: 'noisy-line',
  name: { en: 'Noisy line', 'zh-CN': '带噪声的直线' },
  about: {
    en: 'Points about y = 2x + 3, with x from 0 to 1.',
    'zh-CN': '散布在 y = 2x + 3 附近的点，x 从 0 到 1。',
  },
  settings: [rowsSetting(100), noiseSetting(0.1, 2, 0.05)],
  isRandom: () => true,
  make: ({ number, draws }) =>
    tableOf(['x', 'y'], number('rows'), () => {
      const x = rounded(draws.uniform());
      return [x, rounded(2 * x + 3 + number('noise') * draws.normal())];
    }),
};

/** Prices by two features, the plane of the course notes. */
export const housePrices: BuiltInSet = {
  id: 'house-prices',
  name: { en: 'House prices', 'zh-CN': '房价' },
  about: {
    en: 'x1 rooms, x2 square metres, y the price (about 2x1 + 5x2 − 50, in 10,000 yuan).',
    'zh-CN': 'x1 为房间数，x2 为面积（平方米），y 为房价（约 2x1 + 5x2 − 50，单位万元）。',
  },
  settings: [rowsSetting(60), noiseSetting(20, 200, 5)],
  isRandom: () => true,
  make: ({ number, draws }) =>
    tableOf(['x1', 'x2', 'y'], number('rows'), () => {
      const rooms = 1 + Math.floor(5 * draws.uniform());
      const area = Math.round(20 + 22 * rooms + 12 * draws.normal());
      const price = 2 * rooms + 5 * area - 50 + number('noise') * draws.normal();
      return [rooms, area, Math.round(price)];
    }),
};
