import { ChartLine } from 'lucide-react';
import { useId, useState } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { compareRates } from './comparing.ts';
import { obstacle } from './plan.ts';
import styles from './training.module.css';

/** Runs with several learning rates from the same start, to be laid over each other. */
export function Compare() {
  const say = useSay();
  const id = useId();
  const isBlocked = useDocument(({ graph }) => obstacle(graph) !== undefined);
  const [text, setText] = useState('0.1, 0.4, 0.8, 1');
  const rates = readRates(text);
  return (
    <div className={styles.compare}>
      <label htmlFor={id}>{say(words.compare)}</label>
      <input
        id={id}
        className={styles.number}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={rates.length === 0}
        onChange={({ target }) => setText(target.value)}
      />
      <button
        type="button"
        className={styles.secondary}
        disabled={isBlocked || rates.length === 0}
        onClick={() => compareRates(rates)}
      >
        <ChartLine size={15} aria-hidden="true" />
        {say(words.runAll(rates.length))}
      </button>
    </div>
  );
}

/** Rates compared at a time at most. */
const mostRates = 8;

function readRates(text: string): readonly number[] {
  const numbers = text
    .normalize('NFKC')
    .split(/[,;\s、]+/)
    .map(Number)
    .filter((number) => Number.isFinite(number) && number > 0);
  return [...new Set(numbers)].slice(0, mostRates);
}

const words = {
  compare: { en: 'Compare learning rates', 'zh-CN': '比较学习率' },
  runAll: (count: number): Text => ({ en: `Run ${count}`, 'zh-CN': `运行 ${count} 个` }),
};
