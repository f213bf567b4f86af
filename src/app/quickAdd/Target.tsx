import { Prose } from '../fields/Prose.tsx';
import { Segments } from '../fields/Segments.tsx';
import styles from './quickAdd.module.css';
import { outputText, words } from './words.ts';

interface Props {
  /** Whether the formula begins a graph of its own; undefined where it can only join. */
  isNew: boolean | undefined;
  /** What may become the output of the graph it joins. */
  candidate: string | undefined;
  isOutput: boolean;
  onNew: (isNew: boolean) => void;
  onOutput: (isOutput: boolean) => void;
}

/** What a formula is for: a graph of its own or the one there is, and whether it is its output. */
export function Target({ isNew, candidate, isOutput, onNew, onOutput }: Props) {
  if (isNew === undefined && candidate === undefined) return null;
  return (
    <div className={styles.target}>
      {isNew !== undefined && (
        <Segments
          label={words.where}
          value={isNew ? 'anew' : 'join'}
          of={[
            ['anew', words.anew],
            ['join', words.join],
          ]}
          onChange={(chosen) => onNew(chosen === 'anew')}
        />
      )}
      {candidate !== undefined && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isOutput}
            onChange={({ target }) => onOutput(target.checked)}
          />
          <span>
            <Prose of={outputText(candidate)} />
          </span>
        </label>
      )}
    </div>
  );
}
