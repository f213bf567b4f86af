import { formatNumber } from '../formula/index.ts';
import type { Recipe, Recipes } from './recipes.ts';
import type { Flat } from './rule.ts';

/** A quantity's numbers, and between which bounds rounding along the way may have left them. */
export interface Span {
  readonly mid: Flat;
  readonly low: Flat;
  readonly high: Flat;
}

/** Numbers by quantity. */
export type Numbers = ReadonlyMap<string, Flat>;

/** What a learner's numbers depend on. */
export interface Sheet {
  readonly recipes: Recipes;
  /** Whether a number stands there to be read, so that nobody has to work it out. */
  readonly isGiven: (quantity: string) => boolean;
  /** Where what is given is read; without it that too follows from what was answered. */
  readonly given?: Book;
  /** What they answered so far. */
  readonly answers: Numbers;
  /** Whether what follows is worked out from the exact numbers or from their answers. */
  readonly from: 'truth' | 'answers';
  /** How far an answer may lie from what it should be, relative to it, to count as a rounding. */
  readonly tolerance: number;
  /** The fewest significant digits they may have rounded to on the way. */
  readonly digits: number;
}

/**
 * The numbers of one learner, worked out in order from what is given and from what they answered.
 * Bounds are those of interval arithmetic to first order: every number may have been rounded
 * before it was used (Higham, Accuracy and Stability of Numerical Algorithms, chapter 3).
 */
export class Book {
  private readonly sheet: Sheet;
  private readonly spans = new Map<string, Span>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  /** A quantity's numbers as the learner has them; undefined where there are none. */
  span(quantity: string): Span | undefined {
    if (!this.sheet.recipes.has(quantity)) return;
    const known = this.spans.get(quantity);
    if (known !== undefined) return known;
    for (const id of this.unsettled(quantity)) this.spans.set(id, this.settle(id));
    return this.spans.get(quantity);
  }

  /** What a quantity comes to from its inputs as they stand here, whatever was answered for it. */
  worked(quantity: string): Span | undefined {
    const recipe = this.sheet.recipes.get(quantity);
    return recipe && this.work(recipe);
  }

  /** Whether a number can be read off, because it is given or answered. */
  isRead(quantity: string): boolean {
    return this.sheet.isGiven(quantity) || this.sheet.answers.has(quantity);
  }

  private work({ inputs, make }: Recipe): Span {
    return spread(
      make,
      inputs.map((id) => this.span(id) ?? nothing),
    );
  }

  private settle(id: string): Span {
    const { recipes, answers, from, tolerance, digits, given, isGiven } = this.sheet;
    const recipe = recipes.get(id);
    if (recipe === undefined) return nothing;
    if (given !== undefined && isGiven(id)) return given.span(id) ?? nothing;
    const span = this.work(recipe);
    const answer = answers.get(id);
    const isRounding = answer?.every((number, i) => {
      return Math.abs(number - span.mid[i]) <= tolerance * Math.abs(span.mid[i]);
    });
    // What they got wrong is what they go on with.
    if (answer !== undefined && from === 'answers' && !isRounding) return exactly(answer);
    // What is given is as exact as it is written, however it came about. What was answered may go
    // on as it was typed, or as it stood in the calculator before that.
    const isExact = recipe.inputs.length === 0 || isGiven(id);
    const settled = rounded(isExact ? exactly(span.mid) : span, digits, answer);
    return answer !== undefined && from === 'answers' ? { ...settled, mid: answer } : settled;
  }

  /** The quantity and all it is made of that is not settled yet, in an order to settle it. */
  private unsettled(quantity: string): readonly string[] {
    const { recipes, given, isGiven } = this.sheet;
    const needed = new Set([quantity]);
    for (const id of needed) {
      if (given !== undefined && isGiven(id)) continue;
      for (const input of recipes.get(id)?.inputs ?? []) {
        if (!this.spans.has(input)) needed.add(input);
      }
    }
    if (needed.size === 1) return [quantity];
    const ranks = ranksOf(recipes);
    return [...needed].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }
}

const known = new WeakMap<Recipes, ReadonlyMap<string, number>>();

/** The places of quantities in the order in which they are made. */
function ranksOf(recipes: Recipes): ReadonlyMap<string, number> {
  const ranks = known.get(recipes) ?? new Map([...recipes.keys()].map((id, rank) => [id, rank]));
  known.set(recipes, ranks);
  return ranks;
}

const nothing: Span = { mid: [], low: [], high: [] };

function exactly(numbers: Flat): Span {
  return { mid: numbers, low: numbers, high: numbers };
}

/** Second-order terms, which adding up the effects of single inputs leaves out. */
const margin = 1.1;

/** The result of a calculation, and how far the bounds of its inputs can move it. */
function spread(make: Recipe['make'], inputs: readonly Span[]): Span {
  const mids = inputs.map(({ mid }) => mid);
  const mid = make(mids);
  const low = [...mid];
  const high = [...mid];
  inputs.forEach((input, i) => {
    input.mid.forEach((number, element) => {
      const bounds = new Set([input.low[element], input.high[element]]);
      const least = new Array<number>(mid.length).fill(0);
      const most = new Array<number>(mid.length).fill(0);
      for (const bound of bounds) {
        if (bound === number || !Number.isFinite(bound)) continue;
        make(mids.map((of, j) => (j === i ? of.with(element, bound) : of))).forEach((end, k) => {
          least[k] = Math.min(least[k], margin * (end - mid[k]));
          most[k] = Math.max(most[k], margin * (end - mid[k]));
        });
      }
      for (let k = 0; k < mid.length; k++) {
        low[k] += least[k];
        high[k] += most[k];
      }
    });
  });
  return { mid, low, high };
}

/** Widens a span by what rounding to `digits`, to the digits shown, or by hand makes of it. */
function rounded({ mid, low, high }: Span, digits: number, answer: Flat | undefined): Span {
  const ways = (number: number, i: number) =>
    Number.isFinite(number)
      ? [number, toDigits(number, digits), Number(formatNumber(number)), answer?.[i] ?? number]
      : [number];
  return {
    mid,
    low: low.map((number, i) => Math.min(...ways(number, i))),
    high: high.map((number, i) => Math.max(...ways(number, i))),
  };
}

/** A number rounded to significant digits. */
export function toDigits(number: number, digits: number): number {
  return Number.isFinite(number) ? Number(number.toPrecision(digits)) : number;
}
