import { emptyGraph, findNode, type Graph, isName, readParsed, setValue } from '../graph/index.ts';
import { ops, type Tensor } from '../ops/index.ts';
import { Failure } from './failure.ts';

/** A leaf and the value it shall have instead of the one in the file. */
export interface Assignment {
  readonly name: string;
  readonly value: Tensor;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** True for a text that begins like `w=`; a file of such a name can be written `./w=`. */
export function isAssignment(text: string): boolean {
  return isName(text.slice(0, Math.max(0, text.indexOf('='))).trim());
}

/** Reads `w=3` or `x=[1, 2]`; the reason, where it is no such text. */
export function readAssignment(text: string): Assignment | string {
  const at = text.indexOf('=');
  if (at < 1) return `--set takes a name and a value such as w=3, not "${text}"`;
  const name = text.slice(0, at).trim();
  const value = readValue(text.slice(at + 1).trim());
  if (value !== undefined) return { name, value };
  return `--set ${name} takes a finite number or rows of them such as 3 or [1, 2], not "${text.slice(at + 1)}"`;
}

/** The graph with another value in one of its leaves; `file` is for messages. */
export function assign(graph: Graph, { name, value }: Assignment, file: string): Graph {
  const node = findNode(graph, name);
  if (node !== undefined && isLeaf(node.op)) return setValue(graph, name, value);
  const leaves = graph.nodes.filter((other) => isLeaf(other.op)).map((other) => other.id);
  const reason =
    node === undefined
      ? `There is no node ${name} to set.`
      : `Node ${name}: its value is computed by ${node.op} and cannot be set.`;
  throw new Failure(`${file}: ${reason} Leaves: ${some(leaves)}.`);
}

/** The first ids of a list, for messages. */
export function some(ids: readonly string[]): string {
  return ids.slice(0, 20).join(', ') + (ids.length > 20 ? ', …' : '');
}

function isLeaf(op: string): boolean {
  return ops.get(op)?.kind === 'leaf';
}

/** What a file could hold as a leaf's value, and numbers that JSON would not take (+1, .5). */
function readValue(text: string): Tensor | undefined {
  const value = decimal.test(text) ? Number(text) : parseJson(text);
  const read = readParsed({ ...emptyGraph, nodes: [{ id: 'x', op: 'input', value }] });
  return read.ok ? read.graph.nodes[0].value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
