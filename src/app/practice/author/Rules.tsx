import type { ReactNode } from 'react';
import { type Exercise, exerciseDefaults } from '../../../graph/index.ts';
import { useSay } from '../../i18n/say.ts';
import parts from '../parts.module.css';
import styles from './author.module.css';
import { change } from './marks.ts';
import { authorWords as words } from './words.ts';

const tolerances = [0, 0.001, 0.005, 0.01, 0.02, 0.05];
const attempts = [1, 2, 3, 5];

/** How the exercise is worked on and marked. What is as usual stays out of the file. */
export function Rules({ exercise }: { exercise: Exercise }) {
  const say = useSay();
  const { order, tolerance, hints } = { ...exerciseDefaults, ...exercise };
  const hintNames = [words.noHints, words.hint1, words.hint2, words.hint3];
  return (
    <section>
      <h4 className={parts.heading}>{say(words.rules)}</h4>
      <div className={styles.fields}>
        {exercise.kind !== 'find-bug' && (
          <Choice
            label={say(words.order)}
            value={order}
            onChange={(value) => change({ order: value === 'free' ? 'free' : undefined })}
          >
            <option value="given">{say(words.orderGiven)}</option>
            <option value="free">{say(words.orderFree)}</option>
          </Choice>
        )}
        <Choice
          label={say(words.hints)}
          value={hints}
          onChange={(value) => {
            const level = ([0, 1, 2] as const).find((each) => String(each) === value);
            change({ hints: level });
          }}
        >
          {hintNames.map((name, level) => (
            <option key={name.en} value={level}>
              {say(name)}
            </option>
          ))}
        </Choice>
        <Choice
          label={say(words.attempts)}
          value={exercise.attempts ?? ''}
          onChange={(value) => change({ attempts: value === '' ? undefined : Number(value) })}
        >
          <option value="">{say(words.unlimited)}</option>
          {withOwn(attempts, exercise.attempts).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </Choice>
        <Choice
          label={say(words.tolerance)}
          value={tolerance}
          onChange={(value) => {
            const chosen = Number(value);
            change({ tolerance: chosen === exerciseDefaults.tolerance ? undefined : chosen });
          }}
        >
          {withOwn(tolerances, tolerance).map((each) => (
            <option key={each} value={each}>
              {Number((100 * each).toPrecision(6))} %
            </option>
          ))}
        </Choice>
      </div>
    </section>
  );
}

/** The usual choices, and the one a file has of its own. */
function withOwn(usual: readonly number[], own: number | undefined): readonly number[] {
  if (own === undefined || usual.includes(own)) return usual;
  return [...usual, own].sort((a, b) => a - b);
}

interface ChoiceProps {
  label: string;
  value: string | number;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </label>
  );
}
