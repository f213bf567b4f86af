import type { MathNode } from 'mathjs/number';
import { isRagged, type Tensor, type Text } from '../ops/index.ts';
import { parse } from './mathParse.ts';

/** A number read from what someone typed, or why it is none. */
export type ArithmeticResult =
  | { readonly ok: true; readonly value: Tensor }
  | { readonly ok: false; readonly reason: Text };

const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

const functions: Readonly<Record<string, (x: number) => number>> = {
  ln: Math.log,
  log: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  exp: Math.exp,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

const operators: Readonly<Record<string, (...operands: number[]) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => a ** b,
  unaryMinus: (a) => -a,
  unaryPlus: (a) => a,
};

/** Texts longer than this are no number somebody typed. */
const longestText = 2000;

/**
 * Reads an arithmetic expression of numbers (`1/3`, `ln(2)`, `-2e-3`, `[[1, 2], [3, 4]]`). mathjs
 * only parses; what is computed is an allow-list of operators and functions of numbers, so no
 * text can name anything else or run for long.
 */
export function readArithmetic(text: string): ArithmeticResult {
  if (text.length > longestText) return refuse('that is too long', '内容过长');
  if (text.trim() === '') return refuse('write a number', '请填一个数');
  let root: MathNode;
  try {
    root = parse(text);
  } catch {
    return refuse(
      'that is not an expression; try 0.5, 1/3, ln(2) or [1, 2]',
      '无法识别，可写成 0.5、1/3、ln(2) 或 [1, 2]',
    );
  }
  const value = compute(root);
  if ('reason' in value) return { ok: false, reason: value.reason };
  return { ok: true, value: value.tensor };
}

type Computed = { readonly tensor: Tensor } | { readonly reason: Text };

function compute(node: MathNode): Computed {
  if (!isKind(node, 'ArrayNode')) {
    const number = computeNumber(node);
    if (typeof number !== 'number') return { reason: number };
    if (!Number.isFinite(number)) {
      return { reason: { en: 'the result is not a finite number', 'zh-CN': '结果不是有限的数' } };
    }
    return { tensor: number };
  }
  const rows: (number | readonly number[])[] = [];
  for (const item of childrenOf(node)) {
    const inner = compute(item);
    if ('reason' in inner) return inner;
    if (typeof inner.tensor === 'number') rows.push(inner.tensor);
    else if (inner.tensor.every((entry) => typeof entry === 'number')) rows.push(inner.tensor);
    else return { reason: { en: 'at most two axes are possible', 'zh-CN': '最多支持二维' } };
  }
  const tensor = rows as readonly number[];
  if (rows.length === 0 || isRagged(tensor)) {
    return { reason: { en: 'the rows must have the same length', 'zh-CN': '各行长度必须相同' } };
  }
  return { tensor };
}

function computeNumber(node: MathNode): number | Text {
  if (isKind(node, 'ParenthesisNode')) return computeNumber(childrenOf(node)[0]);
  if (isKind(node, 'ConstantNode')) {
    const { value } = node as unknown as { readonly value: unknown };
    return typeof value === 'number' ? value : notArithmetic(String(value));
  }
  if (isKind(node, 'SymbolNode')) {
    const { name } = node as unknown as { readonly name: string };
    if (Object.hasOwn(constants, name)) return constants[name];
    return {
      en: `${name} is a name; only numbers can stand here`,
      'zh-CN': `${name} 是名称，这里只能填数`,
    };
  }
  const known = kernelOf(node);
  if (typeof known !== 'function') return known;
  const operands: number[] = [];
  for (const child of operandsOf(node)) {
    const operand = computeNumber(child);
    if (typeof operand !== 'number') return operand;
    operands.push(operand);
  }
  return known(...operands);
}

function kernelOf(node: MathNode): ((...operands: number[]) => number) | Text {
  if (isKind(node, 'OperatorNode')) {
    const { fn } = node as unknown as { readonly fn: string };
    return Object.hasOwn(operators, fn) ? operators[fn] : notArithmetic(node.toString());
  }
  if (isKind(node, 'FunctionNode')) {
    const { fn, args } = node as unknown as {
      readonly fn: { readonly name?: string };
      readonly args: readonly MathNode[];
    };
    const name = fn.name ?? '';
    if (!Object.hasOwn(functions, name)) {
      return {
        en: `there is no function ${name} here`,
        'zh-CN': `这里没有函数 ${name}`,
      };
    }
    if (args.length === 1) return functions[name];
    return { en: `${name} takes one number`, 'zh-CN': `${name} 只接受一个数` };
  }
  return notArithmetic(node.toString());
}

function operandsOf(node: MathNode): readonly MathNode[] {
  return isKind(node, 'FunctionNode')
    ? (node as unknown as { readonly args: readonly MathNode[] }).args
    : childrenOf(node);
}

function childrenOf(node: MathNode): readonly MathNode[] {
  const children: MathNode[] = [];
  node.forEach((child) => {
    children.push(child);
  });
  return children;
}

function isKind(node: MathNode, type: string): boolean {
  return node.type === type;
}

function notArithmetic(text: string): Text {
  return {
    en: `${text.slice(0, 40)} is not arithmetic with numbers`,
    'zh-CN': `${text.slice(0, 40)} 不是数的算式`,
  };
}

function refuse(en: string, zh: string): ArithmeticResult {
  return { ok: false, reason: { en, 'zh-CN': zh } };
}
