import { mathName } from '../../formula/index.ts';
import styles from './Name.module.css';

/** A variable name set as mathematics, italic stem and subscript below; ∂ may stand before it. */
export function Name({ of }: { of: string }) {
  const partial = of.startsWith('∂') ? '∂' : '';
  const { stem, subscript } = mathName(of.slice(partial.length));
  // Read aloud or copied, w₁ with 11 below must not become w111.
  const isMixed = /\d$/.test(stem) && /^\d/.test(subscript);
  const isCut = stem.includes('…') || subscript.includes('…');
  return (
    <span className={styles.name} title={isCut ? of : undefined}>
      {partial}
      {stem}
      {isMixed && <span className="visually-hidden"> </span>}
      {subscript !== '' && <sub>{subscript}</sub>}
    </span>
  );
}
