import { describe, expect, test } from 'vitest';
import {
  arity,
  categories,
  completeOptions,
  type Op,
  ops,
  portName,
  type Text,
} from '../../src/ops/index.ts';
import { operations } from '../support/apply.ts';

const han = /\p{Script=Han}/u;

/** A sentence or a name that must exist in both languages, and not as a copy of the other. */
function expectTranslated({ en, 'zh-CN': zh }: Text): void {
  expect(en).toMatch(/^\S(.*\S)?$/);
  expect(en).not.toMatch(han);
  expect(zh).toMatch(han);
}

test('every op that files may name exists', () => {
  const wanted = [
    ...['input', 'parameter', 'constant'],
    ...['add', 'subtract', 'multiply', 'divide', 'negate', 'power', 'square'],
    ...['exp', 'ln', 'sqrt', 'abs', 'sin', 'cos', 'max', 'min'],
    ...['identity', 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'softplus', 'silu', 'step'],
    ...['squaredError', 'halfSquaredError', 'absoluteError', 'binaryCrossEntropy'],
    ...['binaryCrossEntropyWithLogits', 'hinge', 'exponentialLoss', 'zeroOneLoss', 'matmul'],
  ];
  expect(wanted.filter((id) => !ops.has(id))).toEqual([]);
});

describe.each([...ops])('%s', (id, op: Op) => {
  test('is registered under its own id, on a shelf of the palette', () => {
    expect(op.id).toBe(id);
    expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(categories).toContain(op.category);
  });

  test('has a name, a sign and search words', () => {
    const { name } = op;
    expect(name.en).toMatch(/\S/);
    // Names that Chinese texts leave in Latin letters (ReLU) are the same in both languages.
    if (name['zh-CN'] !== name.en) expect(name['zh-CN']).toMatch(/\p{Script=Han}|（/u);
    expect(op.symbol).toMatch(/^\S.{0,7}$/u);
    for (const word of op.keywords ?? []) expect(word).toMatch(/^\S(.*\S)?$/);
  });
});

test('no two ops share a name', () => {
  const names = [...ops.values()].flatMap(({ name }) => [...new Set([name.en, name['zh-CN']])]);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(operations)('$id', (op) => {
  test('speaks both languages: its ports, its options, what a learner must know', () => {
    const { least, most } = arity(op);
    const names = Array.from({ length: least }, (_, port) => portName(op, port));
    names.push(...Object.values(op.options).map((rule) => rule.name));
    for (const text of op.note ? [...names, op.note] : names) expectTranslated(text);
    expect(least).toBeGreaterThanOrEqual(op.ports.kind === 'variadic' ? 2 : 1);
    expect(most).toBe(op.ports.kind === 'variadic' ? Number.POSITIVE_INFINITY : least);
    if (op.ports.kind === 'fixed')
      expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
  });

  test('completes options with defaults that lie within their bounds', () => {
    const defaults = completeOptions(op, undefined);
    expect(Object.keys(defaults)).toEqual(Object.keys(op.options));
    for (const [key, rule] of Object.entries(op.options)) {
      expect(defaults[key]).toBe(rule.default);
      expect(rule.default).toBeGreaterThanOrEqual(rule.least);
      expect(rule.default).toBeLessThanOrEqual(rule.most);
      expect(completeOptions(op, { [key]: rule.most })).toEqual({ ...defaults, [key]: rule.most });
    }
  });

  test('is tried in an interval for its ports', () => {
    for (const [least, most] of op.interval) expect(least).toBeLessThan(most);
  });
});

test.each(['step', 'zeroOneLoss'])('%s says that nothing can be trained through it', (id) => {
  const op = operations.find((op) => op.id === id);
  expect(op?.note?.en).toMatch(/derivative is 0.*train/);
  expect(op?.note?.['zh-CN']).toMatch(/导数为 0.*训练/);
});

test.each(['max', 'min'])('%s says who gets the gradient on a tie', (id) => {
  const op = operations.find((op) => op.id === id);
  expect(op?.note?.en).toMatch(/tie.*first/);
  expect(op?.note?.['zh-CN']).toMatch(/并列.*最前/);
});
