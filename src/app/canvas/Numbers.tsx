import type { Tensor } from '../../ops/index.ts';
import { type Numbers, useNumbers } from '../appearance/numbers.ts';
import { Matrix } from '../fields/Matrix.tsx';
import { ValueField } from '../fields/ValueField.tsx';
import { useNodeGradient, useNodeValue } from '../store/evaluation.ts';
import { useSight } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import { useIsStop } from './focus.ts';
import styles from './nodes.module.css';
import { Slot } from './Slot.tsx';

/** A node's value; a dash while it cannot be computed. */
export function Value({ id }: { id: string }) {
  const quantity = `value:${id}`;
  const sight = useSight(quantity, useNodeValue(id));
  if (sight.as === 'slot') return <Slot of={quantity} />;
  return sight.as === 'nothing' ? null : <PlainValue of={sight.value} />;
}

function PlainValue({ of }: { of: Tensor | undefined }) {
  const numbers = useNumbers();
  return (
    <span className={`${styles.value} ${sizeClass(of, numbers)}`} data-role="value">
      <Shown of={of} />
    </span>
  );
}

/** The value of a leaf: a field as long as it is the document's own number that is seen. */
export function LeafValue({ id }: { id: string }) {
  const quantity = `value:${id}`;
  const evaluated = useNodeValue(id);
  const sight = useSight(quantity, evaluated);
  const isStop = useIsStop(id);
  const isCalled = useView((view) => view.editing === id);
  if (sight.as === 'slot') return <Slot of={quantity} />;
  if (sight.as === 'nothing') return <span className={styles.unseen}>?</span>;
  if (sight.as === 'number') return <PlainValue of={sight.value} />;
  return <ValueField id={id} value={evaluated} isStop={isStop} isCalled={isCalled} />;
}

/** A node's gradient behind its ∇; nothing while there is none. */
export function Gradient({ id }: { id: string }) {
  const quantity = `gradient:${id}`;
  const numbers = useNumbers();
  const sight = useSight(quantity, useNodeGradient(id));
  if (sight.as === 'nothing' || (sight.as !== 'slot' && sight.value === undefined)) return null;
  return (
    <span className={styles.gradient}>
      <span className={styles.nabla} aria-hidden="true">
        ∇
      </span>
      {sight.as === 'slot' ? (
        <Slot of={quantity} />
      ) : (
        <span className={sizeClass(sight.value, numbers)} data-role="gradient">
          <Shown of={sight.value} />
        </span>
      )}
    </span>
  );
}

/** Long numbers such as -1.23457e-16 are set smaller, so that they stay within the card. */
function sizeClass(tensor: Tensor | undefined, { number }: Numbers): string {
  const { length } = typeof tensor === 'number' ? number(tensor) : '';
  return length > 13 ? styles.longer : length > 9 ? styles.long : '';
}

function Shown({ of }: { of: Tensor | undefined }) {
  const { number } = useNumbers();
  if (of === undefined) return '–';
  return typeof of === 'number' ? number(of) : <Matrix of={of} />;
}
