import type { Text } from '../ops/index.ts';
import { both, own, type Spot } from './wordings/index.ts';

/** What is special about an operation where its operands and its result stand now, if anything is. */
export type Moment = (at: Spot, numbers: readonly number[], result: number) => Text | undefined;

/** The moments of the operations that have any. */
export const moments: Readonly<Record<string, Moment>> = {
  relu: (at, [a]) => {
    if (a === 0) return kink(at, 0);
    if (!(a < 0)) return;
    return both(
      `${own(at)} = ${at.show(a)} is below 0, so the gate is shut: nothing comes back.`,
      `${own(at)} = ${at.show(a)} 小于 0，门是关着的：没有梯度传回。`,
    );
  },
  leakyRelu: (at, [a]) => (a === 0 ? kink(at, at.options.slope) : undefined),
  abs: (at, [a]) => (a === 0 ? kink(at, 0) : undefined),
  absoluteError: (_, [a, y]) => (a === y ? atKink : undefined),
  hinge: ({ operands: [a, y], show }, [p, t]) => {
    if (t * p === 1) return atKink;
    if (!(t * p > 1)) return;
    return both(
      `${y} · ${a} = ${show(t * p)} is above 1: the margin is kept, so nothing comes back.`,
      `${y} · ${a} = ${show(t * p)} 大于 1：间隔已经足够，没有梯度传回。`,
    );
  },
  max: winnerText,
  min: winnerText,
};

function winnerText(at: Spot, numbers: readonly number[], result: number): Text | undefined {
  const winner = numbers.indexOf(result);
  if (winner < 0) return;
  const [mine, best] = [own(at), at.operands[winner]];
  const isTie = numbers.filter((number) => number === result).length > 1;
  if (isTie && numbers[at.port] === result) {
    return at.port === winner
      ? both(
          `Several operands tie at ${at.show(result)}. By convention the first of them, ${mine}, gets the whole gradient.`,
          `有几个操作数同为 ${at.show(result)}。按约定，排在最前的 ${mine} 得到全部梯度。`,
        )
      : both(
          `Several operands tie at ${at.show(result)}. By convention the first of them, ${best}, gets the gradient, and ${mine} gets nothing.`,
          `有几个操作数同为 ${at.show(result)}。按约定，梯度归排在最前的 ${best}，${mine} 得不到梯度。`,
        );
  }
  const shown = at.show(numbers[at.port]);
  return at.port === winner
    ? both(
        `${mine} = ${shown} won, so it gets the whole gradient.`,
        `${mine} = ${shown} 胜出，得到全部梯度。`,
      )
    : both(
        `${mine} = ${shown} lost against ${best} = ${at.show(result)}, so it gets nothing.`,
        `${mine} = ${shown} 不敌 ${best} = ${at.show(result)}，得不到梯度。`,
      );
}

function kink(at: Spot, slope: number): Text {
  const shown = at.show(slope);
  return both(
    `${own(at)} stands exactly at the kink, where there is no derivative; by convention it is ${shown}.`,
    `${own(at)} 恰好在折点上，那里导数不存在，按约定取 ${shown}。`,
  );
}

const atKink = both(
  'This is exactly the kink, where there is no derivative; by convention it is 0.',
  '这里恰好是折点，导数不存在，按约定取 0。',
);
