import { useId } from 'react';
import { useSay } from '../i18n/say.ts';
import type { ChoiceProps } from './Choice.tsx';
import styles from './Segments.module.css';

/** One of two or three, side by side. */
export function Segments<Value extends string>({ label, value, of, onChange }: ChoiceProps<Value>) {
  const say = useSay();
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="visually-hidden">{say(label)}</legend>
      {of.map(([id, text]) => (
        <label key={id} data-on={id === value}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          {say(text)}
        </label>
      ))}
    </fieldset>
  );
}
