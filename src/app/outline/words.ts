import type { Text } from '../../ops/index.ts';
import type { Column, RowOrder } from './rows.ts';

/** The texts of the outline. */
export const words = {
  title: { en: 'Outline', 'zh-CN': '大纲' },
  table: {
    en: 'The graph as a table: arrow keys go from cell to cell, Enter edits one',
    'zh-CN': '以表格呈现的图：方向键在单元格之间移动，Enter 编辑',
  },
  help: {
    en: 'Arrow keys go from cell to cell, Enter or a second click edits, Esc leaves it as it was, Delete removes the node.',
    'zh-CN': '方向键在单元格之间移动，按 Enter 或再次点击即可编辑，Esc 放弃修改，Delete 删除节点。',
  },
  order: { en: 'Order', 'zh-CN': '顺序' },
  newOp: { en: 'Operation of the new node', 'zh-CN': '新节点的运算' },
  add: { en: 'Add node', 'zh-CN': '添加节点' },
  empty: {
    en: 'The graph has no nodes yet. Choose an operation above and add one.',
    'zh-CN': '图中还没有节点。请在上方选择一种运算并添加。',
  },
  isOutput: { en: 'output', 'zh-CN': '输出' },
  makeOutput: { en: 'make output', 'zh-CN': '设为输出' },
  notConnected: { en: 'not connected', 'zh-CN': '未连接' },
  oneMore: { en: 'one more operand', 'zh-CN': '再加一个操作数' },
  noGroup: { en: 'no group', 'zh-CN': '无' },
  pages: { en: 'Pages', 'zh-CN': '分页' },
  previous: { en: 'Previous page', 'zh-CN': '上一页' },
  next: { en: 'Next page', 'zh-CN': '下一页' },
} as const satisfies Record<string, Text>;

/** What the columns are called. */
export const columnNames: Readonly<Record<Column, Text>> = {
  name: { en: 'Name', 'zh-CN': '名称' },
  op: { en: 'Operation', 'zh-CN': '运算' },
  operands: { en: 'Operands', 'zh-CN': '操作数' },
  value: { en: 'Value', 'zh-CN': '值' },
  gradient: { en: 'Gradient', 'zh-CN': '梯度' },
  shape: { en: 'Shape', 'zh-CN': '形状' },
  group: { en: 'Group', 'zh-CN': '组' },
  output: { en: 'Output', 'zh-CN': '输出' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
};

/** What the orders are called. */
export const orderNames: Readonly<Record<RowOrder, Text>> = {
  file: { en: 'as in the file', 'zh-CN': '文件顺序' },
  computed: { en: 'as computed', 'zh-CN': '计算顺序' },
  name: { en: 'by name', 'zh-CN': '按名称' },
};

/** How many nodes there are. */
export function countText(count: number): Text {
  return { en: count === 1 ? '1 node' : `${count} nodes`, 'zh-CN': `${count} 个节点` };
}

/** Which rows are on the page. */
export function pageText(first: number, last: number, count: number): Text {
  return { en: `${first}–${last} of ${count}`, 'zh-CN': `${first}–${last} / ${count}` };
}

/** What a cell's editor is called. */
export function editorName(column: Column, id: string): Text {
  const name = columnNames[column];
  return { en: `${name.en} of ${id}`, 'zh-CN': `${id} 的${name['zh-CN']}` };
}

/** What the list for one operand is called. */
export function operandName(id: string, port: number, name: Text): Text {
  return {
    en: `Operand ${port + 1} of ${id}: ${name.en}`,
    'zh-CN': `${id} 的第 ${port + 1} 个操作数：${name['zh-CN']}`,
  };
}

/** What deletes a node. */
export function removeName(id: string): Text {
  return { en: `Delete ${id}`, 'zh-CN': `删除 ${id}` };
}
