import { emptyGraph, type Graph, type GraphNode } from '../../src/graph/index.ts';

/** A network of fully connected layers, written out in scalars as the templates write it. */
export function dense(widths: readonly number[]): Graph {
  const nodes: GraphNode[] = [];
  let below = Array.from({ length: widths[0] }, (_, i) => `x${i + 1}`);
  for (const id of below) nodes.push({ id, op: 'input', value: 0.5 });
  widths.slice(1).forEach((width, layer) => {
    const activations: string[] = [];
    for (let unit = 1; unit <= width; unit++) {
      const at = `${layer + 1}_${unit}`;
      const terms = below.map((source, i) => {
        nodes.push({ id: `w${at}_${i + 1}`, op: 'parameter', value: 0.1 });
        nodes.push({ id: `m${at}_${i + 1}`, op: 'multiply', inputs: [`w${at}_${i + 1}`, source] });
        return `m${at}_${i + 1}`;
      });
      nodes.push({ id: `b${at}`, op: 'parameter', value: 0.1 });
      nodes.push({ id: `z${at}`, op: 'add', inputs: [...terms, `b${at}`] });
      nodes.push({ id: `a${at}`, op: 'sigmoid', inputs: [`z${at}`] });
      activations.push(`a${at}`);
    }
    below = activations;
  });
  nodes.push({ id: 'J', op: 'add', inputs: below });
  return { ...emptyGraph, nodes, output: 'J' };
}
