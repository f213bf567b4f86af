import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { stepCount } from '../../engine/index.ts';
import type { Text } from '../../ops/index.ts';
import type { Command } from '../commands/command.ts';
import { playOrPause, stepBack, stepOn, toEnd, toStart } from '../commands/run/stepping.ts';
import { ariaShortcut, shortcutLabel } from '../commands/shortcut.ts';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import { Caption } from './Caption.tsx';
import { buttonId } from './goOn.ts';
import { LiveStep } from './LiveStep.tsx';
import { speeds, useSpeed } from './moves.ts';
import { Scrubber } from './Scrubber.tsx';
import styles from './Transport.module.css';
import { useTrace } from './trace.ts';
import { words } from './words.ts';

/** Plays the two passes as a player plays a record. */
export default function Transport() {
  const say = useSay();
  const trace = useTrace((state) => state.trace);
  const steps = useView((view) => view.step);
  const isPlaying = useView((view) => view.isPlaying);
  const isFresh = useView((view) => view.mode === 'inspect' && view.step === 0);
  const { forward, backward } = trace;
  const last = stepCount(trace);
  return (
    <div className={styles.transport}>
      <div className={styles.buttons}>
        <Button command={toStart} isIdle={steps === 0} className={styles.far}>
          <SkipBack size={17} aria-hidden="true" />
        </Button>
        <Button command={stepBack} isIdle={steps === 0}>
          <ChevronLeft size={20} aria-hidden="true" />
        </Button>
        <Button command={playOrPause} isIdle={last === 0} className={styles.play}>
          {isPlaying ? (
            <Pause size={17} aria-hidden="true" />
          ) : (
            <Play size={17} aria-hidden="true" />
          )}
        </Button>
        <Button command={stepOn} isIdle={steps === last}>
          <ChevronRight size={20} aria-hidden="true" />
        </Button>
        <Button command={toEnd} isIdle={steps === last} className={styles.far}>
          <SkipForward size={17} aria-hidden="true" />
        </Button>
      </div>
      <PassLabel name={words.forward} tone={styles.value} total={forward}>
        {steps < forward ? `${steps} / ${forward}` : forward}
      </PassLabel>
      <div className={styles.track}>
        {isFresh && last > 0 && <p className={styles.invitation}>{say(words.invitation)}</p>}
        <Scrubber trace={trace} steps={steps} />
      </div>
      <PassLabel name={words.backward} tone={styles.gradient} total={backward}>
        {Math.max(0, steps - forward)} / {backward}
      </PassLabel>
      <Speed />
      <LiveStep />
      <Caption />
    </div>
  );
}

interface PassLabelProps {
  name: Text;
  tone: string;
  total: number;
  children: ReactNode;
}

/** How far a pass has got. Its width does not change, or the scrubber would move under the hand. */
function PassLabel({ name, tone, total, children }: PassLabelProps) {
  const say = useSay();
  return (
    <p className={styles.pass} aria-hidden="true">
      {say(name)}{' '}
      <b className={tone} style={{ minWidth: `${2 * String(total).length + 2}ch` }}>
        {children}
      </b>
    </p>
  );
}

interface ButtonProps {
  command: Command;
  /** True when there is nothing to do; the button stays where the focus may be. */
  isIdle: boolean;
  className?: string;
  children: ReactNode;
}

function Button({ command, isIdle, className = '', children }: ButtonProps) {
  const say = useSay();
  const [shortcut = ''] = command.shortcuts ?? [];
  return (
    <button
      type="button"
      id={buttonId(command)}
      className={`${styles.button} ${className}`}
      aria-label={say(command.name)}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      aria-disabled={isIdle}
      title={`${say(command.name)} (${shortcutLabel(shortcut)})`}
      onClick={() => {
        if (!isIdle) command.run();
      }}
    >
      {children}
    </button>
  );
}

function Speed() {
  const say = useSay();
  const speed = useSpeed((state) => state.speed);
  return (
    <select
      className={styles.speed}
      aria-label={say(words.speed)}
      title={say(words.speed)}
      value={speed}
      onChange={({ target }) => useSpeed.setState({ speed: Number(target.value) })}
    >
      {speeds.map((factor) => (
        <option key={factor} value={factor}>
          {factor}×
        </option>
      ))}
    </select>
  );
}
