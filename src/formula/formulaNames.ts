import { type Op, ops, type Text } from '../ops/index.ts';

/** Further names of functions, each with the op it stands for. */
const aliases: Readonly<Record<string, string>> = {
  log: 'ln',
  pow: 'power',
  logistic: 'sigmoid',
  swish: 'silu',
  heaviside: 'step',
  id: 'identity',
  dot: 'matmul',
  bce: 'binaryCrossEntropy',
  bceWithLogits: 'binaryCrossEntropyWithLogits',
};

/** Letters that are a function before a bracket, and a name of its own anywhere else. */
const letters: Readonly<Record<string, string>> = { σ: 'sigmoid', sigma: 'sigmoid' };

/** Functions are found however they are spelled: `leakyRelu`, `LeakyReLU`, `leaky_relu`. */
const byFolded = new Map<string, Op>();
for (const op of ops.values()) byFolded.set(fold(op.id), op);
for (const [alias, id] of Object.entries(aliases)) {
  const op = ops.get(id);
  if (op !== undefined) byFolded.set(fold(alias), op);
}

function fold(name: string): string {
  return name.replace(/[A-Z_]/g, (char) => (char === '_' ? '' : char.toLowerCase()));
}

/** The op that a name stands for where a bracket follows: its id, an alias, or σ. */
export function functionOp(name: string): Op | undefined {
  return Object.hasOwn(letters, name) ? ops.get(letters[name]) : byFolded.get(fold(name));
}

/** Whether a name can only be a function, so that it makes no sense without a bracket. */
export function isFunctionWord(name: string): boolean {
  return !Object.hasOwn(letters, name) && byFolded.has(fold(name));
}

/** A function that may be meant by a name that is none. */
export function nearFunction(name: string): string | undefined {
  const folded = fold(name);
  if (folded.length < 2) return undefined;
  const near = [...byFolded].find(
    ([known]) => known.startsWith(folded) || folded.startsWith(known),
  );
  return near?.[1].id;
}

/** Numbers with a name; a node or a line of that name comes first. */
export const namedNumbers: Readonly<Record<string, number>> = {
  e: Math.E,
  pi: Math.PI,
  π: Math.PI,
};

/** `x`, `y`, `t` and what begins with one of them and a digit or `_` is data; so are these words. */
const dataNames = /^(?:[xytXYT]|inputs?|data|targets?|labels?)(?:[0-9_]|$)/;

/** Whether a name that nobody defined is data (an input) or something to be trained (a parameter). */
export function leafKind(name: string): 'input' | 'parameter' {
  return dataNames.test(name) ? 'input' : 'parameter';
}

/** Values of parameters and inputs that have none yet: unlike one another, and all in ln's reach. */
const parameterValues = [0.5, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.9];
const inputValues = [2, 3, 4, 5];

/** A friendly value for the leaf with this name, the count-th of its kind; a target is 1. */
export function friendlyValue(name: string, count: number): number {
  if (/^[ytYTl]/.test(name) && leafKind(name) === 'input') return 1;
  const values = leafKind(name) === 'input' ? inputValues : parameterValues;
  return values[count % values.length];
}

const conditional: Text = {
  en: 'A graph has no conditions; max, min, relu and step can choose between values.',
  'zh-CN': '计算图里没有条件判断；可以用 max、min、relu、step 在数值之间选择。',
};
const logical: Text = {
  en: 'A graph has no comparisons and no logic; step(x) is 1 from 0 on, else 0.',
  'zh-CN': '计算图里没有比较和逻辑运算；step(x) 在 x ≥ 0 时为 1，否则为 0。',
};
const units: Text = {
  en: 'Numbers have no units here; write the bare number.',
  'zh-CN': '这里的数没有单位，请只写数字。',
};
const infinite: Text = {
  en: 'Only finite numbers can stand in a formula.',
  'zh-CN': '公式里只能写有限的数。',
};
const remainder: Text = {
  en: 'There is no operation for remainders or percentages; write 0.05 for 5 %.',
  'zh-CN': '没有取余或百分号运算；5% 请写成 0.05。',
};

/** Words that are no names in a formula, unless a node or a line has that name. */
export const reservedWords: ReadonlyMap<string, Text> = new Map([
  ...['if', 'then', 'else'].map((word) => [word, conditional] as const),
  ...['and', 'or', 'xor', 'not', 'true', 'false'].map((word) => [word, logical] as const),
  ...['to', 'in'].map((word) => [word, units] as const),
  ...['NaN', 'nan', 'Infinity', 'inf', 'null', 'undefined'].map(
    (word) => [word, infinite] as const,
  ),
  ['mod', remainder],
]);

/** Words behind a number that must be its unit: `90 deg`. */
export const unitWords: ReadonlyMap<string, Text> = new Map(
  ['mm', 'cm', 'km', 'mg', 'kg', 'ms', 'deg', 'rad', 'inch', 'Hz'].map((word) => [word, units]),
);

/** What cannot stand in a formula: how it begins, and why not. The last one is for all the rest. */
export const strangers: readonly (readonly [RegExp, Text])[] = [
  [/^(?:[=!]=|[<>≤≥≠≈])/, logical],
  [/^[?:&~]/, conditional],
  [/^\|/, { en: 'Write abs(x) for |x|.', 'zh-CN': '|x| 请写成 abs(x)。' }],
  [/^%/, remainder],
  [/^!/, { en: 'There is no operation for factorials.', 'zh-CN': '没有阶乘运算。' }],
  [
    /^['"`‘’“”]/,
    { en: 'Quotation marks cannot stand in a formula.', 'zh-CN': '公式里不能有引号。' },
  ],
  [/^[{}]/, { en: 'Use round brackets: ( ).', 'zh-CN': '请使用圆括号 ( )。' }],
  [
    /^\\/,
    {
      en: 'TeX is not read here; write a/b, sqrt(x), x_1.',
      'zh-CN': '这里不识别 TeX，请写成 a/b、sqrt(x)、x_1。',
    },
  ],
  [
    /^\./,
    {
      en: 'A lone point cannot stand here; numbers look like 0.5.',
      'zh-CN': '这里不能是单独的小数点；数写成 0.5 这样。',
    },
  ],
];

/** Names for the result of a line that gives it none, best first. */
export function resultNames({ category }: Op): readonly string[] {
  return category === 'losses' ? ['L', 'loss'] : ['z', 'y', 'f'];
}

/** The letter intermediate results of an op are counted with: s1, s2 for sums. */
export function resultLetter(op: Op): string {
  return arithmeticLetters[op.id] ?? categoryLetters[op.category];
}

const arithmeticLetters: Readonly<Record<string, string>> = {
  add: 's',
  subtract: 'd',
  multiply: 'm',
  divide: 'q',
  negate: 'n',
  power: 'p',
  square: 'p',
  input: 'x',
  parameter: 'w',
};

const categoryLetters: Readonly<Record<Op['category'], string>> = {
  leaves: 'c',
  arithmetic: 'v',
  functions: 'f',
  activations: 'a',
  losses: 'L',
  tensors: 'v',
};
