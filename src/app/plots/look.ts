import { useMemo } from 'react';
import { type Palette, paletteOf } from '../../interop/index.ts';
import { useAppearance } from '../store/appearance.ts';
import { useThemeInForce } from '../theme.ts';

/** The colours of a picture, as numbers that stand in a saved file too. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly palette: Palette;
  /** What went astray. */
  readonly wrong: string;
  /** Runs, by their place among those shown. */
  readonly runs: readonly RunLook[];
  /** Classes of data. */
  readonly classes: readonly RunLook[];
}

/** Colour and mark, each enough to tell one from the other. */
export interface RunLook {
  readonly colour: string;
  readonly symbol: MarkName;
  /** How the line is broken, where there are more runs than colours. */
  readonly dash?: string;
}

/** The marks, by their names in Plot: outlines around 0, 0, some 8 pixels wide. */
export const symbols = {
  circle: 'M3.6 0A3.6 3.6 0 1 1 -3.6 0A3.6 3.6 0 1 1 3.6 0Z',
  square: 'M-3.2 -3.2H3.2V3.2H-3.2Z',
  triangle: 'M0 -4.2L4 3.2H-4Z',
  diamond: 'M0 -4.8L3.2 0L0 4.8L-3.2 0Z',
  cross: 'M-1.3 -4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4V-1.3H-1.3Z',
  star: 'M0 -4.4L1.1 -1.4L4.2 -1.4L1.7 0.6L2.6 3.6L0 1.8L-2.6 3.6L-1.7 0.6L-4.2 -1.4L-1.1 -1.4Z',
} as const;

/** The name of a mark. */
export type MarkName = keyof typeof symbols;

const marks: readonly MarkName[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'];

/** Lines of runs: whole, in long dashes, and dash by dot. What is tested has short dashes. */
const dashes = [undefined, '11 4', '9 3 2 3'] as const;

/** How one of many runs looks: no two of the first eighteen look alike, with or without colour. */
export function runLook({ runs }: Look, place: number): RunLook {
  const round = Math.floor(place / runs.length);
  const { colour } = runs[place % runs.length];
  const dash = dashes[round % dashes.length];
  const { symbol } = runs[(place + round) % runs.length];
  return { colour, symbol, ...(dash && { dash }) };
}

// Chosen apart in lightness as well as in hue; teal and orange mean value and gradient.
const runColours = {
  light: ['#4f46e5', '#be185d', '#0284c7', '#4d7c0f', '#7c5a2b', '#52525b'],
  dark: ['#a5a8ff', '#f9a8d4', '#7dd3fc', '#bef264', '#dcb98a', '#d4d4d8'],
} as const;

const classColours = {
  light: ['#4f46e5', '#a16207', '#be185d', '#4d7c0f', '#0369a1', '#52525b'],
  dark: ['#a5a8ff', '#f0c24b', '#f9a8d4', '#bef264', '#7dd3fc', '#d4d4d8'],
} as const;

/** The look of a theme with a pair of colours. */
export function lookOf(theme: 'light' | 'dark', colours: Parameters<typeof paletteOf>[1]): Look {
  const withMarks = (list: readonly string[]) =>
    list.map((colour, i) => ({ colour, symbol: marks[i % marks.length] }));
  return {
    theme,
    palette: paletteOf(theme, colours),
    wrong: theme === 'light' ? '#b91c1c' : '#fca5a5',
    runs: withMarks(runColours[theme]),
    classes: withMarks(classColours[theme]),
  };
}

/** Follows the colours the page wears. */
export function useLook(): Look {
  const theme = useThemeInForce();
  const colours = useAppearance((appearance) => appearance.colours);
  return useMemo(() => lookOf(theme, colours), [theme, colours]);
}

/** A colour between two, by its share of the second. */
export function mixed(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(part(from, at) * (1 - share) + part(to, at) * share))
    .map((number) => number.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** So many colours for areas, from low to high: from the ground towards the colour of values. */
export function rampOf({ palette, theme }: Look, count: number): readonly string[] {
  const most = theme === 'light' ? 0.72 : 0.62;
  return Array.from({ length: count }, (_, i) =>
    mixed(palette.surface, palette.value, 0.03 + (most * i) / Math.max(1, count - 1)),
  );
}
