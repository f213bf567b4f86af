import { findNode, nameRule, type Refusal } from '../../graph/index.ts';
import { arity, ops, type Text } from '../../ops/index.ts';
import { currentGraph } from '../store/document.ts';

/** Why an edit was refused, and what to do instead. */
export function refusalText(refusal: Refusal): Text {
  switch (refusal.kind) {
    case 'cycle': {
      const path = refusal.path.join(' → ');
      return {
        en: `Not connected: the graph would run in a circle (${path}). A value cannot depend on itself.`,
        'zh-CN': `未连接：这样会形成环（${path}），一个值不能依赖它自己。`,
      };
    }
    case 'no-port':
      return noPort(refusal.target);
    case 'bad-name':
      return {
        en: `“${refusal.name}” cannot be a name: ${nameRule.en}.`,
        'zh-CN': `“${refusal.name}”不能作为名称：${nameRule['zh-CN']}。`,
      };
    case 'name-taken':
      return {
        en: `There is already a node named ${refusal.name}. Names are unique.`,
        'zh-CN': `已有名为 ${refusal.name} 的节点，名称不能重复。`,
      };
  }
}

function noPort(target: string): Text {
  const op = ops.get(findNode(currentGraph(), target)?.op ?? '');
  const most = op ? arity(op).most : 0;
  if (most === 0) {
    return {
      en: `Not connected: ${target} is a leaf and takes no operands.`,
      'zh-CN': `未连接：${target} 是叶子节点，没有操作数。`,
    };
  }
  return {
    en: `Not connected: all ${most} ports of ${target} are taken. Drop the wire on the port you want to replace.`,
    'zh-CN': `未连接：${target} 的 ${most} 个端口都已占用。请把连线放到要替换的端口上。`,
  };
}
