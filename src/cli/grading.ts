import type { Graph } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import {
  type Assignment,
  assign,
  bugStep,
  countMistakes,
  mistakes,
  type Review,
  review,
} from '../practice/index.ts';
import { belongs, type Result } from '../practice/result.ts';

/** What came of one question, or of the search for the bug. */
export interface Step {
  /** The id of its quantity, or `bug`. */
  readonly id: string;
  /** `right`, `carried`, `wrong`, `shown` (given up for the answer) or `open`. */
  readonly state: string;
  readonly points: number;
  readonly hints: number;
  readonly answers: readonly {
    readonly answer: string;
    readonly verdict: string;
    /** Ids of all mistakes that give this answer, the likeliest first. */
    readonly mistakes: readonly string[];
  }[];
}

/** One learner's result, marked anew. */
export interface Grade {
  readonly file: string;
  readonly learner: string | null;
  readonly language: string;
  readonly seed: number | null;
  readonly seconds: number;
  readonly score: number;
  readonly most: number;
  readonly isFinished: boolean;
  /** The score in the file, where it is not what its answers give. */
  readonly claimed: NonNullable<Result['score']> | null;
  /** Leaves and settings in which the learner's copy of the exercise differs. */
  readonly altered: readonly string[];
  readonly steps: readonly Step[];
  /** How often each mistake was made, by id. */
  readonly mistakes: ReadonlyMap<string, number>;
}

/** How often a mistake was made in a class, and by how many. */
export interface MistakeCount {
  readonly mistake: string;
  readonly name: Text;
  readonly times: number;
  readonly learners: number;
}

/** Marks results of one exercise; what they say of scores and numbers is not believed. */
export class Grader {
  private readonly exercise: Graph;
  private readonly assignments = new Map<number | undefined, Assignment>();

  constructor(exercise: Graph) {
    this.exercise = exercise;
  }

  /** The exercise with the numbers of its file. */
  get assignment(): Assignment {
    return this.prepare(this.exercise, undefined);
  }

  /** The grade of a result, or why it is not one of this exercise. */
  grade(file: string, result: Result): Grade | Text {
    const belonging = belongs(this.exercise, result);
    if (!belonging.ok) return belonging.reason;
    const { graph, seed, altered } = belonging;
    const reviewed = review(this.prepare(graph, seed), result.entries);
    const { learner = null, language, seconds, score: claimed } = result;
    const { score, most, isFinished } = reviewed;
    const isClaimRight = claimed?.points === score && claimed.most === most;
    return {
      file,
      learner,
      language,
      seed: seed ?? null,
      seconds,
      score,
      most,
      isFinished,
      claimed: claimed === undefined || isClaimRight ? null : claimed,
      altered,
      steps: stepsOf(reviewed),
      mistakes: countMistakes(reviewed),
    };
  }

  private prepare(graph: Graph, seed: number | undefined): Assignment {
    const known = this.assignments.get(seed);
    if (known !== undefined) return known;
    const assignment = assign(graph, graph.exercise ?? { version: 1, asked: [] });
    this.assignments.set(seed, assignment);
    return assignment;
  }
}

function stepsOf({ questions, find }: Review): Step[] {
  const steps = [...questions.values()].map(
    ({ question, state, points, hints, attempts }): Step => ({
      id: question.id,
      state,
      points,
      hints,
      answers: attempts.map(({ text, verdict, mistakes }) => ({
        answer: text,
        verdict,
        mistakes: mistakes.map(({ mistake }) => mistake),
      })),
    }),
  );
  if (find === undefined) return steps;
  const { isFound, tries, hints, points } = find;
  const answers = tries.map((answer, i) => ({
    answer,
    verdict: isFound && i === tries.length - 1 && hints < 3 ? 'right' : 'wrong',
    mistakes: [],
  }));
  const state = isFound ? (hints < 3 ? 'right' : 'shown') : tries.length > 0 ? 'wrong' : 'open';
  return [{ id: bugStep, state, points, hints, answers }, ...steps];
}

/** The mistakes of a class, the most frequent first. */
export function mistakesOf(grades: readonly Grade[]): MistakeCount[] {
  return mistakes
    .map(({ id, name }): MistakeCount => {
      const counts = grades.map((grade) => grade.mistakes.get(id) ?? 0);
      const times = counts.reduce((sum, count) => sum + count, 0);
      return { mistake: id, name, times, learners: counts.filter((count) => count > 0).length };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times);
}
