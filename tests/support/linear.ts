import { emptyGraph, type Graph } from '../../src/graph/index.ts';

/** z = x·y of the course notes, at w = 3 and b = 4. */
export const linear: Graph = {
  ...emptyGraph,
  nodes: [
    { id: 'w', op: 'parameter', value: 3 },
    { id: 'b', op: 'parameter', value: 4 },
    { id: 'c2', op: 'constant', value: 2 },
    { id: 'c3', op: 'constant', value: 3 },
    { id: 'c1', op: 'constant', value: 1 },
    { id: 'w2', op: 'multiply', inputs: ['c2', 'w'] },
    { id: 'b3', op: 'multiply', inputs: ['c3', 'b'] },
    { id: 'x', op: 'add', inputs: ['w2', 'b3'] },
    { id: 'b2', op: 'multiply', inputs: ['c2', 'b'] },
    { id: 'y', op: 'add', inputs: ['b2', 'c1'] },
    { id: 'z', op: 'multiply', inputs: ['x', 'y'] },
  ],
};
