import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { setCover, useCover } from '../store/cover.ts';
import { useView } from '../store/view.ts';
import styles from './Large.module.css';

interface LargeProps {
  name: Text;
  onClose: () => void;
  children: ReactNode;
}

/** A part of the panel, large in front of the canvas; Esc gives the canvas back. */
export function Large({ name, onClose, children }: LargeProps) {
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    section.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role=menu], [role=dialog]')) {
        return;
      }
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={section} className={styles.large} tabIndex={-1} aria-label={say(name)}>
      {children}
    </section>
  );
}

let sheetBefore: ReturnType<typeof useView.getState>['sheet'] = null;

/** Puts a part of the panel in front of the canvas. */
export function enlarge(Part: ComponentType): void {
  sheetBefore = useView.getState().sheet;
  // On narrow windows the panel would stand over it.
  useView.setState({ sheet: null });
  setCover(Part);
}

/** Gives the canvas back, with the focus on the button that the part was made large with. */
export function shrink(Part: ComponentType, opener: string): void {
  if (useCover.getState().Cover !== Part) return;
  setCover(null);
  useView.setState({ sheet: sheetBefore });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(opener)?.focus());
}
