import { both, type Wording } from './wording.ts';

/** What is said of operations on tensors. */
export const tensors: Readonly<Record<string, Wording>> = {
  matmul: {
    value: ({ operands: [a, b] }) =>
      both(
        `Multiply each row of ${a} with each column of ${b} and add up.`,
        `${a} 的每一行与 ${b} 的每一列逐项相乘再相加。`,
      ),
    back: ({ operands: [a, b], port }) =>
      port === 0
        ? both(
            `A matrix product sends back the gradient times ${b} transposed.`,
            `矩阵乘法传回梯度右乘 ${b} 的转置。`,
          )
        : both(
            `A matrix product sends back ${a} transposed times the gradient.`,
            `矩阵乘法传回 ${a} 的转置左乘梯度。`,
          ),
  },
};
