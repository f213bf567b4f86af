import { Dices } from 'lucide-react';
import type { Text } from '../../ops/index.ts';
import buttons from '../fields/buttons.module.css';
import { IconButton } from '../fields/IconButton.tsx';
import { between, NumberField } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './Seed.module.css';
import { words } from './words.ts';

interface SeedProps {
  name: Text;
  /** What drawing anew is called. */
  another: Text;
  value: number;
  onChange: (seed: number) => void;
}

/** A seed, to be typed or drawn anew. */
export function Seed({ name, another, value, onChange }: SeedProps) {
  const say = useSay();
  return (
    <div className={styles.seed}>
      <NumberField
        label={say(words.seed)}
        name={say(name)}
        value={value}
        refuse={between(0, 2 ** 32 - 1)}
        onChange={(next) => onChange(Math.round(next))}
      />
      <IconButton
        name={another}
        className={`${buttons.secondary} ${buttons.square}`}
        onClick={() => onChange((value + 1) % 2 ** 32)}
      >
        <Dices size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
