import type { Ref } from 'react';
import { nodeGradient, nodeValue } from '../../engine/index.ts';
import type { Tensor } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { leafSize } from '../fields/leafSize.ts';
import { Matrix } from '../fields/Matrix.tsx';
import { ValueField } from '../fields/ValueField.tsx';
import { useNodeValue } from '../store/evaluation.ts';
import { useSight } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import { useIsStop } from './focus.ts';
import { useLiveNumber } from './liveNumber.ts';
import styles from './Numbers.module.css';
import { Slot } from './Slot.tsx';
import { focusNode } from './viewport.ts';

/** A node's value; a dash while it cannot be computed. */
export function Value({ id }: { id: string }) {
  const { number } = useNumbers();
  const quantity = `value:${id}`;
  const { sight, holder } = useLiveNumber<HTMLSpanElement>({
    quantity,
    read: ({ program }) => nodeValue(program, id),
    write: number,
    settingOf: valueClass,
  });
  if (sight.as === 'slot') return <Slot of={quantity} />;
  if (sight.as === 'nothing') return null;
  return <PlainValue of={sight.value} holder={holder} />;
}

interface PlainValueProps {
  of: Tensor | undefined;
  holder?: Ref<HTMLSpanElement>;
  isLeaf?: boolean;
}

function PlainValue({ of, holder, isLeaf = false }: PlainValueProps) {
  const numbers = useNumbers();
  const size = isLeaf || typeof of !== 'number' ? '' : valueClass(numbers.number(of));
  return (
    <span
      ref={holder}
      className={`${styles.value} ${size}`}
      data-role="value"
      {...(isLeaf && typeof of === 'number' ? leafSize(numbers.number(of)) : {})}
    >
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
  if (sight.as === 'number') return <PlainValue of={sight.value} isLeaf />;
  return (
    <ValueField
      id={id}
      value={evaluated}
      isStop={isStop}
      isCalled={isCalled}
      onGivenBack={() => focusNode(id)}
    />
  );
}

/** A node's gradient behind its ∇; nothing while there is none. */
export function Gradient({ id }: { id: string }) {
  const quantity = `gradient:${id}`;
  const numbers = useNumbers();
  const { sight, holder } = useLiveNumber<HTMLSpanElement>({
    quantity,
    read: ({ program }) => nodeGradient(program, id),
    write: numbers.number,
    settingOf: gradientClass,
  });
  if (sight.as === 'nothing' || (sight.as !== 'slot' && sight.value === undefined)) return null;
  return (
    <span className={styles.gradient}>
      <span className={styles.nabla} aria-hidden="true">
        ∇
      </span>
      {sight.as === 'slot' ? (
        <Slot of={quantity} />
      ) : (
        <span
          ref={holder}
          className={
            typeof sight.value === 'number' ? gradientClass(numbers.number(sight.value)) : ''
          }
          data-role="gradient"
        >
          <Shown of={sight.value} />
        </span>
      )}
    </span>
  );
}

/** Long numbers such as -1.23457e-16 are set smaller, so that they stay within the card beside the name. */
function valueClass({ length }: string): string {
  return length > 11 ? styles.longer : length > 9 ? styles.long : '';
}

/** A gradient has more room: a line of its own. */
function gradientClass({ length }: string): string {
  return length > 12 ? styles.longer : length > 9 ? styles.long : '';
}

function Shown({ of }: { of: Tensor | undefined }) {
  const { number } = useNumbers();
  if (of === undefined) return '–';
  return typeof of === 'number' ? number(of) : <Matrix of={of} />;
}
