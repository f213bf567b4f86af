import { backward, compile, forward } from '../../src/engine/index.ts';
import type { Contender } from '../workload.ts';

/** All operations of one kind: operands, results, and the gradients of both, side by side. */
interface Batch {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly y: Float64Array;
  readonly da: Float64Array;
  readonly db: Float64Array;
  readonly dy: Float64Array;
}

interface Kernel {
  readonly forward: (batch: Batch) => void;
  readonly backward: (batch: Batch) => void;
}

const kernels: Readonly<Record<string, Kernel>> = {
  add: {
    forward({ a, b, y }) {
      for (let i = 0; i < y.length; i++) y[i] = a[i] + b[i];
    },
    backward({ da, db, dy }) {
      for (let i = 0; i < dy.length; i++) {
        const g = dy[i];
        da[i] = g;
        db[i] = g;
      }
    },
  },
  multiply: {
    forward({ a, b, y }) {
      for (let i = 0; i < y.length; i++) y[i] = a[i] * b[i];
    },
    backward({ a, b, da, db, dy }) {
      for (let i = 0; i < dy.length; i++) {
        const g = dy[i];
        da[i] = g * b[i];
        db[i] = g * a[i];
      }
    },
  },
  exp: {
    forward({ a, y }) {
      for (let i = 0; i < y.length; i++) y[i] = Math.exp(a[i]);
    },
    backward({ y, da, dy }) {
      for (let i = 0; i < dy.length; i++) da[i] = dy[i] * y[i];
    },
  },
  ln: {
    forward({ a, y }) {
      for (let i = 0; i < y.length; i++) y[i] = Math.log(a[i]);
    },
    backward({ a, da, dy }) {
      for (let i = 0; i < dy.length; i++) da[i] = dy[i] / a[i];
    },
  },
  sqrt: {
    forward({ a, y }) {
      for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(a[i]);
    },
    backward({ y, da, dy }) {
      for (let i = 0; i < dy.length; i++) da[i] = (0.5 * dy[i]) / y[i];
    },
  },
  sigmoid: {
    forward({ a, y }) {
      for (let i = 0; i < y.length; i++) y[i] = 1 / (1 + Math.exp(-a[i]));
    },
    backward({ y, da, dy }) {
      for (let i = 0; i < dy.length; i++) da[i] = dy[i] * y[i] * (1 - y[i]);
    },
  },
  squaredError: {
    forward({ a, b, y }) {
      for (let i = 0; i < y.length; i++) {
        const d = a[i] - b[i];
        y[i] = d * d;
      }
    },
    backward({ a, b, da, db, dy }) {
      for (let i = 0; i < dy.length; i++) {
        const g = 2 * dy[i] * (a[i] - b[i]);
        da[i] = g;
        db[i] = -g;
      }
    },
  },
};

/** One operation: where in the graph its operands and its result belong. */
interface Item {
  readonly a: number;
  /** Missing where there is one operand only. */
  readonly b?: number;
  readonly y: number;
}

/**
 * The least any engine must do: the graph's own arithmetic on its own numbers, but all operations
 * of a kind in one loop over contiguous arrays. Every operand is at hand, every value and every
 * contribution to a gradient is written once, nothing is looked up or added up.
 */
export const floor: Contender = ({ graph, steps, leaves, output }) => {
  const program = compile(graph);
  forward(program);
  backward(program);
  const values = steps.map((_, i) => program.values[program.slots[i]]);
  const gradients = steps.map((_, i) => program.gradients[program.slots[i]]);
  const items: Record<string, Item[]> = {};
  steps.forEach(({ op, inputs }, y) => {
    if (inputs.length === 0) return;
    items[op] ??= [];
    // A sum of many terms is a chain of sums of two.
    let a = inputs[0];
    for (const b of inputs.slice(1, -1)) {
      const partial = values.push(values[a] + values[b]) - 1;
      gradients[partial] = gradients[y];
      items[op].push({ a, b, y: partial });
      a = partial;
    }
    items[op].push(inputs.length === 1 ? { a, y } : { a, b: inputs[inputs.length - 1], y });
  });
  const batches = Object.entries(items).map(([op, list]) => ({
    kernel: kernels[op],
    list,
    batch: {
      a: Float64Array.from(list, ({ a }) => values[a]),
      b: Float64Array.from(list, ({ b = 0 }) => values[b]),
      y: new Float64Array(list.length),
      da: new Float64Array(list.length),
      db: new Float64Array(list.length),
      dy: Float64Array.from(list, ({ y }) => gradients[y]),
    },
  }));
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) {
        for (const { kernel, batch } of batches) kernel.forward(batch);
        for (const { kernel, batch } of batches) kernel.backward(batch);
      }
    },
    value() {
      for (const { list, batch } of batches) {
        const at = list.findIndex(({ y }) => y === output);
        if (at >= 0) return batch.y[at];
      }
      return Number.NaN;
    },
    gradients() {
      const sums = new Float64Array(values.length);
      for (const { list, batch } of batches) {
        list.forEach(({ a, b }, i) => {
          sums[a] += batch.da[i];
          if (b !== undefined) sums[b] += batch.db[i];
        });
      }
      return leaves.map((leaf) => sums[leaf]);
    },
  };
};
