import { backward, compile, forward } from '../../src/engine/index.ts';
import type { Contender } from '../workload.ts';

/** Chainrule's own engine. */
export const engine: Contender = ({ graph, leaves, output }) => {
  const program = compile(graph);
  return {
    repeat(times) {
      for (let i = 0; i < times; i++) {
        forward(program);
        backward(program);
      }
    },
    value: () => program.values[program.slots[output]],
    gradients: () => leaves.map((leaf) => program.gradients[program.slots[leaf]]),
  };
};
