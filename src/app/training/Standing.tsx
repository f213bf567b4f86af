import { useMemo, useState } from 'react';
import { localize, outputOf } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Name } from '../fields/Name.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import { hasDiverged } from './actions.ts';
import { boundOf, trainRows } from './data.ts';
import { obstacle, planOf } from './plan.ts';
import { fewRows, lookAhead } from './rows.ts';
import styles from './Standing.module.css';
import { currentPoint, useTraining } from './store.ts';
import { words } from './words.ts';

/** What is trained, and how it stands. */
export function Standing() {
  const say = useSay();
  return (
    <section className={styles.standing} aria-label={say(words.standing)}>
      <About />
      <State />
    </section>
  );
}

/** Letters of a description that is short enough to stand there whole. */
const short = 100;

/** What the graph says of itself: its first lines, and the rest when it is asked for. */
function About() {
  const say = useSay();
  const language = useView((view) => view.language);
  const text = useDocument(({ graph }) => localize(graph.description, language));
  const opened = useDocument((state) => state.opened);
  const [unfolded, unfold] = useState(-1);
  if (text === '') return null;
  const isShort = text.length <= short / (language === 'zh-CN' ? 2 : 1);
  const isWhole = isShort || unfolded === opened;
  return (
    <div className={styles.about}>
      <p className={isWhole ? undefined : styles.clamped}>{text}</p>
      {!isShort && (
        <button type="button" aria-expanded={isWhole} onClick={() => unfold(isWhole ? -1 : opened)}>
          {say(isWhole ? words.less : words.more)}
        </button>
      )}
    </div>
  );
}

/** The loss of the present iterate; before any run that of the first batch, unless that takes long. */
function useLoss(): number | undefined {
  const graph = useDocument((state) => state.graph);
  const point = useTraining(currentPoint);
  return useMemo(() => {
    if (point) return point.lossOfAll ?? point.loss;
    const output = outputOf(graph);
    const bound = boundOf(graph);
    if (output === undefined || obstacle(graph) !== undefined) return undefined;
    if ((bound?.train.count ?? 0) > fewRows) return undefined;
    return lookAhead(graph, output, bound).loss;
  }, [graph, point]);
}

/** The loss, large, and how far training has come. */
function State() {
  const say = useSay();
  const { number } = useNumbers();
  const loss = useLoss();
  const output = useDocument(({ graph }) => outputOf(graph));
  const isTarget = useDocument(({ graph }) => planOf(graph).move.by === 'target');
  const hasData = useDocument(({ graph }) => trainRows(graph) > 0);
  const training = useTraining();
  const point = currentPoint(training);
  const kind = say(isTarget ? words.output : words.loss);
  // A loss that is called loss is no “Loss loss” in either language.
  const isSame = !isTarget && output?.toLowerCase() === 'loss';
  return (
    <dl className={styles.state}>
      <div>
        <dt title={isSame ? undefined : output}>
          {kind} {output !== undefined && !isSame && <Name of={output} />}
        </dt>
        <dd data-role="loss" data-tone={hasDiverged(training) ? 'wrong' : undefined}>
          {loss === undefined ? '–' : number(loss)}
        </dd>
      </div>
      <div>
        <dt>{say(words.updates)}</dt>
        <dd data-role="updates">{training.at}</dd>
      </div>
      {hasData && (
        <div>
          <dt>{say(words.epochs)}</dt>
          <dd>{point?.epoch ?? 0}</dd>
        </div>
      )}
    </dl>
  );
}
