import { defineOperation } from '../op.ts';
import { call } from '../tex.ts';

/** Sine of an angle in radians. */
export const sin = defineOperation({
  id: 'sin',
  category: 'functions',
  name: { en: 'Sine', 'zh-CN': '正弦' },
  symbol: 'sin',
  keywords: ['trigonometric', '三角函数', 'zhengxian'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = Math.sin(values[a[i]]);
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      gradients[da[i]] += upstream[start + i] * Math.cos(x);
    }
  },
  tex: ([a]) => call('\\sin', a),
  derivativeTex: (_port, [a]) => call('\\cos', a),
});
