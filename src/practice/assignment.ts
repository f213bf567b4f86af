import { compile, forward, type Program } from '../engine/index.ts';
import {
  type Exercise,
  exerciseDefaults,
  type Graph,
  parseQuantity,
  type Quantity,
  setValue,
} from '../graph/index.ts';
import { flatten, type Shape, shapeOf, type Tensor, unflatten } from '../ops/index.ts';
import { Book } from './book.ts';
import { type Recipes, recipesOf, rulesOf } from './recipes.ts';
import type { Rule } from './rule.ts';

/** One number that is asked. */
export interface Question {
  /** The id of its quantity. */
  readonly id: string;
  readonly quantity: Quantity;
  readonly shape: Shape;
  /** The ids of the quantities it is made of directly. */
  readonly inputs: readonly string[];
}

/** An exercise with everything it leaves open filled in. */
export type Terms = Exercise &
  Required<Pick<Exercise, 'kind' | 'order' | 'tolerance' | 'hints' | 'rate'>>;

/** An exercise made ready: its graph, its questions, and how every number comes about. */
export interface Assignment {
  readonly graph: Graph;
  readonly exercise: Terms;
  readonly program: Program;
  /** In the order they are asked; what has no finite number in this graph is not asked. */
  readonly questions: readonly Question[];
  readonly recipes: Recipes;
  /** The rules of operations, by node id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Whether a number stands on the sheet from the start. */
  readonly isGiven: (quantity: string) => boolean;
  /** The numbers as they are right. */
  readonly truth: Book;
  /** The numbers after an update of all parameters, and of each alone, made when asked for. */
  readonly moved: () => readonly Book[];
}

/** Digits to which numbers are shown. */
export const shownDigits = 6;

/** Makes an exercise on a graph ready to be worked on and marked. */
export function assign(graph: Graph, exercise: Exercise): Assignment {
  const program = compile(graph);
  forward(program);
  const rules = rulesOf(program);
  const recipes = recipesOf(program, rules);
  const terms = { ...exerciseDefaults, ...exercise };
  // Whoever looks for a wrong number sees them all.
  const asked = terms.kind === 'find-bug' ? [] : exercise.asked;
  const withheld = new Set([...asked, ...(exercise.hidden ?? [])]);
  const isGiven = (id: string) => !withheld.has(id) && !id.startsWith('local:');
  const truth = new Book({
    recipes,
    isGiven,
    answers: new Map(),
    from: 'truth',
    tolerance: terms.tolerance,
    digits: shownDigits,
  });
  const questions = exercise.asked.flatMap((id): Question[] => {
    const quantity = parseQuantity(id);
    const recipe = recipes.get(id);
    if (quantity === undefined || recipe === undefined) return [];
    if (!truth.span(id)?.mid.every(Number.isFinite)) return [];
    return [{ id, quantity, shape: recipe.shape, inputs: recipe.inputs }];
  });
  let books: readonly Book[] | undefined;
  const moved = () => {
    books ??= booksAfterUpdate(graph, truth, terms.rate);
    return books;
  };
  return { graph, exercise: terms, program, questions, recipes, rules, isGiven, truth, moved };
}

/** More parameters than this are only updated together. */
const mostAlone = 8;

/** The numbers after one step of gradient descent: of all parameters, and of each alone. */
function booksAfterUpdate(graph: Graph, truth: Book, rate: number): readonly Book[] {
  const steps = graph.nodes.flatMap((node) => {
    const gradient = truth.span(`gradient:${node.id}`)?.mid;
    if (node.op !== 'parameter' || node.value === undefined || gradient === undefined) return [];
    const moved = flatten(node.value).map((number, i) => number - rate * gradient[i]);
    return [{ id: node.id, value: unflatten(moved, shapeOf(node.value)) }];
  });
  const alone = steps.length > 1 && steps.length <= mostAlone ? steps.map((step) => [step]) : [];
  return [steps, ...alone]
    .filter((taken) => taken.length > 0)
    .map((taken) => {
      const moved = taken.reduce((after, { id, value }) => setValue(after, id, value), graph);
      return assign(moved, { version: 1, asked: [] }).truth;
    });
}

/** A quantity's number in a book, undefined where it has none. */
export function tensorIn({ recipes }: Assignment, book: Book, id: string): Tensor | undefined {
  const mid = book.span(id)?.mid;
  return mid && unflatten(mid, recipes.get(id)?.shape ?? []);
}
