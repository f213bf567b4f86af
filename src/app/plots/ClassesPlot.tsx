import { useMemo } from 'react';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import styles from './ClassesPlot.module.css';
import { confusionChart, measuresAt } from './charts/confusion.ts';
import { useLook } from './look.ts';
import { useMaker } from './maker.ts';
import { useScores, useTask } from './model.ts';
import { type PlotProps, PlotView } from './PlotView.tsx';
import parts from './parts.module.css';
import { usePresent } from './present.ts';
import { usePlots } from './store.ts';
import { ThresholdSlider, useThreshold } from './threshold.tsx';
import { words } from './words.ts';

const measures = ['accuracy', 'precision', 'recall', 'f1'] as const;

/** How often each class is taken for which, and what that comes to, by threshold. */
export default function ClassesPlot(props: PlotProps) {
  const say = useSay();
  const by = useMaker();
  const { number } = useNumbers();
  const look = useLook();
  const present = usePresent();
  const task = useTask(present);
  const scores = useScores(present, task, Number.POSITIVE_INFINITY);
  const threshold = useThreshold(task);
  const chosen = usePlots((plots) => plots.counted);
  const hasTests = (task?.test.count ?? 0) > 0;
  const counted = hasTests ? chosen : 'train';
  const rows = scores?.[counted];
  const chart = useMemo(
    () => (task && rows ? confusionChart(task, rows, threshold, look, by) : undefined),
    [task, rows, threshold, look, by],
  );
  const shares = task && rows ? measuresAt(task, rows, threshold) : {};
  return (
    <PlotView
      {...props}
      chart={chart}
      empty={say(words.noData)}
      isDrawing={task !== undefined}
      controls={
        task && (
          <>
            {task.kind === 'binary' && <ThresholdSlider task={task} />}
            {hasTests && (
              <label className={parts.choice}>
                <span>{say(words.rows)}</span>
                <select
                  className={parts.small}
                  value={counted}
                  onChange={({ target }) =>
                    usePlots.setState({ counted: target.value === 'test' ? 'test' : 'train' })
                  }
                >
                  <option value="train">{say(words.training)}</option>
                  <option value="test">{say(words.test)}</option>
                </select>
              </label>
            )}
            <dl className={styles.measures}>
              {measures
                .filter((key) => task.kind === 'binary' || key === 'accuracy')
                .map((key) => (
                  <div key={key}>
                    <dt>{say(words[key])}</dt>
                    <dd data-measure={key}>
                      {shares[key] === undefined ? '–' : number(shares[key])}
                    </dd>
                  </div>
                ))}
            </dl>
          </>
        )
      }
    />
  );
}
