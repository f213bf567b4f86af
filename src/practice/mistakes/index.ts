import type { Mistake } from '../site.ts';
import { degrees } from './degrees.ts';
import { divided } from './divided.ts';
import { forgotDerivative } from './forgotDerivative.ts';
import { forgotUpstream } from './forgotUpstream.ts';
import { inputForOutput } from './inputForOutput.ts';
import { localOnly } from './localOnly.ts';
import { missedFactor } from './missedFactor.ts';
import { onePath } from './onePath.ts';
import { otherOperand } from './otherOperand.ts';
import { otherOperation } from './otherOperation.ts';
import { overwrote } from './overwrote.ts';
import { roundedEarly } from './roundedEarly.ts';
import { swappedOperands, swappedTarget } from './swappedOperands.ts';
import { updatedValues } from './updatedValues.ts';
import { valueForDerivative } from './valueForDerivative.ts';
import { valueForGradient } from './valueForGradient.ts';
import { wrongSign } from './wrongSign.ts';

/** Every mistake that is known, the likelier ones first: where several fit, they are said in this order. */
export const mistakes: readonly Mistake[] = [
  onePath,
  overwrote,
  otherOperand,
  forgotUpstream,
  forgotDerivative,
  localOnly,
  wrongSign,
  swappedTarget,
  swappedOperands,
  missedFactor,
  valueForDerivative,
  inputForOutput,
  valueForGradient,
  otherOperation,
  divided,
  degrees,
  roundedEarly,
  updatedValues,
];
