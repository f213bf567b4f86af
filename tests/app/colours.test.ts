import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choices } from '../../src/app/store/appearance.ts';

// What stands in tokens.css, by selector: the tokens of the page and of every pair of colours.
const css = readFileSync(new URL('../../src/app/tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const rules = [...css.matchAll(/(?:^|\n)([^{}@/]+)\{([^}]*)\}/g)].filter(([, selectors]) =>
    selectors.split(',').some((one) => one.trim() === selector),
  );
  return Object.fromEntries(
    rules.flatMap(([, , body]) =>
      [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
    ),
  );
}

const themes = {
  light: { page: ':root', pair: (colours: string) => `[data-colours="${colours}"]` },
  dark: {
    page: ':root[data-theme="dark"]',
    pair: (colours: string) => `[data-theme="dark"][data-colours="${colours}"]`,
  },
};

type Rgb = readonly number[];

/** Linear light of a colour, red, green and blue. */
function linear(colour: string): Rgb {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

/** WCAG 2: contrast of two colours. */
function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((colour) => {
      const [red, green, blue] = linear(colour);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear light. */
const sights = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* of linear light. */
function lab([red, green, blue]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How different two colours look (ΔE of 1976) to somebody; about 2 can just be noticed. */
function difference(a: string, b: string, sight: readonly Rgb[]): number {
  const seen = (colour: string) => {
    const light = linear(colour);
    return lab(
      sight.map((row) =>
        Math.min(
          1,
          Math.max(
            0,
            row.reduce((sum, part, i) => sum + part * light[i], 0),
          ),
        ),
      ),
    );
  };
  const [one, other] = [seen(a), seen(b)];
  return Math.hypot(...one.map((part, i) => part - other[i]));
}

const cases = Object.entries(themes).flatMap(([theme, { page, pair }]) =>
  choices.colours.map((colours) => ({
    theme,
    colours,
    page: tokensOf(page),
    pair: tokensOf(pair(colours)),
  })),
);

describe.each(cases)('$colours on the $theme theme', ({ page, pair }) => {
  test('reads on every ground it stands on', () => {
    for (const kind of ['value', 'gradient']) {
      const grounds = [page.canvas, page.surface, page.raised, pair[`${kind}-soft`]];
      for (const ground of grounds) {
        expect(contrast(pair[kind], ground), `${kind} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test.each(Object.entries(sights))('tells value from gradient with %s', (_, sight) => {
    expect(difference(pair.value, pair.gradient, sight)).toBeGreaterThan(30);
  });
});
