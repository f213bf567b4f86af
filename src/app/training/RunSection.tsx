import { Dices, FastForward, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import {
  resetTraining,
  trainOrPause,
  updateOnce,
  updateSeveral,
} from '../commands/run/training.ts';
import buttons from '../fields/buttons.module.css';
import { NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { canReset, drawStart, hasDiverged, isRunning } from './actions.ts';
import { Forecast } from './Forecast.tsx';
import { BudgetChoice, Progress } from './Progress.tsx';
import parts from './parts.module.css';
import { obstacle, planOf } from './plan.ts';
import { RunMessage } from './RunMessage.tsx';
import styles from './RunSection.module.css';
import { useSettings } from './settings.ts';
import { currentRun, useTraining } from './store.ts';
import { words } from './words.ts';

/** What sets training going, and why it ended. */
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
    <section className={parts.section} aria-label={say(words.runs)}>
      {why && <p className={styles.obstacle}>{say(why)}</p>}
      <Forecast />
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
      <Several isIdle={why !== undefined || running || isAway} />
      <RunMessage />
    </section>
  );
}

/** So many updates at a press, however far the plan goes. */
function Several({ isIdle }: { isIdle: boolean }) {
  const say = useSay();
  const several = useSettings((settings) => settings.several);
  return (
    <div className={styles.several}>
      <NumberField
        name={say(words.severalCount)}
        label={say(words.several)}
        value={several}
        refuse={wholeFrom(1)}
        onChange={(count) => useSettings.setState({ several: count })}
      />
      <button
        type="button"
        className={buttons.secondary}
        disabled={isIdle}
        onClick={updateSeveral.run}
      >
        <FastForward size={15} aria-hidden="true" />
        {say(words.make(several))}
      </button>
    </div>
  );
}
