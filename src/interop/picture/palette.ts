/** The colours of a picture; each is a token of the page (src/app/tokens.css). */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly edge: string;
  readonly 'parameter-line': string;
  readonly value: string;
  readonly gradient: string;
}

/** Light and dark. */
export type Theme = 'light' | 'dark';

const grounds: Readonly<Record<Theme, Omit<Palette, 'value' | 'gradient'>>> = {
  light: {
    canvas: '#fafaf8',
    surface: '#ffffff',
    line: '#e6e6e1',
    'line-strong': '#cfcfc8',
    text: '#1c1d1f',
    muted: '#63666d',
    accent: '#4f46e5',
    edge: '#b6b8b4',
    'parameter-line': '#b9b5f3',
  },
  dark: {
    canvas: '#141517',
    surface: '#1b1c1f',
    line: '#2e3035',
    'line-strong': '#43464d',
    text: '#ececee',
    muted: '#a4a7ae',
    accent: '#a5a8ff',
    edge: '#5a5e66',
    'parameter-line': '#5b5c9c',
  },
};

/** The pairs of colours for values and gradients. */
const pairs = {
  'teal-orange': {
    light: { value: '#0f766e', gradient: '#c2410c' },
    dark: { value: '#5eead4', gradient: '#fdba74' },
  },
  'green-magenta': {
    light: { value: '#166f38', gradient: '#a21caf' },
    dark: { value: '#86efac', gradient: '#f0abfc' },
  },
  'blue-gold': {
    light: { value: '#0369a1', gradient: '#8a5a00' },
    dark: { value: '#7dd3fc', gradient: '#facc15' },
  },
} as const satisfies Record<string, Record<Theme, Pick<Palette, 'value' | 'gradient'>>>;

/** The name of a pair. */
export type ColourPair = keyof typeof pairs;

/** The colours of a theme with one of the pairs. */
export function paletteOf(theme: Theme, pair: ColourPair = 'teal-orange'): Palette {
  return { ...grounds[theme], ...pairs[pair][theme] };
}
