/**
 * The functions beyond +, −, ×, ÷ and √, the same bits wherever they run. What platforms have built in
 * differs from one to the next in the last digit, and training carries such a digit on to all others.
 */
export { cosine, sine } from './circle.ts';
export { exponential } from './exp.ts';
export { logarithm, logarithm1p } from './ln.ts';
export { powerOf } from './power.ts';
export { hyperbolicTangent } from './tanh.ts';
