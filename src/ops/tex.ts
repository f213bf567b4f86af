/** How tightly the outermost sign of a TeX term binds; a looser term inside a tighter one needs brackets. */
export const binding = { sum: 1, sign: 2, product: 3, power: 4, atom: 5 } as const;

/** A piece of TeX and the binding of its outermost sign. */
export interface Term {
  readonly tex: string;
  readonly binding: number;
}

/** A term that never needs brackets: a name, a number, a function call. */
export function atom(tex: string): Term {
  return { tex, binding: binding.atom };
}

/** A number with all its digits: `0.01`, `1.5 \cdot 10^{-7}`. */
export function numeral(value: number): Term {
  const [mantissa, exponent] = String(value).split('e');
  const tex = exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
  if (value < 0) return { tex, binding: binding.sign };
  return { tex, binding: exponent === undefined ? binding.atom : binding.product };
}

/** The TeX of a term, bracketed if it binds more loosely than `least`. */
export function within(term: Term, least: number): string {
  return term.binding < least ? `\\left(${term.tex}\\right)` : term.tex;
}

/** A function call such as `\ln\left(a\right)`. */
export function call(name: string, ...operands: readonly Term[]): Term {
  return atom(`${name}\\left(${operands.map((operand) => operand.tex).join(', ')}\\right)`);
}

/** A quotient as a fraction; fractions keep their operands apart without brackets. */
export function fraction(numerator: string, denominator: string): Term {
  return { tex: `\\frac{${numerator}}{${denominator}}`, binding: binding.product };
}

/** The product of terms; an empty product is 1. */
export function product(terms: readonly Term[]): Term {
  if (terms.length === 0) return atom('1');
  if (terms.length === 1) return terms[0];
  const factors = terms.map((term, i) => within(term, i === 0 ? binding.product : binding.power));
  return { tex: factors.join(' \\cdot '), binding: binding.product };
}

/** `first - second` */
export function difference(first: Term, second: Term): Term {
  const tex = `${within(first, binding.sum)} - ${within(second, binding.product)}`;
  return { tex, binding: binding.sum };
}
