import type { ReactNode } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import styles from './Equation.module.css';

interface EquationProps {
  /** Whether its numbers are too long to be set large side by side. */
  isLong?: boolean;
  children: ReactNode;
}

/** Numbers with signs between them: factors, and what comes of them. */
export function Equation({ isLong = false, children }: EquationProps) {
  return <div className={`${styles.equation} ${isLong ? styles.long : ''}`}>{children}</div>;
}

interface FactorProps {
  label: Text;
  /** What kind of number it is, where it has a colour of its own. */
  tone?: 'value' | 'gradient';
  children: ReactNode;
}

/** One number of an equation, and under it what it is. */
export function Factor({ label, tone, children }: FactorProps) {
  const say = useSay();
  return (
    <span className={styles.factor}>
      <b className={tone && styles[tone]}>{children}</b>
      <small>{say(label)}</small>
    </span>
  );
}
