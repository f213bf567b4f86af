import type { Problem } from '../graph/index.ts';
import { broadcastIndex, sizeOf } from '../ops/index.ts';
import type { Program, ScheduledRun } from './program.ts';

/**
 * Nodes that have no finite value or derivative for the present numbers (first lane), each with
 * the operand that is at fault, in file order. Needs a forward pass before it.
 */
export function domainProblems(program: Program): Problem[] {
  const found: { node: number; problem: Problem }[] = [];
  for (const run of program.runs) {
    for (const node of run.nodes) {
      const problem = run.op.domain ? outOfDomain(program, run, node) : undefined;
      const reported = problem ?? overflow(program, node);
      if (reported) found.push({ node, problem: reported });
    }
  }
  return found.sort((a, b) => a.node - b.node).map(({ problem }) => problem);
}

function outOfDomain(program: Program, run: ScheduledRun, node: number): Problem | undefined {
  const shape = program.shapes[node] ?? [];
  const { id, inputs = [] } = program.graph.nodes[node];
  const operands = inputs.map((input) => program.index.get(input ?? '') ?? 0);
  const elements =
    shape.length === 0
      ? operands.map(() => firstOnly)
      : operands.map((operand) => broadcastIndex(program.shapes[operand] ?? [], shape));
  for (let i = 0; i < sizeOf(shape); i++) {
    const numbers = operands.map(
      (operand, port) => program.values[program.slots[operand] + elements[port][i]],
    );
    const fault = run.op.domain?.(numbers, run.options);
    if (fault) {
      const { port, say } = fault;
      const operand = inputs[port] ?? '';
      return { kind: 'domain', node: id, port, operand, value: numbers[port], say };
    }
  }
  return undefined;
}

/** A result that is not finite although all operands are. */
function overflow(program: Program, node: number): Problem | undefined {
  const finite = (of: number) => {
    const from = program.slots[of];
    const to = from + sizeOf(program.shapes[of] ?? []);
    for (let i = from; i < to; i++) if (!Number.isFinite(program.values[i])) return false;
    return true;
  };
  if (finite(node)) return undefined;
  const { id, inputs = [] } = program.graph.nodes[node];
  const operands = inputs.map((input) => program.index.get(input ?? '') ?? 0);
  return operands.every(finite) ? { kind: 'overflow', node: id } : undefined;
}

const firstOnly = new Int32Array(1);
