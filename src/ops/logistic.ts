import { exponential } from './numeric/index.ts';
/**
 * 1/(1+e^−z) for one number. e never gets a positive exponent, so nothing overflows for any z.
 * The kernel of `sigmoid` writes it out: there a call per element would cost more than the sum.
 */
export function logistic(z: number): number {
  const e = exponential(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}
