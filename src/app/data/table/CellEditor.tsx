import { useEffect, useRef, useState } from 'react';
import type { Text } from '../../../ops/index.ts';
import type { DataEdit } from '../../../training/index.ts';
import { useSay } from '../../i18n/say.ts';
import { notify } from '../../store/view.ts';
import { apply, closeEditor, useTable } from './store.ts';
import styles from './table.module.css';

interface CellEditorProps {
  label: string;
  initial: string;
  /** Words that are there already, to choose from. */
  known?: readonly string[];
  /** What the data becomes of a text, or why it cannot. */
  change: (text: string) => DataEdit;
  /** Goes on: Enter downward, Tab to the right, with Shift the other way, Esc nowhere. */
  onDone: (rows: number, columns: number) => void;
}

/** Edits a cell: Enter, Tab or leaving takes over, Esc leaves it as it was. */
export function CellEditor({ label, initial, known, change, onDone }: CellEditorProps) {
  const say = useSay();
  const typed = useTable.getState().editing?.typed;
  const input = useRef<HTMLInputElement>(null);
  const isOpen = useRef(true);
  const [text, setText] = useState(typed ?? initial);
  const [reason, setReason] = useState<Text | null>(null);
  useEffect(() => {
    input.current?.focus();
    if (typed === undefined) input.current?.select();
  }, [typed]);
  const take = (isLeaving: boolean): boolean => {
    if (!isOpen.current) return false;
    const result = text === initial ? undefined : change(text);
    if (result?.ok === false && !isLeaving) {
      setReason(result.reason);
      return false;
    }
    isOpen.current = false;
    if (result?.ok === false) notify(result.reason, 'wrong');
    else if (result) apply(result);
    return true;
  };
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        value={text}
        aria-label={label}
        aria-invalid={reason !== null}
        list={known && 'data-words'}
        spellCheck={false}
        autoComplete="off"
        enterKeyHint="next"
        onChange={({ target }) => {
          setText(target.value);
          setReason(null);
        }}
        onBlur={() => {
          if (take(true)) closeEditor();
        }}
        onKeyDown={(event) => {
          // Keys belong to the text, but for commands such as Ctrl+S.
          if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          const way = event.shiftKey ? -1 : 1;
          if (event.key === 'Escape') {
            isOpen.current = false;
            onDone(0, 0);
          } else if (event.key === 'Enter' || event.key === 'Tab') {
            event.preventDefault();
            if (take(false)) onDone(event.key === 'Enter' ? way : 0, event.key === 'Tab' ? way : 0);
          }
        }}
      />
      {known && (
        <datalist id="data-words">
          {known.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {reason !== null && (
        <span role="alert" className={styles.reason}>
          {say(reason)}
        </span>
      )}
    </>
  );
}
