import { useState } from 'react';
import styles from './data.module.css';

interface NumberFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  /** A whole number means that the field holds one itself. */
  step?: number;
  /** What it is called where the label beside it does not say enough. */
  name?: string;
  onChange: (value: number) => void;
}

/** A number within bounds, taken over by Enter, the arrows or leaving. What is none gives way. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, step = 1, name, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (text: string | null) => {
    setTyped(null);
    if (text === null || text.trim() === '') return;
    const wanted = Number(text);
    if (Number.isNaN(wanted)) return;
    const whole = Number.isInteger(step) ? Math.round(wanted) : wanted;
    const number = Math.min(most, Math.max(least, whole));
    if (number !== value) onChange(number);
  };
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="number"
        className={styles.input}
        aria-label={name}
        min={least}
        max={most}
        step={step}
        value={typed ?? String(value)}
        onChange={({ target, nativeEvent }) => {
          // Without a kind of input it was the arrows, which are done at once.
          if (!(nativeEvent instanceof InputEvent)) commit(target.value);
          else setTyped(target.value);
        }}
        onBlur={() => commit(typed)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit(typed);
          if (key === 'Escape') setTyped(null);
        }}
      />
    </label>
  );
}
