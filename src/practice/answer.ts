import { readArithmetic } from '../formula/arithmetic.ts';
import { flatten, type Shape, shapeOf, type Text } from '../ops/index.ts';
import type { Flat } from './rule.ts';

/** An answer as it was typed, read. */
export interface Answer {
  readonly numbers: Flat;
  readonly shape: Shape;
  /** By number: half a unit of the last digit that was typed; 0 where nothing was rounded. */
  readonly halfUnits: Flat;
  /** Significant digits the answer was worked out with, as far as it shows; at most 6. */
  readonly digits: number;
}

/** What a typed text stands for, or a sentence that says why it is no answer. */
export type AnswerResult =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: Text };

/** Digits of numbers as they are shown; more precise no answer has to be. */
const shownDigits = 6;

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a decimal, a fraction, an expression (`-2*9`, `1/(1+e^-1)`), or a vector or matrix of
 * them. A decimal such as 0.197 stands for all numbers that round to it; a fraction is exact, and
 * an expression is as exact as the decimals in it. Full-width signs, × ÷ · − and, if asked for,
 * the decimal comma are understood.
 */
export function readAnswer(text: string, { decimalComma = false } = {}): AnswerResult {
  const typed = normalize(text, decimalComma);
  if (typed === '') {
    return { ok: false, reason: { en: 'Type a number first.', 'zh-CN': '请先输入一个数。' } };
  }
  const slip = slipOfTheKeys(typed);
  if (slip !== undefined) return { ok: false, reason: slip };
  const read = readArithmetic(typed);
  if (!read.ok) {
    const { reason } = read;
    return { ok: false, reason: { en: sentence(reason.en), 'zh-CN': `${reason['zh-CN']}。` } };
  }
  const numbers = flatten(read.value);
  const items = typed.replace(/^[[\s]+|[\]\s]+$/g, '').split(/[\s[\],;]*,[\s[\],;]*/);
  const texts = items.length === numbers.length ? items : numbers.map(() => typed);
  const halfUnits = numbers.map((number, i) => halfUnit(texts[i].trim(), number));
  const digits = Math.min(...texts.map(significantDigits));
  return { ok: true, answer: { numbers, shape: shapeOf(read.value), halfUnits, digits } };
}

/** The text as it is read and kept in results: ASCII signs and a decimal point. */
export function normalize(text: string, decimalComma = false): string {
  const signs = text
    .normalize('NFKC')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[×·⋅]/g, '*')
    .replaceAll('÷', '/')
    .replaceAll(/(?<=\d)。(?=\d)/g, '.')
    .trim();
  return decimalComma ? signs.replaceAll(/(?<=\d),(?=\d)/g, '.') : signs;
}

/** What went wrong in typing a single number, where that can be told. */
function slipOfTheKeys(typed: string): Text | undefined {
  if (/^[^[\]]*\d\s+[\d.][^[\]]*$/.test(typed)) {
    return {
      en: 'There is a space inside a number. Leave it out, or write the sign that is missing.',
      'zh-CN': '数字中间有空格。请去掉空格，或补上漏写的运算符。',
    };
  }
  if (/^[-+]?\d+,\d+$/.test(typed)) {
    const point = typed.replace(',', '.');
    return {
      en: `Write the decimals behind a point: ${point}.`,
      'zh-CN': `小数点请写成“.”：${point}。`,
    };
  }
  return undefined;
}

/** Half a unit of the last digit of a number, or of the coarsest decimal in an expression. */
function halfUnit(text: string, number: number): number {
  if (plain.test(text)) {
    const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
    const decimals = mantissa.split('.')[1]?.length ?? 0;
    return 0.5 * 10 ** (Number(exponent) - decimals + fillers(mantissa));
  }
  const digits = significantDigits(text);
  return digits >= shownDigits ? 0 : Math.abs(number) * 0.5 * 10 ** (1 - digits);
}

/** Significant digits of a decimal, or the fewest of the decimals in an expression; whole numbers are exact. */
function significantDigits(text: string): number {
  const literals = plain.test(text) ? [text] : (text.match(/\d+\.\d*|\.\d+/g) ?? []);
  const counts = literals.map((literal) => {
    const digits = literal.split(/e/i)[0].replace(/^[+-]/, '').replace('.', '').replace(/^0+/, '');
    return Math.max(1, digits.length - fillers(literal));
  });
  return Math.min(shownDigits, ...counts);
}

/**
 * How many noughts at the end of a whole number may only fill its places, as in 17050 for 17045.94. Four
 * digits must stand before them: who has 100 where 101 is right has rounded nothing.
 */
function fillers(text: string): number {
  return /^[+-]?0*[1-9]\d{3,}?(0+)$/.exec(text)?.[1].length ?? 0;
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
