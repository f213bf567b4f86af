import { useEffect, useState } from 'react';
import type { Text } from '../../ops/index.ts';
import { differences, endingText } from '../../training/index.ts';
import { currentNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { currentPoint, currentRun, type Run, type TrainingState, useTraining } from './store.ts';

/** Tells screen readers what training does and comes to: by hand, by itself and in comparisons. */
export function Announcer() {
  const say = useSay();
  const [text, setText] = useState<Text | null>(null);
  useEffect(
    () =>
      useTraining.subscribe((now, before) => {
        const told = now.told !== before.told ? now.told : changeText(now, before);
        if (told) setText(told);
      }),
    [],
  );
  return (
    <p className="visually-hidden" aria-live="polite" data-role="announcement">
      {text && say(text)}
    </p>
  );
}

function changeText(now: TrainingState, before: TrainingState): Text | undefined {
  if (isComparing(before) && !isComparing(now)) return comparedText(now);
  const [run, old] = [currentRun(now), currentRun(before)];
  if (run === undefined || run.history.length === 0) return undefined;
  const isRunning = run.status === 'running';
  const isFresh = run.id !== old?.id || old.status !== 'running';
  if (isRunning) return isFresh && !run.going?.isStep ? words.training : undefined;
  const hasRested = run.id === old?.id && old.status === 'running';
  return hasRested || now.at !== before.at ? standingText(run, now) : undefined;
}

function isComparing({ runs, current }: TrainingState): boolean {
  return runs.some(({ id, status }) => id !== current && status === 'running');
}

/** The iterate on the canvas, and why the run has ended if it is the last one. */
function standingText(run: Run, state: TrainingState): Text | undefined {
  const point = currentPoint(state);
  if (point === undefined) return undefined;
  const { number } = currentNumbers();
  const update = words.update(point.count, number(point.lossOfAll ?? point.loss));
  const isLast = point.count === run.history.at(-1)?.count;
  if (!isLast || run.status !== 'ended' || run.ending === undefined) return update;
  const why = endingText(run.ending);
  return { en: `${why.en} ${update.en}`, 'zh-CN': `${why['zh-CN']}${update['zh-CN']}` };
}

/** What each run of a comparison came to, by what tells it from the others. */
function comparedText({ runs, current }: TrainingState): Text | undefined {
  const others = runs.filter(({ id }) => id !== current);
  if (others.length === 0) return undefined;
  const { number } = currentNumbers();
  const labels = differences(others.map(({ plan }) => plan));
  const parts = others.map(({ history, ending }, i): Text => {
    const last = history.at(-1);
    const loss = last ? number(last.lossOfAll ?? last.loss) : '';
    const hasDiverged = ending?.kind === 'diverged';
    return words.compared(labels[i], hasDiverged ? words.diverged : words.loss(loss));
  });
  return {
    en: `Compared. ${parts.map(({ en }) => en).join('; ')}.`.replaceAll('`', ''),
    'zh-CN': `比较完成。${parts.map((part) => part['zh-CN']).join('；')}。`.replaceAll('`', ''),
  };
}

const words = {
  training: { en: 'Training.', 'zh-CN': '正在训练。' },
  diverged: { en: 'diverged', 'zh-CN': '发散' },
  loss: (loss: string): Text => ({ en: `loss ${loss}`, 'zh-CN': `损失 ${loss}` }),
  update: (count: number, loss: string): Text => ({
    en: `Update ${count}, loss ${loss}.`,
    'zh-CN': `第 ${count} 次更新，损失 ${loss}。`,
  }),
  compared: (label: Text, end: Text): Text => ({
    en: `${label.en}: ${end.en}`,
    'zh-CN': `${label['zh-CN']}：${end['zh-CN']}`,
  }),
};
