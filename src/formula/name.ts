import { shortText } from './shortText.ts';

/** Letters of a stem and of what hangs below it that are shown: names can be as long as one likes. */
const longest = { stem: 20, subscript: 16 };

/** A name set as mathematics: an italic stem and what hangs below it (`w1_11` → w₁ with 11 below). */
export interface MathName {
  readonly stem: string;
  readonly subscript: string;
}

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
};

/**
 * Splits a name for typesetting. What follows the first inner `_` hangs below, and so do trailing
 * digits where there is no `_` (`w2` → w, 2; `w1_11` → w1, 11); spelled-out Greek becomes letters.
 * What is too long to be read at a glance loses its middle.
 */
export function mathName(name: string): MathName {
  const parts = /^(_*[^_]+)_(.+)$/.exec(name) ?? /^(.*[^0-9_])([0-9]+)$/.exec(name);
  const stem = parts?.[1] ?? name;
  const subscript = shortText(parts?.[2] ?? '', longest.subscript);
  const letters = Object.hasOwn(greek, stem) ? greek[stem] : shortText(stem, longest.stem);
  return { stem: letters, subscript };
}

const texOf = new Map(Object.entries(greek).map(([word, letter]) => [letter, `\\${word}`]));

/** The TeX of a name: `w2` → `w_{2}`, `alpha` → `\alpha`, longer words upright as one word. */
export function nameTex(name: string): string {
  const { stem, subscript } = mathName(name);
  const written = (text: string) => text.replaceAll('_', '\\_').replace('…', '\\ldots ');
  const escaped = written(stem);
  const letters = texOf.get(stem) ?? (stem.length === 1 ? escaped : `\\mathit{${escaped}}`);
  return subscript === '' ? letters : `${letters}_{\\mathrm{${written(subscript)}}}`;
}
