import type { Text } from '../../../ops/index.ts';
import type { Draws } from '../../draws.ts';
import type { Table } from '../table.ts';

/** A number that a set is made with, or one of several choices. */
export type SetSetting =
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly name: Text;
      readonly least: number;
      readonly most: number;
      /** What it goes up and down by; a whole number means that it is one itself. */
      readonly step: number;
      readonly default: number;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly name: Text;
      readonly choices: readonly { readonly id: string; readonly name: Text }[];
      readonly default: string;
    };

/** Settings by id; what is left out is as usual. */
export type SetSettings = Readonly<Record<string, number | string>>;

/** What a set is made of: its settings, complete and within their bounds. */
export interface Made {
  readonly number: (id: string) => number;
  readonly choice: (id: string) => string;
  readonly draws: Draws;
}

/** Data that comes with Chainrule, made anew from settings and a seed. */
export interface BuiltInSet {
  readonly id: string;
  readonly name: Text;
  /** One sentence for whoever chooses among sets; it says what the columns are. */
  readonly about: Text;
  readonly settings: readonly SetSetting[];
  /** Whether the seed matters with these settings. */
  readonly isRandom: (made: Made) => boolean;
  readonly make: (made: Made) => Table;
}

/** How many rows a set has, as one of its settings. */
export function rowsSetting(usual: number): SetSetting {
  return {
    kind: 'number',
    id: 'rows',
    name: { en: 'Rows', 'zh-CN': '行数' },
    least: 1,
    most: 100_000,
    step: 1,
    default: usual,
  };
}

/** How far numbers are scattered, as one of the settings of a set. */
export function noiseSetting(usual: number, most: number, step: number): SetSetting {
  return {
    kind: 'number',
    id: 'noise',
    name: { en: 'Noise (deviation)', 'zh-CN': '噪声（标准差）' },
    least: 0,
    most,
    step,
    default: usual,
  };
}

/** Columns of these names, filled row by row. */
export function tableOf(
  names: readonly string[],
  count: number,
  row: (i: number) => readonly number[],
): Table {
  const columns = names.map((name) => ({ name, values: new Float64Array(count) }));
  for (let i = 0; i < count; i++) {
    row(i).forEach((x, column) => {
      columns[column].values[i] = x;
    });
  }
  return { columns };
}

/** Four decimals, as the tables of course notes have them. */
export function rounded(x: number): number {
  return Math.round(x * 1e4) / 1e4 + 0;
}
