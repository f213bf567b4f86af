import { ValueStorage, Variable } from 'simplegrad';
import { type Apply, type Contender, translate } from '../workload.ts';

const table: Record<string, Apply<Variable>> = {
  add: (values, inputs) => inputs.map((input) => values[input]).reduce((a, b) => a.add(b)),
  multiply: (values, inputs) => values[inputs[0]].mul(values[inputs[1]]),
  exp: (values, inputs) => values[inputs[0]].exp(),
  ln: (values, inputs) => values[inputs[0]].log(),
  sqrt: (values, inputs) => squareRoot(values[inputs[0]]),
  sigmoid: (values, inputs) => values[inputs[0]].sigmoid(),
  squaredError: (values, inputs) => {
    const difference = values[inputs[0]].sub(values[inputs[1]]);
    return difference.mul(difference);
  },
};

/** simplegrad has no square root and invites its users to add what they miss. */
function squareRoot(a: Variable): Variable {
  const root = new Variable(a.vs, new Set([a]));
  root.setForwardCode(`${root.name} = Math.sqrt(${a.name});`);
  root.setBackwardCode(`${a.gradName} += 0.5 * ${root.gradName} / ${root.name};`);
  return root;
}

/** simplegrad generates a straight-line function for the whole graph. */
export const simplegrad: Contender = (workload) => {
  const storage = new ValueStorage();
  const values: Variable[] = [];
  translate(workload, table).forEach((make, i) => {
    values[i] = make === null ? new Variable(storage) : make(values, workload.steps[i].inputs);
  });
  const output = values[workload.output];
  output.compile();
  for (const leaf of workload.leaves) values[leaf].setValue(workload.steps[leaf].value);
  const gradients = storage.gv;
  return {
    repeat(times) {
      for (let time = 0; time < times; time++) {
        gradients.fill(0);
        output.forward();
        output.setGradient(1);
        output.backward();
      }
    },
    value: () => output.getValue(),
    gradients: () => workload.leaves.map((leaf) => values[leaf].getGradient()),
  };
};
