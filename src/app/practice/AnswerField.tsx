import { type KeyboardEvent, useId, useRef } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './AnswerField.module.css';
import { alone } from './alone.ts';
import { useWantedFocus } from './focus.ts';
import { draftOf } from './session.ts';
import { check, choose, type Place, type as takeOver, usePractice } from './store.ts';

interface Props {
  /** The question it answers. */
  id: string;
  place: Place;
  /** Its name for assistive tools. */
  label: Text;
  placeholder?: Text;
  /** The element that says more about it. */
  describedBy?: string;
}

/** The field of a question: Enter checks. What was typed is the same in all fields of a question. */
export function AnswerField({ id, place, label, placeholder, describedBy }: Props) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const reasonId = useId();
  const draft = usePractice(({ session, drafts }) => {
    const of = session?.review.questions.get(id);
    return of === undefined ? '' : draftOf(drafts, of);
  });
  const refusal = usePractice(({ refusal }) => (refusal?.id === id ? refusal.text : null));
  const isWrong = usePractice(({ session, drafts }) => {
    const of = session?.review.questions.get(id);
    return of?.state === 'wrong' && draftOf(drafts, of) === of.attempts.at(-1)?.text;
  });
  const isCurrent = usePractice(({ session }) => session?.current === id);
  useWantedFocus(input, isCurrent ? place : 'nowhere');
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys belong to the text, but for commands such as Ctrl+S.
    if (!event.ctrlKey && !event.metaKey && event.key !== 'Tab') event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      // What takes the focus next must not be pressed by the same key.
      event.preventDefault();
      check(id);
    }
    if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[tabindex]')?.focus();
  };
  const describing = [refusal === null ? undefined : reasonId, describedBy];
  return (
    <span className={styles.answerField} data-place={place}>
      <input
        ref={input}
        value={draft}
        size={place === 'graph' ? Math.min(14, Math.max(4, draft.length)) : undefined}
        aria-label={say(label)}
        aria-invalid={isWrong || refusal !== null}
        aria-describedby={describing.filter(Boolean).join(' ') || undefined}
        placeholder={placeholder && say(placeholder)}
        autoComplete="off"
        spellCheck={false}
        inputMode="text"
        enterKeyHint="done"
        onClick={alone(() => undefined)}
        onFocus={() => {
          if (!isCurrent) choose(id, place);
          else usePractice.setState({ worksIn: place });
        }}
        onChange={({ target }) => takeOver(id, target.value)}
        onKeyDown={onKeyDown}
      />
      {refusal !== null && (
        <span id={reasonId} className={styles.refusal}>
          {say(refusal)}
        </span>
      )}
    </span>
  );
}
