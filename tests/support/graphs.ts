import fc from 'fast-check';
import {
  emptyGraph,
  type Graph,
  type GraphNode,
  type Group,
  type Note,
} from '../../src/graph/index.ts';
import {
  arity,
  completeOptions,
  type Op,
  ops,
  type Shape,
  shapeOf,
  type Tensor,
} from '../../src/ops/index.ts';
import { anyShape, intervalOf, numberIn, tensorOf } from './tensors.ts';

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

const localized = fc.oneof(
  fc.string(),
  fc.dictionary(fc.constantFrom('en', 'zh-CN', 'de'), fc.string()),
);

/** Boxes before it is known what they hold: nodes and boxes choose by number where they stand. */
const sections = fc.record({
  boxes: fc.array(
    fc.record({
      parent: fc.nat(),
      rest: fc.record({ title: localized, collapsed: fc.boolean() }, { requiredKeys: [] }),
    }),
    { maxLength: 4 },
  ),
  places: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  notes: fc.array(
    fc.record({
      box: fc.nat(),
      text: localized,
      position: fc.record({ x: finite, y: finite }),
      width: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
});

/** Adds boxes in boxes and notes to a graph; with neither, the sections are left out. */
function withSections(
  graph: Graph,
  { boxes, places, notes }: Parameters<Parameters<typeof sections.map>[0]>[0],
): Graph {
  const ids = boxes.map((_, i) => names[i] ?? `g${i}`);
  // One choice more than there are boxes: to stand in none.
  const choose = (pick: number, reach: readonly string[]) =>
    [...reach, undefined][pick % (reach.length + 1)];
  const homes = graph.nodes.map((_, i) => choose(places[i % places.length] + i, ids));
  const groups = boxes.map(({ parent, rest }, i): Group => {
    const box = choose(parent, ids.slice(0, i));
    const nodes = graph.nodes.filter((_, n) => homes[n] === ids[i]).map(({ id }) => id);
    return { id: ids[i], ...rest, nodes, ...(box !== undefined && { parent: box }) };
  });
  // Those that hold nothing may not be in a file; whatever stands in them holds nothing either.
  const holds = (box: Group): boolean =>
    box.nodes.length > 0 || groups.some((other) => other.parent === box.id && holds(other));
  const filled = groups.filter(holds);
  const written = notes.map(({ box, width, ...note }, i): Note => {
    const group = choose(
      box,
      filled.map(({ id }) => id),
    );
    return {
      id: names[i],
      ...note,
      ...(width !== undefined && { width }),
      ...(group !== undefined && { group }),
    };
  });
  return {
    ...graph,
    ...(filled.length > 0 && { groups: filled }),
    ...(written.length > 0 && { notes: written }),
  };
}

/** Graphs of any ops, in any file order, with the output chosen or not, with boxes and notes. */
export function anyGraph(settings: Settings = {}): fc.Arbitrary<Graph> {
  return fc
    .tuple(bareGraph(settings), sections)
    .map(([graph, sections]) => withSections(graph, sections));
}

function bareGraph({ unfinished = true, cyclic = false, most = 12 }: Settings) {
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

/** One op of a tame graph: which one, and which earlier nodes it takes. */
interface Step {
  readonly op: number;
  readonly picks: readonly number[];
}

/**
 * Finished graphs over all ops in which every operand is first bent into its op's interval
 * (least + width · σ(x)), so that all numbers are moderate and all derivatives exist. No two bends
 * are alike and none takes 0 to 0: two ways to one number would meet in ties and kinks, where the
 * conventions of several ops need not add up to a slope.
 */
export const tameGraph: fc.Arbitrary<Graph> = fc
  .record({
    leaves: fc.array(
      anyShape.chain((shape) => tensorOf(shape, numberIn([-3, 3]))),
      { minLength: 1, maxLength: 4 },
    ),
    steps: fc.array(
      fc.record({ op: fc.nat(), picks: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }) }),
      { minLength: 1, maxLength: 6 },
    ),
    backwards: fc.boolean(),
  })
  .map(({ leaves, steps, backwards }): Graph => {
    const nodes: GraphNode[] = leaves.map((value, i) => ({
      id: `leaf${i}`,
      op: 'parameter',
      value,
    }));
    const results = leaves.map((value, i) => ({ id: `leaf${i}`, shape: shapeOf(value) }));
    steps.forEach((step, i) => {
      addTamed(nodes, results, step, `r${i}_`);
    });
    const output = results[results.length - 1].id;
    return { ...emptyGraph, nodes: backwards ? nodes.reverse() : nodes, output };
  });

/** Adds the op, if its operands fit together, with what bends them before it. */
function addTamed(
  nodes: GraphNode[],
  results: { id: string; shape: Shape }[],
  { op: pick, picks }: Step,
  stem: string,
): void {
  const op = operations[pick % operations.length];
  const { least, most } = arity(op);
  const count = Math.min(most, least + (pick % 4));
  const operands = picks.slice(0, count).map((pick) => results[pick % results.length]);
  const shape = op.shape(
    operands.map((operand) => operand.shape),
    completeOptions(op, undefined),
  );
  if (shape === null) return;
  const bent = operands.map(({ id }, port) => {
    const [least, most] = intervalOf(op, port);
    const inset = 0.0003 * (most - least) * nodes.length;
    nodes.push(
      { id: `${stem}w${port}`, op: 'constant', value: most - least - 3 * inset },
      { id: `${stem}f${port}`, op: 'constant', value: least + inset },
      { id: `${stem}s${port}`, op: 'sigmoid', inputs: [id] },
      { id: `${stem}m${port}`, op: 'multiply', inputs: [`${stem}s${port}`, `${stem}w${port}`] },
      { id: `${stem}b${port}`, op: 'add', inputs: [`${stem}f${port}`, `${stem}m${port}`] },
    );
    return `${stem}b${port}`;
  });
  // An operand that is used twice is bent once: x·x has to stay one node with itself.
  const inputs = bent.map((name, port) => {
    const before = operands.findIndex(
      ({ id }, other) => id === operands[port].id && intervalOf(op, other) === intervalOf(op, port),
    );
    return before < port ? bent[before] : name;
  });
  nodes.push({ id: stem, op: op.id, inputs });
  results.push({ id: stem, shape });
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
