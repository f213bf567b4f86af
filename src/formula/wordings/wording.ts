import type { Language, Operation, Text } from '../../ops/index.ts';

/** The operation of a node in words, its operands named as they are in a sentence. */
export interface Wording {
  /** How the value is made. */
  readonly value: (at: Spot) => Text;
  /** What comes back to the operand at `port`, and why. */
  readonly back: (at: Spot) => Text;
}

/** Where a sentence is about. */
export interface Spot {
  readonly operands: readonly string[];
  readonly result: string;
  readonly port: number;
  readonly op: Operation;
  readonly options: Readonly<Record<string, number>>;
  /** Writes a number as the page shows numbers. */
  readonly show: (number: number) => string;
}

/** A sentence in both languages. */
export function both(en: string, zh: string): Text {
  return { en, 'zh-CN': zh };
}

/** The operand a sentence is about. */
export const own = ({ operands, port }: Spot) => operands[port];

/** Several names in one sentence: `a, b and c`. */
export function listText(names: readonly string[], language: Language): string {
  const last = names[names.length - 1] ?? '';
  if (names.length < 2) return last;
  const [comma, and] = language === 'en' ? [', ', ' and '] : ['、', ' 与 '];
  return names.slice(0, -1).join(comma) + and + last;
}

/** One sentence after another. */
export function andThen(text: Text, en: string, zh: string): Text {
  return both(`${text.en} ${en}`, `${text['zh-CN']}${zh}`);
}
