import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { create } from 'zustand';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './Fold.module.css';
import opening from './opening.module.css';

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
  /** True for one that is open until somebody closes it. */
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** A part of the panel that is closed until somebody wants it. */
export function Fold({ id, title, summary, isOpenAtFirst = false, children }: FoldProps) {
  const say = useSay();
  const isOpen = useFolds((folds) => folds[id] ?? isOpenAtFirst);
  return (
    <details
      className={`${opening.opening} ${styles.fold}`}
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
