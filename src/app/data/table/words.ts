import type { Text } from '../../../ops/index.ts';

/** The texts of the table of data. */
export const words = {
  title: { en: 'Data table', 'zh-CN': '数据表' },
  grid: {
    en: 'The data: arrow keys go from cell to cell, Enter edits one',
    'zh-CN': '数据：方向键在单元格之间移动，Enter 编辑',
  },
  number: { en: 'Row', 'zh-CN': '行' },
  test: { en: 'test', 'zh-CN': '测试' },
  addRow: { en: 'Row', 'zh-CN': '行' },
  addRowName: { en: 'Add a row below', 'zh-CN': '在下方添加一行' },
  addColumn: { en: 'Column', 'zh-CN': '列' },
  addColumnName: { en: 'Add a column to the right', 'zh-CN': '在右侧添加一列' },
  removeColumnName: { en: 'Delete column', 'zh-CN': '删除列' },
  split: { en: '0/1', 'zh-CN': '0/1' },
  splitName: {
    en: 'Add a column of 0 and 1 for each word',
    'zh-CN': '为每种文字添加一列 0 与 1',
  },
  copyName: { en: 'Copy all cells', 'zh-CN': '复制全部单元格' },
  export: { en: 'CSV', 'zh-CN': 'CSV' },
  exportName: { en: 'Save as CSV', 'zh-CN': '另存为 CSV' },
  empty: {
    en: 'The graph has no data. Bring some in by the panel.',
    'zh-CN': '图中没有数据，请从面板中添加。',
  },
  help: {
    en: 'Arrow keys go from cell to cell, typing or Enter edits, Esc leaves it as it was. Cells of a spreadsheet can be pasted.',
    'zh-CN':
      '方向键在单元格之间移动，直接输入或按 Enter 编辑，Esc 放弃修改；可粘贴电子表格中的单元格。',
  },
} as const satisfies Record<string, Text>;

/** How many rows would be deleted, where they are many. */
export function rowsText(count: number): Text {
  return count < 2 ? words.addRow : { en: `${count} rows`, 'zh-CN': `${count} 行` };
}

/** What deletes the marked rows. */
export function removeRowsName(count: number): Text {
  return {
    en: count < 2 ? 'Delete row' : `Delete ${count} rows`,
    'zh-CN': count < 2 ? '删除行' : `删除 ${count} 行`,
  };
}

/** What a row is called. */
export function rowName(row: number, isTest: boolean): Text {
  return {
    en: `Row ${row}${isTest ? ', for testing' : ''}`,
    'zh-CN': `第 ${row} 行${isTest ? '，测试集' : ''}`,
  };
}

/** What the editor of a cell is called. */
export function cellName(column: string, row: number): Text {
  return { en: `${column}, row ${row}`, 'zh-CN': `${column}，第 ${row} 行` };
}

/** What the editor of a column's name is called. */
export function columnName(column: string): Text {
  return { en: `Name of column ${column}`, 'zh-CN': `列 ${column} 的名称` };
}

/** How many cells were copied. */
export function copiedText(rows: number): Text {
  return {
    en: rows === 1 ? 'Copied 1 row.' : `Copied ${rows} rows.`,
    'zh-CN': `已复制 ${rows} 行。`,
  };
}
