import {
  type EdgeNumbers,
  edgeNumbers,
  evaluateEdges,
  nodeGradient,
  nodeValue,
  type Program,
  prepareEdges,
} from '../engine/index.ts';
import { formatTensor } from '../formula/index.ts';
import {
  type Edge,
  edgesOf,
  findNode,
  type Graph,
  outputOf,
  setOutput,
  topologicalOrder,
} from '../graph/index.ts';
import type { Tensor } from '../ops/index.ts';
import { type Command, parse, print } from './command.ts';
import { type Evaluated, evaluate } from './evaluate.ts';
import { badUsage, complaintLines, Failure } from './failure.ts';
import { fileName, loadGraph } from './file.ts';
import { plain, plainProblem, problemLine } from './json.ts';
import { type Assignment, assign, isAssignment, readAssignment, some } from './set.ts';
import { table } from './table.ts';

const usage = 'chainrule eval FILE [--set w=3 …] [--output z] [--json]';

/** `chainrule eval`: the value and the gradient of every node and edge of a graph. */
export const evalCommand: Command = {
  usage,
  summary: 'values and gradients of a graph; --set gives leaves other values (3, [1, 2])',
  async run(args) {
    const { file, assignments, output, json } = readArguments(args);
    const name = fileName(file);
    const loaded = await loadGraph(file);
    if (!loaded.ok) throw new Failure(complaintLines(name, loaded.complaints));
    let graph = loaded.content;
    for (const assignment of assignments) graph = assign(graph, assignment, name);
    if (output !== undefined) graph = chooseOutput(graph, output, name);
    const evaluated = evaluate(graph);
    print(json ? JSON.stringify(toJson(evaluated)) : toText(evaluated));
    return 0;
  },
};

interface Arguments {
  readonly file: string;
  readonly assignments: readonly Assignment[];
  readonly output: string | undefined;
  readonly json: boolean;
}

/** One --set takes all the assignments that follow it: `--set w=3 b=4`. */
function readArguments(args: readonly string[]): Arguments {
  const { values, tokens } = parse(
    args,
    {
      set: { type: 'string', multiple: true },
      output: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const files: string[] = [];
  const assignments: Assignment[] = [];
  let inSet = false;
  for (const token of tokens) {
    const isOption: boolean = token.kind === 'option' && token.name === 'set';
    const isFurther: boolean = inSet && token.kind === 'positional' && isAssignment(token.value);
    inSet = isOption || isFurther;
    if (inSet && token.kind !== 'option-terminator') {
      const assignment = readAssignment(token.value ?? '');
      if (typeof assignment === 'string') throw badUsage(assignment, usage);
      assignments.push(assignment);
    } else if (token.kind === 'positional') files.push(token.value);
  }
  if (files.length === 1)
    return { file: files[0], assignments, output: values.output, json: values.json };
  throw badUsage(
    files.length === 0 ? 'eval needs a FILE' : `eval takes one FILE, not ${files.length}`,
    usage,
  );
}

function chooseOutput(graph: Graph, id: string, file: string): Graph {
  if (findNode(graph, id)) return setOutput(graph, id);
  const ids = graph.nodes.map((node) => node.id);
  throw new Failure(`${file}: There is no node ${id} to differentiate. Nodes: ${some(ids)}.`);
}

/**
 * The object `--json` prints. Nodes that cannot be computed stand in `order` alone; without an
 * output that can be differentiated there are no gradients.
 */
function toJson({ program, problems }: Evaluated): Record<string, unknown> {
  const { graph } = program;
  const ids = topologicalOrder(graph).sorted.map((i) => graph.nodes[i].id);
  return {
    output: outputOf(graph) ?? null,
    order: ids,
    values: byId(ids, (id) => nodeValue(program, id)),
    gradients: byId(ids, (id) => nodeGradient(program, id)),
    edges: Object.fromEntries(
      edgesWithNumbers(program).map(([{ id }, { value, gradient, local }]) => [
        id,
        {
          value: plain(value),
          ...(program.output === undefined ? {} : { gradient: plain(gradient) }),
          local: local === null ? null : plain(local),
        },
      ]),
    ),
    problems: problems.map(plainProblem),
  };
}

function byId(ids: readonly string[], of: (id: string) => Tensor | undefined) {
  const entries = ids.flatMap((id) => {
    const tensor = of(id);
    return tensor === undefined ? [] : [[id, plain(tensor)] as const];
  });
  return Object.fromEntries(entries);
}

function edgesWithNumbers(program: Program): [Edge, EdgeNumbers][] {
  const pass = prepareEdges(program);
  evaluateEdges(program, pass);
  return edgesOf(program.graph).flatMap((edge): [Edge, EdgeNumbers][] => {
    const numbers = edgeNumbers(program, pass, edge.target, edge.port);
    return numbers === undefined ? [] : [[edge, numbers]];
  });
}

/** The same for people: what stands where, in file order, with six digits. */
function toText({ program, problems }: Evaluated): string {
  const { graph } = program;
  const output = outputOf(graph);
  const hasGradients = program.output !== undefined;
  const nodes = graph.nodes.map(({ id, op }) => [
    id === output ? `${id} (output)` : id,
    op,
    cell(nodeValue(program, id)),
    cell(nodeGradient(program, id)),
  ]);
  const edges = edgesWithNumbers(program).map(([{ id }, { value, local, gradient }]) => [
    id,
    cell(value),
    cell(local ?? undefined),
    cell(hasGradients ? gradient : undefined),
  ]);
  const parts = [
    nodes.length === 0
      ? 'The graph has no nodes.'
      : table(['node', 'op', 'value', 'gradient'], nodes, 2),
    edges.length === 0 ? '' : table(['edge', 'value', 'local', 'gradient'], edges, 1),
    problems.map(problemLine).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function cell(tensor: Tensor | undefined): string {
  return tensor === undefined ? '–' : formatTensor(tensor);
}
