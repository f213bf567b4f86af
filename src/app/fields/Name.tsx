import { mathName } from '../../formula/index.ts';
import styles from './Name.module.css';

/** A variable name set as mathematics: italic stem, subscript below. */
export function Name({ of }: { of: string }) {
  const { stem, subscript } = mathName(of);
  return (
    <span className={styles.name}>
      {stem}
      {subscript !== '' && <sub>{subscript}</sub>}
    </span>
  );
}
