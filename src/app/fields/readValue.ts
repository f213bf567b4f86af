import type { Tensor, Text } from '../../ops/index.ts';

/** What a typed text stands for. */
export type Read =
  | { readonly ok: true; readonly value: Tensor }
  | { readonly ok: false; readonly reason: Text };

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number or an expression of numbers. mathjs is loaded when a text is more than a number. */
export async function readValue(text: string): Promise<Read> {
  const typed = text.normalize('NFKC').trim().replaceAll('−', '-');
  if (typed === '') {
    return { ok: false, reason: { en: 'type a number', 'zh-CN': '请输入一个数' } };
  }
  if (plainNumber.test(typed) && Number.isFinite(Number(typed))) {
    return { ok: true, value: Number(typed) };
  }
  const { readArithmetic } = await import('../../formula/arithmetic.ts');
  return readArithmetic(typed);
}
