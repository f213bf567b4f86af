import { Search } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './SearchField.module.css';

interface Props extends ComponentProps<'input'> {
  /** What to search; both the name and the placeholder of the field. */
  label: string;
  /** Stands behind the text, e.g. a shortcut. */
  trailing?: ReactNode;
}

/** A text field with a magnifying glass, as every search of the page has it. */
export function SearchField({ label, trailing, ...input }: Props) {
  return (
    <div className={styles.search}>
      <Search size={15} aria-hidden="true" />
      <input type="search" aria-label={label} placeholder={label} {...input} />
      {trailing}
    </div>
  );
}
