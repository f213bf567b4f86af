import { defineOperation } from '../op.ts';
import { binding, call } from '../tex.ts';

/** Cosine of an angle in radians. */
export const cos = defineOperation({
  id: 'cos',
  category: 'functions',
  name: { en: 'Cosine', 'zh-CN': '余弦' },
  symbol: 'cos',
  keywords: ['trigonometric', '三角函数', 'yuxian'],
  forward(run, values) {
    const { start, count } = run;
    const a = run.inputs[0];
    for (let i = 0; i < count; i++) values[start + i] = Math.cos(values[a[i]]);
  },
  backward(run, values, upstream, gradients) {
    const { start, count } = run;
    const a = run.inputs[0];
    const da = run.targets[0];
    for (let i = 0; i < count; i++) {
      const x = values[a[i]];
      gradients[da[i]] += upstream[start + i] * -Math.sin(x);
    }
  },
  tex: ([a]) => call('\\cos', a),
  derivativeTex: (_port, [a]) => ({ tex: `-${call('\\sin', a).tex}`, binding: binding.sign }),
});
