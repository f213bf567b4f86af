/** How often each class (row) was taken for each (column). */
export type Confusion = readonly (readonly number[])[];

/** Counts, from the classes that are and those that were predicted, as numbers from 0. */
export function confusionOf(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < actual.length; i++) {
    const row = counts[actual[i]];
    if (row?.[predicted[i]] !== undefined) row[predicted[i]]++;
  }
  return counts;
}

/** Two classes: how many were rightly and wrongly taken for the positive one and the other. */
export interface Binary {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** What comes of taking scores from a threshold on for positive. */
export function binaryAt(
  scores: ArrayLike<number>,
  isPositive: ArrayLike<boolean | number>,
  threshold: number,
): Binary {
  const counts = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  for (let i = 0; i < scores.length; i++) {
    const is = Boolean(isPositive[i]);
    if (scores[i] >= threshold) counts[is ? 'truePositives' : 'falsePositives']++;
    else counts[is ? 'falseNegatives' : 'trueNegatives']++;
  }
  return counts;
}

/** Shares from 0 to 1; undefined where there is nothing to take a share of. */
export interface Measures {
  /** Of all, those that are right. */
  readonly accuracy?: number;
  /** Of those taken for positive, those that are. */
  readonly precision?: number;
  /** Of those that are positive, those taken for it. */
  readonly recall?: number;
  /** The harmonic mean of the two. */
  readonly f1?: number;
}

/** The usual measures of a classification into two. */
export function measuresOf(counts: Binary): Measures {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = counts;
  const share = (part: number, all: number) => (all === 0 ? undefined : part / all);
  const all = truePositives + falsePositives + trueNegatives + falseNegatives;
  return {
    accuracy: share(truePositives + trueNegatives, all),
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Every threshold that makes a difference, ascending, with what comes of it. */
export function sweep(
  scores: ArrayLike<number>,
  isPositive: ArrayLike<boolean | number>,
): readonly { readonly threshold: number; readonly counts: Binary }[] {
  const places = Array.from({ length: scores.length }, (_, i) => i)
    .filter((i) => !Number.isNaN(scores[i]))
    .sort((a, b) => scores[a] - scores[b]);
  const positives = places.filter((i) => Boolean(isPositive[i])).length;
  const steps: { threshold: number; counts: Binary }[] = [];
  let [below, positivesBelow] = [0, 0];
  for (let at = 0; at < places.length; ) {
    const threshold = scores[places[at]];
    steps.push({
      threshold,
      counts: {
        truePositives: positives - positivesBelow,
        falsePositives: places.length - below - (positives - positivesBelow),
        trueNegatives: below - positivesBelow,
        falseNegatives: positivesBelow,
      },
    });
    for (; at < places.length && scores[places[at]] === threshold; at++) {
      below++;
      if (isPositive[places[at]]) positivesBelow++;
    }
  }
  return steps;
}
