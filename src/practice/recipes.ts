import { nodeValue, type Program } from '../engine/index.ts';
import {
  edgeId,
  type GraphNode,
  type Quantity,
  quantityId,
  topologicalOrder,
  upstreamOf,
} from '../graph/index.ts';
import { atom, completeOptions, flatten, ops, type Shape, sizeOf } from '../ops/index.ts';
import { type Flat, type Rule, ruleOf } from './rule.ts';

/** How one quantity is made of others. */
export interface Recipe {
  /** The ids of the quantities it is made of. */
  readonly inputs: readonly string[];
  readonly shape: Shape;
  /** The calculation on the inputs' numbers. */
  readonly make: (inputs: readonly Flat[]) => Flat;
}

/** All quantities of a graph that can be worked out, each after those it is made of. */
export type Recipes = ReadonlyMap<string, Recipe>;

/**
 * The recipes of an evaluated program: values in topological order, then back from the output,
 * node by node, what reaches it and what its edges pass on. Edges that do not lead to the output
 * are left out, as are the gradients of nodes that have no others.
 */
export function recipesOf(program: Program, rules: ReadonlyMap<string, Rule>): Recipes {
  const recipes = new Map<string, Recipe>();
  const { graph, output } = program;
  const computed = topologicalOrder(graph)
    .sorted.map((i) => graph.nodes[i])
    .filter((node) => shapeOfNode(program, node.id) !== undefined);
  for (const node of computed) recipes.set(valueId(node.id), valueRecipe(program, node, rules));
  if (output === undefined) return recipes;
  const live = upstreamOf(graph, output);
  // Filled from the output back, so that a node's list is complete, and in order, when it comes.
  const leaving = new Map<string, string[]>();
  for (const node of computed.filter(({ id }) => live.has(id)).reverse()) {
    const terms = leaving.get(node.id) ?? [];
    recipes.set(gradientId(node.id), gradientRecipe(program, node.id, terms));
    const rule = rules.get(node.id);
    if (rule === undefined) continue;
    node.inputs?.forEach((source, port) => {
      if (source === null) return;
      addEdge(recipes, program, rule, { source, target: node.id, port });
      const contribution = `contribution:${edgeId(source, node.id, port)}`;
      const list = leaving.get(source);
      if (list) list.push(contribution);
      else leaving.set(source, [contribution]);
    });
  }
  return recipes;
}

/** The rules of all operations that can be computed, by node id. */
export function rulesOf(program: Program): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  // Nodes of one op on operands of the same shapes share a rule.
  const byKind = new Map<string, Rule>();
  for (const node of program.graph.nodes) {
    const shape = shapeOfNode(program, node.id);
    const operands = operandsOf(node);
    if (shape === undefined || operands.length === 0) continue;
    const shapes = operands.map((id) => shapeOfNode(program, id) ?? []);
    const kind = JSON.stringify([node.op, node.options, shapes]);
    const rule = byKind.get(kind) ?? ruleOf(node, shapes, shape);
    if (rule === undefined) continue;
    byKind.set(kind, rule);
    rules.set(node.id, rule);
  }
  return rules;
}

/** The operands of a node whose ports are all connected. */
export function operandsOf({ inputs = [] }: GraphNode): readonly string[] {
  return inputs.map((id) => id ?? '');
}

function valueRecipe(program: Program, node: GraphNode, rules: ReadonlyMap<string, Rule>): Recipe {
  const shape = shapeOfNode(program, node.id) ?? [];
  const rule = rules.get(node.id);
  if (rule === undefined) {
    const own = flatten(node.value ?? 0);
    return { inputs: [], shape, make: () => own };
  }
  const operands = operandsOf(node).map(valueId);
  const inputs = distinct(operands);
  const places = operands.map((id) => inputs.indexOf(id));
  return { inputs, shape, make: (of) => rule.value(places.map((place) => of[place])) };
}

/** The sum over the edges that leave a node; the output's own gradient is 1. */
function gradientRecipe(program: Program, id: string, inputs: readonly string[]): Recipe {
  const shape = shapeOfNode(program, id) ?? [];
  const start = new Array<number>(sizeOf(shape)).fill(id === program.output ? 1 : 0);
  const make = (terms: readonly Flat[]) =>
    start.map((seed, i) => terms.reduce((total, term) => total + term[i], seed));
  return { inputs, shape, make };
}

/**
 * Local derivative and contribution of an edge. Only where the op is elementwise and nothing is
 * broadcast is the local derivative a number of its own that the contribution is made of.
 */
function addEdge(
  recipes: Map<string, Recipe>,
  program: Program,
  rule: Rule,
  edge: Omit<Extract<Quantity, { port: number }>, 'kind'>,
): void {
  const { source, target, port } = edge;
  const node = program.graph.nodes[program.index.get(target) ?? -1];
  const named = namedInRule(node, port);
  const values = named.map(valueId);
  const operands = operandsOf(node);
  const asTheyAre = operands.map((id) => flatten(nodeValue(program, id) ?? 0));
  const pass = (upstream: Flat, of: readonly Flat[]) => {
    const numbers = operands.map((id, other) => of[named.indexOf(id)] ?? asTheyAre[other]);
    return rule.contribution(port, numbers, upstream, of[named.indexOf(target)]);
  };
  const id = edgeId(source, target, port);
  const shape = shapeOfNode(program, source) ?? [];
  const upstreamId = gradientId(target);
  const isWhole = ops.get(node.op)?.kind === 'operation' && !isElementwise(program, edge);
  if (isWhole) {
    recipes.set(`contribution:${id}`, {
      inputs: [upstreamId, ...values],
      shape,
      make: ([upstream, ...of]) => pass(upstream, of),
    });
    return;
  }
  const ones = new Array<number>(sizeOf(shape)).fill(1);
  recipes.set(`local:${id}`, { inputs: values, shape, make: (of) => pass(ones, of) });
  recipes.set(`contribution:${id}`, {
    inputs: [upstreamId, `local:${id}`],
    shape,
    make: ([upstream, local]) => upstream.map((number, i) => number * local[i]),
  });
}

function isElementwise(program: Program, { source, target }: { source: string; target: string }) {
  const op = ops.get(program.graph.nodes[program.index.get(target) ?? -1].op);
  const [a, b] = [shapeOfNode(program, source), shapeOfNode(program, target)];
  return op?.kind === 'operation' && op.layout === 'elementwise' && a?.join() === b?.join();
}

/** The operands, and the node itself, whose values stand in the rule of a local derivative. */
function namedInRule(node: GraphNode, port: number): readonly string[] {
  const op = ops.get(node.op);
  if (op?.kind !== 'operation') return [];
  const all = [...operandsOf(node), node.id];
  const sign = (place: number) => `⟨${place}⟩`;
  const operands = all.slice(0, -1).map((_, place) => atom(sign(place)));
  const result = atom(sign(operands.length));
  const rule = op.derivativeTex(port, operands, result, completeOptions(op, node.options)).tex;
  return distinct(all.filter((_, place) => rule.includes(sign(place))));
}

function shapeOfNode({ shapes, index }: Program, id: string): Shape | undefined {
  return shapes[index.get(id) ?? -1];
}

function valueId(node: string): string {
  return quantityId({ kind: 'value', node });
}

function gradientId(node: string): string {
  return quantityId({ kind: 'gradient', node });
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
