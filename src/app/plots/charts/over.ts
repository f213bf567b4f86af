import { briefly } from '../axes.ts';
import type { LegendItem, Reading, Sheet } from '../chart.ts';
import { type Look, rampOf } from '../look.ts';
import { type Maker, words } from '../words.ts';
import type { Along } from './along.ts';
import { type Field, type FieldInputs, valueIn } from './field.ts';
import { itemsOf } from './items.ts';

/** Bands of colour a field is drawn in. */
export const bands = 13;

/** All that pictures over two numbers are made from. */
export interface Over {
  readonly inputs: FieldInputs;
  readonly field: Field;
  readonly runs: readonly Along[];
  readonly target: number | undefined;
  readonly notes: readonly string[];
  readonly look: Look;
  readonly by: Maker;
}

/** The legend of map and surface: the colours, and the runs. */
export function legendOver({ inputs, field, runs, target, look, by }: Over): readonly LegendItem[] {
  return [
    {
      text: `\`${inputs.output}\` ${briefly(field.low)}`,
      end: briefly(field.high),
      colour: look.palette.value,
      ramp: rampOf(look, bands),
    },
    ...(target === undefined
      ? []
      : [
          {
            text: by.say(words.target),
            end: by.number(target),
            colour: look.palette.text,
            dash: '4 3',
          },
        ]),
    ...itemsOf(runs, words.path, by),
  ];
}

/** Where the iterates are, and where it stands now. */
export function readingsOver({ inputs, field, runs, by }: Over): readonly Reading[] {
  const { across, up, output, now } = inputs;
  const text = (at: readonly number[], value: number) =>
    `${across.name} = ${by.number(at[0])}\n${up.name} = ${by.number(at[1])}\n\`${output}\` = ${by.number(value)}`;
  return [
    { x: now[0], y: now[1], row: 0, text: () => `${by.say(words.now)}\n${text(now, field.here)}` },
    ...runs.flatMap(({ shown, spots }, k) =>
      shown.isHidden
        ? []
        : spots.map(({ count, at, loss }) => ({
            x: at[0],
            y: at[1],
            row: k + 1,
            text: () =>
              `${shown.name === '' ? '' : `${shown.name} · `}${by.say(words.iteration)} ${count}\n${text(at, loss)}`,
          })),
    ),
  ];
}

/** What the field says at a place that is no iterate. */
export function betweenOver({ inputs, field }: Over) {
  const { across, up, output, domains } = inputs;
  return ({ x, y }: { x: number; y: number }) => {
    const share = (at: number, [low, high]: readonly [number, number]) => (at - low) / (high - low);
    const value = valueIn(field, share(x, domains[0]), share(y, domains[1]));
    return `${across.name} = ${briefly(x)}\n${up.name} = ${briefly(y)}\n\`${output}\` ≈ ${briefly(value)}`;
  };
}

/** The iterates, and the field in some 20 by 20 points. */
export function sheetOver({ inputs, field, runs, by }: Over): Sheet {
  const { across, up, output, domains } = inputs;
  const every = Math.max(1, Math.floor(field.size / 20));
  const at = ([low, high]: readonly [number, number], i: number) =>
    low + ((high - low) * i) / (field.size - 1);
  const cells: (string | number | undefined)[][] = [];
  for (let row = 0; row < field.size; row += every) {
    for (let column = 0; column < field.size; column += every) {
      cells.push([
        by.say(words.field),
        undefined,
        at(domains[0], column),
        at(domains[1], row),
        field.values[row * field.size + column],
      ]);
    }
  }
  return {
    columns: ['', by.say(words.iteration), across.name, up.name, `\`${output}\``],
    rows: [
      ...runs.flatMap(({ shown, spots }) =>
        spots.map((spot) => [
          shown.name === '' ? by.say(words.path) : shown.name,
          spot.count,
          spot.at[0],
          spot.at[1],
          spot.loss,
        ]),
      ),
      ...cells,
    ],
  };
}
