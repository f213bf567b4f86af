import { RotateCcw, Scaling } from 'lucide-react';
import { useMemo } from 'react';
import type { Text } from '../../ops/index.ts';
import { endingText } from '../../training/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { atStart, calmerRate, hasDiverged, startAnew } from './actions.ts';
import styles from './RunMessage.module.css';
import { currentRun, useTraining } from './store.ts';
import { useForecast } from './useForecast.ts';

/** Why the last run ended, and where it ran away what is a press away to try. */
export function RunMessage() {
  const say = useSay();
  const message = useTraining((training) => training.message);
  const run = useTraining(currentRun);
  const isWrong = useTraining(hasDiverged);
  const graph = useDocument((state) => state.graph);
  const start = useMemo(() => (isWrong ? atStart(graph) : undefined), [isWrong, graph]);
  const ahead = useForecast(start);
  const calmer = calmerRate(graph, run?.ending);
  const rate = calmer === undefined ? undefined : (ahead?.rate ?? calmer);
  const text = message ?? (run?.ending && run.status === 'ended' ? endingText(run.ending) : null);
  return (
    <>
      <p className={styles.message} data-tone={isWrong ? 'wrong' : undefined} data-role="ending">
        {text && say(text)}
      </p>
      {isWrong && rate !== undefined && (
        <button
          type="button"
          className={`${buttons.secondary} ${styles.retry}`}
          onClick={() => startAnew({ rate })}
        >
          <RotateCcw size={15} aria-hidden="true" />
          {say(words.startAnew(String(rate)))}
        </button>
      )}
      {isWrong && ahead?.scaled && (
        <button
          type="button"
          className={`${buttons.secondary} ${styles.retry}`}
          onClick={() => startAnew({ scaled: ahead.scaled })}
        >
          <Scaling size={15} aria-hidden="true" />
          {say(words.startScaled)}
        </button>
      )}
    </>
  );
}

const words = {
  startScaled: { en: 'Start again with scaled columns', 'zh-CN': '归一化各列后重新开始' },
  startAnew: (rate: string): Text => ({
    en: `Start again with η = ${rate}`,
    'zh-CN': `用 η = ${rate} 重新开始`,
  }),
};
