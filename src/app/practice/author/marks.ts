import { type Exercise, type Graph, parseQuantity, setExercise } from '../../../graph/index.ts';
import type { Assignment } from '../../../practice/index.ts';
import { currentGraph, edit } from '../../store/document.ts';

/** Whether a number stands on the sheet, is asked for, or is neither. */
export type MarkOf = 'given' | 'asked' | 'hidden';

/** The exercise of a graph, or an empty one to begin with. */
export function exerciseOf({ exercise }: Graph): Exercise {
  return exercise ?? nothingYet;
}

const nothingYet: Exercise = { version: 1, asked: [] };

/** Puts an exercise into the document; edits of one gesture are undone together. */
export function change(changes: Partial<Exercise>, gesture: string | null = null): void {
  const graph = currentGraph();
  const merged = { ...exerciseOf(graph), ...changes };
  // What holds by default stays out of the file.
  const exercise = Object.fromEntries(
    Object.entries(merged).filter(
      ([key, value]) => value !== undefined && !(key === 'hidden' && isEmpty(value)),
    ),
  ) as unknown as Exercise;
  edit(setExercise(graph, exercise), gesture);
}

/** How a quantity is marked. Local derivatives are never given: they stand nowhere. */
export function markOf({ asked, hidden = [] }: Exercise, id: string): MarkOf {
  if (asked.includes(id)) return 'asked';
  return hidden.includes(id) || isLocal(id) ? 'hidden' : 'given';
}

/** Marks a quantity as the next in turn: given, asked, hidden, given … */
export function turn({ recipes, exercise }: Assignment, id: string): void {
  const { asked, hidden = [] } = exercise;
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  const ask = () => inserted([...recipes.keys()], asked, id);
  const mark = markOf(exercise, id);
  if (mark === 'given') change({ asked: ask() });
  else if (mark === 'hidden')
    change({ asked: isLocal(id) ? ask() : asked, hidden: without(hidden) });
  else change({ asked: without(asked), hidden: isLocal(id) ? hidden : [...hidden, id] });
}

/** Moves an asked quantity one place up or down. */
export function move(id: string, by: -1 | 1): void {
  const asked = [...exerciseOf(currentGraph()).asked];
  const from = asked.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= asked.length) return;
  [asked[from], asked[to]] = [asked[to], asked[from]];
  change({ asked });
}

/** Hides what gives asked numbers away. */
export function hideGiveaways(assignment: Assignment): void {
  const { hidden = [] } = assignment.exercise;
  change({ hidden: [...hidden, ...giveawaysIn(assignment)] });
}

/**
 * What stands there and gives asked numbers away: what is made of them in the same pass, and the
 * one contribution that a gradient is equal to.
 */
export function giveawaysIn({ recipes, exercise }: Assignment): readonly string[] {
  const following = new Set(exercise.asked);
  for (const [id, { inputs }] of recipes) {
    if (inputs.some((input) => following.has(input) && pass(input) === pass(id))) following.add(id);
  }
  const equal = exercise.asked.flatMap((id) => {
    const inputs = recipes.get(id)?.inputs ?? [];
    return id.startsWith('gradient:') && inputs.length === 1 ? inputs : [];
  });
  return [...new Set([...following, ...equal])].filter((id) => markOf(exercise, id) === 'given');
}

function pass(id: string): 'forward' | 'backward' {
  return parseQuantity(id)?.kind === 'value' ? 'forward' : 'backward';
}

function isLocal(id: string): boolean {
  return id.startsWith('local:');
}

/** Where the list runs in the order things come about, a new one finds its place in it. */
function inserted(order: readonly string[], asked: readonly string[], id: string) {
  const rank = (other: string) => order.indexOf(other);
  const isOrdered = asked.every((other, i) => i === 0 || rank(asked[i - 1]) < rank(other));
  const at = isOrdered ? asked.findIndex((other) => rank(other) > rank(id)) : -1;
  return at < 0 ? [...asked, id] : [...asked.slice(0, at), id, ...asked.slice(at)];
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
