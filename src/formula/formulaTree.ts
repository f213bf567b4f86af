import { clip } from '../graph/index.ts';
import {
  arity,
  type Leaf,
  type Operation,
  type Options,
  ops,
  type Tensor,
  type Text,
} from '../ops/index.ts';
import {
  functionOp,
  isFunctionWord,
  namedNumbers,
  nearFunction,
  reservedWords,
  unitWords,
} from './formulaNames.ts';
import { type Fault, readTokens, type Token } from './formulaTokens.ts';
import { parse } from './mathParse.ts';

/** What a formula says, in terms of ops; `at` is its place in the text. */
export type Expression = LeafExpression | NameExpression | CallExpression;

/** A number or list as it stands, or one that says what it is: `input(3)`. */
export interface LeafExpression {
  readonly kind: 'leaf';
  readonly op?: Leaf['id'];
  readonly value: Tensor;
  readonly at: number;
}

export interface NameExpression {
  readonly kind: 'name';
  readonly name: string;
  readonly at: number;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly op: Operation;
  readonly operands: readonly Expression[];
  readonly options: Options;
  readonly at: number;
  /** A product written with `*` or with nothing, which between tensors could mean two things. */
  readonly plain: boolean;
}

/** A line of a formula: `z = x*y`, or an expression alone. */
export interface Statement {
  readonly name?: string;
  readonly expression: Expression;
  readonly at: number;
}

/** Texts longer than this are no formula somebody typed. */
const longestText = 10_000;

/** Deeper nesting than this could exhaust the stack. */
const deepestNesting = 500;

/**
 * Reads the statements of a formula from the parse tree of mathjs: an allow-list of operators and
 * functions. `isKnown` tells which names mean a value although the text does not define them.
 */
export function readStatements(
  text: string,
  isKnown: (name: string) => boolean,
): readonly Statement[] | Fault {
  if (text.length > longestText) return { at: longestText, reason: tooLong };
  const tokens = readTokens(text);
  if ('reason' in tokens) return tokens;
  if (!tokens.some(({ text }) => text !== '\n' && text !== ';')) return { at: 0, reason: empty };
  const { skeleton, places } = skeletonOf(tokens, isKnown);
  let root: Parsed;
  try {
    // The types of mathjs do not tell kinds of nodes apart.
    root = parse(skeleton) as unknown as Parsed;
  } catch (error) {
    // Anything else is an exhausted stack, which has another name in every browser.
    if (!(error instanceof SyntaxError)) return { at: 0, reason: tooDeep };
    const { char = 1 } = error as { readonly char?: number };
    return misplaced(
      tokens,
      places.findLastIndex((place) => place < char),
      skeleton.length < char,
    );
  }
  return new TreeReader(tokens, isKnown).statements(root);
}

/** A node of the parse tree, as far as it is looked at. */
interface Parsed {
  readonly type: string;
  readonly name?: string;
  /** A number, or the right side of an assignment. */
  readonly value?: unknown;
  readonly fn?: unknown;
  readonly args?: readonly Parsed[];
  readonly content?: Parsed;
  readonly blocks?: readonly { readonly node: Parsed }[];
}

/**
 * The text mathjs parses: token i as the name `n<i>` or the number `<i>`. So every leaf of its tree
 * leads back to its place, any name can be used, and no word of mathjs means anything. Our `@` is its
 * `./`, which binds like it and which nobody else writes.
 */
function skeletonOf(tokens: readonly Token[], isKnown: (name: string) => boolean) {
  const isBeforeBracket = (i: number) => tokens[i + 1]?.text === '(';
  const values = new Set<string>();
  tokens.forEach(({ kind, text }, i) => {
    if (kind === 'name' && !isBeforeBracket(i)) values.add(text);
  });
  const places: number[] = [];
  let skeleton = '';
  tokens.forEach(({ kind, text }, i) => {
    places.push(skeleton.length);
    if (kind === 'number') skeleton += `${i} `;
    else if (kind === 'sign') skeleton += text === '@' ? './ ' : `${text} `;
    else {
      // A value before a bracket is a factor; in brackets of its own it is no call.
      const isFactor = functionOp(text) === undefined && (values.has(text) || isKnown(text));
      skeleton += isFactor && isBeforeBracket(i) ? `(n${i}) ` : `n${i} `;
    }
  });
  return { skeleton: skeleton.trimEnd(), places };
}

/** What mathjs found to be in the wrong place. */
function misplaced(tokens: readonly Token[], index: number, isEnd: boolean): Fault {
  const isBreak = ({ text }: Token) => text === '\n' || text === ';';
  const token = tokens[index];
  if (isEnd || isBreak(token)) {
    const last = tokens.slice(0, index + 1).findLast((other) => !isBreak(other)) ?? token;
    return { at: last.at, reason: unfinished(clip(last.text)) };
  }
  if (token.text === '=') return { at: token.at, reason: noNameBefore };
  return { at: token.at, reason: cannotStand(clip(token.text)) };
}

/** Reads a parse tree; the first thing in it that no graph can do is kept as the fault. */
class TreeReader {
  private readonly tokens: readonly Token[];
  private readonly isKnown: (name: string) => boolean;
  private readonly defined = new Set<string>();
  private fault: Fault | undefined;
  private depth = 0;

  constructor(tokens: readonly Token[], isKnown: (name: string) => boolean) {
    this.tokens = tokens;
    this.isKnown = isKnown;
  }

  statements(root: Parsed): readonly Statement[] | Fault {
    const lines = root.blocks?.map(({ node }) => node) ?? [root];
    for (const line of lines) {
      const name = line.type === 'AssignmentNode' ? this.token(line).text : undefined;
      if (name === undefined) continue;
      if (this.defined.has(name))
        return { at: this.token(line).at, reason: definedTwice(clip(name)) };
      this.defined.add(name);
    }
    const statements = lines.map((line) => this.statement(line));
    return this.fault ?? statements;
  }

  private statement(line: Parsed): Statement {
    const { text, at } = this.token(line);
    if (line.type !== 'AssignmentNode') return { at, expression: this.expression(line) };
    return { at, name: text, expression: this.expression(assigned(line)) };
  }

  private expression(node: Parsed): Expression {
    if (this.fault !== undefined) return nothing;
    if (this.depth >= deepestNesting) return this.refuse(node, tooDeep);
    this.depth++;
    const expression = this.read(node);
    this.depth--;
    return expression;
  }

  private read(node: Parsed): Expression {
    switch (node.type) {
      case 'ParenthesisNode':
        return this.expression(node.content ?? node);
      case 'ConstantNode': {
        const { value = 0, at } = this.token(node);
        return { kind: 'leaf', value, at };
      }
      case 'SymbolNode':
        return this.name(node);
      case 'OperatorNode':
        return this.operator(node);
      case 'FunctionNode':
        return this.call(node);
      case 'AssignmentNode':
        return this.refuse(node, assignmentInside);
      case 'FunctionAssignmentNode':
        return this.refuse(node, functionDefined);
      default:
        return this.refuse(node, noFormula);
    }
  }

  private name(node: Parsed): Expression {
    const { text: name, at } = this.token(node);
    if (this.defined.has(name) || this.isKnown(name)) return { kind: 'name', name, at };
    if (Object.hasOwn(namedNumbers, name)) return { kind: 'leaf', value: namedNumbers[name], at };
    const before = this.tokens[this.index(node) - 1];
    const reason =
      reservedWords.get(name) ?? (before?.kind === 'number' ? unitWords.get(name) : undefined);
    if (reason !== undefined) return this.refuse(node, reason);
    if (isFunctionWord(name)) return this.refuse(node, bareFunction(name));
    return { kind: 'name', name, at };
  }

  private operator(node: Parsed): Expression {
    const [first, second] = node.args ?? [];
    switch (node.fn) {
      case 'add':
        return this.chain('add', node);
      case 'multiply':
      case 'dotMultiply':
        return this.chain('multiply', node);
      case 'subtract':
        return this.apply('subtract', node, [first, second]);
      case 'divide':
        return this.apply('divide', node, [first, second]);
      case 'dotDivide':
        return this.apply('matmul', node, [first, second]);
      case 'pow':
        return this.power(node, first, second);
      case 'unaryPlus':
        return this.expression(first);
      case 'unaryMinus': {
        const number = this.number(first);
        if (number === undefined) return this.apply('negate', node, [first]);
        // In a text −0 is 0.
        return { kind: 'leaf', value: 0 - number, at: this.token(node).at };
      }
      default:
        return this.refuse(node, noFormula);
    }
  }

  /** `a + b + c` is one sum of three; what stands in brackets is an operand of its own. */
  private chain(op: 'add' | 'multiply', node: Parsed): Expression {
    const operands: Parsed[] = [];
    const rest = [node];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (next.type === node.type && next.fn === node.fn) rest.push(...(next.args ?? []));
      else operands.push(next);
    }
    return this.apply(op, node, operands.reverse());
  }

  private power(node: Parsed, base: Parsed, exponent: Parsed): Expression {
    const isE = base.type === 'SymbolNode' && this.token(base).text === 'e';
    if (isE && this.name(base).kind === 'leaf') return this.apply('exp', node, [exponent]);
    if (this.number(exponent) === 2) return this.apply('square', node, [base]);
    return this.apply('power', node, [base, exponent]);
  }

  private apply(id: string, node: Parsed, operands: readonly Parsed[]): Expression {
    const op = ops.get(id);
    if (op?.kind !== 'operation') return this.refuse(node, noFormula);
    const { at } = this.token(node);
    const plain = node.fn === 'multiply';
    const read = operands.map((operand) => this.expression(operand));
    return { kind: 'call', op, operands: read, options: {}, at, plain };
  }

  /** Operands first, then settings in their order or by name: `leakyRelu(x, slope = 0.1)`. */
  private call(node: Parsed): Expression {
    const { text: name, at } = this.token(node);
    const op = functionOp(name);
    if (op === undefined) return this.refuse(node, unknownFunction(clip(name)));
    if (op.kind === 'leaf') return this.leaf(node, op.id);
    const args = node.args ?? [];
    const { least, most } = arity(op);
    const named = args.filter(({ type }) => type === 'AssignmentNode');
    const unnamed = args.filter(({ type }) => type !== 'AssignmentNode');
    const keys = Object.keys(op.options);
    const settings = [
      ...unnamed.slice(most).map((value, i) => ({ key: keys[i], value })),
      ...named.map((arg) => ({ key: this.token(arg).text, value: assigned(arg) })),
    ];
    const isNew = new Set(settings.map(({ key }) => key)).size === settings.length;
    if (unnamed.length < least || !isNew || !settings.every(({ key }) => keys.includes(key))) {
      return this.refuse(node, usage(name, op));
    }
    const options: Record<string, number> = {};
    for (const { key, value } of settings) {
      const read = this.expression(value);
      const { least, most } = op.options[key];
      const isNumber = read.kind === 'leaf' && typeof read.value === 'number';
      if (!isNumber || Number(read.value) < least || Number(read.value) > most) {
        return this.refuse(value, outOfBounds(key, least, most));
      }
      options[key] = Number(read.value);
    }
    const operands = unnamed.slice(0, most).map((operand) => this.expression(operand));
    return { kind: 'call', op, operands, options, at, plain: false };
  }

  private leaf(node: Parsed, op: Leaf['id']): Expression {
    const [first, ...more] = node.args ?? [];
    const read = first && this.expression(first);
    if (read?.kind !== 'leaf' || more.length > 0) return this.refuse(node, leafUsage(op));
    return { kind: 'leaf', op, value: read.value, at: this.token(node).at };
  }

  /** The number a node is, if it stands there bare. */
  private number(node: Parsed): number | undefined {
    const value = node.type === 'ConstantNode' ? this.token(node).value : undefined;
    return typeof value === 'number' ? value : undefined;
  }

  /** The leftmost name or number of a node. */
  private token(node: Parsed | undefined): Token {
    return this.tokens[this.index(node)];
  }

  private index(node: Parsed | undefined): number {
    let at = node;
    while (at !== undefined) {
      if (at.name !== undefined) return Number(at.name.slice(1));
      if (at.type === 'ConstantNode') return Number(at.value);
      at = at.content ?? at.args?.[0];
    }
    return 0;
  }

  private refuse(node: Parsed, reason: Text): Expression {
    this.fault ??= { at: this.token(node).at, reason };
    return nothing;
  }
}

/** What stands in for an expression after a fault; nothing is made of it. */
const nothing: Expression = { kind: 'leaf', value: 0, at: 0 };

function assigned(assignment: Parsed): Parsed {
  return assignment.value as Parsed;
}

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
