import { type KeyboardEvent, useEffect } from 'react';
import type { Op } from '../../ops/index.ts';
import { isMoving } from '../fields/isMoving.ts';
import { Option } from '../fields/Option.tsx';
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
  /** The keys of the field, which are good for the list too. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The operations a text finds; arrows move, Enter chooses, in the field above and in the list itself. */
export function OpList({ id, ops, active, none, onPoint, onChoose, onKeyDown }: Props) {
  const say = useSay();
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  if (ops.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={0}
      aria-activedescendant={`${id}-${active}`}
      className={styles.list}
      aria-label={say(words.operations)}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {ops.map((op, i) => (
        <Option
          key={op.id}
          id={`${id}-${i}`}
          aria-selected={i === active}
          className={styles.option}
          onPointerMove={(event) => isMoving(event) && onPoint(i)}
          onClick={() => onChoose(op)}
        >
          <span className={styles.symbol} aria-hidden="true">
            {op.symbol}
          </span>
          {say(op.name)}
        </Option>
      ))}
    </div>
  );
}
