import { exponential } from './exp.ts';

const [p0, p1, p2] = [-1614.6876844170845, -99.28772310019185, -0.9643991794250523];
const [q0, q1, q2] = [4844.063053251255, 2235.4883906010045, 112.81167849163293];

/** The hyperbolic tangent, as Cephes has it (Moshier 1989). */
export function hyperbolicTangent(x: number): number {
  const size = Math.abs(x);
  if (size >= 0.625) return Math.sign(x) * (1 - 2 / (exponential(2 * size) + 1));
  const z = x * x;
  return x + x * z * ((p0 + z * (p1 + z * p2)) / (q0 + z * (q1 + z * (q2 + z))));
}
