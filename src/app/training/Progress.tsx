import { useEffect, useState } from 'react';
import type { Text } from '../../ops/index.ts';
import { Choice } from '../fields/Choice.tsx';
import { NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { isRunning } from './actions.ts';
import styles from './Progress.module.css';
import { type Budget, useSettings } from './settings.ts';
import { type Run, useTraining } from './store.ts';

/** How far what is under way has come, and how long it will still take. */
export function Progress() {
  const say = useSay();
  const training = useTraining();
  const going = training.runs.filter(({ status }) => status === 'running');
  const now = useClock(isRunning(training));
  if (!isRunning(training)) return null;
  const shares = going.map(shareOf);
  const known = shares.filter((share) => share !== undefined);
  const share = known.length < going.length ? undefined : Math.min(...known);
  const since = Math.min(...going.map((run) => run.going?.since ?? now));
  const seconds = (now - since) / 1000;
  const left = share ? (seconds * (1 - share)) / share : undefined;
  return (
    <div className={styles.progress}>
      <progress
        aria-label={say(words.progress)}
        {...(share !== undefined && { value: share, max: 1 })}
      />
      <span>
        {seconds > 1.5 && left !== undefined && Number.isFinite(left) && say(timeLeft(left))}
      </span>
    </div>
  );
}

/** What share of its way a run has made; undefined where nobody knows how long it is. */
function shareOf({ going, history, plan }: Run): number | undefined {
  const last = history.at(-1);
  if (going === undefined) return 1;
  const { goal, from, heedsStops } = going;
  const rules = heedsStops ? (plan.stop ?? []) : [];
  const limits = rules.flatMap((rule) => (rule.kind === 'iterations' ? [rule.count] : []));
  const count = Math.min(goal.count ?? Number.POSITIVE_INFINITY, ...limits);
  const ways = [
    share(from.count, last?.count ?? 0, count),
    limits.length > 0 || rules.length === 0
      ? share(from.epoch, last?.epoch ?? 0, goal.epoch ?? Number.POSITIVE_INFINITY)
      : undefined,
  ].filter((way) => way !== undefined);
  return ways.length === 0 ? undefined : Math.max(...ways);
}

function share(from: number, at: number, to: number): number | undefined {
  if (to === Number.POSITIVE_INFINITY) return undefined;
  return to > from ? Math.min(1, (at - from) / (to - from)) : 1;
}

/** The time, as long as it matters. */
function useClock(isTicking: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}

/** How far one press of the button goes. */
export function BudgetChoice() {
  const say = useSay();
  const budget = useSettings((settings) => settings.budget);
  const set = (changed: Budget) => useSettings.setState({ budget: changed });
  return (
    <div className={styles.budget}>
      <Choice
        label={words.budget}
        value={budget.kind}
        of={[
          ['auto', words.auto],
          ['updates', words.updates],
          ['epochs', words.epochs],
          ['open', words.open],
        ]}
        onChange={(kind: Budget['kind']) =>
          set(kind === 'updates' || kind === 'epochs' ? { kind, count: 10 } : { kind })
        }
      />
      {'count' in budget && (
        <NumberField
          name={say(words.count)}
          value={budget.count}
          refuse={wholeFrom(1)}
          onChange={(count) => set({ ...budget, count })}
        />
      )}
    </div>
  );
}

function timeLeft(seconds: number): Text {
  if (seconds < 90) {
    const count = Math.max(1, Math.round(seconds));
    return { en: `about ${count} s left`, 'zh-CN': `约剩 ${count} 秒` };
  }
  const count = Math.round(seconds / 60);
  return { en: `about ${count} min left`, 'zh-CN': `约剩 ${count} 分钟` };
}

const words = {
  progress: { en: 'Progress of the training', 'zh-CN': '训练进度' },
  budget: { en: 'Each press', 'zh-CN': '每次训练' },
  auto: { en: 'as far as planned', 'zh-CN': '按方案进行' },
  updates: { en: 'so many updates', 'zh-CN': '若干次更新' },
  epochs: { en: 'so many epochs', 'zh-CN': '若干轮' },
  open: { en: 'until paused', 'zh-CN': '直到暂停' },
  count: { en: 'How many', 'zh-CN': '数量' },
} as const;
