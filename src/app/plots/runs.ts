import { useMemo } from 'react';
import { differences, type History } from '../../training/index.ts';
import { useSay } from '../i18n/say.ts';
import { type Run, useTraining } from '../training/store.ts';
import { useFrames } from './frames.ts';
import type { Look, RunLook } from './look.ts';
import { usePlots } from './store.ts';
import { words } from './words.ts';

/** A run as pictures show it: under what name and how. */
export interface ShownRun extends RunLook {
  readonly run: Run;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isDiverged: boolean;
  /** Its loss has grown far above its first one, whether or not that has ended it. */
  readonly isGrowing: boolean;
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
      const name = isUnique
        ? names[i]
        : [names[i], number].filter((part) => part !== '').join(' · ');
      return {
        run,
        name,
        ...look.runs[i % look.runs.length],
        isCurrent: run.id === current,
        isDiverged: run.ending?.kind === 'diverged',
        isGrowing: hasGrown(run.history),
        isHidden: hidden.has(run.id),
      };
    });
  }, [runs, current, hidden, look, say]);
}

/** Whether the last loss is many times the first, or no number any more. */
function hasGrown(history: History): boolean {
  const losses = lossesOf(history);
  const [first, last] = [losses[0], losses.at(-1)];
  return first !== undefined && last !== undefined && !(last.loss <= 4 * Math.abs(first.loss));
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
