import type { Cause, Nudge } from '../../engine/nudge.ts';
import type { Text } from '../../ops/index.ts';

/** The texts of nudges. Names between backticks are set as mathematics (see `Prose`). */
export const words = {
  nudge: { en: 'Nudge', 'zh-CN': '微扰' },
  epsilon: { en: 'Step ε', 'zh-CN': '步长 ε' },
  smaller: { en: 'A tenth of ε', 'zh-CN': 'ε 取十分之一' },
  larger: { en: 'Ten times ε', 'zh-CN': 'ε 取十倍' },
  notPositive: { en: 'Type a number greater than 0.', 'zh-CN': '请输入大于 0 的数。' },
  element: { en: 'Element', 'zh-CN': '元素' },
  row: { en: 'Row', 'zh-CN': '行' },
  column: { en: 'Column', 'zh-CN': '列' },
  worst: { en: 'Farthest off', 'zh-CN': '偏差最大' },
  now: { en: 'now', 'zh-CN': '现在' },
  right: { en: 'right', 'zh-CN': '右侧' },
  left: { en: 'left', 'zh-CN': '左侧' },
  central: { en: 'central', 'zh-CN': '中心' },
  gradient: { en: 'gradient', 'zh-CN': '梯度' },
  all: { en: 'Check all nodes', 'zh-CN': '检验全部节点' },
  noNudge: {
    en: 'There is nothing to see before this node and an output can be computed.',
    'zh-CN': '该节点和输出都能计算之后，这里才有内容。',
  },
} as const satisfies Record<string, Text>;

/** That the output is more than one number. */
export function ofSum(output: string): Text {
  return {
    en: `\`${output}\` has several elements; what is meant is their sum.`,
    'zh-CN': `\`${output}\` 有多个元素，这里指它们的和。`,
  };
}

/** Each cause in a word or two, and what it means in general. */
export const causes: Readonly<Record<Cause, { readonly name: Text; readonly text: Text }>> = {
  none: {
    name: { en: 'equal', 'zh-CN': '一致' },
    text: {
      en: 'Slopes and gradient agree in all six digits.',
      'zh-CN': '各差商与梯度的六位数字全部一致。',
    },
  },
  unreached: {
    name: { en: 'not used', 'zh-CN': '未用到' },
    text: {
      en: 'The output does not depend on the node, so nothing changes and the gradient is 0.',
      'zh-CN': '输出不依赖该节点，因此不会变化，梯度为 0。',
    },
  },
  curvature: {
    name: { en: 'curvature', 'zh-CN': '曲率' },
    text: {
      en: 'The slope changes along the step. The smaller ε is, the smaller the difference.',
      'zh-CN': '斜率在这一步之内就在变化。ε 越小，差别越小。',
    },
  },
  kink: {
    name: { en: 'kink', 'zh-CN': '折点' },
    text: {
      en: 'To the right the slope is another one than to the left, however small ε is. The gradient is a convention.',
      'zh-CN': '左右两侧斜率不同，ε 再小也不会靠近。这里的梯度是一种约定。',
    },
  },
  'near-kink': {
    name: { en: 'kink nearby', 'zh-CN': '附近有折点' },
    text: {
      en: 'The step goes past a kink, beyond which the slope is another one. A smaller ε stops before it.',
      'zh-CN': '这一步越过了一个折点，折点另一侧斜率不同。ε 小一些就不会越过。',
    },
  },
  jump: {
    name: { en: 'jump', 'zh-CN': '跳变' },
    text: {
      en: 'The output jumps within the step, so the smaller ε is, the greater is the slope.',
      'zh-CN': '输出在这一步之内发生跳变，ε 越小，差商反而越大。',
    },
  },
  rounding: {
    name: { en: 'rounding', 'zh-CN': '舍入' },
    text: {
      en: 'Numbers have about 16 digits. The output changes by so little that few of them, or none, are left. A larger ε helps.',
      'zh-CN': '数只有约 16 位有效数字，输出的变化太小，可信的数字所剩无几。ε 取大一些为好。',
    },
  },
  'not-finite': {
    name: { en: 'not finite', 'zh-CN': '非有限' },
    text: {
      en: 'The output or the gradient is no finite number there, so there is nothing to compare.',
      'zh-CN': '那里的输出或梯度不是有限的数，无从比较。',
    },
  },
  unexplained: {
    name: { en: 'does not agree', 'zh-CN': '不一致' },
    text: {
      en: 'Smaller steps do not lead to the gradient. Mostly a value stands on a kink (relu at 0, a tie of max), where the conventions of several operations add up to no slope: move it a little. If none does, please report this graph.',
      'zh-CN':
        '取更小的步长也得不到这个梯度。多半是某个值正好落在折点上（relu 在 0 处、max 出现并列），几种运算的约定合起来不是任何一侧的斜率：请把它稍微移开。若并非如此，请报告这个图。',
    },
  },
};

/** Why the numbers of a nudge differ, in a sentence that names them; `show` writes its numbers. */
export function why(
  nudge: Nudge,
  name: string,
  output: string,
  show: (number: number) => string,
): Text {
  const { cause, right, left, central, gradient, value, epsilon, place = value } = nudge;
  const [w, z] = [name, `\`${output}\``];
  const [rightSlope, leftSlope] = [show(right.slope), show(left.slope)];
  switch (cause) {
    case 'none':
      return {
        en: `They agree in all six significant digits: over this step, ${z} is as good as a straight line in ${w}.`,
        'zh-CN': `六位有效数字全部一致：在这一步之内，${z} 随 ${w} 的变化可以看作直线。`,
      };
    case 'unreached':
      return {
        en: `${z} does not depend on ${w}: whatever ${w} is, nothing changes.`,
        'zh-CN': `${z} 不依赖 ${w}：${w} 取什么值，都不会有变化。`,
      };
    case 'curvature':
      return isCancelled(nudge)
        ? {
            en: `Curvature: on the way the slope itself changes. Right and left are off by about as much to either side, so in the central slope it cancels. A tenth of ε makes a tenth of the difference.`,
            'zh-CN': `曲率：一路上斜率本身也在变。右侧和左侧的差商向相反方向偏了差不多的量，在中心差商里相互抵消。ε 取十分之一，差别也约为十分之一。`,
          }
        : {
            en: `Curvature: on the way the slope itself changes, too much for a step of ${show(epsilon)}. The smaller ε is, the closer they come to ${show(gradient)}.`,
            'zh-CN': `曲率：一路上斜率本身也在变，对 ${show(epsilon)} 这样的步长来说变得太多。ε 越小，它们越接近 ${show(gradient)}。`,
          };
    case 'kink':
      return {
        en: `A kink: to the right the slope is ${rightSlope}, to the left ${leftSlope}, however small ε is. There is no derivative at this value; that the gradient is ${show(gradient)} is a convention.`,
        'zh-CN': `折点：右侧斜率为 ${rightSlope}，左侧为 ${leftSlope}，ε 再小也不会靠近。此处没有导数，梯度取 ${show(gradient)} 是一种约定。`,
      };
    case 'near-kink': {
      const [at, distance] = [show(place), show(Math.abs(place - value))];
      return {
        en: `A kink nearby: at ${w} = ${at}, which is ${distance} away, the slope becomes another one, and the step goes past it. With an ε smaller than that they agree.`,
        'zh-CN': `附近有折点：在 ${w} = ${at} 处（相距 ${distance}）斜率发生改变，而这一步越过了它。ε 比这段距离小，它们就一致了。`,
      };
    }
    case 'jump':
      return {
        en: `A jump: near ${w} = ${show(place)} ${z} changes all at once. However small ε is, Δ${z} does not shrink with it, and the slope grows without limit. The gradient knows nothing of it.`,
        'zh-CN': `跳变：在 ${w} = ${show(place)} 附近，${z} 突然改变。ε 再小，Δ${z} 也不随之变小，差商会无限增大。梯度看不到这一跳。`,
      };
    case 'rounding':
      return value + epsilon === value && value - epsilon === value
        ? {
            en: `Rounding: ε is lost. In the 16 digits a number has, ${w} + ε is the same as ${w}. Take a larger ε.`,
            'zh-CN': `舍入：ε 被舍掉了。数只有约 16 位有效数字，${w} + ε 与 ${w} 没有区别。请取大一些的 ε。`,
          }
        : {
            en: `Rounding: numbers have about 16 digits, and ${z} changes by so little that few right ones are left of Δ${z}. Take a larger ε.`,
            'zh-CN': `舍入：数只有约 16 位有效数字，${z} 的变化太小，Δ${z} 里可信的数字所剩无几。请取大一些的 ε。`,
          };
    case 'not-finite':
      return notFinite(nudge, w, z);
    case 'unexplained':
      return {
        en: `The gradient is not what smaller steps lead to (${show(central.slope)} by ε). ${causes.unexplained.text.en.replace(/^[^.]*\. /, '')}`,
        'zh-CN': causes.unexplained.text['zh-CN'],
      };
  }
}

/** Whether the central slope is much closer to the gradient than those of the sides. */
function isCancelled({ right, left, central, gradient }: Nudge): boolean {
  const distances = [right, left, central].map(({ slope }) => Math.abs(slope - gradient));
  return distances[2] < 0.1 * Math.min(distances[0], distances[1]);
}

function notFinite({ output, right, left }: Nudge, w: string, z: string): Text {
  if (!Number.isFinite(output)) {
    return {
      en: `${z} is no finite number, so there are no slopes.`,
      'zh-CN': `${z} 不是有限的数，因此没有斜率。`,
    };
  }
  const places = [
    ...(Number.isFinite(right.change) ? [] : [`${w} + ε`]),
    ...(Number.isFinite(left.change) ? [] : [`${w} − ε`]),
  ];
  if (places.length === 0) {
    return {
      en: `The gradient is not finite: towards this value of ${w} the slope grows without limit.`,
      'zh-CN': `梯度不是有限的数：越靠近 ${w} 的这个值，斜率越大，没有止境。`,
    };
  }
  return {
    en: `${z} is no finite number at ${places.join(' and ')}: the step leads out of where it is defined.`,
    'zh-CN': `在 ${places.join(' 和 ')} 处 ${z} 不是有限的数：这一步越出了定义域。`,
  };
}
