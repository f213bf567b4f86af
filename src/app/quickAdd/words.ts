import type { Text } from '../../ops/index.ts';

/** The texts of quick-add. Names between backticks are set as mathematics (see `Prose`). */
export const words = {
  title: { en: 'Add to the graph', 'zh-CN': '添加到计算图' },
  field: { en: 'Operation or formula', 'zh-CN': '运算或公式' },
  placeholder: { en: 'Operation, or z = x*y', 'zh-CN': '运算名，或公式 z = x*y' },
  operations: { en: 'Operations', 'zh-CN': '运算' },
  examples: { en: 'Or type a formula, such as', 'zh-CN': '也可以直接输入公式，例如' },
  none: {
    en: 'No operation is called that. A formula such as z = x*y can be typed here too.',
    'zh-CN': '没有这个名称的运算。这里也可以输入公式，例如 z = x*y。',
  },
  noneFits: {
    en: 'No operation of that name fits this wire.',
    'zh-CN': '没有这个名称且适合这条连线的运算。',
  },
  build: { en: 'Build', 'zh-CN': '搭建' },
  where: { en: 'Where the formula goes', 'zh-CN': '公式的去向' },
  anew: { en: 'New graph', 'zh-CN': '新建计算图' },
  join: { en: 'Add to this graph', 'zh-CN': '加入当前图' },
  newLine: { en: 'Shift + Enter: one more line', 'zh-CN': 'Shift + Enter：另起一行' },
  reading: { en: 'Reading the formula…', 'zh-CN': '正在读取公式…' },
  failed: {
    en: 'The formula could not be laid out; nothing was added.',
    'zh-CN': '公式的布局失败，未添加任何内容。',
  },
  noReader: {
    en: 'Formulas could not be loaded. Check the connection and try again.',
    'zh-CN': '公式功能加载失败，请检查网络后重试。',
  },
} as const satisfies Record<string, Text>;

/** Where what is chosen is going to be connected. */
export const connected = {
  from: (name: string): Text => ({
    en: `Takes \`${name}\` as its operand`,
    'zh-CN': `以 \`${name}\` 为操作数`,
  }),
  into: (name: string, port: string, portZh: string): Text => ({
    en: `Becomes an operand of \`${name}\`: ${port}`,
    'zh-CN': `作为 \`${name}\` 的操作数：${portZh}`,
  }),
  between: (source: string, target: string): Text => ({
    en: `Goes between \`${source}\` and \`${target}\``,
    'zh-CN': `插入到 \`${source}\` 和 \`${target}\` 之间`,
  }),
};

/** How many operations a formula makes. */
export function operationCount(count: number): Text {
  return {
    en: count === 1 ? '1 operation' : `${count} operations`,
    'zh-CN': `${count} 个运算`,
  };
}

/** More names than this are not listed. */
const mostNames = 6;

/** Which nodes of the graph a formula refers to. */
export function usesText(ids: readonly string[]): Text {
  const names = ids.slice(0, mostNames).map((id) => `\`${id}\``);
  const rest = ids.length > mostNames ? ', …' : '';
  return {
    en: `uses ${names.join(', ')}${rest} of the graph`,
    'zh-CN': `引用图中的 ${names.join('、')}${rest}`,
  };
}

/** Offers to differentiate what a formula comes to. */
export function outputText(name: string): Text {
  return { en: `Make \`${name}\` the output`, 'zh-CN': `将 \`${name}\` 设为输出` };
}

/** That a formula has become a graph of its own. */
export function anewText(output: string, nodes: number): Text {
  return {
    en: `Built ${output}: a new graph with ${nodes} ${nodes === 1 ? 'node' : 'nodes'}. Undo brings back the former one.`,
    'zh-CN': `已搭建 ${output}：新计算图，共 ${nodes} 个节点。撤销可恢复原来的图。`,
  };
}

/** That the graph of a formula was added. */
export function builtText(output: string, nodes: number): Text {
  return {
    en: `Built ${output}: ${nodes} ${nodes === 1 ? 'node' : 'nodes'} added.`,
    'zh-CN': `已搭建 ${output}：添加了 ${nodes} 个节点。`,
  };
}
