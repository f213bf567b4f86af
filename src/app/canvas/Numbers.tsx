import { formatNumber } from '../../formula/index.ts';
import type { Tensor } from '../../ops/index.ts';
import { Matrix } from '../fields/Matrix.tsx';
import styles from './nodes.module.css';

/** A node's value; a dash while it cannot be computed. */
export function Value({ of }: { of: Tensor | undefined }) {
  return (
    <span className={`${styles.value} ${sizeClass(of)}`} data-role="value">
      {shown(of)}
    </span>
  );
}

/** A node's gradient behind its ∇; nothing while there is none. */
export function Gradient({ of }: { of: Tensor | undefined }) {
  if (of === undefined) return null;
  return (
    <span className={styles.gradient}>
      <span className={styles.nabla} aria-hidden="true">
        ∇
      </span>
      <span className={sizeClass(of)} data-role="gradient">
        {shown(of)}
      </span>
    </span>
  );
}

/** Numbers such as -1.23457e-16 are set smaller, so that they stay within the card. */
function sizeClass(tensor: Tensor | undefined): string {
  return typeof tensor === 'number' && formatNumber(tensor).length > 9 ? styles.long : '';
}

function shown(tensor: Tensor | undefined) {
  if (tensor === undefined) return '–';
  return typeof tensor === 'number' ? formatNumber(tensor) : <Matrix of={tensor} />;
}
