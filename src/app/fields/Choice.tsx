import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './field.module.css';

/** One of several, each with its id and its name; what is chosen is said by id. */
export interface ChoiceProps<Value extends string> {
  label: Text;
  value: Value;
  of: readonly (readonly [Value, Text])[];
  onChange: (value: Value) => void;
}

/** One of several, from a list. */
export function Choice<Value extends string>({ label, value, of, onChange }: ChoiceProps<Value>) {
  const say = useSay();
  return (
    <label className={styles.field}>
      <span>{say(label)}</span>
      <select
        className={styles.box}
        value={value}
        onChange={({ target }) => {
          const [chosen] = of.find(([id]) => id === target.value) ?? of[0];
          onChange(chosen);
        }}
      >
        {of.map(([id, name]) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
