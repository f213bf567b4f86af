import { expect, test } from 'vitest';
import { addFormula } from '../../src/formula/fromFormula.ts';
import { isLoss } from '../../src/formula/lossName.ts';
import { emptyGraph } from '../../src/graph/index.ts';

const isLossOf = (formula: string) => {
  const result = addFormula(emptyGraph, formula);
  return result.ok && isLoss(result.graph, result.output);
};

test.each(['loss = (a-y)^2', 'L = a - y', 'J_1 = a^2', 'MSE = a/2', 'q = hinge(a, y)'])(
  '%s is a loss',
  (formula) => expect(isLossOf(formula)).toBe(true),
);

test.each(['z = x*y', 'level = a + 1', 'Joy = a + 1', 'a + b', 'L = 3'])('%s is none', (formula) =>
  expect(isLossOf(formula)).toBe(false),
);
