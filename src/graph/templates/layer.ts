import type { Text } from '../../ops/index.ts';
import { type Given, grid, join, operation, type Part, parameter, sumHeight } from './part.ts';

/** One neuron: activation(Σ weight · input + bias), with the names of all its nodes. */
export interface NeuronPlan {
  readonly box: { readonly id: string; readonly title: Text; readonly parent?: string };
  readonly inputs: readonly string[];
  readonly weights: readonly Given[];
  readonly products: readonly string[];
  readonly bias: Given;
  readonly sum: string;
  /** Without it the weighted sum is the result. */
  readonly activation?: { readonly id: string; readonly op: string };
}

/** How far the columns of a neuron stand from its left. */
const column = { product: 240, sum: 240 + grid.column, activation: 240 + 2 * grid.column };

/** The width of a layer with and without activation. */
export const layerWidth = { activated: column.activation + 176, linear: column.sum + 176 };

/** The height of a neuron with so many inputs. */
function neuronHeight(inputs: number): number {
  return inputs * grid.row + grid.field;
}

/** Where the result of a neuron leaves it, from its top. */
export function neuronCenter(inputs: number): number {
  return ((inputs - 1) * grid.row + grid.card) / 2;
}

/** A neuron in its box: products under each other, each with its weight; then bias, sum, activation. */
export function neuron(plan: NeuronPlan, x: number, y: number): Part {
  const { inputs, weights, products, bias, sum, activation } = plan;
  const center = y + neuronCenter(inputs.length);
  const terms = [...products, bias.id];
  const nodes = [
    ...weights.map((weight, i) => parameter(weight, x, y + i * grid.row + 80)),
    parameter(bias, x + column.product + 40, y + inputs.length * grid.row),
    ...products.map((id, i) =>
      operation(id, 'multiply', [inputs[i], weights[i].id], x + column.product, y + i * grid.row),
    ),
    operation(sum, 'add', terms, x + column.sum, center - sumHeight(terms.length) / 2),
    ...(activation
      ? [
          operation(
            activation.id,
            activation.op,
            [sum],
            x + column.activation,
            center - grid.card / 2,
          ),
        ]
      : []),
  ];
  return { nodes, groups: [{ ...plan.box, nodes: nodes.map(({ id }) => id) }] };
}

/** A layer: neurons that share their inputs. Nodes are named as in the notes, w1_11 and so on. */
export interface LayerPlan {
  /** Its number, of which the names begin: w1, b1, z1, a1. */
  readonly number: number;
  readonly title: Text;
  readonly inputs: readonly string[];
  /** By input, then by neuron. */
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly activation?: string;
  /** Weights carry one number instead of two: there is one input or one neuron. */
  readonly short?: boolean;
}

/** What the neurons of a layer give, by name. */
export function resultsOf({ number, biases, activation }: LayerPlan): readonly string[] {
  const letter = activation === undefined ? 'z' : 'a';
  return biases.map((_, j) => `${letter}${number}${indexOf(biases, j)}`);
}

/** How tall a layer is. */
export function layerHeight({ inputs, biases }: LayerPlan): number {
  const { length } = biases;
  return length * neuronHeight(inputs.length) + (length - 1) * grid.between;
}

/** The neurons of a layer under each other, in a box if there are several. */
export function layer(plan: LayerPlan, x: number, y: number): Part {
  const { number, title, inputs, weights, biases, activation, short = false } = plan;
  const box = `layer${number}`;
  const isOne = biases.length === 1;
  const neurons = biases.map((bias, j) => {
    const own = indexOf(biases, j);
    const pair = (i: number) => (short ? `_${isOne ? i + 1 : j + 1}` : `_${i + 1}${j + 1}`);
    const title = { en: `Neuron ${j + 1}`, 'zh-CN': `神经元 ${j + 1}` };
    return neuron(
      {
        box: isOne
          ? { id: box, title: plan.title }
          : { id: `neuron${number}${own}`, title, parent: box },
        inputs,
        weights: inputs.map((_, i) => ({ id: `w${number}${pair(i)}`, value: weights[i][j] })),
        products: inputs.map((_, i) => `m${number}${pair(i)}`),
        bias: { id: `b${number}${own}`, value: bias },
        sum: `z${number}${own}`,
        ...(activation !== undefined && { activation: { id: `a${number}${own}`, op: activation } }),
      },
      x,
      y + j * (neuronHeight(inputs.length) + grid.between),
    );
  });
  return join(isOne ? {} : { groups: [{ id: box, title, nodes: [] }] }, ...neurons);
}

function indexOf(neurons: readonly unknown[], j: number): string {
  return neurons.length === 1 ? '' : `_${j + 1}`;
}
