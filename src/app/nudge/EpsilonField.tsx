import { Minus, Plus } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import { readValue } from '../fields/readValue.ts';
import { useSay } from '../i18n/say.ts';
import styles from './EpsilonField.module.css';
import { scaledBy, setEpsilon, useNudge } from './epsilon.ts';
import { words } from './words.ts';

/** By how much numbers are moved: typed as a number or expression, or scaled by tens. */
export function EpsilonField({ input }: { input?: Ref<HTMLInputElement> }) {
  const say = useSay();
  const epsilon = useNudge((nudge) => nudge.epsilon);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const scale = (factor: 10 | 0.1) => {
    setEpsilon(scaledBy(factor, epsilon));
    setTyped(null);
    setIsWrong(false);
  };
  // What is typed holds as soon as it is a step, and is complained about only when it is left.
  const type = async (text: string) => {
    setTyped(text);
    setIsWrong(false);
    const read = await readStep(text);
    if (read !== undefined) setEpsilon(read);
  };
  const leave = async () => {
    if (typed === null) return;
    const read = await readStep(typed);
    setIsWrong(read === undefined);
    if (read !== undefined) setTyped(null);
  };
  return (
    <div className={styles.epsilon}>
      <label htmlFor={id}>{say(words.epsilon)}</label>
      <span className={styles.stepper}>
        <button
          type="button"
          aria-label={say(words.smaller)}
          title={say(words.smaller)}
          onClick={() => scale(0.1)}
        >
          <Minus size={14} aria-hidden="true" />
        </button>
        <input
          ref={input}
          id={id}
          value={typed ?? String(epsilon)}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => type(target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') void leave();
            else if (event.key === 'ArrowUp') scale(10);
            else if (event.key === 'ArrowDown') scale(0.1);
            else return;
            event.preventDefault();
          }}
        />
        <button
          type="button"
          aria-label={say(words.larger)}
          title={say(words.larger)}
          onClick={() => scale(10)}
        >
          <Plus size={14} aria-hidden="true" />
        </button>
      </span>
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {say(words.notPositive)}
        </p>
      )}
    </div>
  );
}

/** A step somebody typed; undefined if it is none. */
async function readStep(text: string): Promise<number | undefined> {
  const read = await readValue(text);
  if (!read.ok || typeof read.value !== 'number') return undefined;
  return read.value > 0 && Number.isFinite(read.value) ? read.value : undefined;
}
