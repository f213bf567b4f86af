import { compile } from '../engine/index.ts';
import {
  findNode,
  type Graph,
  type GraphNode,
  indexNodes,
  topologicalOrder,
} from '../graph/index.ts';
import {
  arity,
  atom,
  completeOptions,
  type Operation,
  type Options,
  ops,
  shapeOf,
  type Term,
} from '../ops/index.ts';
import { nameTex } from './name.ts';
import { isWrittenOut, tensorSource } from './tensorText.ts';
import { numberTex } from './working.ts';

/** What a node is equal to, as text that `addFormula` reads back and as TeX. */
export interface NodeFormula {
  readonly text: string;
  readonly tex: string;
}

/** Formulas longer than this, in characters of text, stop at the names of nodes. */
const longestFormula = 1000;

/** About so many characters of TeX are as long as one of text. */
const texPerText = 4;

/**
 * The right side of a node's formula, in terms of its operands, expanded down to the leaves, or down
 * to the nodes of a set; where that would be longer than `longest`, the longest operands stay names.
 * Open ports are question marks. Undefined for a leaf without value or where there is no such node.
 */
export function formulaOf(
  graph: Graph,
  id: string,
  terms: 'operands' | 'leaves' | ReadonlySet<string> = 'operands',
  longest = longestFormula,
): NodeFormula | undefined {
  const node = findNode(graph, id);
  if (node === undefined) return;
  const op = ops.get(node.op);
  if (op?.kind !== 'operation') {
    if (node.value === undefined) return;
    return { text: tensorSource(node.value), tex: numberTex(node.value).tex };
  }
  const isTensor = tensorTest(graph);
  const expanded = new Map<string, Piece>();
  if (terms !== 'operands') {
    for (const operand of operandsBefore(graph, node)) {
      const inner = ops.get(operand.op);
      if (inner?.kind !== 'operation') continue;
      if (terms !== 'leaves' && terms.has(operand.id)) continue;
      const operands = shorten(graph, operand, inner, expanded, longest);
      expanded.set(operand.id, write(inner, operand, operands, isTensor));
    }
  }
  const { text, term } = write(op, node, shorten(graph, node, op, expanded, longest), isTensor);
  return { text, tex: term.tex };
}

/** A piece of a formula; `level` tells how tightly its outermost sign binds. */
interface Piece {
  readonly text: string;
  readonly level: number;
  readonly term: Term;
}

/** As mathjs binds: a sign before a factor belongs to that factor. */
const level = { sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

/** All that a node is computed from, operands first. */
function operandsBefore(graph: Graph, node: GraphNode): readonly GraphNode[] {
  const index = indexNodes(graph);
  const needed = new Set(node.inputs);
  for (const id of needed) {
    const at = id === null ? undefined : index.get(id);
    if (at !== undefined) for (const input of graph.nodes[at].inputs ?? []) needed.add(input);
  }
  const { sorted } = topologicalOrder(graph, index);
  return sorted.map((i) => graph.nodes[i]).filter(({ id }) => needed.has(id));
}

/** The operands of a node, expanded; the longest of them are named until all fit. */
function shorten(
  graph: Graph,
  node: GraphNode,
  op: Operation,
  expanded: ReadonlyMap<string, Piece>,
  longest: number,
): Piece[] {
  const { inputs = [] } = node;
  const count = Math.max(inputs.length, arity(op).least);
  const names = Array.from({ length: count }, (_, port) => symbol(graph, inputs[port] ?? null));
  const pieces = names.map((name, port) => expanded.get(inputs[port] ?? '') ?? name);
  let total = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
  const byLength = [...pieces.keys()].sort((a, b) => sizeOf(pieces[b]) - sizeOf(pieces[a]));
  for (const port of byLength) {
    if (total <= longest) break;
    total += sizeOf(names[port]) - sizeOf(pieces[port]);
    pieces[port] = names[port];
  }
  return pieces;
}

function sizeOf({ text, term }: Piece): number {
  return Math.max(text.length, term.tex.length / texPerText);
}

/** A node as an operand: constants by their value, all others by name. */
function symbol(graph: Graph, id: string | null): Piece {
  if (id === null) return { text: '?', level: level.atom, term: numberTex(undefined) };
  const node = graph.nodes[indexNodes(graph).get(id) ?? -1];
  if (node?.op !== 'constant' || node.value === undefined || !isWrittenOut(shapeOf(node.value))) {
    return { text: id, level: level.atom, term: atom(nameTex(id)) };
  }
  const text = tensorSource(node.value);
  const isNegative = text.startsWith('-');
  return { text, level: isNegative ? level.sign : level.atom, term: numberTex(node.value) };
}

function write(
  op: Operation,
  node: GraphNode,
  operands: readonly Piece[],
  isTensor: (id: string | null) => boolean,
): Piece {
  const options = completeOptions(op, node.options);
  const term = op.tex(
    operands.map((operand) => operand.term),
    options,
  );
  const infix = Object.hasOwn(writers, op.id) ? writers[op.id] : undefined;
  if (infix === undefined) return { text: call(op, operands, options), level: level.atom, term };
  const dotted = (node.inputs ?? []).filter(isTensor).length > 1;
  return { ...infix(operands, dotted), term };
}

type Written = Omit<Piece, 'term'>;

/** The ops that are written with signs; all others are called by their id. */
const writers: Readonly<Record<string, (operands: readonly Piece[], dotted: boolean) => Written>> =
  {
    add: (terms) => ({ text: join(terms, ' + ', level.sum), level: level.sum }),
    subtract: (terms) => ({ text: join(terms, ' - ', level.sum), level: level.sum }),
    multiply: (factors, dotted) => ({
      text: join(factors, dotted ? ' .* ' : '*', level.product),
      level: level.product,
    }),
    divide: (operands) => ({ text: join(operands, '/', level.product), level: level.product }),
    matmul: (operands) => ({ text: join(operands, ' @ ', level.product), level: level.product }),
    negate: ([a]) => ({ text: `-${asOperandOfSign(a)}`, level: level.sign }),
    square: ([a]) => ({ text: `${within(a, level.atom)}^2`, level: level.power }),
    power: ([base, exponent]) => ({
      text: `${within(base, level.atom)}^${asExponent(exponent)}`,
      level: level.power,
    }),
  };

/** Operators of one level group to the left: only what follows the first needs to bind tighter. */
function join(operands: readonly Piece[], sign: string, least: number): string {
  const [first, ...rest] = operands;
  const further = rest.map((operand) =>
    operand.text.startsWith('-') ? `(${operand.text})` : within(operand, least + 1),
  );
  return [within(first, least), ...further].join(sign);
}

/** −3 is a constant, −(3) the negative of one. */
function asOperandOfSign(operand: Piece): string {
  return /^[0-9.]+(?:e[-+]?[0-9]+)?$/.test(operand.text)
    ? `(${operand.text})`
    : within(operand, level.power);
}

/** x^2 is a square, x^(2) a power. */
function asExponent(exponent: Piece): string {
  if (exponent.text === '2') return '(2)';
  return /^-[0-9]/.test(exponent.text) && exponent.level === level.sign
    ? exponent.text
    : within(exponent, level.atom);
}

function within(piece: Piece, least: number): string {
  return piece.level < least ? `(${piece.text})` : piece.text;
}

function call(op: Operation, operands: readonly Piece[], options: Options): string {
  const changed = Object.entries(options).filter(
    ([key, value]) => value !== op.options[key].default,
  );
  return `${op.id}(${[
    ...operands.map(({ text }) => text),
    ...changed.map(([key, value]) => `${key}=${value}`),
  ].join(', ')})`;
}

/** Tells vectors and matrices from scalars; a graph of numbers alone need not be compiled for it. */
function tensorTest(graph: Graph): (id: string | null) => boolean {
  if (!graph.nodes.some(({ value }) => typeof value === 'object')) return () => false;
  const { index, shapes } = compile(graph);
  return (id) => (shapes[index.get(id ?? '') ?? -1]?.length ?? 0) > 0;
}
