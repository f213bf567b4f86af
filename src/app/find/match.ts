import { type Graph, type GraphNode, groupOf, outputOf } from '../../graph/index.ts';
import { flatten, ops, type Tensor, type Text } from '../../ops/index.ts';
import { matchingOps } from '../fields/opMatches.ts';

/** What there is to search: the graph, and of its numbers and problems what can be seen. */
export interface Searched {
  readonly graph: Graph;
  readonly valueOf: (id: string) => Tensor | undefined;
  readonly gradientOf: (id: string) => Tensor | undefined;
  /** The sentences on a node's problems. */
  readonly problemsOf: (id: string) => readonly Text[];
  /** Writes a number as it stands on the page. */
  readonly show: (number: number) => string;
}

/** What about a node was found. */
export type Reason =
  | 'name'
  | 'label'
  | 'op'
  | 'group'
  | 'output'
  | 'value'
  | 'gradient'
  | 'problem';

/** A node that was found. */
export interface Hit {
  readonly id: string;
  readonly by: Reason;
}

/**
 * The nodes a text finds, best first, else in file order. A text finds names, labels, operations in
 * both languages, groups and problems; a number finds values as they are shown; and a comparison
 * such as `> 100`, `gradient = 0` or `|∇| < 1e-6` finds what it holds for, a matrix by any of its
 * numbers.
 */
export function search(text: string, searched: Searched): Hit[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase().replaceAll('−', '-');
  if (wanted === '') return [];
  const comparison = readComparison(wanted);
  const { nodes } = searched.graph;
  if (comparison !== undefined) {
    const numbersOf = comparison.of === 'value' ? searched.valueOf : searched.gradientOf;
    return nodes
      .filter(({ id }) => holds(comparison, numbersOf(id), searched.show))
      .map(({ id }) => ({ id, by: comparison.of }));
  }
  const judge = judgeOf(wanted, searched);
  return nodes
    .flatMap((node) => {
      const found = judge(node);
      return found === undefined ? [] : { id: node.id, ...found };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, by }) => ({ id, by }));
}

interface Found {
  readonly by: Reason;
  /** 0 for the very thing, more the looser the match. */
  readonly rank: number;
}

const problemWords = ['problem', 'problems', 'error', 'errors', '问题', '错误'];
const outputWords = ['output', '输出'];

function judgeOf(
  wanted: string,
  { graph, show, ...of }: Searched,
): (node: GraphNode) => Found | undefined {
  // A single letter stands in the keywords of half of all operations.
  const isLetter = /^[a-z]$/.test(wanted);
  const found = new Set(isLetter ? [] : matchingOps(wanted).map(({ id }) => id));
  const named = new Set([...ops.values()].filter((op) => isNamed(op, wanted)).map(({ id }) => id));
  const isAnyProblem = problemWords.includes(wanted);
  const output = outputWords.includes(wanted) ? outputOf(graph) : undefined;
  const number = readNumber(wanted);
  const titles = groupTitles(graph);
  return (node) => {
    const name = node.id.toLowerCase();
    if (name === wanted) return { by: 'name', rank: 0 };
    if (node.id === output) return { by: 'output', rank: 0 };
    if (number !== undefined && isShownAs(of.valueOf(node.id), wanted, number, show)) {
      return { by: 'value', rank: 1 };
    }
    const problems = of.problemsOf(node.id);
    if (isAnyProblem && problems.length > 0) return { by: 'problem', rank: 1 };
    if (name.startsWith(wanted)) return { by: 'name', rank: 2 };
    if (named.has(node.op)) return { by: 'op', rank: 3 };
    if (name.includes(wanted)) return { by: 'name', rank: 4 };
    if (node.label?.toLowerCase().includes(wanted)) return { by: 'label', rank: 5 };
    if (found.has(node.op)) return { by: 'op', rank: 6 };
    if (titles(node.id).some((title) => title.includes(wanted))) return { by: 'group', rank: 7 };
    if (number !== undefined) return undefined;
    if (problems.some(({ en, 'zh-CN': zh }) => `${en}\n${zh}`.toLowerCase().includes(wanted))) {
      return { by: 'problem', rank: 8 };
    }
    return undefined;
  };
}

function isNamed(op: { name: Text; id: string; symbol: string }, wanted: string): boolean {
  return [op.name.en, op.name['zh-CN'], op.id, op.symbol].some(
    (name) => name.toLowerCase() === wanted,
  );
}

/** The titles of the group a node stands in, in every language. */
function groupTitles(graph: Graph): (id: string) => readonly string[] {
  if (graph.groups === undefined) return () => [];
  return (id) => {
    const group = groupOf(graph, id);
    if (group === undefined) return [];
    const { title = group.id } = group;
    const titles = typeof title === 'string' ? [title] : Object.values(title);
    return titles.map((text) => text.toLowerCase());
  };
}

/** A comparison with a number. */
interface Comparison {
  readonly of: 'value' | 'gradient';
  readonly isAbsolute: boolean;
  readonly sign: string;
  readonly number: number;
  /** The number as it was typed. */
  readonly text: string;
}

const numberText = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?(?:∞|inf(?:inity)?)|nan`;
const gradientWords = '∇|gradient|grad|梯度';
const comparisonText = new RegExp(
  String.raw`^(\|?)\s*(${gradientWords}|value|值)?\s*(\|?)\s*(<=|>=|!=|==|=|<|>|≤|≥|≠)\s*(${numberText})$`,
);
const plainNumber = new RegExp(`^(?:${numberText})$`);

function readComparison(wanted: string): Comparison | undefined {
  const [, open, of = 'value', close, sign, text] = comparisonText.exec(wanted) ?? [];
  if (text === undefined || open !== close) return undefined;
  return {
    of: new RegExp(`^(?:${gradientWords})$`).test(of) ? 'gradient' : 'value',
    isAbsolute: open === '|',
    sign,
    text,
    number: toNumber(text),
  };
}

function readNumber(wanted: string): number | undefined {
  return plainNumber.test(wanted) ? toNumber(wanted) : undefined;
}

function toNumber(text: string): number {
  if (/∞|inf/.test(text)) {
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return Number(text);
}

function holds(comparison: Comparison, tensor: Tensor | undefined, show: Searched['show']) {
  if (tensor === undefined) return false;
  const { isAbsolute, sign, number, text } = comparison;
  return flatten(tensor).some((one) => {
    const at = isAbsolute ? Math.abs(one) : one;
    switch (sign) {
      case '<':
        return at < number;
      case '>':
        return at > number;
      case '<=':
      case '≤':
        return at <= number;
      case '>=':
      case '≥':
        return at >= number;
      case '!=':
      case '≠':
        return !isShown(at, text, number, show);
      default:
        return isShown(at, text, number, show);
    }
  });
}

function isShownAs(
  tensor: Tensor | undefined,
  text: string,
  number: number,
  show: Searched['show'],
): boolean {
  return tensor !== undefined && flatten(tensor).some((at) => isShown(at, text, number, show));
}

/** Whether a number stands on the page as it was typed, or begins like that where decimals were. */
function isShown(at: number, text: string, number: number, show: Searched['show']): boolean {
  const shown = show(at);
  return shown === show(number) || (/\.\d/.test(text) && shown.startsWith(text));
}
