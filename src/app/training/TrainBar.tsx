import {
  ChevronLeft,
  ChevronRight,
  Pause,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useNumbers } from '../appearance/numbers.ts';
import type { Command } from '../commands/command.ts';
import {
  resetTraining,
  toFirstIterate,
  toLastIterate,
  trainOrPause,
  updateBack,
  updateOnce,
} from '../commands/run/training.ts';
import { ariaShortcut, shortcutLabel } from '../commands/shortcut.ts';
import { useSay } from '../i18n/say.ts';
import transport from '../stepping/Transport.module.css';
import { useDocument } from '../store/document.ts';
import { Announcer } from './Announcer.tsx';
import { canReset, goToCount, hasDiverged, isRunning } from './actions.ts';
import { obstacle, planOf } from './plan.ts';
import { useSettings } from './settings.ts';
import { currentPoint, currentRun, useTraining } from './store.ts';
import styles from './TrainBar.module.css';
import { words } from './words.ts';

/** The transport of training: forward by updates, back through iterates. */
export default function TrainBar() {
  const say = useSay();
  const { number } = useNumbers();
  const training = useTraining();
  const isBlocked = useDocument(({ graph }) => obstacle(graph) !== undefined);
  const mayReset = useDocument(({ graph }) => canReset(graph));
  const isTarget = useDocument(({ graph }) => planOf(graph).move.by === 'target');
  const running = isRunning(training);
  const isAway = hasDiverged(training);
  const history = currentRun(training)?.history ?? [];
  const point = currentPoint(training);
  const last = history.at(-1)?.count ?? 0;
  const isFirst = running || training.at === 0;
  const isLast = running || training.at === last;
  const place = say(words.update(training.at));
  return (
    <div className={transport.transport}>
      <div className={transport.buttons}>
        <Button command={toFirstIterate} isIdle={isFirst} className={transport.far}>
          <SkipBack size={17} aria-hidden="true" />
        </Button>
        <Button command={updateBack} isIdle={isFirst}>
          <ChevronLeft size={20} aria-hidden="true" />
        </Button>
        <Button
          command={isAway ? backToStart : trainOrPause}
          isIdle={isBlocked && !running && !isAway}
          className={transport.play}
        >
          {running ? (
            <Pause size={17} aria-hidden="true" />
          ) : isAway ? (
            <RotateCcw size={17} aria-hidden="true" />
          ) : (
            <Play size={17} aria-hidden="true" />
          )}
        </Button>
        <Button command={updateOnce} isIdle={running || ((isBlocked || isAway) && isLast)}>
          <ChevronRight size={20} aria-hidden="true" />
        </Button>
        <Button command={toLastIterate} isIdle={isLast} className={transport.far}>
          <SkipForward size={17} aria-hidden="true" />
        </Button>
      </div>
      <input
        type="range"
        className={styles.iterates}
        min={0}
        max={Math.max(1, last)}
        value={training.sought ?? training.at}
        disabled={running || last === 0}
        aria-label={say(words.iterate)}
        aria-valuetext={place}
        onChange={({ target }) => goToCount(target.valueAsNumber)}
      />
      <p className={styles.place} data-role="place">
        <b>{place}</b>
        {point && (
          <span>
            {say(isTarget ? words.output : words.loss)}{' '}
            <b data-role="loss" data-tone={isAway ? 'wrong' : undefined}>
              {number(point.lossOfAll ?? point.loss)}
            </b>
          </span>
        )}
      </p>
      <PaceChoice />
      <Announcer />
      <Button command={resetTraining} isIdle={!mayReset} className={transport.far}>
        <RotateCcw size={17} aria-hidden="true" />
      </Button>
    </div>
  );
}

/** What the main button does after a run that ran away, under a name that says so. */
const backToStart: Command = { ...trainOrPause, name: words.backToStart };

interface ButtonProps {
  command: Command;
  /** True when there is nothing to do; the button stays where the focus may be. */
  isIdle: boolean;
  className?: string;
  children: ReactNode;
}

function Button({ command, isIdle, className = '', children }: ButtonProps) {
  const say = useSay();
  const [shortcut] = command.shortcuts ?? [];
  return (
    <button
      type="button"
      className={`${transport.button} ${className}`}
      aria-label={say(command.name)}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      aria-disabled={isIdle}
      title={shortcut ? `${say(command.name)} (${shortcutLabel(shortcut)})` : say(command.name)}
      onClick={() => {
        if (!isIdle) command.run();
      }}
    >
      {children}
    </button>
  );
}

const paces = ['eased', '2', '10', '60', 'full'] as const;

/** How fast updates follow each other. */
function PaceChoice() {
  const say = useSay();
  const pace = useSettings((settings) => settings.pace);
  return (
    <select
      className={`${transport.speed} ${styles.pace}`}
      aria-label={say(words.pace)}
      title={say(words.pace)}
      value={String(pace)}
      onChange={({ target: { value } }) =>
        useSettings.setState({
          pace: value === 'eased' || value === 'full' ? value : Number(value),
        })
      }
    >
      {paces.map((value) => (
        <option key={value} value={value}>
          {value === 'eased' || value === 'full' ? say(words[value]) : say(words.perSecond(value))}
        </option>
      ))}
    </select>
  );
}
