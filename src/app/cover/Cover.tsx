import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Text } from '../../ops/index.ts';
import closing from '../fields/closing.module.css';
import { IconButton } from '../fields/IconButton.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './Cover.module.css';
import { words } from './words.ts';

interface CoverProps {
  title: Text;
  /** How much there is of what is shown. */
  count?: Text | undefined;
  /** What can be done with all of it. */
  tools?: ReactNode;
  /** How it is used by keys. */
  help: Text;
  onClose: () => void;
  children: ReactNode;
}

/** A table in front of the canvas, with its tools above it and the way back in the corner. */
export function Cover({ title, count, tools, help, onClose, children }: CoverProps) {
  const say = useSay();
  return (
    <section className={styles.cover} aria-label={say(title)}>
      <div className={styles.head}>
        <h2>{say(title)}</h2>
        <span className={styles.count}>{count && say(count)}</span>
        {tools}
        <IconButton
          name={words.close}
          className={`${closing.close} ${styles.close}`}
          onClick={onClose}
        >
          <X size={17} aria-hidden="true" />
        </IconButton>
      </div>
      {children}
      <p className={styles.help}>{say(help)}</p>
    </section>
  );
}

/** What stands in place of a table that holds nothing yet. */
export function Empty({ text }: { text: Text }) {
  return <p className={styles.empty}>{useSay()(text)}</p>;
}
