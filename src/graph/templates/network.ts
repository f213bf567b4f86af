import type { GraphNode } from '../graph.ts';
import { type LayerPlan, layer, layerHeight, layerWidth } from './layer.ts';
import { type Given, grid, input, join, operation, type Part } from './part.ts';

/** Inputs under each other, spread over a height. */
export function column(given: readonly Given[], x: number, height: number): GraphNode[] {
  const pitch = height / given.length;
  return given.map((leaf, i) => input(leaf, x, (i + 0.5) * pitch - grid.field / 2));
}

/** A loss of one number and the label y, with the number coming in at this height. */
export function loss(op: string, prediction: string, label: number, x: number, y: number): Part {
  const nodes = [
    input({ id: 'y', value: label }, x, y + 40),
    operation('loss', op, [prediction, 'y'], x + grid.column - 40, y - 24),
  ];
  return { nodes, groups: [] };
}

/** Layers side by side behind their inputs, centred on a line; `end` is where they end. */
export function network(
  data: readonly Given[],
  plans: readonly LayerPlan[],
): Part & { readonly end: { readonly x: number; readonly y: number } } {
  const center = Math.max(...plans.map(layerHeight)) / 2;
  let x: number = grid.field;
  const parts = plans.map((plan) => {
    const part = layer(plan, x + grid.gap, center - layerHeight(plan) / 2);
    x += grid.gap + (plan.activation === undefined ? layerWidth.linear : layerWidth.activated);
    return part;
  });
  const nodes = column(data, 0, 2 * center);
  return { ...join({ nodes }, ...parts), end: { x, y: center } };
}
