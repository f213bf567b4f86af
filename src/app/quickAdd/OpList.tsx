import { useEffect } from 'react';
import type { Op } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './quickAdd.module.css';
import { words } from './words.ts';

interface Props {
  id: string;
  ops: readonly Op[];
  /** The number of the one that Enter chooses. */
  active: number;
  /** What is said where there are none. */
  none: string;
  onPoint: (number: number) => void;
  onChoose: (op: Op) => void;
}

/** The operations a text finds; the field above it handles the keys. */
export function OpList({ id, ops, active, none, onPoint, onChoose }: Props) {
  const say = useSay();
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  return (
    <>
      <div
        id={id}
        role="listbox"
        className={styles.list}
        aria-label={say(words.operations)}
        onMouseDown={(event) => event.preventDefault()}
      >
        {ops.map((op, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps focus and names the active option
          <div
            key={op.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            className={styles.option}
            onPointerMove={() => onPoint(i)}
            onClick={() => onChoose(op)}
          >
            <span className={styles.symbol} aria-hidden="true">
              {op.symbol}
            </span>
            {say(op.name)}
          </div>
        ))}
      </div>
      {ops.length === 0 && <p className={styles.none}>{none}</p>}
    </>
  );
}
