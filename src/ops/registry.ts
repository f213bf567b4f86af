import { identity } from './activations/identity.ts';
import { leakyRelu } from './activations/leakyRelu.ts';
import { relu } from './activations/relu.ts';
import { sigmoid } from './activations/sigmoid.ts';
import { silu } from './activations/silu.ts';
import { softplus } from './activations/softplus.ts';
import { step } from './activations/step.ts';
import { tanh } from './activations/tanh.ts';
import { add } from './arithmetic/add.ts';
import { divide } from './arithmetic/divide.ts';
import { multiply } from './arithmetic/multiply.ts';
import { negate } from './arithmetic/negate.ts';
import { power } from './arithmetic/power.ts';
import { square } from './arithmetic/square.ts';
import { subtract } from './arithmetic/subtract.ts';
import { abs } from './functions/abs.ts';
import { cos } from './functions/cos.ts';
import { exp } from './functions/exp.ts';
import { ln } from './functions/ln.ts';
import { max } from './functions/max.ts';
import { min } from './functions/min.ts';
import { sin } from './functions/sin.ts';
import { sqrt } from './functions/sqrt.ts';
import { constant, input, parameter } from './leaves.ts';
import { absoluteError } from './losses/absoluteError.ts';
import { binaryCrossEntropy } from './losses/binaryCrossEntropy.ts';
import { binaryCrossEntropyWithLogits } from './losses/binaryCrossEntropyWithLogits.ts';
import { exponentialLoss } from './losses/exponentialLoss.ts';
import { halfSquaredError } from './losses/halfSquaredError.ts';
import { hinge } from './losses/hinge.ts';
import { squaredError } from './losses/squaredError.ts';
import { zeroOneLoss } from './losses/zeroOneLoss.ts';
import type { Op } from './op.ts';
import { matmul } from './tensors/matmul.ts';

const all: readonly Op[] = [
  ...[input, parameter, constant],
  ...[add, subtract, multiply, divide, negate, power, square],
  ...[exp, ln, sqrt, abs, sin, cos, max, min],
  ...[identity, sigmoid, tanh, relu, leakyRelu, softplus, silu, step],
  ...[squaredError, halfSquaredError, absoluteError],
  ...[binaryCrossEntropy, binaryCrossEntropyWithLogits, hinge, exponentialLoss, zeroOneLoss],
  ...[matmul],
];

/** Every op by id, in palette order. */
export const ops: ReadonlyMap<string, Op> = new Map(all.map((op) => [op.id, op]));
