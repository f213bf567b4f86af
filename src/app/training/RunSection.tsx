import { Dices, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { outputOf } from '../../graph/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { resetTraining, trainOrPause, updateOnce } from '../commands/run/training.ts';
import buttons from '../fields/buttons.module.css';
import { Name } from '../fields/Name.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { canReset, drawStart, hasDiverged, isRunning } from './actions.ts';
import { boundOf, trainRows } from './data.ts';
import { BudgetChoice, Progress } from './Progress.tsx';
import parts from './parts.module.css';
import { obstacle, planOf } from './plan.ts';
import { RunMessage } from './RunMessage.tsx';
import styles from './RunSection.module.css';
import { fewRows, lookAhead } from './rows.ts';
import { currentPoint, currentRun, useTraining } from './store.ts';
import { words } from './words.ts';

/** How training stands, and what sets it going. */
export function RunSection() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const training = useTraining();
  const why = obstacle(graph);
  const run = currentRun(training);
  const running = isRunning(training);
  const isAway = hasDiverged(training);
  const lastCount = run?.history.at(-1)?.count;
  // Where chance has a say in the start, another one is a press away.
  const drawsStart = planOf(graph).random !== undefined;
  return (
    <section className={parts.section} aria-label={say(words.standing)}>
      <State />
      {why && <p className={styles.obstacle}>{say(why)}</p>}
      <div className={parts.actions}>
        <button
          type="button"
          className={buttons.primary}
          disabled={why !== undefined && !running && !isAway}
          onClick={trainOrPause.run}
        >
          {running ? (
            <Pause size={15} aria-hidden="true" />
          ) : isAway ? (
            <RotateCcw size={15} aria-hidden="true" />
          ) : (
            <Play size={15} aria-hidden="true" />
          )}
          {say(running ? words.pause : isAway ? words.backToStart : run ? words.goOn : words.run)}
        </button>
        <button
          type="button"
          className={buttons.secondary}
          disabled={why !== undefined || running || (isAway && training.at === lastCount)}
          onClick={updateOnce.run}
        >
          <StepForward size={15} aria-hidden="true" />
          {say(words.once)}
        </button>
        <button
          type="button"
          className={`${buttons.secondary} ${buttons.square}`}
          aria-label={say(words.reset)}
          title={say(words.reset)}
          // It keeps the focus of whoever has just pressed it.
          aria-disabled={!canReset(graph)}
          onClick={() => canReset(graph) && resetTraining.run()}
        >
          <RotateCcw size={15} aria-hidden="true" />
        </button>
        {drawsStart && (
          <button
            type="button"
            className={`${buttons.secondary} ${buttons.square}`}
            aria-label={say(words.newStart)}
            title={say(words.newStart)}
            disabled={why !== undefined}
            onClick={() => drawStart((planOf(graph).seed ?? 0) + 1)}
          >
            <Dices size={15} aria-hidden="true" />
          </button>
        )}
      </div>
      <Progress />
      <BudgetChoice />
      <RunMessage />
    </section>
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
  return (
    <dl className={styles.state}>
      <div>
        <dt>
          {say(isTarget ? words.output : words.loss)} {output !== undefined && <Name of={output} />}
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
