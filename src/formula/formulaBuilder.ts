import { compile } from '../engine/index.ts';
import { freshAmong, type Graph, type GraphNode, indexNodes } from '../graph/index.ts';
import {
  completeOptions,
  type Leaf,
  type Op,
  type Options,
  ops,
  type Shape,
  shapeOf,
  type Tensor,
} from '../ops/index.ts';
import { friendlyValue, leafKind, resultLetter, resultNames } from './formulaNames.ts';
import {
  type CallExpression,
  type Expression,
  type LeafExpression,
  namesIn,
  type Statement,
} from './formulaTree.ts';

/** A node of the graph, or a new one, which gets its id as soon as its name is known. */
interface Made {
  readonly number: number;
  readonly op: Op | undefined;
  readonly inputs: readonly Made[];
  readonly value?: Tensor;
  readonly options: Options;
  /** Undefined where it cannot be told. */
  readonly shape: Shape | undefined;
  id?: string;
}

/** How long the first or the last axis of a new name must be for a product with its neighbour. */
interface Fit {
  readonly axis: 'first' | 'last';
  readonly length: number;
}

/** An operand: a number becomes a node, a constant of its own, when it is used. */
type Operand = Made | LeafExpression;

/** Makes the nodes of statements, operands first, and one for every different expression. */
export class FormulaBuilder {
  private readonly graph: Graph;
  private readonly statements: readonly Statement[];
  private readonly shapes: readonly (Shape | undefined)[];
  /** Names without a value that must be vectors or matrices. */
  private readonly factors: ReadonlySet<string>;
  /** Ids that no new node may get. */
  private readonly taken: Set<string>;
  private readonly byName = new Map<string, Made>();
  private readonly byKey = new Map<string, Made>();
  private readonly made: Made[] = [];
  private readonly results: Made[] = [];
  private readonly counts = { input: 0, parameter: 0 };
  private numbers = 0;

  constructor(graph: Graph, statements: readonly Statement[]) {
    this.graph = graph;
    this.statements = statements;
    this.shapes = compile(graph).shapes;
    this.factors = new Set(statements.flatMap(({ expression }) => factorNames(expression)));
    this.taken = new Set(graph.nodes.map(({ id }) => id));
    for (const { name, expression } of statements) {
      if (name !== undefined) this.taken.add(name);
      for (const used of namesIn(expression)) this.taken.add(used);
    }
  }

  /** Makes the nodes of a statement; those it uses must be there. */
  add(statement: number): void {
    const { name, expression } = this.statements[statement];
    const operand = this.build(expression);
    const result = name === undefined ? this.node(operand) : this.define(name, operand, expression);
    this.results[statement] = result;
  }

  /** The new nodes for the file. What has no name yet gets a fresh one: s1, s2 for sums. */
  nodes(): GraphNode[] {
    for (const it of this.results) {
      if (it.op?.kind === 'operation') this.identify(it, resultNames(it.op));
    }
    for (const it of this.made) this.identify(it, [`${it.op ? resultLetter(it.op) : 'v'}1`]);
    return this.made.map(({ id = '', op, inputs, value, options }) => {
      const node = { id, op: op?.id ?? '' };
      if (value !== undefined) return { ...node, value };
      const operation = { ...node, inputs: inputs.map((input) => input.id ?? null) };
      return Object.keys(options).length === 0 ? operation : { ...operation, options };
    });
  }

  /** The last result that is computed and not used by another one. */
  output(): string {
    const used = new Set(this.made.flatMap(({ inputs }) => inputs));
    const last = this.results.findLast((it) => it.op?.kind === 'operation' && !used.has(it));
    return (last ?? this.results.at(-1))?.id ?? '';
  }

  /** What each statement came to. */
  resultIds(): string[] {
    return this.results.map(({ id = '' }) => id);
  }

  private identify(it: Made, names: readonly string[]): void {
    if (it.id !== undefined) return;
    it.id = names.find((name) => !this.taken.has(name)) ?? freshAmong(this.taken, names[0]);
    this.taken.add(it.id);
  }

  private define(name: string, operand: Operand, { kind }: Expression): Made {
    const isInGraph = indexNodes(this.graph).has(name);
    const id = isInGraph ? freshAmong(this.taken, name) : name;
    this.taken.add(id);
    const result = kind === 'name' ? this.identity(operand) : this.nameless(operand, name);
    result.id = id;
    this.byName.set(name, result);
    return result;
  }

  /** `y = x` makes a node that passes x on. */
  private identity(operand: Operand): Made {
    return this.make(ops.get('identity'), [this.node(operand)]);
  }

  /** A node that can take a name; one that has a name already is made a second time. */
  private nameless(operand: Operand, name: string): Made {
    if ('kind' in operand) return this.leaf(operand.op ?? leafKind(name), operand.value);
    if (operand.id === undefined) return operand;
    const inputs = operand.inputs.map((input) =>
      input.id === undefined && input.op?.kind === 'leaf'
        ? this.leaf(input.op.id, input.value ?? 0)
        : input,
    );
    return this.make(operand.op, inputs, operand.options);
  }

  private build(expression: Expression, fit?: Fit): Operand {
    switch (expression.kind) {
      case 'leaf':
        return expression;
      case 'name':
        return this.named(expression.name, fit);
      case 'call':
        return this.call(expression);
    }
  }

  /** What a name refers to: a line, a node of the graph, or a new leaf. */
  private named(name: string, fit?: Fit): Made {
    const known = this.byName.get(name) ?? this.existing(name);
    if (known !== undefined) return known;
    const leaf = this.leaf(leafKind(name), this.friendly(name, fit));
    leaf.id = name;
    this.byName.set(name, leaf);
    return leaf;
  }

  private existing(id: string): Made | undefined {
    const index = indexNodes(this.graph).get(id);
    if (index === undefined) return undefined;
    const op = ops.get(this.graph.nodes[index].op);
    const shape = this.shapes[index];
    const made = { number: this.numbers++, op, inputs: [], options: {}, shape, id };
    this.byName.set(id, made);
    return made;
  }

  private friendly(name: string, fit?: Fit): Tensor {
    const next = () => friendlyValue(name, this.counts[leafKind(name)]++);
    if (fit === undefined && !this.factors.has(name)) return next();
    const isMatrix = /^\p{Lu}/u.test(name);
    const row = (length: number) => Array.from({ length }, next);
    if (!isMatrix) return row(fit?.length ?? 2);
    const [rows, columns] = fit?.axis === 'first' ? [fit.length, 2] : [2, fit?.length ?? 2];
    return Array.from({ length: rows }, () => row(columns));
  }

  private call(expression: CallExpression): Made {
    const { op, options, plain } = expression;
    const operands = this.operands(expression);
    const isTensor = (it: Operand) => (shapeOfOperand(it)?.length ?? 0) > 0;
    if (!plain || operands.filter(isTensor).length < 2) return this.apply(op, operands, options);
    // As mathjs multiplies: from the left, two tensors by the matrix product.
    const product = operands.reduce((left, right) =>
      this.apply(ops.get(isTensor(left) && isTensor(right) ? 'matmul' : 'multiply'), [left, right]),
    );
    return this.node(product);
  }

  /** The operands of a call. A new name beside a matrix is given as many entries as it takes. */
  private operands({ op, plain, operands }: CallExpression): Operand[] {
    const built: Operand[] = [];
    const [first, second] = operands;
    if (op.id === 'matmul' && first.kind === 'name' && second.kind !== 'name') {
      const right = this.build(second);
      const length = shapeOfOperand(right)?.[0];
      return [
        this.build(first, length === undefined ? undefined : { axis: 'last', length }),
        right,
      ];
    }
    for (const operand of operands) {
      const shape = built.length === 0 ? undefined : shapeOfOperand(built[built.length - 1]);
      const fits = op.id === 'matmul' || (plain && shape?.length === 2);
      const length = fits ? shape?.at(-1) : undefined;
      built.push(this.build(operand, length === undefined ? undefined : { axis: 'first', length }));
    }
    return built;
  }

  /** One node for every different expression. */
  private apply(op: Op | undefined, operands: readonly Operand[], options: Options = {}): Made {
    const key = JSON.stringify([
      op?.id,
      options,
      operands.map((it) => ('kind' in it ? [it.op, it.value] : it.number)),
    ]);
    const same = this.byKey.get(key);
    if (same !== undefined) return same;
    const inputs = operands.map((operand) => this.node(operand));
    const made = this.make(op, inputs, options);
    this.byKey.set(key, made);
    return made;
  }

  private node(operand: Operand): Made {
    return 'kind' in operand ? this.leaf(operand.op ?? 'constant', operand.value) : operand;
  }

  private leaf(op: Leaf['id'], value: Tensor): Made {
    const leaf = { inputs: [], options: {}, value, shape: shapeOf(value) };
    return this.push({ number: this.numbers++, op: ops.get(op), ...leaf });
  }

  private make(op: Op | undefined, inputs: readonly Made[], options: Options = {}): Made {
    const shapes = inputs.flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
    const isWhole = op?.kind === 'operation' && shapes.length === inputs.length;
    const shape = isWhole ? op.shape(shapes, completeOptions(op, options)) : null;
    return this.push({ number: this.numbers++, op, inputs, options, shape: shape ?? undefined });
  }

  private push(made: Made): Made {
    this.made.push(made);
    return made;
  }
}

function shapeOfOperand(operand: Operand): Shape | undefined {
  return 'kind' in operand ? shapeOf(operand.value) : operand.shape;
}

/** The names that stand as a factor of a matrix product. */
function factorNames(expression: Expression): readonly string[] {
  if (expression.kind !== 'call') return [];
  const { op, operands } = expression;
  return operands.flatMap((operand) =>
    op.id === 'matmul' && operand.kind === 'name' ? [operand.name] : factorNames(operand),
  );
}
