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
  reservedWords,
  unitWords,
} from './formulaNames.ts';
import { type Parsed, parseTokens } from './formulaParse.ts';
import { longestText, reasons } from './formulaReasons.ts';
import { type Fault, readTokens, type Token } from './formulaTokens.ts';

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
  if (text.length > longestText) return { at: longestText, reason: reasons.tooLong };
  const tokens = readTokens(text);
  if ('reason' in tokens) return tokens;
  if (!tokens.some(({ text }) => text !== '\n' && text !== ';'))
    return { at: 0, reason: reasons.empty };
  const root = parseTokens(tokens, isKnown);
  if ('reason' in root) return root;
  return new TreeReader(tokens, isKnown).statements(root);
}

/** The names an expression uses, added to those there are. */
export function namesIn(expression: Expression, names = new Set<string>()): ReadonlySet<string> {
  if (expression.kind === 'name') names.add(expression.name);
  if (expression.kind === 'call') {
    for (const operand of expression.operands) namesIn(operand, names);
  }
  return names;
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
        return { at: this.token(line).at, reason: reasons.definedTwice(clip(name)) };
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
    if (this.depth >= deepestNesting) return this.refuse(node, reasons.tooDeep);
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
        return this.refuse(node, reasons.assignmentInside);
      case 'FunctionAssignmentNode':
        return this.refuse(node, reasons.functionDefined);
      default:
        return this.refuse(node, reasons.noFormula);
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
    if (isFunctionWord(name)) return this.refuse(node, reasons.bareFunction(name));
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
        return this.refuse(node, reasons.noFormula);
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
    if (op?.kind !== 'operation') return this.refuse(node, reasons.noFormula);
    const { at } = this.token(node);
    const plain = node.fn === 'multiply';
    const read = operands.map((operand) => this.expression(operand));
    return { kind: 'call', op, operands: read, options: {}, at, plain };
  }

  /** Operands first, then settings in their order or by name: `leakyRelu(x, slope = 0.1)`. */
  private call(node: Parsed): Expression {
    const { text: name, at } = this.token(node);
    const op = functionOp(name);
    if (op === undefined) return this.refuse(node, reasons.unknownFunction(clip(name)));
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
      return this.refuse(node, reasons.usage(name, op));
    }
    const options: Record<string, number> = {};
    for (const { key, value } of settings) {
      const read = this.expression(value);
      const { least, most } = op.options[key];
      const isNumber = read.kind === 'leaf' && typeof read.value === 'number';
      if (!isNumber || Number(read.value) < least || Number(read.value) > most) {
        return this.refuse(value, reasons.outOfBounds(key, least, most));
      }
      options[key] = Number(read.value);
    }
    const operands = unnamed.slice(0, most).map((operand) => this.expression(operand));
    return { kind: 'call', op, operands, options, at, plain: false };
  }

  private leaf(node: Parsed, op: Leaf['id']): Expression {
    const [first, ...more] = node.args ?? [];
    const read = first && this.expression(first);
    if (read?.kind !== 'leaf' || more.length > 0) return this.refuse(node, reasons.leafUsage(op));
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
