import type { Text } from '../../ops/index.ts';
import type { Offer } from './offers.ts';

/** The words of connecting by name. */
export const words = {
  to: (node: string): Text => ({ en: `Connect ${node} to …`, 'zh-CN': `将 ${node} 连接到……` }),
  from: (node: string): Text => ({
    en: `Take an operand of ${node} from …`,
    'zh-CN': `为 ${node} 选取操作数……`,
  }),
  search: { en: 'Node, operation or port', 'zh-CN': '节点、运算或端口' },
  offers: { en: 'Ports', 'zh-CN': '端口' },
  nodes: { en: 'Nodes', 'zh-CN': '节点' },
  port: { en: 'Operand port', 'zh-CN': '操作数端口' },
  none: { en: 'Nothing is called that.', 'zh-CN': '没有匹配项。' },
  nothing: {
    en: 'There is nothing to connect to yet: add an operation first.',
    'zh-CN': '还没有可连接的对象：请先添加一个运算。',
  },
  open: { en: 'Leave this port open', 'zh-CN': '让此端口空着' },
  more: (count: number): Text => ({
    en: `${count} more: type to find them`,
    'zh-CN': `另有 ${count} 项：输入文字查找`,
  }),
  operand: (port: number, name: string): Text => ({
    en: `operand ${port}: ${name}`,
    'zh-CN': `第 ${port} 个操作数：${name}`,
  }),
  connected: (source: string, target: string, port: number): Text => ({
    en: `Connected ${source} to ${target}, operand ${port}.`,
    'zh-CN': `已将 ${source} 连接到 ${target} 的第 ${port} 个操作数。`,
  }),
};

/** What is to be known of a port before a wire is laid to it. */
export function stateText({ state, now = '' }: Offer): Text {
  switch (state) {
    case 'free':
      return { en: 'free', 'zh-CN': '空闲' };
    case 'more':
      return { en: 'one more operand', 'zh-CN': '再加一个操作数' };
    case 'taken':
      return { en: `replaces ${now}`, 'zh-CN': `替换 ${now}` };
    case 'same':
      return { en: 'connected already', 'zh-CN': '已连接' };
    case 'circle':
      return { en: 'would run in a circle', 'zh-CN': '会形成环' };
  }
}
