import type { NodeProps } from '@xyflow/react';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { noteFlowId } from '../../../drawing/index.ts';
import { localize, type Note, noteWidth, removeNotes, setNote } from '../../../graph/index.ts';
import { DoubleClick } from '../../fields/DoubleClick.tsx';
import { useSay } from '../../i18n/say.ts';
import { currentGraph, edit, endGesture } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { NoteNode } from '../adapter.ts';
import { useIsStop } from '../focus.ts';
import { withText } from '../groups/withText.ts';
import { focusNode, toCanvas } from '../viewport.ts';
import { noteGesture, startEditingNote } from './editing.ts';
import { renderMarkdown } from './markdown.tsx';
import styles from './Note.module.css';
import { noteMeasured, noteWidths } from './sizes.ts';
import { noteWords } from './words.ts';

/** A text on the canvas: set as Markdown and TeX, edited in place. */
const NoteItem = memo(({ data }: NodeProps<NoteNode>) => {
  const { note } = data;
  const element = useRef<HTMLDivElement>(null);
  const isEditing = useView(({ renaming }) => renaming === noteFlowId(note.id));
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const measure = () => noteMeasured(note.id, measured.offsetHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    measure();
    return () => observer.disconnect();
  }, [note.id]);
  return (
    <div ref={element} className={styles.note}>
      {isEditing ? <Editor note={note} /> : <Content note={note} />}
      <WidthHandle note={note} />
    </div>
  );
});

function Content({ note }: { note: Note }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const text = localize(note.text, language);
  const content = useMemo(() => renderMarkdown(text), [text]);
  return (
    <DoubleClick
      as="div"
      className={styles.content}
      title={say(noteWords.edit)}
      onDouble={() => startEditingNote(note.id)}
    >
      {content}
    </DoubleClick>
  );
}

function Editor({ note }: { note: Note }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const before = localize(note.text, language);
  const [text, setText] = useState(before);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  useLayoutEffect(() => {
    if (area.current === null || text === undefined) return;
    // As high as its text.
    area.current.style.height = '0';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);
  const finish = (keeps: boolean, isLeaving = false) => {
    if (isDone.current) return;
    isDone.current = true;
    useView.setState({ renaming: null });
    const isGone = keeps && text.trim() === '';
    if (isGone) edit(removeNotes(currentGraph(), new Set([note.id])), noteGesture(note.id));
    else if (keeps && text !== before) {
      const changed = { text: withText(note.text, language, text) };
      edit(setNote(currentGraph(), note.id, changed), noteGesture(note.id));
    }
    endGesture();
    if (!isLeaving) focusNode(isGone ? undefined : noteFlowId(note.id));
  };
  return (
    <>
      <textarea
        ref={area}
        className={`${styles.editor} nodrag nopan nowheel nokey`}
        value={text}
        aria-label={say(noteWords.text)}
        aria-describedby={`${note.id}-help`}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish(true, true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isCommit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          // Keys belong to the text, but for commands such as Ctrl+S.
          if ((!event.ctrlKey && !event.metaKey) || isCommit) event.stopPropagation();
          if (isCommit) finish(true);
          if (event.key === 'Escape') finish(false);
        }}
      />
      <p id={`${note.id}-help`} className={styles.help}>
        {say(noteWords.help)}
      </p>
    </>
  );
}

/** Changes the width of a note, by pointer or arrow keys. */
function WidthHandle({ note }: { note: Note }) {
  const say = useSay();
  const isStop = useIsStop(noteFlowId(note.id));
  const width = note.width ?? noteWidth;
  const isHeld = useRef(false);
  const setWidth = (wanted: number) => {
    const within = Math.min(noteWidths.most, Math.max(noteWidths.least, Math.round(wanted)));
    if (within !== width) {
      edit(setNote(currentGraph(), note.id, { width: within }), `width:${note.id}`);
    }
  };
  const letGo = () => {
    isHeld.current = false;
    endGesture();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={say(noteWords.width)}
      aria-valuenow={width}
      aria-valuemin={noteWidths.least}
      aria-valuemax={noteWidths.most}
      tabIndex={isStop ? 0 : -1}
      className={`${styles.width} nodrag nopan nokey`}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        endGesture();
      }}
      onPointerMove={(event) => {
        if (!isHeld.current) return;
        setWidth(toCanvas({ x: event.clientX, y: event.clientY }).x - note.position.x);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -20, ArrowRight: 20 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setWidth(width + step);
      }}
    />
  );
}

export default NoteItem;
