import { clip, isName, nameRule } from '../graph/index.ts';
import type { Tensor, Text } from '../ops/index.ts';
import { readArithmetic } from './arithmetic.ts';
import { strangers } from './formulaNames.ts';

/** What is wrong with a formula, and the place in its text. */
export interface Fault {
  readonly at: number;
  readonly reason: Text;
}

/** A name, a number (or list of numbers) or a sign of a formula, and where it stands. */
export interface Token {
  readonly kind: 'name' | 'number' | 'sign';
  /** As it is read: signs in ASCII, `\n` for the end of a line. */
  readonly text: string;
  readonly at: number;
  /** Numbers and lists only. */
  readonly value?: Tensor;
}

const piece = new RegExp(
  [
    '(?<newline>\\r\\n|[\\n\\r\\u2028\\u2029])',
    '(?<blank>\\s+?|#[^\\n\\r\\u2028\\u2029]*)',
    '(?<name>[\\p{L}_][\\p{L}\\p{M}0-9_]*)',
    '(?<number>(?:\\d+(?:\\.(?![*/^])\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)',
    '(?<raised>⁻?[⁰¹²³⁴-⁹]+)',
    '(?<sign>\\.[*/^]|\\*\\*|[-+*/^@(),;]|=(?!=))',
  ].join('|'),
  'uy',
);

/**
 * Takes a formula apart. Full-width characters, × · ÷ −, raised and lowered digits are understood, `**`
 * is `^`, and a list `[[1, 2], [3, 4]]` is one number. All that a formula cannot hold is refused here.
 */
export function readTokens(text: string): readonly Token[] | Fault {
  const plain = text.replace(/[！-～　₀-₉−–×·⋅÷]/gu, asciiSign);
  const tokens: Token[] = [];
  const open: number[] = [];
  for (let at = 0; at < plain.length; at = piece.lastIndex) {
    if (plain[at] === '[') {
      const list = readList(plain, at, tokens.at(-1));
      if ('reason' in list) return list;
      tokens.push(list);
      piece.lastIndex = at + list.text.length;
      continue;
    }
    piece.lastIndex = at;
    const found = piece.exec(plain)?.groups;
    if (found === undefined) return { at, reason: strangerText(plain.slice(at)) };
    const { newline, blank, name, number, raised, sign } = found;
    if (blank !== undefined) continue;
    if (name !== undefined && !isName(name)) return { at, reason: notAName(name) };
    const value = Number(number ?? lowered(raised ?? ''));
    if (!Number.isFinite(value)) return { at, reason: tooLarge };
    if (sign === '(') open.push(at);
    if (sign === ')' && open.pop() === undefined) return { at, reason: unopened };
    if (raised !== undefined) tokens.push(...raisedTokens(raised, at, value));
    else if (newline !== undefined) tokens.push({ kind: 'sign', text: '\n', at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at, value });
    else tokens.push({ kind: 'sign', text: signs[sign] ?? sign, at });
  }
  const unclosed = open.pop();
  return unclosed === undefined ? tokens : { at: unclosed, reason: neverClosed };
}

/** Signs of the same meaning. */
const signs: Readonly<Record<string, string>> = { '**': '^', './': '/', '.^': '^' };

/** One character for one, so that places stay what they are. */
function asciiSign(char: string): string {
  if (Object.hasOwn(asciiSigns, char)) return asciiSigns[char];
  const code = char.charCodeAt(0);
  return String.fromCharCode(code < 0xff00 ? code - 0x2080 + 0x30 : code - 0xfee0);
}

const asciiSigns: Readonly<Record<string, string>> = {
  '　': ' ',
  '−': '-',
  '–': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '÷': '/',
};

/** The digits of an exponent. */
function lowered(raised: string): string {
  return raised.replace('⁻', '').replace(/./gu, (char) => `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(char)}`);
}

/** `⁻²` is `^ - 2`. */
function raisedTokens(raised: string, at: number, value: number): Token[] {
  const minus: Token[] = raised.startsWith('⁻') ? [{ kind: 'sign', text: '-', at }] : [];
  return [{ kind: 'sign', text: '^', at }, ...minus, { kind: 'number', text: raised, at, value }];
}

/** The list that starts here, up to the bracket that closes it; its entries are arithmetic. */
function readList(plain: string, at: number, before: Token | undefined): Token | Fault {
  if (before !== undefined && (before.kind !== 'sign' || before.text === ')')) {
    return { at, reason: afterOperand };
  }
  let end = at;
  for (let depth = 0; end < plain.length; end++) {
    if (plain[end] === '[') depth++;
    if (plain[end] === ']' && --depth === 0) break;
  }
  if (end === plain.length) return { at, reason: neverClosed };
  const text = plain.slice(at, end + 1);
  const read = readArithmetic(text);
  if (read.ok) return { kind: 'number', text, at, value: read.value };
  const { en, 'zh-CN': zh } = read.reason;
  return {
    at,
    reason: { en: `In this list ${en}.`, 'zh-CN': `这个列表有误：${zh}。` },
  };
}

function strangerText(rest: string): Text {
  const known = strangers.find(([pattern]) => pattern.test(rest));
  if (known !== undefined) return known[1];
  const char = JSON.stringify(String.fromCodePoint(rest.codePointAt(0) ?? 0));
  return {
    en: `${char} cannot stand in a formula.`,
    'zh-CN': `公式里不能有 ${char}。`,
  };
}

function notAName(name: string): Text {
  const shown = clip(name);
  return {
    en: `${shown} is no name: ${nameRule.en}.`,
    'zh-CN': `${shown} 不能作名称：${nameRule['zh-CN']}。`,
  };
}

const tooLarge: Text = {
  en: 'This number is too large for a double.',
  'zh-CN': '这个数超出了双精度浮点数的范围。',
};
const unopened: Text = {
  en: 'This bracket was never opened.',
  'zh-CN': '这个右括号没有对应的左括号。',
};
const neverClosed: Text = {
  en: 'This bracket is never closed.',
  'zh-CN': '这个括号没有闭合。',
};
const afterOperand: Text = {
  en: 'A list cannot follow directly: elements cannot be picked out, and a product needs its *.',
  'zh-CN': '这里不能直接跟列表：不支持取元素，乘法请写出 *。',
};
