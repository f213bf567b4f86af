import type { NumbersOf } from '../engine/index.ts';
import {
  type Edge,
  edgesOf,
  findNode,
  type Graph,
  type GraphNode,
  outputOf,
  parseQuantity,
  quantityId,
  topologicalOrder,
  upstreamOf,
} from '../graph/index.ts';
import {
  atom,
  binding,
  completeOptions,
  type Operation,
  ops,
  shapeOf,
  type Tensor,
  type Term,
  within,
} from '../ops/index.ts';
import { nameTex } from './name.ts';
import { type Digits, formatNumber } from './number.ts';
import { isWrittenOut } from './tensorText.ts';

/** How one quantity is worked out, as TeX: `rule = numbers = result`. */
export interface Working {
  /** An equation of symbols, what is worked out on its left: `m_1 = 2 \cdot w`. */
  readonly rule: string;
  /** Its right side with the numbers put in: `2 \cdot 3`. */
  readonly numbers: string;
  /** What comes out: `6`; a blank where that is not known. */
  readonly result: string;
}

const blank = atom('\\square');

/** Edges written out in a sum; a node may have thousands. */
const mostTerms = 6;

/**
 * The working of a quantity, or undefined where there is nothing to work out (a leaf's value, a
 * derivative that is not one number per element). Numbers that `numbersOf` does not know are blanks.
 */
export function working(
  graph: Graph,
  quantity: string,
  numbersOf: NumbersOf,
  digits?: Digits,
): Working | undefined {
  const asked = parseQuantity(quantity);
  if (asked === undefined) return;
  const at: Site = { graph, numbersOf, digits };
  switch (asked.kind) {
    case 'value':
      return valueWorking(at, asked.node);
    case 'gradient':
      return gradientWorking(at, asked.node);
    case 'local':
      return localWorking(at, asked);
    case 'contribution':
      return contributionWorking(at, asked);
  }
}

/** `∂of/∂by` as TeX. */
export function partialTex(of: string, by: string): string {
  return `\\frac{\\partial ${of}}{\\partial ${by}}`;
}

/** A node in a formula: a constant is its number, anything else its name. */
function symbolTex(graph: Graph, id: string | null, digits?: Digits): Term {
  if (id === null) return blank;
  const node = findNode(graph, id);
  const isNumber = node?.op === 'constant' && typeof node.value === 'number';
  return isNumber ? numberTex(node.value, digits) : atom(nameTex(id));
}

/** A number, vector or matrix as it is shown elsewhere too; large ones by their shape. */
export function numberTex(tensor: Tensor | undefined, digits?: Digits): Term {
  if (tensor === undefined) return blank;
  if (typeof tensor === 'number') return scalarTex(tensor, digits);
  const shape = shapeOf(tensor);
  if (!isWrittenOut(shape)) return atom(`\\left[${shape.join(' \\times ')}\\right]`);
  const rows = shape.length === 1 ? [tensor as readonly number[]] : (tensor as number[][]);
  const lines = rows.map((row) => row.map((number) => scalarTex(number, digits).tex).join(' & '));
  return atom(`\\begin{bmatrix}${lines.join(' \\\\ ')}\\end{bmatrix}`);
}

/**
 * The edges through which a node reaches the output, in the order in which the backward pass comes
 * along them.
 */
export function edgesToOutput(graph: Graph, id: string): Edge[] {
  const place = new Map(topologicalOrder(graph).sorted.map((node, i) => [graph.nodes[node].id, i]));
  const output = outputOf(graph);
  const needed = output === undefined ? new Set<string>() : upstreamOf(graph, output);
  const rank = (edge: Edge) => place.get(edge.target) ?? 0;
  return edgesOf(graph)
    .filter(({ source, target }) => source === id && needed.has(target))
    .sort((a, b) => rank(b) - rank(a) || a.port - b.port);
}

/** The graph with the numbers to put in. */
interface Site {
  readonly graph: Graph;
  readonly numbersOf: NumbersOf;
  readonly digits: Digits | undefined;
}

type EdgeEnds = Pick<Edge, 'source' | 'target' | 'port'>;

function valueWorking({ graph, numbersOf, digits }: Site, id: string): Working | undefined {
  const of = operationOf(graph, id);
  if (of === undefined) return;
  const { node, op } = of;
  const inputs = node.inputs ?? [];
  const options = completeOptions(op, node.options);
  const symbols = inputs.map((input) => symbolTex(graph, input, digits));
  const numbers = inputs.map((input) => valueTex(numbersOf, input, digits));
  return {
    rule: `${nameTex(id)} = ${op.tex(symbols, options).tex}`,
    numbers: op.tex(numbers, options).tex,
    result: valueTex(numbersOf, id, digits).tex,
  };
}

function localWorking(at: Site, edge: EdgeEnds): Working | undefined {
  const of = operationOf(at.graph, edge.target);
  if (of === undefined || of.op.layout === 'whole') return;
  return {
    rule: `${localTex(at.graph, edge)} = ${derivative(at, edge, 'symbols').tex}`,
    numbers: derivative(at, edge, 'numbers').tex,
    result: numberTex(at.numbersOf(quantityId({ kind: 'local', ...ends(edge) })), at.digits).tex,
  };
}

function contributionWorking(at: Site, edge: EdgeEnds): Working | undefined {
  const { graph, numbersOf, digits } = at;
  const output = outputOf(graph);
  if (output === undefined || operationOf(graph, edge.target) === undefined) return;
  const isOnly = edgesToOutput(graph, edge.source).length < 2;
  const whole = partialTex(nameTex(output), nameTex(edge.source));
  return {
    rule: `${whole} ${isOnly ? '=' : '\\mathrel{+}='} ${chainTex(at, edge, 'symbols')}`,
    numbers: chainTex(at, edge, 'numbers'),
    result: numberTex(numbersOf(quantityId({ kind: 'contribution', ...ends(edge) })), digits).tex,
  };
}

function gradientWorking(at: Site, id: string): Working | undefined {
  const { graph, numbersOf, digits } = at;
  const output = outputOf(graph);
  if (output === undefined || findNode(graph, id) === undefined) return;
  const whole = partialTex(nameTex(output), nameTex(id));
  const result = numberTex(numbersOf(quantityId({ kind: 'gradient', node: id })), digits).tex;
  const edges = edgesToOutput(graph, id);
  if (edges.length === 0) {
    const seed = id === output ? '1' : '0';
    return { rule: `${whole} = ${seed}`, numbers: seed, result };
  }
  const sum = (term: (edge: Edge) => string) => {
    const terms = edges.slice(0, mostTerms).map(term);
    return [...terms, ...(edges.length > mostTerms ? ['\\cdots'] : [])].join(' + ');
  };
  const contributions = sum((edge) => {
    const number = numbersOf(quantityId({ kind: 'contribution', ...ends(edge) }));
    return within(numberTex(number, digits), binding.product);
  });
  const chains = sum((edge) => chainTex(at, edge, 'numbers'));
  return {
    rule: `${whole} = ${sum((edge) => chainTex(at, edge, 'symbols'))}`,
    numbers: edges.length === 1 ? chains : `${chains} = ${contributions}`,
    result,
  };
}

/**
 * Upstream gradient times local derivative. Where a whole-tensor op has two operands, the factor
 * from the local derivative stands on the side of the operand it is made of; where an operand was
 * broadcast, what comes back is added up.
 */
function chainTex(at: Site, edge: EdgeEnds, as: 'symbols' | 'numbers'): string {
  const { graph, numbersOf, digits } = at;
  const output = outputOf(graph) ?? '';
  const known = numbersOf(quantityId({ kind: 'gradient', node: edge.target }));
  const upstream =
    as === 'numbers'
      ? numberTex(known, digits)
      : atom(partialTex(nameTex(output), nameTex(edge.target)));
  const op = operationOf(graph, edge.target)?.op;
  if (op?.layout === 'whole') {
    const factor = within(derivative(at, edge, as), binding.product);
    const rest = within(upstream, binding.product);
    return edge.port === 0 ? `${rest} \\, ${factor}` : `${factor} \\, ${rest}`;
  }
  const local =
    as === 'symbols'
      ? atom(localTex(graph, edge))
      : numberTex(numbersOf(quantityId({ kind: 'local', ...ends(edge) })), digits);
  const value = numbersOf(quantityId({ kind: 'value', node: edge.source }));
  const isTensor = typeof known === 'object';
  const isBroadcast =
    isTensor && value !== undefined && shapeOf(value).join() !== shapeOf(known).join();
  const sign = isTensor ? '\\odot' : '\\cdot';
  const product = `${within(upstream, binding.product)} ${sign} ${within(local, binding.power)}`;
  return isBroadcast ? `\\sum ${product}` : product;
}

/** ∂target/∂source; where a node is used twice by the same op, the port is told too. */
function localTex(graph: Graph, { source, target, port }: EdgeEnds): string {
  const inputs = findNode(graph, target)?.inputs ?? [];
  const isOnly = inputs.indexOf(source) === inputs.lastIndexOf(source);
  const by = isOnly ? nameTex(source) : `${nameTex(source)}^{(${port + 1})}`;
  return partialTex(nameTex(target), by);
}

/** The op's own formula for its local derivative. */
function derivative(
  { graph, numbersOf, digits }: Site,
  { target, port }: EdgeEnds,
  as: 'symbols' | 'numbers',
): Term {
  const of = operationOf(graph, target);
  if (of === undefined) return blank;
  const term = (id: string | null) =>
    as === 'symbols' ? symbolTex(graph, id, digits) : valueTex(numbersOf, id, digits);
  const operands = (of.node.inputs ?? []).map(term);
  return of.op.derivativeTex(port, operands, term(target), completeOptions(of.op, of.node.options));
}

/** A node that is an operation with as many operands as it needs. */
function operationOf(
  graph: Graph,
  id: string,
): { readonly node: GraphNode; readonly op: Operation } | undefined {
  const node = findNode(graph, id);
  const op = ops.get(node?.op ?? '');
  if (node === undefined || op?.kind !== 'operation') return;
  const least = op.ports.kind === 'variadic' ? 2 : op.ports.names.length;
  return (node.inputs ?? []).length < least ? undefined : { node, op };
}

function valueTex(numbersOf: NumbersOf, id: string | null, digits: Digits | undefined): Term {
  return id === null
    ? blank
    : numberTex(numbersOf(quantityId({ kind: 'value', node: id })), digits);
}

function scalarTex(number: number, digits?: Digits): Term {
  const text = formatNumber(number, digits);
  if (Number.isNaN(number)) return atom('\\mathrm{NaN}');
  const [mantissa, exponent] = text.replace('∞', '\\infty').split('e');
  const tex = exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent}}`;
  if (text.startsWith('-')) return { tex, binding: binding.sign };
  return { tex, binding: exponent === undefined ? binding.atom : binding.product };
}

function ends({ source, target, port }: EdgeEnds): EdgeEnds {
  return { source, target, port };
}
