import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { create } from 'zustand';
import type { Text } from '../../ops/index.ts';
import { readValue } from '../fields/readValue.ts';
import { useSay } from '../i18n/say.ts';
import styles from './training.module.css';

/** Which parts of the panel are open, by their ids; kept while the page is. */
const useFolds = create<Readonly<Record<string, boolean>>>()(() => ({}));

/** Opens a part of the panel. */
export function openFold(id: string): void {
  useFolds.setState({ [id]: true });
}

interface FoldProps {
  id: string;
  title: Text;
  /** What is set in it, in a few words, seen while it is closed. */
  summary?: ReactNode;
  children: ReactNode;
}

/** A part of the panel that is closed until somebody wants it. */
export function Fold({ id, title, summary, children }: FoldProps) {
  const say = useSay();
  const isOpen = useFolds((folds) => folds[id] ?? false);
  return (
    <details
      className={styles.fold}
      data-fold={id}
      open={isOpen}
      onToggle={({ currentTarget }) => useFolds.setState({ [id]: currentTarget.open })}
    >
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <h3>{say(title)}</h3>
        {!isOpen && <span>{summary}</span>}
      </summary>
      {isOpen && <div className={styles.folded}>{children}</div>}
    </details>
  );
}

interface NumberFieldProps {
  /** Said beside it; `name` is what it is called where that is no text. */
  label?: ReactNode;
  name: string;
  value: number | undefined;
  /** Why a number cannot be taken, if it cannot. */
  refuse?: (value: number) => Text | undefined;
  /** Undefined where an empty field means that there is no number. */
  onChange: (value: number) => void;
  onEmpty?: () => void;
  placeholder?: string;
}

/** A number or an expression of numbers, taken over by Enter or leaving. */
export function NumberField(props: NumberFieldProps) {
  const { label, name, value, refuse, onChange, onEmpty, placeholder } = props;
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState<Text | null>(null);
  const commit = async () => {
    if (typed === null) return;
    if (typed.trim() === '' && onEmpty) {
      setTyped(null);
      if (value !== undefined) onEmpty();
      return;
    }
    const read = await readValue(typed);
    const number = read.ok && typeof read.value === 'number' ? read.value : undefined;
    const refusal = number === undefined ? notNumber : refuse?.(number);
    if (refusal !== undefined) {
      setReason(read.ok ? refusal : read.reason);
      return;
    }
    setTyped(null);
    if (number !== undefined && number !== value) onChange(number);
  };
  const give = (text: string | null) => {
    setTyped(text);
    setReason(null);
  };
  return (
    <label className={styles.field}>
      {label !== undefined && <span>{label}</span>}
      <input
        className={styles.number}
        value={typed ?? (value === undefined ? '' : String(value))}
        placeholder={placeholder}
        inputMode="decimal"
        spellCheck={false}
        autoComplete="off"
        aria-label={name}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : id}
        onChange={({ target }) => give(target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') void commit();
          if (event.key === 'Escape') give(null);
        }}
      />
      {reason !== null && (
        <span id={id} role="alert" className={styles.wrong}>
          {say(reason)}
        </span>
      )}
    </label>
  );
}

const notNumber: Text = { en: 'type a number', 'zh-CN': '请输入一个数' };

/** Refuses what is no number above 0. */
export function aboveZero(value: number): Text | undefined {
  return value > 0 ? undefined : { en: 'must be above 0', 'zh-CN': '须大于 0' };
}

/** Refuses what is no whole number from `least` on. */
export function wholeFrom(least: number): (value: number) => Text | undefined {
  return (value) =>
    Number.isInteger(value) && value >= least
      ? undefined
      : { en: `a whole number from ${least} on`, 'zh-CN': `须为不小于 ${least} 的整数` };
}

/** Refuses what does not lie between two numbers. */
export function between(least: number, most: number): (value: number) => Text | undefined {
  return (value) =>
    value >= least && value <= most
      ? undefined
      : { en: `from ${least} to ${most}`, 'zh-CN': `须在 ${least} 到 ${most} 之间` };
}

interface ChoiceProps<Value extends string> {
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
