import type { Text } from '../../ops/index.ts';
import type { Delimiter, Encoding } from '../../training/index.ts';

/** The texts of the data section. */
export const words = {
  title: { en: 'Data', 'zh-CN': '数据' },
  lead: {
    en: 'Rows of numbers to train on: each input takes its values from a column. Without data, training uses the values of the graph.',
    'zh-CN': '用于训练的数据行：每个输入从一列中取值。没有数据时，训练使用图中的值。',
  },
  builtIn: { en: 'Built-in', 'zh-CN': '内置数据' },
  paste: { en: 'Paste', 'zh-CN': '粘贴' },
  open: { en: 'Open CSV', 'zh-CN': '打开 CSV' },
  other: { en: 'Take other data:', 'zh-CN': '换用其他数据：' },
  remove: { en: 'Remove data', 'zh-CN': '移除数据' },
  table: { en: 'Open table', 'zh-CN': '打开表格' },
  pasteLabel: { en: 'Rows of numbers', 'zh-CN': '数据行' },
  pasteHelp: {
    en: 'Paste cells of a spreadsheet or lines of CSV here.',
    'zh-CN': '在此粘贴电子表格的单元格或 CSV 文本。',
  },
  read: { en: 'Use these rows', 'zh-CN': '使用这些行' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  inputsHelp: {
    en: 'The column each input takes its values from.',
    'zh-CN': '每个输入取值的列。',
  },
  noColumn: { en: 'keeps its value', 'zh-CN': '保持原值' },
  noColumnYet: { en: 'choose a column', 'zh-CN': '请选择一列' },
  noInputs: {
    en: 'The graph has no input of a single number that a column could go to. Add one from the palette.',
    'zh-CN': '图中没有可以对应一列数据的单个数输入，请从左侧添加。',
  },
  noneBound: {
    en: 'No column goes to an input yet, so training does without the data.',
    'zh-CN': '还没有列对应到输入，训练不会使用这些数据。',
  },
  scaling: { en: 'Scaling', 'zh-CN': '归一化' },
  columnsHelp: {
    en: 'Scaling brings the numbers of a column to a common size for training.',
    'zh-CN': '归一化会在训练时把一列数变换到相近的大小。',
  },
  test: { en: 'Test set', 'zh-CN': '测试集' },
  noTest: { en: 'none', 'zh-CN': '无' },
  testHelp: {
    en: 'Rows set aside to see how well training does on what it has not seen.',
    'zh-CN': '留出一部分行，用来检验对未见过数据的效果。',
  },
  share: { en: 'Share in %', 'zh-CN': '占比（%）' },
  seed: { en: 'Seed', 'zh-CN': '随机种子' },
  shareName: { en: 'Share of rows to test with, in %', 'zh-CN': '测试集占比（%）' },
  testSeedName: { en: 'Seed of the test set', 'zh-CN': '测试集的随机种子' },
  anotherTest: { en: 'Draw another test set', 'zh-CN': '重新抽取测试集' },
  pasted: { en: 'Pasted text', 'zh-CN': '粘贴的文本' },
  another: { en: 'Another draw', 'zh-CN': '换一组' },
  delimiter: { en: 'Between cells', 'zh-CN': '分隔符' },
  header: { en: 'First line', 'zh-CN': '首行' },
  headerYes: { en: 'names of columns', 'zh-CN': '列名' },
  headerNo: { en: 'a row of data', 'zh-CN': '数据' },
  decimal: { en: 'Decimals', 'zh-CN': '小数点' },
  point: { en: '1.5 (point)', 'zh-CN': '1.5（点）' },
  comma: { en: '1,5 (comma)', 'zh-CN': '1,5（逗号）' },
  encoding: { en: 'Encoding', 'zh-CN': '编码' },
  allColumns: { en: 'Take all columns', 'zh-CN': '采用所有列' },
  blank: { en: 'Type in', 'zh-CN': '手动输入' },
  done: { en: 'Done', 'zh-CN': '完成' },
  notRead: { en: 'This could not be taken over.', 'zh-CN': '无法采用这些数据。' },
  unreadable: {
    en: 'The browser cannot read this file. It may have been moved or is a folder.',
    'zh-CN': '浏览器无法读取该文件，它可能已被移走，或者是文件夹。',
  },
  constant: {
    en: 'All its numbers are equal: scaled they are 0.',
    'zh-CN': '这一列的数都相等，归一化后为 0。',
  },
  preview: { en: 'The first rows', 'zh-CN': '前几行' },
  tooLong: (megabytes: number): Text => ({
    en: `The file is ${megabytes} MB long; it may have up to 32 MB.`,
    'zh-CN': `文件有 ${megabytes} MB，最大为 32 MB。`,
  }),
  refused: (name: string, reason: Text): Text => ({
    en: `${name}: ${reason.en}`,
    'zh-CN': `${name}：${reason['zh-CN']}`,
  }),
} as const;

/** What the delimiters are called. */
export const delimiterNames: Readonly<Record<Delimiter, Text>> = {
  ',': { en: 'comma', 'zh-CN': '逗号' },
  ';': { en: 'semicolon', 'zh-CN': '分号' },
  '\t': { en: 'tab', 'zh-CN': '制表符' },
  ' ': { en: 'space', 'zh-CN': '空格' },
};

/** What the encodings are called. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
};

/** How many columns are scaled. */
export function scaledText(columns: number): Text {
  return columns === 0
    ? { en: 'none', 'zh-CN': '无' }
    : { en: count(columns, 'column'), 'zh-CN': `${columns} 列` };
}

/** What the scalings are called. */
export const scalingNames = {
  none: { en: 'as it is', 'zh-CN': '不变' },
  range: { en: 'to 0 … 1', 'zh-CN': '缩放到 0 … 1' },
  standard: { en: 'mean 0, deviation 1', 'zh-CN': '均值 0、标准差 1' },
} as const;

/** How many rows and columns there are. */
export function sizeText(rows: number, columns: number): Text {
  return {
    en: `${count(rows, 'row')} · ${count(columns, 'column')}`,
    'zh-CN': `${written(rows)} 行 · ${columns} 列`,
  };
}

/** How many rows train and how many test. */
export function splitText(train: number, test: number): Text {
  return {
    en: `${written(train)} to train · ${written(test)} to test`,
    'zh-CN': `训练集 ${written(train)} 行 · 测试集 ${written(test)} 行`,
  };
}

/** How many rows were left out. */
export function leftOutText(rows: number): Text {
  return {
    en: `${count(rows, 'row')} left out`,
    'zh-CN': `略去 ${written(rows)} 行`,
  };
}

/** Which columns were left out, and why. */
export function leftOutColumnsText(names: readonly string[]): Text {
  return {
    en: `Left out, as too many different words: ${names.join(', ')}.`,
    'zh-CN': `因不同的文字过多而略去的列：${names.join('、')}。`,
  };
}

/** Doing without the column that so many rows fail at. */
export function withoutText(column: string, rows: number): Text {
  return {
    en: `Do without ${column} (${count(rows, 'row')})`,
    'zh-CN': `不用 ${column} 列（${written(rows)} 行）`,
  };
}

/** A row that was left out, by its line. */
export function lineText(line: number, reason: Text): Text {
  return {
    en: `Line ${line}: ${reason.en}`,
    'zh-CN': `第 ${line} 行：${reason['zh-CN']}`,
  };
}

/** What the seed of a built-in set is called. */
export function setSeedOf(set: Text): Text {
  return { en: `Seed of the set: ${set.en}`, 'zh-CN': `${set['zh-CN']}的随机种子` };
}

/** How many more there are than are listed. */
export function moreText(more: number): Text {
  return { en: `and ${written(more)} more`, 'zh-CN': `另有 ${written(more)} 行` };
}

/** How a column is listed: from the least to the greatest, or by how many words it has. */
export function rangeText(least: string, most: string): Text {
  return { en: `${least} to ${most}`, 'zh-CN': `${least} 到 ${most}` };
}

/** The words of a column. */
export function labelsText(labels: readonly string[]): Text {
  const shown = labels.slice(0, 4);
  const more = labels.length > shown.length;
  return {
    en: shown.join(', ') + (more ? ', …' : ''),
    'zh-CN': shown.join('、') + (more ? '……' : ''),
  };
}

/** What a list of scalings is called. */
export function scalingOf(column: string): Text {
  return { en: `Scaling of ${column}`, 'zh-CN': `${column} 的归一化` };
}

/** What a list of columns is called. */
export function columnOf(input: string): Text {
  return { en: `Column for ${input}`, 'zh-CN': `${input} 对应的列` };
}

function count(n: number, thing: string): string {
  return `${written(n)} ${thing}${n === 1 ? '' : 's'}`;
}

/** Large counts are easier to read in groups of three. */
function written(n: number): string {
  return n < 10_000 ? String(n) : n.toLocaleString('en-US');
}
