import { useEffect, useId, useRef, useState } from 'react';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import styles from './OpSearch.module.css';
import { matchingOps } from './opMatches.ts';
import { SearchField } from './SearchField.tsx';

interface Props {
  onChoose: (op: string) => void;
  onCancel: () => void;
}

/** A search field over the list of operations it finds: arrows move, Enter chooses, Esc leaves. */
export function OpSearch({ onChoose, onCancel }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = matchingOps(text);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);
  return (
    <>
      <SearchField
        type="text"
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        label={t('palette.search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && found[active]) onChoose(found[active].id);
          else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
          else return;
          event.preventDefault();
        }}
      />
      <div id={listId} role="listbox" className={styles.list} aria-label={t('palette.title')}>
        {found.map((op, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps focus and names the active option
          <div
            key={op.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            className={styles.option}
            onPointerEnter={() => setActive(i)}
            onClick={() => onChoose(op.id)}
          >
            <span className={styles.symbol} aria-hidden="true">
              {op.symbol}
            </span>
            {say(op.name)}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
      </div>
    </>
  );
}
