import fc from 'fast-check';
import { emptyGraph, type Graph, type GraphNode } from '../../src/graph/index.ts';
import { arity, type Op, ops, type Tensor } from '../../src/ops/index.ts';
import { anyShape, tensorOf } from './tensors.ts';

const leaves = [...ops.values()].filter((op) => op.kind === 'leaf');
const operations = [...ops.values()].filter((op) => op.kind === 'operation');

/** Names as people give them, and names that are traps for whoever keeps nodes in plain objects. */
const names = [
  ...['w', 'b', 'x1', 'w1_11', 'α', 'Σ_i', 'é', '_', '_0', 'Lp'],
  ...['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto', 'length', 'undefined'],
];

/** What one node is made of before it has a place in a graph; picks choose among earlier nodes. */
interface Recipe {
  readonly isLeaf: boolean;
  readonly op: number;
  readonly picks: readonly number[];
  readonly value: Tensor | undefined;
  readonly place: number;
  readonly extras: Partial<GraphNode>;
}

const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(-0, 1e-300, 1e300, 0.1, 1e21, 5e-324),
);

/** A value a file may hold. */
export const anyValue: fc.Arbitrary<Tensor> = anyShape.chain((shape) => tensorOf(shape, finite));

const extras = fc.record(
  { position: fc.record({ x: finite, y: finite }), label: fc.string() },
  { requiredKeys: [] },
);

const recipe: fc.Arbitrary<Recipe> = fc.record({
  isLeaf: fc.boolean(),
  op: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: 0, maxLength: 5 }),
  value: fc.option(anyValue, { nil: undefined, freq: 9 }),
  place: fc.nat(),
  extras,
});

/** What `anyGraph` may leave open. */
interface Settings {
  /** Open ports, leaves without value. */
  readonly unfinished?: boolean;
  /** Edges to any node, so that there may be cycles. */
  readonly cyclic?: boolean;
  readonly most?: number;
}

/** Graphs of any ops, in any file order, with the output chosen or not. */
export function anyGraph({ unfinished = true, cyclic = false, most = 12 }: Settings = {}) {
  return fc
    .record({
      recipes: fc.array(recipe, { minLength: 0, maxLength: most }),
      output: fc.option(fc.nat()),
    })
    .map(({ recipes, output }): Graph => {
      const ids = recipes.map((_, i) => names[i] ?? `n${i}`);
      const nodes = recipes.map((it, i) => {
        const reach = ids.slice(0, cyclic ? ids.length : i);
        return it.isLeaf || reach.length === 0
          ? makeLeaf(ids[i], it, unfinished)
          : makeOperation(ids[i], it, reach, unfinished);
      });
      const placed = nodes
        .map((node, i) => ({ node, place: recipes[i].place }))
        .sort((a, b) => a.place - b.place)
        .map(({ node }) => node);
      if (output === null || ids.length === 0) return { ...emptyGraph, nodes: placed };
      return { ...emptyGraph, nodes: placed, output: ids[output % ids.length] };
    });
}

function makeLeaf(id: string, { op, value, extras }: Recipe, unfinished: boolean): GraphNode {
  const kind = leaves[op % leaves.length].id;
  if (value === undefined && unfinished) return { id, op: kind, ...extras };
  return { id, op: kind, value: value ?? 1, ...extras };
}

function makeOperation(
  id: string,
  it: Recipe,
  reach: readonly string[],
  unfinished: boolean,
): GraphNode {
  const op = operations[it.op % operations.length];
  const { least, most } = arity(op);
  const count = Math.min(most, Math.max(least, it.picks.length));
  const inputs = Array.from({ length: count }, (_, port) => {
    const pick = it.picks[port] ?? it.op;
    return unfinished && pick % 7 === 0 ? null : reach[pick % reach.length];
  });
  return { id, op: op.id, inputs, ...someOptions(op, it.op), ...it.extras };
}

function someOptions(op: Op, seed: number): Partial<GraphNode> {
  if (op.kind === 'leaf' || seed % 2 === 0) return {};
  const options = Object.entries(op.options).map(([key, { least, most }]) => [
    key,
    least + ((seed % 10) / 10) * (most - least),
  ]);
  return options.length === 0 ? {} : { options: Object.fromEntries(options) };
}

/** JSON without white space, with the sign of −0, written independently of the product. */
export function compact(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(compact).join(',')}]`;
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${compact(item)}`,
  );
  return `{${entries.join(',')}}`;
}

/** The text without the white space between its tokens. */
export function squeeze(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text) => text ?? '');
}

/** Freezes a value and all it holds: whoever changes it in place throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
