import { Scaling } from 'lucide-react';
import type { Text } from '../../ops/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import styles from './Forecast.module.css';
import { planOf } from './plan.ts';
import { editPlan } from './planning.ts';
import { currentRun, useTraining } from './store.ts';
import { useForecast } from './useForecast.ts';

/** Warns before a run whose first updates would make the loss grow without bound, and says what helps. */
export function Forecast() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const isAhead = useTraining((training) => currentRun(training) === undefined);
  const found = useForecast(isAhead ? graph : undefined);
  const { move } = planOf(graph);
  if (found === undefined || move.by !== 'gradient') return null;
  const { scaled, rate } = found;
  return (
    <div className={styles.forecast} data-role="forecast">
      <p>{say(words.away(String(move.rate), scaled !== undefined))}</p>
      <div className={styles.ways}>
        {scaled && (
          <button
            type="button"
            className={buttons.secondary}
            onClick={() => edit({ ...currentGraph(), dataset: scaled })}
          >
            <Scaling size={15} aria-hidden="true" />
            {say(words.scale)}
          </button>
        )}
        {rate !== undefined && (
          <button
            type="button"
            className={buttons.secondary}
            onClick={() => editPlan({ move: { ...move, rate } })}
          >
            {say(words.take(String(rate)))}
          </button>
        )}
      </div>
    </div>
  );
}

const words = {
  away: (rate: string, isLarge: boolean): Text => ({
    en: isLarge
      ? `The numbers of the data are large: with η = ${rate} the first updates would make the loss grow and grow.`
      : `With η = ${rate} the first updates would make the loss grow and grow.`,
    'zh-CN': isLarge
      ? `数据中的数值较大：取 η = ${rate} 时，最初几次更新就会让损失不断增大。`
      : `取 η = ${rate} 时，最初几次更新就会让损失不断增大。`,
  }),
  scale: { en: 'Scale the columns', 'zh-CN': '对各列做归一化' },
  take: (rate: string): Text => ({ en: `Take η = ${rate}`, 'zh-CN': `改用 η = ${rate}` }),
} as const;
