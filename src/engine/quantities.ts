import { parseQuantity } from '../graph/index.ts';
import type { Tensor } from '../ops/index.ts';
import { type EdgePass, edgeNumbers } from './edges.ts';
import { nodeGradient, nodeValue } from './numbers.ts';
import type { Program } from './program.ts';

/** Where numbers are looked up by the id of their quantity; undefined for what has none. */
export type NumbersOf = (quantity: string) => Tensor | undefined;

/** The numbers of an evaluated program, as they are at the moment of asking. */
export function lookUp(program: Program, edges: EdgePass): NumbersOf {
  return (id) => {
    const quantity = parseQuantity(id);
    if (quantity === undefined) return;
    if ('node' in quantity) {
      const read = quantity.kind === 'value' ? nodeValue : nodeGradient;
      return read(program, quantity.node);
    }
    const { kind, source, target, port } = quantity;
    const node = program.index.get(target);
    if (node === undefined || program.graph.nodes[node].inputs?.[port] !== source) return;
    if (kind === 'contribution' && program.output === undefined) return;
    const numbers = edgeNumbers(program, edges, target, port);
    return (kind === 'local' ? numbers?.local : numbers?.gradient) ?? undefined;
  };
}
