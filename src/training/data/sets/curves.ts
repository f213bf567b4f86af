import { cosine, sine as sineOf } from '../../../ops/index.ts';
import { type BuiltInSet, type Made, noiseSetting, rounded, rowsSetting, tableOf } from './set.ts';

/** One period of a sine. */
export const sine: BuiltInSet = {
  id: 'sine',
  name: { en: 'Sine', 'zh-CN': '正弦曲线' },
  about: {
    en: 'Points about y = sin 2πx, evenly spaced over x from 0 to 1.',
    'zh-CN': '散布在 y = sin 2πx 附近的点，x 在 0 到 1 上等距。',
  },
  settings: [rowsSetting(100), noiseSetting(0.08, 1, 0.02)],
  isRandom: isNoisy,
  make: (made) => curve(made, (x) => sineOf(2 * Math.PI * x)),
};

/** The curve with many turns of the course notes. */
export const snake: BuiltInSet = {
  id: 'snake',
  name: { en: 'Snake curve', 'zh-CN': '蛇形曲线' },
  about: {
    en: 'Points about y = 0.4x² + 0.3x sin 15x + 0.01 cos 50x − 0.3, with x from 0 to 1.',
    'zh-CN': '散布在 y = 0.4x² + 0.3x sin 15x + 0.01 cos 50x − 0.3 附近的点，x 从 0 到 1。',
  },
  settings: [rowsSetting(1000), noiseSetting(0.04, 0.5, 0.01)],
  isRandom: isNoisy,
  make: (made) =>
    curve(made, (x) => 0.4 * x * x + 0.3 * x * sineOf(15 * x) + 0.01 * cosine(50 * x) - 0.3),
};

function isNoisy({ number }: Made): boolean {
  return number('noise') > 0;
}

/** A function at the middles of equal parts of 0 to 1. Without noise it has all its digits. */
function curve({ number, draws }: Made, f: (x: number) => number) {
  const count = number('rows');
  const noise = number('noise');
  return tableOf(['x', 'y'], count, (i) => {
    const x = (i + 0.5) / count;
    return [x, noise > 0 ? rounded(f(x) + noise * draws.normal()) : f(x)];
  });
}
