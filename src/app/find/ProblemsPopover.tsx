import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSay } from '../i18n/say.ts';
import styles from './find.module.css';
import ProblemList from './ProblemList.tsx';
import { words } from './words.ts';

/** The list of all problems above the bar it is opened from. */
export default function ProblemsPopover({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <section ref={box} className={styles.popover} aria-label={say(words.all)} onKeyDown={onKeyDown}>
      <h2>{say(words.all)}</h2>
      <ProblemList />
    </section>
  );
}
