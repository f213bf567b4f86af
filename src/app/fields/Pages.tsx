import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Pages.module.css';

interface PagesProps {
  names: { readonly pages: Text; readonly previous: Text; readonly next: Text };
  /** Which rows are seen. */
  text: Text;
  /** Undefined where there is nothing to turn to. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  className?: string;
}

/** Turns the pages of a table that is too long to be seen at once. */
export function Pages({ names, text, onPrevious, onNext, className = '' }: PagesProps) {
  const say = useSay();
  return (
    <nav className={`${styles.pages} ${className}`} aria-label={say(names.pages)}>
      <IconButton name={names.previous} disabled={onPrevious === undefined} onClick={onPrevious}>
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <span>{say(text)}</span>
      <IconButton name={names.next} disabled={onNext === undefined} onClick={onNext}>
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
    </nav>
  );
}
