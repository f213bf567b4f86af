import type { KeyboardEvent, Ref } from 'react';
import styles from './quickAdd.module.css';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  text: string;
  label: string;
  placeholder: string;
  /** The place in the text that is at fault. */
  faultAt: number | undefined;
  /** The id of the list the text searches, of what is active in it, and of what is said of it. */
  list: string | undefined;
  active: string | undefined;
  describedBy: string | undefined;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/**
 * A field for a name or for several lines of formulas: it is as high as its text, and marks the place
 * that is at fault. The text below the field lies exactly under the one in it and gives both their
 * height.
 */
export function FormulaField({ ref, text, faultAt, ...props }: Props) {
  const isWrong = faultAt !== undefined;
  return (
    <div className={styles.field}>
      <div className={styles.sizer} aria-hidden="true">
        {isWrong ? <Marked text={text} at={faultAt} /> : text}
        {/* A last line that is empty has a height too. */}
        {'\u200b'}
      </div>
      <textarea
        ref={ref}
        rows={1}
        value={text}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-autocomplete={props.list === undefined ? undefined : 'list'}
        aria-controls={props.list}
        aria-activedescendant={props.active}
        aria-describedby={props.describedBy}
        aria-invalid={isWrong || undefined}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={props.onKeyDown}
      />
    </div>
  );
}

/** A text with the name, number or sign at a place marked. */
function Marked({ text, at }: { text: string; at: number }) {
  const found = text.slice(at).match(/^(?:[\p{L}\p{M}\d_.]+|\S)/u)?.[0] ?? '';
  const end = at + found.length;
  return (
    <>
      {text.slice(0, at)}
      <mark data-role="fault">{found === '' ? '\u00a0' : found}</mark>
      {text.slice(end)}
    </>
  );
}
