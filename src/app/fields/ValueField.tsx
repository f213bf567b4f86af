import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { tensorSource } from '../../formula/index.ts';
import { type Graph, setValue } from '../../graph/index.ts';
import type { Tensor, Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit, endGesture, undo } from '../store/document.ts';
import { notify, useView } from '../store/view.ts';
import { keepTouch } from './keepTouch.ts';
import { leafSize } from './leafSize.ts';
import { Matrix } from './Matrix.tsx';
import { readValue } from './readValue.ts';
import { scrubbed, stepOf } from './scrub.ts';
import styles from './ValueField.module.css';

/**
 * The value of a leaf, edited in place: type a number or an expression (Enter or leaving keeps,
 * Esc gives up), or scrub it by dragging sideways or with the arrow keys.
 */
export function ValueField({ id, value, isStop = true, isCalled = false, onGivenBack }: Props) {
  const [edited, setEdited] = useState<Edited | null>(null);
  const display = useRef<HTMLDivElement>(null);
  const open = (typed?: string) => setEdited({ ...beginning(value, typed), isCalled: false });
  useEffect(() => {
    if (!isCalled) return;
    useView.setState({ editing: null });
    setEdited({ ...beginning(value), isCalled: true });
  }, [isCalled, value]);
  if (edited === null) {
    return <ValueDisplay id={id} value={value} element={display} isStop={isStop} onOpen={open} />;
  }
  return (
    <ValueInput
      id={id}
      initial={edited}
      before={value}
      onDone={(refocus) => {
        // At once, so that the next key finds the focus there.
        flushSync(() => setEdited(null));
        if (!refocus) return;
        if (edited.isCalled) onGivenBack?.();
        else display.current?.focus();
      }}
    />
  );
}

interface Props {
  id: string;
  value: Tensor | undefined;
  /** False where Tab passes it by. */
  isStop?: boolean;
  /** True to open it from elsewhere; `onGivenBack` is told when the focus belongs there again. */
  isCalled?: boolean;
  onGivenBack?: () => void;
}

function beginning(value: Tensor | undefined, typed?: string) {
  if (typed !== undefined) return { text: typed, isTyped: true };
  return { text: value === undefined ? '' : tensorSource(value), isTyped: false };
}

/** The text editing begins with: the value as it stands, or the first sign somebody typed. */
interface Edited {
  readonly text: string;
  readonly isTyped: boolean;
  readonly isCalled: boolean;
}

interface DisplayProps {
  id: string;
  value: Tensor | undefined;
  element: React.RefObject<HTMLDivElement | null>;
  isStop: boolean;
  onOpen: (typed?: string) => void;
}

function ValueDisplay({ id, value, element, isStop, onOpen }: DisplayProps) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  const { handlers, giveUp } = useScrub(id, value, onOpen);
  useEffect(() => keepTouch(element.current), [element]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (!giveUp()) return;
    } else if (event.key === 'Enter' || event.key === 'F2') onOpen();
    else if (/^[0-9.[(-]$/.test(event.key)) onOpen(event.key);
    else if (typeof value !== 'number' || !/^Arrow(Up|Down|Left|Right)$/.test(event.key)) return;
    else {
      const steps = event.key === 'ArrowUp' || event.key === 'ArrowRight' ? 1 : -1;
      const scale = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
      change(id, scrubbed(value, steps, stepOf(value) * scale), `arrows:${id}`);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const isNumber = typeof value === 'number';
  return (
    <div
      ref={element}
      role="spinbutton"
      tabIndex={isStop ? 0 : -1}
      className={`${styles.value} ${isNumber ? styles.scrub : ''} nodrag nopan nokey`}
      aria-label={t('node.valueOf', { name: id })}
      aria-valuenow={isNumber ? value : undefined}
      aria-valuetext={value === undefined ? t('node.noValue') : tensorSource(value)}
      title={t('node.editValue')}
      data-role="value"
      {...(isNumber ? leafSize(number(value)) : {})}
      onKeyDown={onKeyDown}
      onBlur={endGesture}
      {...handlers}
    >
      {value === undefined ? '?' : isNumber ? number(value) : <Matrix of={value} />}
    </div>
  );
}

function change(id: string, value: Tensor, gesture: string | null): void {
  edit(setValue(currentGraph(), id, value), gesture);
}

/** A drag on a number: the document and the number as they were when it began. */
interface Scrub {
  readonly before: Graph;
  readonly x: number;
  readonly value: number;
  readonly step: number;
  moved: boolean;
}

/**
 * Pointer handlers: a sideways drag scrubs the number, a click without a drag opens it. `giveUp`
 * puts the number back while a drag is under way, and answers whether one was.
 */
function useScrub(id: string, value: Tensor | undefined, onOpen: () => void) {
  const from = useRef<Scrub | null>(null);
  const giveUp = () => {
    if (!from.current?.moved) return false;
    const { before } = from.current;
    from.current = null;
    if (currentGraph() !== before) undo();
    return true;
  };
  const follow = (event: PointerEvent) => {
    const start = from.current;
    if (start === null || Number.isNaN(start.value)) return;
    const distance = event.clientX - start.x;
    if (!start.moved && Math.abs(distance) < 4) return;
    start.moved = true;
    const scale = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    const steps = Math.round(distance / 4);
    change(id, scrubbed(start.value, steps, start.step * scale), `scrub:${id}:${start.x}`);
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const number = typeof value === 'number' ? value : Number.NaN;
      const step = stepOf(number);
      from.current = {
        before: currentGraph(),
        x: event.clientX,
        value: number,
        step,
        moved: false,
      };
    },
    onPointerMove: follow,
    onPointerUp(event: PointerEvent) {
      // A finger may be lifted farther on than it was last heard of.
      follow(event);
      const start = from.current;
      from.current = null;
      endGesture();
      if (start !== null && !start.moved) onOpen();
    },
    onPointerCancel() {
      from.current = null;
      endGesture();
    },
  };
  return { handlers, giveUp };
}

interface InputProps {
  id: string;
  initial: Edited;
  before: Tensor | undefined;
  onDone: (refocus: boolean) => void;
}

function ValueInput({ id, initial, before, onDone }: InputProps) {
  const { t } = useTranslation();
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = useRef(true);
  const [text, setText] = useState(initial.text);
  const [reason, setReason] = useState<Text | null>(null);
  useEffect(() => {
    input.current?.focus();
    // A number that was opened is replaced by typing; a digit that opened it is continued.
    if (!initial.isTyped) input.current?.select();
  }, [initial]);

  const close = (refocus: boolean) => {
    if (!isOpen.current) return;
    isOpen.current = false;
    onDone(refocus);
  };
  const commit = async (leaving: boolean) => {
    if (!isOpen.current) return;
    const read = await readValue(text);
    if (!isOpen.current) return;
    if (read.ok) {
      if (before === undefined || tensorSource(read.value) !== tensorSource(before)) {
        change(id, read.value, null);
      }
      close(!leaving);
    } else if (leaving) {
      notify(unread(text, read.reason), 'wrong');
      close(false);
    } else setReason(read.reason);
  };
  return (
    <span className={styles.inputBox}>
      <input
        ref={input}
        className={`${styles.valueInput} nodrag nopan nokey`}
        value={text}
        inputMode="text"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('node.valueOf', { name: id })}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : `reason-${id}`}
        onChange={(event) => {
          setText(event.target.value);
          setReason(null);
        }}
        onBlur={() => commit(true)}
        onKeyDown={(event) => {
          // Keys belong to the text, but for commands such as Ctrl+S.
          if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit(false);
          if (event.key === 'Escape') close(true);
        }}
      />
      {reason !== null && (
        <span id={`reason-${id}`} role="alert" className={styles.reason}>
          {say(reason)}
        </span>
      )}
    </span>
  );
}

function unread(text: string, reason: Text): Text {
  const shown = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  return {
    en: `“${shown}” was not taken over: ${reason.en}.`,
    'zh-CN': `未采用“${shown}”：${reason['zh-CN']}。`,
  };
}
