import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { nodeGradient, nodeValue } from '../../engine/index.ts';
import { findNode, problemText } from '../../graph/index.ts';
import { ops, type Tensor } from '../../ops/index.ts';
import { type Numbers, useNumbers } from '../appearance/numbers.ts';
import { focusNode } from '../canvas/viewport.ts';
import { IconButton } from '../fields/IconButton.tsx';
import { Name } from '../fields/Name.tsx';
import { Option } from '../fields/Option.tsx';
import { SearchField } from '../fields/SearchField.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { focusActive } from '../outline/store.ts';
import { useCover } from '../store/cover.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { closeFind, useFinding } from '../store/finding.ts';
import { useLens } from '../store/lens.ts';
import styles from './find.module.css';
import { goTo } from './goTo.ts';
import { type Hit, type Searched, search } from './match.ts';
import { countText, moreText, reasons, words } from './words.ts';

/** Hits that are listed at most; all of them can be gone to. */
const mostListed = 200;

/** A field above the canvas that finds nodes and goes from one to the next. */
export default function FindBar() {
  const say = useSay();
  const listId = useId();
  const [text, setText] = useState('');
  /** The hit that was gone to last; -1 before the first. */
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef(document.activeElement);
  const asked = useFinding((state) => state.asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again goes back into the field
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useTypedAhead(setText, asked);
  const searched = useSearched();
  const hits = useMemo(() => search(text, searched), [text, searched]);
  const current = Math.min(at, hits.length - 1);

  const visit = (hit: number) => {
    setAt(hit);
    goTo([hits[hit].id]);
  };
  const step = (direction: 1 | -1) => {
    if (hits.length === 0) return;
    const next = current < 0 && direction < 0 ? -1 : current + direction;
    visit((next + hits.length) % hits.length);
  };
  const close = () => {
    closeFind();
    const isOnCanvas = useCover.getState().Cover === null;
    if (current >= 0 && isOnCanvas) focusNode(hits[current].id);
    else if (current >= 0) focusActive();
    else if (opener.current instanceof HTMLElement && opener.current.isConnected) {
      opener.current.focus();
    } else focusNode();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.target !== field.current) return;
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = say(countText(current, hits.length));
  const isListed = text.trim() !== '' && hits.length > 0;
  return (
    <search className={styles.bar} aria-label={say(words.find)} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <SearchField
          type="text"
          ref={field}
          role="combobox"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          aria-activedescendant={isListed && current >= 0 ? `${listId}-${current}` : undefined}
          label={say(words.find)}
          placeholder={say(words.field)}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setAt(-1);
          }}
          trailing={
            <span className={styles.count} aria-hidden="true">
              {text.trim() === '' ? '' : count}
            </span>
          }
        />
        <IconButton
          name={words.previous}
          className={styles.button}
          disabled={hits.length === 0}
          onClick={() => step(-1)}
        >
          <ChevronUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          name={words.next}
          className={styles.button}
          disabled={hits.length === 0}
          onClick={() => step(1)}
        >
          <ChevronDown size={16} aria-hidden="true" />
        </IconButton>
        <IconButton name={words.close} className={styles.button} onClick={close}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {text.trim() === '' ? '' : count}
      </p>
      {isListed && (
        <div id={listId} role="listbox" className={styles.hits} aria-label={say(words.hits)}>
          {hits.slice(0, mostListed).map((hit, i) => (
            <HitRow
              key={hit.id}
              hit={hit}
              id={`${listId}-${i}`}
              isCurrent={i === current}
              searched={searched}
              onPress={() => visit(i)}
            />
          ))}
          {hits.length > mostListed && (
            <p className={styles.more}>{say(moreText(hits.length - mostListed))}</p>
          )}
        </div>
      )}
    </search>
  );
}

interface RowProps {
  hit: Hit;
  id: string;
  isCurrent: boolean;
  searched: Searched;
  onPress: () => void;
}

function HitRow({ hit, id, isCurrent, searched, onPress }: RowProps) {
  const say = useSay();
  const numbers = useNumbers();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const op = ops.get(findNode(searched.graph, hit.id)?.op ?? '');
  const [problem] = hit.by === 'problem' ? searched.problemsOf(hit.id) : [];
  return (
    <Option
      ref={row}
      id={id}
      aria-selected={isCurrent}
      className={styles.hit}
      title={say(reasons[hit.by])}
      onClick={onPress}
    >
      <span className={styles.name}>
        <Name of={hit.id} />
      </span>
      <span className={styles.op}>{problem ? say(problem) : op && say(op.name)}</span>
      {hit.by === 'gradient' ? (
        <span className={styles.gradient}>{shown(searched.gradientOf(hit.id), '∇ ', numbers)}</span>
      ) : (
        <span className={styles.value}>{shown(searched.valueOf(hit.id), '', numbers)}</span>
      )}
    </Option>
  );
}

function shown(tensor: Tensor | undefined, before: string, { briefly }: Numbers): string {
  return tensor === undefined ? '' : before + briefly(tensor);
}

/** What can be searched: numbers that a lens hides are not found either. */
function useSearched(): Searched {
  const graph = useDocument((state) => state.graph);
  const evaluation = useEvaluation();
  const lens = useLens((state) => state.lens);
  const { number } = useNumbers();
  return useMemo(() => {
    const seen = (quantity: string, evaluated: Tensor | undefined) => {
      const sight = lens?.see(quantity) ?? { as: 'evaluated' };
      if (sight.as === 'number') return sight.value;
      return sight.as === 'evaluated' ? evaluated : undefined;
    };
    const { program, problemsOf } = evaluation;
    return {
      graph,
      valueOf: (id) => seen(`value:${id}`, nodeValue(program, id)),
      gradientOf: (id) => seen(`gradient:${id}`, nodeGradient(program, id)),
      problemsOf: (id) => (problemsOf.get(id) ?? []).map((one) => problemText(one, number)),
      show: number,
    } satisfies Searched;
  }, [graph, evaluation, lens, number]);
}
