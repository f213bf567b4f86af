import { type Apply, type Contender, translate } from '../workload.ts';

/**
 * The algorithm of Andrej Karpathy's micrograd (engine.py, MIT): an object and a closure per
 * value, built anew by every forward pass, and a recursive topological sort in every backward
 * pass. Operations it lacks are written in the same manner.
 */
class Value {
  data: number;
  grad = 0;
  backwardStep: () => void = () => {};
  readonly previous: ReadonlySet<Value>;
  readonly op: string;

  constructor(data: number, children: readonly Value[] = [], op = '') {
    this.data = data;
    this.previous = new Set(children);
    this.op = op;
  }

  static from(value: Value | number): Value {
    return value instanceof Value ? value : new Value(value);
  }

  add(term: Value | number): Value {
    const other = Value.from(term);
    const out = new Value(this.data + other.data, [this, other], '+');
    out.backwardStep = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(factor: Value | number): Value {
    const other = Value.from(factor);
    const out = new Value(this.data * other.data, [this, other], '*');
    out.backwardStep = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }

  pow(exponent: number): Value {
    const out = new Value(this.data ** exponent, [this], `**${exponent}`);
    out.backwardStep = () => {
      this.grad += exponent * this.data ** (exponent - 1) * out.grad;
    };
    return out;
  }

  sub(other: Value): Value {
    return this.add(other.mul(-1));
  }

  exp(): Value {
    const out = new Value(Math.exp(this.data), [this], 'exp');
    out.backwardStep = () => {
      this.grad += out.data * out.grad;
    };
    return out;
  }

  log(): Value {
    const out = new Value(Math.log(this.data), [this], 'log');
    out.backwardStep = () => {
      this.grad += out.grad / this.data;
    };
    return out;
  }

  sqrt(): Value {
    const out = new Value(Math.sqrt(this.data), [this], 'sqrt');
    out.backwardStep = () => {
      this.grad += (0.5 * out.grad) / out.data;
    };
    return out;
  }

  sigmoid(): Value {
    const out = new Value(1 / (1 + Math.exp(-this.data)), [this], 'sigmoid');
    out.backwardStep = () => {
      this.grad += out.data * (1 - out.data) * out.grad;
    };
    return out;
  }

  backward(): void {
    const order: Value[] = [];
    const visited = new Set<Value>();
    const build = (value: Value) => {
      if (visited.has(value)) return;
      visited.add(value);
      for (const child of value.previous) build(child);
      order.push(value);
    };
    build(this);
    this.grad = 1;
    for (let i = order.length - 1; i >= 0; i--) order[i].backwardStep();
  }
}

const table: Record<string, Apply<Value>> = {
  add: (values, inputs) => {
    let sum = values[inputs[0]];
    for (let i = 1; i < inputs.length; i++) sum = sum.add(values[inputs[i]]);
    return sum;
  },
  multiply: (values, inputs) => values[inputs[0]].mul(values[inputs[1]]),
  exp: (values, inputs) => values[inputs[0]].exp(),
  ln: (values, inputs) => values[inputs[0]].log(),
  sqrt: (values, inputs) => values[inputs[0]].sqrt(),
  sigmoid: (values, inputs) => values[inputs[0]].sigmoid(),
  squaredError: (values, inputs) => values[inputs[0]].sub(values[inputs[1]]).pow(2),
};

export const micrograd: Contender = (workload) => {
  const { steps, leaves, output } = workload;
  const apply = translate(workload, table);
  const values: Value[] = [];
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) {
        for (let i = 0; i < steps.length; i++) {
          const make = apply[i];
          values[i] = make === null ? new Value(steps[i].value) : make(values, steps[i].inputs);
        }
        values[output].backward();
      }
    },
    value: () => values[output].data,
    gradients: () => leaves.map((leaf) => values[leaf].grad),
    forget() {
      values.length = 0;
    },
  };
};
