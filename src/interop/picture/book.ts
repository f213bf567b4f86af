import type { LineStyle } from '../../drawing/index.ts';
import {
  backward,
  compile,
  edgeNumbers,
  evaluateEdges,
  forward,
  nodeGradient,
  nodeValue,
  prepareEdges,
} from '../../engine/index.ts';
import { type Digits, formatBriefly } from '../../formula/index.ts';
import { type Graph, localize, outputOf } from '../../graph/index.ts';
import type { Language, Shape, Tensor } from '../../ops/index.ts';

/** What is shown of numbers besides the drawing itself. */
export interface NumberOptions {
  readonly language?: Language;
  /** Whether values and gradients are shown; true if absent. */
  readonly numbers?: boolean;
  /** Whether the shape of every value stands above its node. */
  readonly shapes?: boolean;
  /** Whether edges show their local derivatives, too. */
  readonly locals?: boolean;
  readonly digits?: Digits;
  readonly lines?: LineStyle;
}

/** A number of an edge, by what it is. */
export interface EdgeFigure {
  readonly role: 'value' | 'gradient' | 'local';
  readonly text: string;
}

/** The numbers and names of one graph, for those who draw its parts. */
export interface Book {
  readonly options: NumberOptions;
  readonly language: Language;
  readonly hasNumbers: boolean;
  readonly output: string | undefined;
  readonly value: (node: string) => Tensor | undefined;
  readonly gradient: (node: string) => Tensor | undefined;
  readonly shapeOf: (node: string) => Shape | undefined;
  /** What stands on the edge into a port, where numbers are shown. */
  readonly figuresOf: (target: string, port: number) => readonly EdgeFigure[];
  readonly titleOf: (group: string) => string;
}

/** What a group without a title is called. */
const untitled = { en: 'Group', 'zh-CN': '分组' };

/** Evaluates a graph for its picture. */
export function bookOf(graph: Graph, options: NumberOptions): Book {
  const { language = 'en', numbers: hasNumbers = true, digits, locals = false } = options;
  const program = compile(graph);
  const pass = prepareEdges(program);
  forward(program);
  backward(program);
  evaluateEdges(program, pass);
  const groups = new Map((graph.groups ?? []).map((group) => [group.id, group]));
  return {
    options,
    language,
    hasNumbers,
    output: outputOf(graph),
    value: (node) => nodeValue(program, node),
    gradient: (node) => nodeGradient(program, node),
    shapeOf: (node) => program.shapes[program.index.get(node) ?? -1],
    figuresOf: (target, port) => {
      const found = hasNumbers ? edgeNumbers(program, pass, target, port) : undefined;
      const carriesBack = program.output !== undefined;
      return [
        { role: 'value' as const, of: found?.value },
        { role: 'gradient' as const, of: carriesBack ? found?.gradient : undefined },
        { role: 'local' as const, of: locals ? found?.local : undefined },
      ].flatMap(({ role, of }) => (of == null ? [] : [{ role, text: formatBriefly(of, digits) }]));
    },
    titleOf: (id) => localize(groups.get(id)?.title, language) || untitled[language],
  };
}
