import { isWrittenOut } from '../../formula/index.ts';
import { shapeOf, type Tensor } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import styles from './fields.module.css';

/** A vector or matrix as a bracketed grid of numbers, or its shape where the grid would be large. */
export function Matrix({ of }: { of: Tensor }) {
  const numbers = useNumbers();
  const shape = shapeOf(of);
  if (typeof of === 'number') return numbers.number(of);
  if (!isWrittenOut(shape)) return <span>[{shape.join('×')}]</span>;
  const rows = shape.length === 1 ? [of as readonly number[]] : (of as readonly number[][]);
  return (
    <span className={styles.matrix}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <span key={i} className={styles.row}>
          {row.map((number, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            <span key={j}>{numbers.number(number)}</span>
          ))}
        </span>
      ))}
    </span>
  );
}
