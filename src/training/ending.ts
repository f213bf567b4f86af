import type { StopRule } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import type { Divergence, Ending } from './trainer.ts';

/** What ended a run, in a sentence, and what to try where it went wrong. */
export function endingText(ending: Ending): Text {
  return ending.kind === 'stopped' ? stopText(ending.by) : divergenceTexts[ending.how];
}

function stopText(rule: StopRule): Text {
  switch (rule.kind) {
    case 'loss-below':
      return {
        en: `Stopped: the loss is below ${rule.value}.`,
        'zh-CN': `已停止：损失低于 ${rule.value}。`,
      };
    case 'error-below':
      return {
        en: `Stopped: the error is less than ${rule.value}.`,
        'zh-CN': `已停止：误差小于 ${rule.value}。`,
      };
    case 'gradient-below':
      return {
        en: `Stopped: the norm of the gradient is below ${rule.value}.`,
        'zh-CN': `已停止：梯度的范数低于 ${rule.value}。`,
      };
    case 'iterations':
      return {
        en: `Stopped after ${rule.count} updates, as the plan says.`,
        'zh-CN': `已按训练方案在 ${rule.count} 次更新后停止。`,
      };
    case 'no-progress':
      return {
        en: `Stopped: the loss has not fallen by more than ${rule.least} within ${rule.patience} updates.`,
        'zh-CN': `已停止：${rule.patience} 次更新内损失的下降没有超过 ${rule.least}。`,
      };
  }
}

const tryEn = 'The last good parameters are kept. Try a smaller learning rate';
const tryZh = '已保留最后一组有效的参数。请减小学习率';

const divergenceTexts: Readonly<Record<Divergence, Text>> = {
  growing: {
    en: `The loss grew without bound: each update overshot by more than it corrected. ${tryEn}.`,
    'zh-CN': `损失无限增大：每次更新都越过了最低点，越走越远。${tryZh}。`,
  },
  falling: {
    en: 'The output fell without end: it has no least value to go to. The last good parameters are kept. Train a loss, or go to a target.',
    'zh-CN':
      '输出无限减小：它没有最小值。已保留最后一组有效的参数。请训练一个损失，或改用目标反推。',
  },
  infinite: {
    en: `A number became infinite: the updates were too large. ${tryEn}, or scale the data.`,
    'zh-CN': `出现了无穷大：更新的步子太大。${tryZh}，或对数据做归一化。`,
  },
  'not-a-number': {
    en: `A value left the domain of an operation (NaN), such as the logarithm of a negative number. ${tryEn}, another start, or a clamp.`,
    'zh-CN': `某个值离开了运算的定义域（NaN），例如对负数取对数。${tryZh}、换一组初值，或设置下限。`,
  },
};
