import { useState } from 'react';
import {
  type BackwardStep,
  type Path,
  pathsFrom,
  stepMaking,
  type Trace,
} from '../../engine/index.ts';
import { nameText } from '../../formula/explain.ts';
import type { Graph } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Each } from '../fields/Each.tsx';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './StepPanel.module.css';
import { pointAt, useTrace } from './trace.ts';
import { moreText, pathsText, words } from './words.ts';

/** Paths listed at most. */
const most = 6;

interface Props {
  graph: Graph;
  trace: Trace;
  step: BackwardStep;
  steps: number;
}

/**
 * The paths from a node to the output: along each the product of its local derivatives, and below
 * them their sum. A path whose edge has not come back yet keeps its numbers to itself.
 */
export function Paths({ graph, trace, step, steps }: Props) {
  const say = useSay();
  const { digits, number } = useNumbers();
  const { total, listed, sum } = pathsFrom(trace, step.source, most);
  if (listed.length === 1 && listed[0].edges.length === 1) return null;
  const isThere = (path: Path) =>
    (stepMaking(trace, `contribution:${path.edges[0]}`) ?? steps) < steps;
  // Where all of them begin with the edge of the step, none stands out.
  const differ = listed.some(({ edges }) => edges[0] !== step.edge);
  const products = listed.map(({ product }) => number(product ?? 0));
  return (
    <section>
      <h4 className={styles.heading}>
        <Prose of={pathsText(graph, step.source, trace.program.output ?? '', digits)} />
      </h4>
      <ul className={styles.paths}>
        {listed.map((path) => (
          <PathRow
            key={path.edges.join(' ')}
            graph={graph}
            path={path}
            isThere={isThere(path)}
            isCurrent={differ && path.edges[0] === step.edge}
          />
        ))}
      </ul>
      {total > listed.length && (
        <p className={styles.hint}>{say(moreText(total, listed.length))}</p>
      )}
      {sum !== null && listed.length > 1 && listed.every(isThere) && (
        <p className={styles.sum}>
          {products.length <= 4 && `${joined(products)} = `}
          <b>{number(sum)}</b>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  graph: Graph;
  path: Path;
  isThere: boolean;
  isCurrent: boolean;
}

/** One path, lit on the canvas while it is pointed at; a tap keeps it lit. */
function PathRow({ graph, path, isThere, isCurrent }: RowProps) {
  const say = useSay();
  const { digits } = useNumbers();
  const [isKept, keep] = useState(false);
  const isPointed = useTrace(({ pointed }) => pointed?.join(' ') === path.edges.join(' '));
  const release = () => {
    if (!isKept) pointAt(null);
  };
  return (
    <li>
      <button
        type="button"
        className={`${styles.path} ${isCurrent ? styles.current : ''}`}
        aria-pressed={isKept && isPointed}
        onPointerEnter={() => pointAt(path.edges)}
        onPointerLeave={release}
        onFocus={() => pointAt(path.edges)}
        onBlur={() => {
          keep(false);
          pointAt(null);
        }}
        onClick={() => {
          keep(!isKept);
          pointAt(isKept ? null : path.edges);
        }}
      >
        <span className={styles.way}>
          <Each of={shortened(path.nodes)}>
            {(id, i) => (
              <span>
                {i > 0 && ' → '}
                {id === null ? '…' : <Prose of={same(nameText(graph, id, digits))} />}
              </span>
            )}
          </Each>
        </span>
        <span className={styles.product}>
          {isThere ? <Product path={path} /> : <i>{say(words.later)}</i>}
        </span>
      </button>
    </li>
  );
}

function Product({ path }: { path: Path }) {
  const { number } = useNumbers();
  if (path.product === null) return null;
  const factors = shortened(path.locals).map((local) =>
    local === null ? '…' : local < 0 ? `(${number(local)})` : number(local),
  );
  return (
    <>
      {factors.join(' · ')} = <b>{number(path.product)}</b>
    </>
  );
}

/** Stops of a path that are all told. */
const longest = 12;

/** The first and the last of a long list, null for what is left out between them. */
function shortened<Item>(list: readonly Item[]): readonly (Item | null)[] {
  return list.length <= longest ? list : [...list.slice(0, 4), null, ...list.slice(-3)];
}

/** What reads alike in every language. */
function same(text: string): Text {
  return { en: text, 'zh-CN': text };
}

/** Summands with their signs. */
function joined(numbers: readonly string[]): string {
  return numbers.map((text, i) => (i === 0 ? text : sign(text))).join(' ');
}

function sign(number: string): string {
  return number.startsWith('-') ? `− ${number.slice(1)}` : `+ ${number}`;
}
