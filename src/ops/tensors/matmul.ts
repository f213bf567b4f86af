import { defineOperation, fixed, type Run } from '../op.ts';
import { binding, within } from '../tex.ts';

/** Matrix product under NumPy's rules: a vector on the left is a row, on the right a column. */
export const matmul = defineOperation({
  id: 'matmul',
  category: 'tensors',
  name: { en: 'Matrix product', 'zh-CN': '矩阵乘法' },
  symbol: '@',
  keywords: ['dot', 'matrix', '矩阵', '点积', 'juzhen'],
  ports: fixed({ en: 'left factor', 'zh-CN': '左因子' }, { en: 'right factor', 'zh-CN': '右因子' }),
  layout: 'whole',
  shape([a, b]) {
    if (a.length === 0 || b.length === 0) return null;
    if (a[a.length - 1] !== b[0]) return null;
    return [...a.slice(0, -1), ...b.slice(1)];
  },
  forward(run, values) {
    const { rows, inner, columns } = sizes(run.shapes);
    for (let item = 0; item < run.count; item++) {
      const a = run.operands[2 * item];
      const b = run.operands[2 * item + 1];
      let out = run.start + item * rows * columns;
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) {
            sum += values[a + r * inner + k] * values[b + k * columns + c];
          }
          values[out++] = sum;
        }
      }
    }
  },
  backward(run, values, gradients) {
    const { rows, inner, columns } = sizes(run.shapes);
    for (let item = run.count - 1; item >= 0; item--) {
      const a = run.operands[2 * item];
      const b = run.operands[2 * item + 1];
      let out = run.start + item * rows * columns;
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const g = gradients[out++];
          for (let k = 0; k < inner; k++) {
            gradients[a + r * inner + k] += g * values[b + k * columns + c];
            gradients[b + k * columns + c] += g * values[a + r * inner + k];
          }
        }
      }
    }
  },
  tex: ([a, b]) => ({
    tex: `${within(a, binding.product)} \\, ${within(b, binding.product)}`,
    binding: binding.product,
  }),
  derivativeTex: (port, operands) => ({
    tex: `${within(operands[1 - port], binding.atom)}^{\\top}`,
    binding: binding.power,
  }),
});

/** A is rows × inner, B inner × columns; a missing axis counts as 1. */
function sizes([a, b]: Run['shapes']) {
  return { rows: a.length === 2 ? a[0] : 1, inner: b[0], columns: b[1] ?? 1 };
}
