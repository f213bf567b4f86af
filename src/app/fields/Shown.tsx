import type { Tensor } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Matrix } from './Matrix.tsx';

/** A number or matrix in running text; a dash where there is none. */
export function Shown({ of, before = '' }: { of: Tensor | undefined | null; before?: string }) {
  const { number } = useNumbers();
  if (of === undefined || of === null) return <span>–</span>;
  return (
    <span>
      {before}
      {typeof of === 'number' ? number(of) : <Matrix of={of} />}
    </span>
  );
}
