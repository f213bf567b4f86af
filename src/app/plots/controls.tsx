import { Minus, Plus } from 'lucide-react';
import { mathName } from '../../formula/index.ts';
import type { Text } from '../../ops/index.ts';
import { IconButton } from '../fields/IconButton.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './controls.module.css';
import parts from './parts.module.css';
import type { Named } from './present.ts';
import { usePlots } from './store.ts';
import { words } from './words.ts';

interface ChoiceProps {
  readonly label: Text;
  readonly coordinates: readonly Named[];
  readonly chosen: Named | undefined;
  readonly onChoose: (key: string) => void;
}

/** Which trained number an axis is for. */
export function CoordinateChoice({ label, coordinates, chosen, onChoose }: ChoiceProps) {
  const say = useSay();
  return (
    <label className={parts.choice}>
      <span>{say(label)}</span>
      <select
        className={parts.small}
        value={chosen?.key}
        title={chosen?.id}
        onChange={({ target }) => onChoose(target.value)}
      >
        {coordinates.map(({ key, id, name }) => (
          <option key={key} value={key}>
            {optionName(id) + name.slice(id.length + 2)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A name as a list of the browser can show it. */
function optionName(id: string): string {
  const { stem, subscript } = mathName(id);
  const digits = '₀₁₂₃₄₅₆₇₈₉';
  if (subscript === '') return stem;
  return /^\d+$/.test(subscript)
    ? stem + subscript.replace(/\d/g, (digit) => digits[Number(digit)])
    : `${stem}_${subscript}`;
}

/** More or less around what is in the middle. */
export function Zoom() {
  const zoom = usePlots((plots) => plots.zoom);
  const by = (change: number) => () => usePlots.setState({ zoom: zoom + change });
  return (
    <span className={styles.zoom}>
      <IconButton name={words.wider} className={styles.step} disabled={zoom <= -6} onClick={by(-1)}>
        <Minus size={15} aria-hidden="true" />
      </IconButton>
      <IconButton name={words.closer} className={styles.step} disabled={zoom >= 10} onClick={by(1)}>
        <Plus size={15} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
