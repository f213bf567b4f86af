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
  /** Their own numbers where these are wrong: what follows is worked out from them. */
  readonly wrong: Numbers;
  /** Their own numbers where these are right, rounded as they may be. */
  readonly right: Numbers;
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

  private work({ inputs, make }: Recipe): Span {
    return spread(
      make,
      inputs.map((id) => this.span(id) ?? nothing),
    );
  }

  private settle(id: string): Span {
    const own = this.sheet.wrong.get(id);
    if (own !== undefined) return exactly(own);
    const recipe = this.sheet.recipes.get(id);
    if (recipe === undefined) return nothing;
    const span = this.work(recipe);
    const answer = this.sheet.right.get(id);
    // What is read off is as exact as it is written, however it came about.
    const isRead = recipe.inputs.length === 0 || this.sheet.isGiven(id) || answer !== undefined;
    return rounded(isRead ? exactly(span.mid) : span, this.sheet.digits, answer);
  }

  /** The quantity and all it is made of that is not settled yet, in an order to settle it. */
  private unsettled(quantity: string): readonly string[] {
    const { recipes, wrong } = this.sheet;
    const needed = new Set([quantity]);
    for (const id of needed) {
      if (wrong.has(id)) continue;
      for (const input of recipes.get(id)?.inputs ?? []) {
        if (!this.spans.has(input)) needed.add(input);
      }
    }
    if (needed.size === 1) return [quantity];
    return [...recipes.keys()].filter((id) => needed.has(id));
  }
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
