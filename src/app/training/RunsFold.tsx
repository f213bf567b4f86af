import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Text } from '../../ops/index.ts';
import { differences } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import buttons from '../fields/buttons.module.css';
import { Fold } from '../fields/Fold.tsx';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { adopt, removeOthers, removeRun } from './comparing.ts';
import styles from './RunsFold.module.css';
import { type Run, useTraining } from './store.ts';

/** The runs that are kept, each with what tells it from the others and what it came to. */
export function RunsFold() {
  const say = useSay();
  const { runs, current } = useTraining();
  const labels = useMemo(() => differences(runs.map(({ plan }) => plan)), [runs]);
  if (runs.length === 0) return null;
  return (
    <Fold id="runs" title={words.runs} summary={say(words.count(runs.length))}>
      <ul className={styles.runs}>
        {runs.map((run, i) => (
          <Row
            key={run.id}
            run={run}
            label={labels[i]}
            isAlone={labels.every(({ en }, k) => k === i || en !== labels[i].en)}
            isCurrent={run.id === current}
          />
        ))}
      </ul>
      {runs.some(({ id }) => id !== current) && (
        <button type="button" className={buttons.link} onClick={removeOthers}>
          {say(current === null ? words.removeAll : words.removeOthers)}
        </button>
      )}
    </Fold>
  );
}

interface RowProps {
  run: Run;
  label: Text;
  /** True where no other run is called so. */
  isAlone: boolean;
  isCurrent: boolean;
}

function Row({ run, label, isAlone, isCurrent }: RowProps) {
  const say = useSay();
  const { number } = useNumbers();
  const last = run.history.at(-1);
  const name = words.run(run.id);
  const hasDiverged = run.ending?.kind === 'diverged';
  return (
    <li aria-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.run}
        title={say(words.show)}
        disabled={last === undefined}
        onClick={() => adopt(run)}
      >
        <b>
          {label.en === '' ? say(name) : <Prose of={label} />}
          {label.en !== '' && !isAlone && ` · ${say(words.again(run.id))}`}
        </b>
        <span>
          {hasDiverged
            ? say(words.diverged)
            : last &&
              `${say(run.plan.move.by === 'target' ? words.output : words.lossOf)} ${number(last.lossOfAll ?? last.loss)}`}
          {last && ` · ${say(words.updates(last.count))}`}
        </span>
      </button>
      <button
        type="button"
        className={buttons.icon}
        aria-label={say(words.remove(run.id))}
        title={say(words.remove(run.id))}
        onClick={() => removeRun(run.id)}
      >
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </li>
  );
}

const words = {
  runs: { en: 'Runs', 'zh-CN': '各次训练' },
  count: (count: number): Text => ({ en: String(count), 'zh-CN': `${count} 次` }),
  run: (id: number): Text => ({ en: `Run ${id}`, 'zh-CN': `第 ${id} 次` }),
  again: (id: number): Text => ({ en: `run ${id}`, 'zh-CN': `第 ${id} 次` }),
  output: { en: 'output', 'zh-CN': '输出' },
  lossOf: { en: 'loss', 'zh-CN': '损失' },
  updates: (count: number): Text => ({
    en: count === 1 ? '1 update' : `${count} updates`,
    'zh-CN': `${count} 次更新`,
  }),
  diverged: { en: 'diverged', 'zh-CN': '发散' },
  show: { en: 'Bring its parameters and plan to the canvas', 'zh-CN': '在画布上采用其参数和方案' },
  removeAll: { en: 'Remove all runs', 'zh-CN': '移除所有训练' },
  removeOthers: { en: 'Remove all other runs', 'zh-CN': '移除其他训练' },
  remove: (id: number): Text => ({ en: `Remove run ${id}`, 'zh-CN': `移除第 ${id} 次训练` }),
} as const;
