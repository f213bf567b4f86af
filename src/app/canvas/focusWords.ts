import type { Text } from '../../ops/index.ts';

/** What a screen reader is told about what has the focus on the canvas. */
export const focusWords = {
  value: (number: string): Text => ({ en: `value ${number}`, 'zh-CN': `值 ${number}` }),
  gradient: (number: string): Text => ({ en: `gradient ${number}`, 'zh-CN': `梯度 ${number}` }),
  edge: (source: string, target: string, port: number): Text => ({
    en: `Edge from ${source} to ${target}, operand ${port}`,
    'zh-CN': `从 ${source} 到 ${target} 的边，第 ${port} 个操作数`,
  }),
  comma: { en: ', ', 'zh-CN': '，' },
};
