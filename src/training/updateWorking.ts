import type { RuleId } from '../graph/index.ts';
import { powerOf } from '../ops/index.ts';
import type { Plan } from './plan.ts';
import { updateRules } from './rules/index.ts';
import { completeSettings, type RuleSettings } from './rules/rule.ts';
import { rateAt } from './schedule.ts';
import { clamped, targetDelta } from './target.ts';
import type { Trained } from './trained.ts';
import type { Iterate } from './trainer.ts';

/** What one update of one number is made of. */
interface Parts {
  /** The parameter before and after, its gradient, the learning rate and the number of the update. */
  readonly from: number;
  readonly to: number;
  readonly gradient: number;
  readonly rate: number;
  readonly count: number;
  /** What the rule keeps of it, before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly settings: RuleSettings;
}

type Write = (number: number) => string;

/**
 * The update that follows an iterate, of one number among all that are trained: the formulas of its rule
 * with numbers put in, as TeX, a line each. `name` is the parameter in TeX; `factors` are those of the
 * start, for target back-propagation that keeps them.
 */
export function updateWorking(
  plan: Plan,
  trained: Trained,
  iterate: Iterate,
  name: string,
  write: Write,
  { element = 0, factors = iterate.gradients } = {},
): readonly string[] {
  const { move } = plan;
  const at = trained.from + element;
  const from = iterate.parameters[at];
  const gradient = iterate.gradients[at];
  if (move.by === 'target') {
    const share = (move.shares[trained.id] ?? 0) / trained.size;
    const factor = (move.factor === 'kept' ? factors : iterate.gradients)[at];
    const error = iterate.loss - move.target;
    const delta = share === 0 ? 0 : targetDelta(error, share, factor);
    const to = clamped(from - delta, move.clamps?.[trained.id]);
    return [
      `\\Delta = \\dfrac{${group(error, write)} \\cdot ${write(share)}}{${write(factor)}} = ${write(delta)}`,
      `${name} \\leftarrow ${write(from)} - ${group(delta, write)} = ${write(from - delta)}`,
      ...(to === from - delta ? [] : [`${name} \\leftarrow ${write(to)}`]),
    ];
  }
  const rule = updateRules.get(move.rule);
  if (rule === undefined) return [];
  const count = iterate.count + 1;
  const rate = rateAt(move.schedule ?? { kind: 'constant' }, move.rate, count);
  const settings = completeSettings(rule, move.settings);
  const before = iterate.memory.map((numbers) => numbers[at]);
  const memory = before.map((number) => Float64Array.of(number));
  const parameters = Float64Array.of(from);
  rule.update({ parameters, gradients: Float64Array.of(gradient), memory, rate, count }, settings);
  const after = memory.map(([number]) => number);
  const parts = { from, to: parameters[0], gradient, rate, count, before, after, settings };
  return lines[move.rule](parts, name, write);
}

const lines: Readonly<Record<RuleId, (parts: Parts, name: string, write: Write) => string[]>> = {
  gradientDescent: ({ from, to, gradient, rate }, name, write) => [
    `${name} \\leftarrow ${write(from)} - ${write(rate)} \\cdot ${group(gradient, write)} = ${write(to)}`,
  ],
  momentum: ({ from, to, gradient, rate, before, after, settings }, name, write) => [
    `v \\leftarrow ${write(settings.beta)} \\cdot ${group(before[0], write)} + ${group(gradient, write)} = ${write(after[0])}`,
    `${name} \\leftarrow ${write(from)} - ${write(rate)} \\cdot ${group(after[0], write)} = ${write(to)}`,
  ],
  rmsprop: ({ from, to, gradient, rate, before, after, settings }, name, write) => [
    `s \\leftarrow ${running(settings.rho, before[0], gradient, 2, write)} = ${write(after[0])}`,
    `${name} \\leftarrow ${write(from)} - ${write(rate)} \\cdot \\dfrac{${write(gradient)}}{\\sqrt{${write(after[0])}}+\\varepsilon} = ${write(to)}`,
  ],
  adam: ({ from, to, gradient, rate, count, before, after, settings }, name, write) => {
    const { beta1, beta2 } = settings;
    const mean = after[0] / (1 - powerOf(beta1, count));
    const square = after[1] / (1 - powerOf(beta2, count));
    return [
      `m \\leftarrow ${running(beta1, before[0], gradient, 1, write)} = ${write(after[0])}`,
      `v \\leftarrow ${running(beta2, before[1], gradient, 2, write)} = ${write(after[1])}`,
      `\\hat m = \\dfrac{${write(after[0])}}{1-${write(beta1)}^{${count}}} = ${write(mean)}`,
      `\\hat v = \\dfrac{${write(after[1])}}{1-${write(beta2)}^{${count}}} = ${write(square)}`,
      `${name} \\leftarrow ${write(from)} - ${write(rate)} \\cdot \\dfrac{${write(mean)}}{\\sqrt{${write(square)}}+\\varepsilon} = ${write(to)}`,
    ];
  },
};

/** A running mean: β · before + (1 − β) · g, or its square. */
function running(beta: number, before: number, g: number, power: 1 | 2, write: Write): string {
  const now = power === 1 ? group(g, write) : `(${write(g)})^2`;
  return `${write(beta)} \\cdot ${group(before, write)} + ${write(1 - beta)} \\cdot ${now}`;
}

/** A number that may stand behind a sign. */
function group(number: number, write: Write): string {
  return number < 0 ? `(${write(number)})` : write(number);
}
