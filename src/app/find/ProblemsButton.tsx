import { TriangleAlert } from 'lucide-react';
import { type FocusEvent, lazy, useEffect, useRef, useState } from 'react';
import { useSay } from '../i18n/say.ts';
import { Part } from '../loading/Part.tsx';
import { useEvaluation } from '../store/evaluation.ts';
import styles from './ProblemsButton.module.css';

const ProblemsPopover = lazy(() => import('./ProblemsPopover.tsx'));

/** How many problems the graph has, and the way to their list; nothing while there are none. */
export function ProblemsButton() {
  const say = useSay();
  const count = useEvaluation(({ problems }) => problems.length);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false);
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, [isOpen]);
  if (count === 0) return null;
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setIsOpen(false);
  };
  const name = say({
    en: count === 1 ? '1 problem' : `${count} problems`,
    'zh-CN': `${count} 个问题`,
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list closes when the focus leaves it
    <span ref={place} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-label={name}
        title={name}
        onClick={() => setIsOpen(!isOpen)}
      >
        <TriangleAlert size={15} aria-hidden="true" />
        {count}
      </button>
      {isOpen && (
        <Part onFailed={close}>
          <ProblemsPopover onClose={close} />
        </Part>
      )}
    </span>
  );
}
