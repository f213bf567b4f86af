import { useMemo } from 'react';
import { type Coordinate, differences, type History, testCount } from '../../training/index.ts';
import { useSay } from '../i18n/say.ts';
import { difference } from '../training/same.ts';
import { type Run, useTraining } from '../training/store.ts';
import { useFrames } from './frames.ts';
import { type Look, type RunLook, runLook } from './look.ts';
import type { Present } from './present.ts';
import { usePlots } from './store.ts';
import { words } from './words.ts';

/** A run as pictures show it: under what name and how. */
export interface ShownRun extends RunLook {
  readonly run: Run;
  /** Its history, or as many points of it as can be told apart in a picture. */
  readonly points: History;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isDiverged: boolean;
  /** Its loss has grown far above its first one, whether or not that has ended it. */
  readonly isGrowing: boolean;
  /** Its loss is no lower than it was at first, though it has ended. */
  readonly isStuck: boolean;
  /** Taken out of the picture. */
  readonly isHidden: boolean;
}

/** The runs of the document, each with its own look and named by what tells it from the others. */
export function useShownRuns(look: Look): readonly ShownRun[] {
  const say = useSay();
  const { runs, current } = useFrames(useTraining);
  const hidden = usePlots((plots) => plots.hidden);
  return useMemo(() => {
    const texts = differences(runs.map(({ plan }) => plan));
    const names = texts.map(say);
    return runs.map((run, i) => {
      const isUnique = names[i] !== '' && names.indexOf(names[i]) === names.lastIndexOf(names[i]);
      const number = say(words.run(run.id));
      const name =
        runs.length === 1 || isUnique
          ? names[i]
          : [names[i], number].filter((part) => part !== '').join(' · ');
      return {
        run,
        points: fewer(run.history),
        name,
        ...runLook(look, i),
        isCurrent: run.id === current,
        isDiverged: run.ending?.kind === 'diverged',
        isGrowing: hasGrown(run.history),
        isStuck: run.status !== 'running' && hasNotFallen(run.history),
        isHidden: hidden.has(run.id),
      };
    });
  }, [runs, current, hidden, look, say]);
}

/** Points of a run that are drawn. */
const mostPoints = 600;

function fewer(history: History): History {
  const every = Math.ceil(history.length / mostPoints);
  return every < 2
    ? history
    : history.filter((_, i) => i % every === 0 || i === history.length - 1);
}

/** An iterate of a run at some trained numbers. */
export interface Spot {
  readonly count: number;
  readonly at: readonly number[];
  readonly loss: number;
  readonly gradients: readonly number[];
}

/**
 * Where a run went, as seen from some of the numbers it trains: nothing where it does not train them,
 * or belongs to a graph that computes something else.
 */
export function spotsOf(
  { run, points }: ShownRun,
  { shape, output }: Present,
  coordinates: readonly Coordinate[],
): readonly Spot[] {
  if (run.output !== output || difference(run.source, shape) === 'graph') return [];
  const places = coordinates.map(({ id, element }) => {
    const trained = run.trained.find((one) => one.id === id);
    return trained === undefined ? -1 : trained.from + element;
  });
  if (places.includes(-1)) return [];
  return points.map(({ count, parameters, gradients, lossOfAll, loss }) => ({
    count,
    at: places.map((place) => parameters[place]),
    loss: lossOfAll ?? loss,
    gradients: places.map((place) => gradients[place]),
  }));
}

/**
 * The range to show of a number: what the runs went through, without those that ran away far, where
 * they are heading, and where it stands now, with as much room again; `zoom` halves or doubles it.
 * Before the first step that is enough to see more of a curve than its slope.
 */
export function rangeOf(
  runs: readonly { readonly shown: ShownRun; readonly spots: readonly Spot[] }[],
  axis: number,
  now: number,
  zoom: number,
): [number, number] {
  const all = runs.flatMap(({ shown, spots }) => {
    const most = 4 * Math.abs(spots[0]?.loss ?? 0);
    if (shown.isDiverged || shown.isGrowing) {
      return spots.filter(({ loss }) => loss <= most).map(({ at }) => at[axis]);
    }
    return [...spots.map(({ at }) => at[axis]), ...headingOf(shown, spots, axis)];
  });
  const isAway = runs.some(({ shown }) => shown.isDiverged || shown.isGrowing);
  const numbers = (isAway && all.length > 0 ? all : [...all, now]).filter(Number.isFinite);
  if (numbers.length === 0) return [-1, 1];
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const middle = (low + high) / 2;
  const least = (low === high ? 1.25 : 0.2) * Math.max(Math.abs(middle), 1);
  const half = Math.max(0.75 * (high - low), least) * 2 ** -zoom;
  return [middle - half, middle + half];
}

/**
 * Where a run that walks down a bowl would come to rest, by how its gradient changes from the last but
 * one iterate to the last: nothing if that is far away, or each gradient is one of other rows.
 */
function headingOf({ run }: ShownRun, spots: readonly Spot[], axis: number): readonly number[] {
  const [before, last] = spots.slice(-2);
  if (last === undefined || run.plan.batch !== undefined) return [];
  const bend = (last.gradients[axis] - before.gradients[axis]) / (last.at[axis] - before.at[axis]);
  const rest = last.at[axis] - last.gradients[axis] / bend;
  const isNear = Math.abs(rest - last.at[axis]) <= 1.25 * Math.max(Math.abs(last.at[axis]), 1);
  return bend > 0 && isNear ? [rest] : [];
}

/** Whether the last loss is many times the first, or no number any more. */
function hasGrown(history: History): boolean {
  const losses = lossesOf(history);
  const [first, last] = [losses[0], losses.at(-1)];
  return first !== undefined && last !== undefined && !(last.loss <= 4 * Math.abs(first.loss));
}

/** Whether a run of some length ends where it began: it jumps to and fro, or stands still. */
function hasNotFallen(history: History): boolean {
  const losses = lossesOf(history);
  const [first, last] = [losses[0], losses.at(-1)];
  return first !== undefined && last !== undefined && last.count > 1 && last.loss >= first.loss;
}

/** How many updates of a run make a pass through its data. */
export function updatesPerEpoch({ source, plan }: Pick<Run, 'source' | 'plan'>): number {
  const rows = source.dataset?.columns[0]?.values.length ?? 1;
  const trained = rows - testCount(rows, source.dataset?.test?.share ?? 0);
  return Math.max(1, Math.ceil(trained / (plan.batch ?? trained)));
}

/** A loss and the number of updates it was found after. */
export interface Loss {
  readonly count: number;
  readonly loss: number;
}

/** The losses over all training rows, where they were measured. */
export function lossesOf(history: History): readonly Loss[] {
  return history.flatMap(({ count, lossOfAll }) =>
    lossOfAll === undefined ? [] : [{ count, loss: lossOfAll }],
  );
}
