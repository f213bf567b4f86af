import type { Shape } from './tensor.ts';
import { broadcast } from './tensor.ts';
import type { Term } from './tex.ts';
import type { Text } from './text.ts';

/** The shelves of the palette, in the order they are shown. */
export const categories = [
  'leaves',
  'arithmetic',
  'functions',
  'activations',
  'losses',
  'tensors',
] as const;
export type Category = (typeof categories)[number];

/** The settings of one node (`{ slope: 0.01 }`), complete with defaults. */
export type Options = Readonly<Record<string, number>>;

/** One setting of an op: its name, what it is when a node does not say, and where it may lie. */
export interface OptionRule {
  readonly name: Text;
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

/** The operands an op takes: a fixed list with names, or two or more of the same kind. */
export type Ports =
  | { readonly kind: 'fixed'; readonly names: readonly Text[] }
  | { readonly kind: 'variadic'; readonly name: Text };

/** An operand for which an op has no finite value or derivative, and the words for it. */
export interface DomainFault {
  readonly port: number;
  /** The sentence, given the operand's value as it is shown. */
  readonly say: (shown: string) => Text;
}

/**
 * Nodes of one op evaluated together. Item i writes to `start + i` (elementwise ops: an item is
 * one element) or to the block at `start + i · size` (whole-tensor ops: an item is one tensor).
 * An item may use the result of an earlier one: `forward` must take them in order, `backward` in
 * reverse.
 */
export interface Run {
  readonly start: number;
  readonly count: number;
  /** How many operands an item has. */
  readonly arity: number;
  /**
   * Where the operands stand (whole tensors: their first element), item after item: that of item
   * i at port p is `operands[i · arity + p]`. Values and gradients stand at the same places.
   */
  readonly operands: Int32Array;
  readonly options: Options;
  /** Shapes of the operands and of the result; of use to whole-tensor ops only. */
  readonly shapes: readonly Shape[];
  readonly shape: Shape;
  /** Room for one number per port, for ops that need it. */
  readonly scratch: Float64Array;
}

interface Declared {
  /** Stable id used in files and formulas. */
  readonly id: string;
  readonly category: Category;
  readonly name: Text;
  /** The sign on the node's card, plain text. */
  readonly symbol: string;
  /** Further words that find the op in a search. */
  readonly keywords?: readonly string[];
}

/** A node without operands: data, a trainable parameter or a constant. */
export interface Leaf extends Declared {
  readonly kind: 'leaf';
  readonly id: 'input' | 'parameter' | 'constant';
}

/** Everything the product knows about one operation. */
export interface Operation extends Declared {
  readonly kind: 'operation';
  readonly ports: Ports;
  readonly options: Readonly<Record<string, OptionRule>>;
  /** `elementwise` kernels see numbers and broadcasting is done for them; `whole` ones see tensors. */
  readonly layout: 'elementwise' | 'whole';
  /** The result's shape, or null when the operands do not fit together. */
  readonly shape: (operands: readonly Shape[], options: Options) => Shape | null;
  /** Writes the run's results into `values`. */
  readonly forward: (run: Run, values: Float64Array) => void;
  /** Adds every item's gradient · local derivative to the gradients of its operands. */
  readonly backward: (run: Run, values: Float64Array, gradients: Float64Array) => void;
  /** The operation written with its operands. */
  readonly tex: (operands: readonly Term[], options: Options) => Term;
  /** The local derivative ∂result/∂operand at a port, written with the operands and the result. */
  readonly derivativeTex: (
    port: number,
    operands: readonly Term[],
    result: Term,
    options: Options,
  ) => Term;
  /** Says which of these (scalar) operands has no finite value or derivative here, if one has. */
  readonly domain?: (operands: readonly number[], options: Options) => DomainFault | null;
  /** Something a learner must know before using it, e.g. that it cannot be trained through. */
  readonly note?: Text;
  /** Per port, an interval where the op is defined; the last one holds for further ports. */
  readonly interval: readonly (readonly [number, number])[];
}

export type Op = Leaf | Operation;

type OperationParts = Omit<
  Operation,
  'kind' | 'layout' | 'shape' | 'ports' | 'options' | 'interval'
> &
  Partial<Pick<Operation, 'layout' | 'shape' | 'ports' | 'options' | 'interval'>>;

const operand: Text = { en: 'operand', 'zh-CN': '操作数' };

/** Ports with these names, in operand order. */
export function fixed(...names: readonly Text[]): Ports {
  return { kind: 'fixed', names };
}

/** Two or more operands of the same kind. */
export function variadic(name: Text): Ports {
  return { kind: 'variadic', name };
}

/** Completes a declaration: one operand, elementwise, broadcast shape, any number allowed. */
export function defineOperation(parts: OperationParts): Operation {
  return {
    kind: 'operation',
    ports: fixed(operand),
    options: {},
    layout: 'elementwise',
    shape: broadcast,
    interval: [[-3, 3]],
    ...parts,
  };
}

/** The fewest and the most operands an op takes. */
export function arity(op: Op): { readonly least: number; readonly most: number } {
  if (op.kind === 'leaf') return { least: 0, most: 0 };
  if (op.ports.kind === 'variadic') return { least: 2, most: Number.POSITIVE_INFINITY };
  return { least: op.ports.names.length, most: op.ports.names.length };
}

/** The name of a port, for tooltips and lists; variadic ports share theirs. */
export function portName(op: Operation, port: number): Text {
  return op.ports.kind === 'variadic' ? op.ports.name : op.ports.names[port];
}

/** A node's settings completed with the op's defaults. */
export function completeOptions(op: Operation, given: Options | undefined): Options {
  const complete: Record<string, number> = {};
  for (const [key, rule] of Object.entries(op.options)) {
    complete[key] = given?.[key] ?? rule.default;
  }
  return complete;
}
