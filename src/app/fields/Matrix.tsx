import { isWrittenOut } from '../../formula/index.ts';
import { shapeOf, type Tensor } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Each } from './Each.tsx';
import styles from './Matrix.module.css';

/** A vector or matrix as a bracketed grid of numbers, or its shape where the grid would be large. */
export function Matrix({ of }: { of: Tensor }) {
  const numbers = useNumbers();
  const shape = shapeOf(of);
  if (typeof of === 'number') return numbers.number(of);
  if (!isWrittenOut(shape)) return <span>[{shape.join('×')}]</span>;
  const rows = shape.length === 1 ? [of as readonly number[]] : (of as readonly number[][]);
  return (
    <span className={styles.matrix}>
      <Each of={rows}>
        {(row) => (
          <span className={styles.row}>
            <Each of={row}>{(number) => <span>{numbers.number(number)}</span>}</Each>
          </span>
        )}
      </Each>
    </span>
  );
}
