import { ChartLine } from 'lucide-react';
import { useId, useState } from 'react';
import type { Text } from '../../ops/index.ts';
import buttons from '../fields/buttons.module.css';
import field from '../fields/field.module.css';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import styles from './Compare.module.css';
import { type Comparison, compare, comparisons } from './comparing.ts';
import { trainRows } from './data.ts';
import parts from './parts.module.css';
import { obstacle, planOf } from './plan.ts';

/** Runs from the same start that differ in one thing, to be laid over each other. */
export function Compare() {
  const say = useSay();
  const id = useId();
  const isBlocked = useDocument(({ graph }) => obstacle(graph) !== undefined);
  const hasData = useDocument(({ graph }) => trainRows(graph) > 1);
  const [chosen, choose] = useState<Comparison['of']>('rates');
  const [text, setText] = useState('0.1, 0.4, 1, 1.1');
  const of = chosen === 'batches' && !hasData ? 'rates' : chosen;
  const comparison: Comparison = of === 'rates' ? { of, rates: readRates(text) } : { of };
  const count = useDocument(({ graph }) => comparisons(graph, comparison).length);
  const byGradient = useDocument(({ graph }) => planOf(graph).move.by === 'gradient');
  if (!byGradient) return null;
  return (
    <section className={`${parts.section} ${styles.compare}`} aria-label={say(words.compare)}>
      <label htmlFor={id}>{say(words.compare)}</label>
      <select
        className={field.box}
        id={id}
        value={of}
        onChange={({ target: { value } }) =>
          choose(value === 'rules' || value === 'batches' ? value : 'rates')
        }
      >
        <option value="rates">{say(words.rates)}</option>
        <option value="rules">{say(words.rules)}</option>
        {hasData && <option value="batches">{say(words.batches)}</option>}
      </select>
      {of === 'rates' && (
        <input
          className={field.box}
          value={text}
          spellCheck={false}
          autoComplete="off"
          aria-label={say(words.which)}
          aria-invalid={count === 0}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <button
        type="button"
        className={buttons.secondary}
        disabled={isBlocked || count === 0}
        onClick={() => {
          compare(comparison);
          // What comes of it is seen in the picture above.
          document.getElementById(picturesId)?.scrollIntoView({ block: 'start' });
        }}
      >
        <ChartLine size={15} aria-hidden="true" />
        {say(words.runAll(count))}
      </button>
    </section>
  );
}

/** Where the pictures stand in the panel. */
export const picturesId = 'train-pictures';

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
  compare: { en: 'Compare', 'zh-CN': '比较' },
  rates: { en: 'learning rates', 'zh-CN': '学习率' },
  rules: { en: 'update rules', 'zh-CN': '更新规则' },
  batches: { en: 'batch sizes', 'zh-CN': '批量大小' },
  which: { en: 'Compare learning rates', 'zh-CN': '比较学习率' },
  runAll: (count: number): Text => ({ en: `Compare ${count}`, 'zh-CN': `比较 ${count} 个` }),
};
