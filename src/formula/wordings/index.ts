import type { Operation } from '../../ops/index.ts';
import { activations } from './activations.ts';
import { arithmetic } from './arithmetic.ts';
import { functions } from './functions.ts';
import { losses } from './losses.ts';
import { tensors } from './tensors.ts';
import { listText, type Wording } from './wording.ts';

export { both, own, type Spot } from './wording.ts';

/** The words for an operation; what has none of its own gets the words for any. */
export function wordingOf(op: Operation): Wording {
  return wordings[op.id] ?? anyOp;
}

/** What can be said of any operation. */
const anyOp: Wording = {
  value: ({ op, operands }) => ({
    en: `Apply “${op.name.en}” to ${listText(operands, 'en')}.`,
    'zh-CN': `对 ${listText(operands, 'zh-CN')} 应用“${op.name['zh-CN']}”。`,
  }),
  back: ({ result, operands, port }) => ({
    en: `The local derivative says how fast ${result} changes with ${operands[port]} while everything else stays as it is.`,
    'zh-CN': `局部导数表示其他量不变时，${result} 随 ${operands[port]} 变化的快慢。`,
  }),
};

/**
 * The words of each operation. They stand here and not in its declaration because the page needs
 * them only when somebody steps or practises.
 */
const wordings: Readonly<Record<string, Wording>> = {
  ...arithmetic,
  ...functions,
  ...activations,
  ...losses,
  ...tensors,
};
