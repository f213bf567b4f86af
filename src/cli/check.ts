import { checkGradients, type GradientCheck } from '../engine/index.ts';
import { formatNumber } from '../formula/index.ts';
import { edgesOf, type Graph, outputOf, type Problem } from '../graph/index.ts';
import { assign, exerciseFaults } from '../practice/index.ts';
import { type Command, complain, parse, print } from './command.ts';
import { evaluate } from './evaluate.ts';
import { badUsage, type Complaint, complaintLines } from './failure.ts';
import { fileName, loadGraph } from './file.ts';
import { plain, plainProblem, problemLine } from './json.ts';

const usage = 'chainrule check FILE … [--json]';

/** `chainrule check`: are these files graphs, what do they lack, are their gradients right? */
export const checkCommand: Command = {
  usage,
  summary: 'schema, problems, and gradients against finite differences',
  async run(args) {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parse(args, options, usage);
    if (positionals.length === 0) throw badUsage('check needs a FILE', usage);
    const reports: Report[] = [];
    for (const path of positionals) {
      const report = await check(path);
      if (!values.json) print(toText(report));
      if (!isOk(report)) complain(complaintLines(report.file, report.complaints));
      reports.push(report);
    }
    if (values.json) print(JSON.stringify({ files: reports.map(toJson) }));
    return reports.every(isOk) ? 0 : 1;
  },
};

/** Leaves times nodes that finite differences may go through: a second's worth or two. */
const mostWork = 1e8;

/** What was found out about one file. */
interface Report {
  readonly file: string;
  /** What makes it wrong: it cannot be read, or gradients do not agree. */
  readonly complaints: readonly Complaint[];
  /** What it holds, where it can be read. */
  readonly content?: {
    readonly nodes: number;
    readonly edges: number;
    readonly output: string | null;
    readonly gradients: readonly GradientCheck[];
    readonly problems: readonly Problem[];
  };
}

async function check(path: string): Promise<Report> {
  const file = fileName(path);
  const loaded = await loadGraph(path);
  if (!loaded.ok) return { file, complaints: loaded.complaints };
  const graph = loaded.content;
  const { program, problems } = evaluate(graph);
  const gradients = checkGradients(program, Math.ceil(mostWork / (program.values.length + 1)));
  return {
    file,
    complaints: [...gradients.filter(({ agrees }) => !agrees).map(disagreement), ...faults(graph)],
    content: {
      nodes: graph.nodes.length,
      edges: edgesOf(graph).length,
      output: outputOf(graph) ?? null,
      gradients,
      problems,
    },
  };
}

/** What its exercise asks that cannot be answered. */
function faults(graph: Graph): readonly Complaint[] {
  if (graph.exercise === undefined) return [];
  const assignment = assign(graph, graph.exercise);
  return exerciseFaults(assignment).map(({ key, text }) => ({ key, message: text.en }));
}

function isOk({ complaints }: Report): boolean {
  return complaints.length === 0;
}

function disagreement({ node, element, gradient, central }: GradientCheck): Complaint {
  const message =
    `the gradient${element === 0 ? '' : ` of element ${element}`} is ${formatNumber(gradient)}, ` +
    `but finite differences give ${formatNumber(central)}. Move the value a little if it stands ` +
    'on a kink (relu at 0, a tie of max); else please report this graph.';
  return { node, message };
}

function toJson(report: Report): Record<string, unknown> {
  const { file, complaints: errors, content } = report;
  if (content === undefined) return { file, ok: false, errors };
  const { gradients, problems, ...rest } = content;
  return {
    file,
    ok: isOk(report),
    errors,
    ...rest,
    gradients: gradients.map((check) => ({
      ...check,
      gradient: plain(check.gradient),
      central: plain(check.central),
    })),
    problems: problems.map(plainProblem),
  };
}

/** One line per file, and below it what keeps the graph from having all its numbers. */
function toText(report: Report): string {
  const { file, content } = report;
  if (content === undefined) return `failed  ${file}: cannot be read as a graph`;
  const { nodes, edges, output, gradients, problems } = content;
  const facts = [
    count(nodes, 'node'),
    count(edges, 'edge'),
    output === null ? 'no output' : `output ${output}`,
    agreement(gradients),
    ...(problems.length === 0 ? [] : [count(problems.length, 'problem')]),
  ];
  const line = `${isOk(report) ? 'ok    ' : 'failed'}  ${file}: ${facts.join(', ')}`;
  return [line, ...problems.map((problem) => `        ${problemLine(problem)}`)].join('\n');
}

function agreement(gradients: readonly GradientCheck[]): string {
  const finite = gradients.filter(({ gradient, central }) => Number.isFinite(gradient + central));
  if (finite.length === 0) return 'no gradients to compare';
  const agree = finite.filter(({ agrees }) => agrees).length;
  return `${agree} of ${count(finite.length, 'gradient')} agree with finite differences`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
