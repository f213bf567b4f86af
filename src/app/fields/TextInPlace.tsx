import { useEffect, useRef, useState } from 'react';

interface TextInPlaceProps {
  initial: string;
  label: string;
  className: string;
  /** As wide as its text. */
  isFitted?: boolean;
  /** Whether what is typed can be kept; anything can if absent. */
  isSound?: (text: string) => boolean;
  /**
   * What was typed is to be kept, or is not where there is no text; `isLeaving` when the person has
   * turned to something else. False if the field is to stay, for the text to be mended.
   */
  onDone: (text: string | undefined, isLeaving: boolean) => boolean;
}

/** A text edited where it stands: Enter or leaving keeps it, Esc leaves it as it was. */
export function TextInPlace(props: TextInPlaceProps) {
  const { initial, label, className, isFitted = false, isSound, onDone } = props;
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const [text, setText] = useState(initial);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (keeps: boolean, isLeaving = false) => {
    if (isDone.current) return;
    // Leaving may come of what is done here.
    isDone.current = true;
    isDone.current = onDone(keeps ? text.trim() : undefined, isLeaving);
  };
  return (
    <input
      ref={input}
      className={`${className} nodrag nopan nokey`}
      style={isFitted ? { width: `${Math.max(3, text.length + 1)}ch` } : undefined}
      value={text}
      aria-label={label}
      aria-invalid={isSound ? !isSound(text) : undefined}
      spellCheck={isSound ? false : undefined}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true, true)}
      onKeyDown={(event) => {
        // Keys belong to the text, but for commands such as Ctrl+S.
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
