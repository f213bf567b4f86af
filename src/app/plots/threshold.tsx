import type { Task } from '../../training/index.ts';
import { useSay } from '../i18n/say.ts';
import { usePlots } from './store.ts';
import styles from './threshold.module.css';
import { words } from './words.ts';

/** The score from which on a sample is taken for positive: the middle, unless it was moved. */
export function useThreshold(task: Task | undefined): number {
  const chosen = usePlots((plots) => plots.threshold);
  const [low, high] = task?.ends ?? [0, 1];
  return chosen === null || chosen < low || chosen > high ? (low + high) / 2 : chosen;
}

/** Moves it. */
export function ThresholdSlider({ task }: { task: Task }) {
  const say = useSay();
  const threshold = useThreshold(task);
  const [low, high] = task.ends;
  return (
    <label className={styles.range}>
      <span>{say(words.threshold)}</span>
      <input
        type="range"
        min={low}
        max={high}
        step={(high - low) / 100}
        value={threshold}
        onChange={({ target }) => usePlots.setState({ threshold: target.valueAsNumber })}
      />
      <output>{Number(threshold.toFixed(3))}</output>
    </label>
  );
}
