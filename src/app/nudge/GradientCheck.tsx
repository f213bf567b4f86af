import { ArrowDown, ChevronRight, CircleAlert, Check as Tick } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Cause } from '../../engine/nudge.ts';
import { outputOf } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Name } from '../fields/Name.tsx';
import opening from '../fields/opening.module.css';
import { Prose } from '../fields/Prose.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { select, setMode, useView } from '../store/view.ts';
import { type Check, gravityOf, useChecks } from './checks.ts';
import { checkWords, nodeCount, onlySome, progress } from './checkWords.ts';
import { EpsilonField } from './EpsilonField.tsx';
import { openNudge, useNudge } from './epsilon.ts';
import styles from './GradientCheck.module.css';
import { subscriptOf } from './place.ts';
import { causes, ofSum } from './words.ts';

/** Rows that are listed at most. */
const mostRows = 1000;

/** The gradient of every node beside what nudging it by ε gives, as a table. */
export default function GradientCheck({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const epsilon = useNudge((state) => state.epsilon);
  const { done, checks } = useChecks(graph, epsilon);
  const [isSorted, setIsSorted] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Where a finger would bring up a keyboard over the table the focus stays where it is.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  const output = outputOf(graph);
  if (output === undefined) return <p className={styles.note}>{say(checkWords.noOutput)}</p>;
  return (
    <>
      <EpsilonField input={field} />
      <div className={styles.summary} aria-live="polite">
        {checks === undefined ? say(progress(done, graph.nodes.length)) : <Summary of={checks} />}
      </div>
      {checks !== undefined && (
        <CheckTable
          output={output}
          checks={checks}
          isSorted={isSorted}
          onSort={() => setIsSorted(!isSorted)}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** How many nodes there are of each verdict, and what the verdicts mean. */
function Summary({ of: checks }: { of: readonly Check[] }) {
  const say = useSay();
  const counts = new Map<Cause, number>();
  for (const { nudge } of checks) {
    if (nudge) counts.set(nudge.cause, (counts.get(nudge.cause) ?? 0) + 1);
  }
  const present = Object.entries(causes).flatMap(([cause, words]) => {
    const count = counts.get(cause as Cause);
    return count === undefined ? [] : [{ cause, count, ...words }];
  });
  return (
    <details className={`${opening.opening} ${styles.meanings}`}>
      <summary title={say(checkWords.explained)}>
        <ChevronRight size={14} aria-hidden="true" />
        {say(nodeCount(checks.length))}
        {present.map(({ cause, count, name }) => (
          <span key={cause} data-cause={cause}>
            {count} × {say(name)}
          </span>
        ))}
      </summary>
      <dl>
        {present.map(({ cause, name, text }) => (
          <div key={cause}>
            <dt>{say(name)}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface TableProps {
  output: string;
  checks: readonly Check[];
  /** By distance instead of as in the graph; longer lists always are. */
  isSorted: boolean;
  onSort: () => void;
  onClose: () => void;
}

function CheckTable({ output, checks, isSorted, onSort, onClose }: TableProps) {
  const say = useSay();
  const isLong = checks.length > mostRows;
  const byDistance = isSorted || isLong;
  const rows = useMemo(() => {
    if (!byDistance) return checks;
    return [...checks].sort((a, b) => gravityOf(b) - gravityOf(a)).slice(0, mostRows);
  }, [checks, byDistance]);
  const show = (id: string) => {
    onClose();
    openNudge(true);
    select([id]);
    setMode('inspect');
    useView.setState({ sheet: 'panel' });
  };
  const hasTensors = checks.some(({ shape }) => shape.length > 0);
  const isSum = checks.some(({ id, shape }) => id === output && shape.length > 0);
  return (
    <>
      <Scrolling as="section" className={styles.scroll} aria-label={say(checkWords.title)}>
        <table className={styles.checks}>
          <thead>
            <tr>
              <th scope="col">{say(checkWords.node)}</th>
              <th scope="col">{say(checkWords.value)}</th>
              <th scope="col">{say(checkWords.gradient)}</th>
              <th scope="col">{say(checkWords.central)}</th>
              <th scope="col">{say(checkWords.right)}</th>
              <th scope="col">{say(checkWords.left)}</th>
              <th
                scope="col"
                title={say(checkWords.centralMinusGradient)}
                aria-sort={byDistance ? 'descending' : undefined}
              >
                <button type="button" disabled={isLong} onClick={onSort}>
                  {say(checkWords.difference)}
                  <ArrowDown size={13} aria-hidden="true" data-on={byDistance} />
                </button>
              </th>
              <th scope="col">{say(checkWords.verdict)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((check) => (
              <CheckRow key={check.id} check={check} onShow={show} />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <div className={styles.notes}>
        {isLong && <p>{say(onlySome(rows.length, checks.length))}</p>}
        {hasTensors && <p>{say(checkWords.tensors)}</p>}
        {isSum && (
          <p>
            <Prose of={ofSum(output)} />
          </p>
        )}
      </div>
    </>
  );
}

interface RowProps {
  check: Check;
  onShow: (id: string) => void;
}

const CheckRow = memo(function CheckRow({ check: { id, shape, nudge }, onShow }: RowProps) {
  const say = useSay();
  const { number } = useNumbers();
  return (
    <tr data-node={id} data-cause={nudge?.cause}>
      <th scope="row">
        <button type="button" title={id} onClick={() => onShow(id)}>
          <Name of={id} />
          {nudge && subscriptOf(nudge.element, shape)}
        </button>
      </th>
      {nudge === undefined ? (
        <td colSpan={7}>{say(checkWords.notComputed)}</td>
      ) : (
        <>
          <td className={styles.value}>{number(nudge.value)}</td>
          <td className={styles.gradient}>{number(nudge.gradient)}</td>
          <td>{number(nudge.central.slope)}</td>
          <td>{number(nudge.right.slope)}</td>
          <td>{number(nudge.left.slope)}</td>
          <td className={styles.difference}>{number(nudge.central.slope - nudge.gradient)}</td>
          <td className={styles.verdict}>
            {nudge.cause === 'none' && <Tick size={14} aria-hidden="true" />}
            {nudge.cause === 'unexplained' && <CircleAlert size={14} aria-hidden="true" />}
            {say(causes[nudge.cause].name)}
          </td>
        </>
      )}
    </tr>
  );
});
