import { mathName } from '../../formula/index.ts';
import styles from './Name.module.css';

/** A variable name set as mathematics, italic stem and subscript below; ∂ may stand before it. */
export function Name({ of }: { of: string }) {
  const partial = of.startsWith('∂') ? '∂' : '';
  const { stem, subscript } = mathName(of.slice(partial.length));
  return (
    <span className={styles.name}>
      {partial}
      {stem}
      {subscript !== '' && <sub>{subscript}</sub>}
    </span>
  );
}
