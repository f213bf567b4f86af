import { backward, compile, forward, nodeGradient, nodeValue } from '../../src/engine/index.ts';
import { type FormulaResult, fromFormula } from '../../src/formula/fromFormula.ts';
import { findNode, type Graph, setOutput } from '../../src/graph/index.ts';
import type { Tensor } from '../../src/ops/index.ts';

/** The result of a formula that must become a graph. */
export function read(text: string): FormulaResult & { readonly ok: true } {
  return accepted(fromFormula(text));
}

/** A result that must be no refusal. */
export function accepted(result: FormulaResult): FormulaResult & { readonly ok: true } {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result;
}

/** A node written with its operands in front notation: `(add (multiply 2 w) 1)`; constants as numbers. */
export function structure(graph: Graph, id: string): string {
  const node = findNode(graph, id);
  if (node?.op === 'constant') return JSON.stringify(node.value);
  if (node?.inputs === undefined) return id;
  const operands = node.inputs.map((input) => structure(graph, input ?? '?'));
  const options = node.options === undefined ? [] : [JSON.stringify(node.options)];
  return `(${[node.op, ...operands, ...options].join(' ')})`;
}

/** The structure of what a formula computes. */
export function structureOf(text: string): string {
  const { graph, output } = read(text);
  return structure(graph, output);
}

/** The value of a node. */
export function valueIn(graph: Graph, id: string): Tensor | undefined {
  const program = compile(graph);
  forward(program);
  return nodeValue(program, id);
}

/** The gradients of nodes by this output. */
export function gradientsOf(graph: Graph, output: string, ids: readonly string[]) {
  const program = compile(setOutput(graph, output));
  forward(program);
  backward(program);
  return ids.map((id) => nodeGradient(program, id));
}
