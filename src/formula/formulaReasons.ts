import type { Leaf, Operation, Text } from '../ops/index.ts';
import { nearFunction } from './formulaNames.ts';

/** Texts longer than this are no formula somebody typed. */
export const longestText = 10_000;

const empty: Text = {
  en: 'Write a formula such as z = x*y.',
  'zh-CN': '请写一个公式，例如 z = x*y。',
};
const tooLong: Text = {
  en: `The formula is too long; it may have up to ${longestText} characters.`,
  'zh-CN': `公式太长，最多 ${longestText} 个字符。`,
};
const tooDeep: Text = {
  en: 'This is nested too deeply; give parts of it a name, each on a line of its own.',
  'zh-CN': '嵌套太深；请把其中的部分另起一行，各取一个名称。',
};
const noNameBefore: Text = {
  en: 'Left of = only a single name can stand, as in z = x*y.',
  'zh-CN': '等号左边只能是一个名称，例如 z = x*y。',
};
const assignmentInside: Text = {
  en: 'Nothing can be assigned inside an expression; write it on a line of its own.',
  'zh-CN': '表达式内部不能赋值，请另起一行书写。',
};
const functionDefined: Text = {
  en: 'Functions cannot be defined; write the result, as in y = x^2.',
  'zh-CN': '不能定义函数；请直接写结果，例如 y = x^2。',
};
const noFormula: Text = {
  en: 'There is no operation for this.',
  'zh-CN': '没有与此对应的运算。',
};

function unfinished(last: string): Text {
  return {
    en: `Something is missing after ${last}.`,
    'zh-CN': `${last} 后面缺少内容。`,
  };
}

function cannotStand(text: string): Text {
  return {
    en: `${text} cannot stand here; is something missing before it?`,
    'zh-CN': `这里不能是 ${text}；前面是否缺了什么？`,
  };
}

function definedTwice(name: string): Text {
  return {
    en: `${name} is defined a second time here; choose another name.`,
    'zh-CN': `${name} 在这里被重复定义，请换一个名称。`,
  };
}

function bareFunction(name: string): Text {
  return {
    en: `${name} is a function: write ${name}(x).`,
    'zh-CN': `${name} 是函数，请写成 ${name}(x)。`,
  };
}

function unknownFunction(name: string): Text {
  const near = nearFunction(name);
  return {
    en: `There is no function ${name}. ${near ? `Did you mean ${near}?` : `For a product write ${name}*(…).`}`,
    'zh-CN': `没有函数 ${name}。${near ? `是否想写 ${near}？` : `如果是乘法，请写 ${name}*(…)。`}`,
  };
}

/** How a function is called, with the names of its operands. */
function usage(name: string, op: Operation): Text {
  const write = (language: keyof Text) => {
    const { ports } = op;
    const operands =
      ports.kind === 'fixed'
        ? ports.names.map((port) => port[language])
        : [`${ports.name[language]} 1`, `${ports.name[language]} 2`, '…'];
    return `${name}(${[...operands, ...Object.keys(op.options)].join(', ')})`;
  };
  return {
    en: `The operands do not fit: write ${write('en')}.`,
    'zh-CN': `操作数不符，应写成 ${write('zh-CN')}。`,
  };
}

function leafUsage(op: Leaf['id']): Text {
  return {
    en: `${op} takes one number or list: ${op}(0.5).`,
    'zh-CN': `${op} 需要一个数或列表：${op}(0.5)。`,
  };
}

function outOfBounds(key: string, least: number, most: number): Text {
  return {
    en: `${key} is a number from ${least} to ${most}.`,
    'zh-CN': `${key} 应为 ${least} 到 ${most} 之间的数。`,
  };
}

/** Why a text is no formula, in sentences for people. */
export const reasons = {
  empty,
  tooLong,
  tooDeep,
  noNameBefore,
  assignmentInside,
  functionDefined,
  noFormula,
  unfinished,
  cannotStand,
  definedTwice,
  bareFunction,
  unknownFunction,
  usage,
  leafUsage,
  outOfBounds,
};
