import { type ReactNode, useId, useState } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './field.module.css';
import { readValue } from './readValue.ts';

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
        className={styles.box}
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
