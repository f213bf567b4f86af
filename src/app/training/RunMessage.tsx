import { RotateCcw } from 'lucide-react';
import type { Text } from '../../ops/index.ts';
import { endingText } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { calmerRate, hasDiverged, startAnew } from './actions.ts';
import styles from './RunMessage.module.css';
import { currentRun, useTraining } from './store.ts';

/** Why the last run ended, and where it ran away what is a press away to try. */
export function RunMessage() {
  const say = useSay();
  const { number } = useNumbers();
  const message = useTraining((training) => training.message);
  const run = useTraining(currentRun);
  const isWrong = useTraining(hasDiverged);
  const rate = useDocument(({ graph }) => calmerRate(graph, run?.ending));
  const text = message ?? (run?.ending && run.status === 'ended' ? endingText(run.ending) : null);
  return (
    <>
      <p
        className={styles.message}
        data-tone={isWrong ? 'wrong' : undefined}
        aria-live="polite"
        data-role="ending"
      >
        {text && say(text)}
      </p>
      {isWrong && rate !== undefined && (
        <button
          type="button"
          className={`${buttons.secondary} ${styles.retry}`}
          onClick={() => startAnew(rate)}
        >
          <RotateCcw size={15} aria-hidden="true" />
          {say(words.startAnew(number(rate)))}
        </button>
      )}
    </>
  );
}

const words = {
  startAnew: (rate: string): Text => ({
    en: `Start again with η = ${rate}`,
    'zh-CN': `用 η = ${rate} 重新开始`,
  }),
};
