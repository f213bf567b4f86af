import { Lightbulb } from 'lucide-react';
import { type HintLevel, hint } from '../../practice/index.ts';
import buttons from '../fields/buttons.module.css';
import { Prose } from '../fields/Prose.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './Hints.module.css';
import { nextHint, type Session } from './session.ts';
import { askHint } from './store.ts';
import { words } from './words.ts';

interface Props {
  session: Session;
  /** A question, or the search for the wrong number. */
  id: string;
  level: 0 | HintLevel;
}

/** The hints taken so far: their sentences, and the formulas of the last one. */
export function Hints({ session, id, level }: Props) {
  const say = useSay();
  if (level === 0) return null;
  const { assignment, review } = session;
  const taken = ([1, 2, 3] as const)
    .filter((each) => each <= level)
    .map((each) => hint(assignment, review, id, each));
  const last = taken[taken.length - 1];
  // A formula says more than the one before it; sentences add up.
  const texts = last.tex.length > 0 ? [...new Set([taken[0], last])] : taken;
  return (
    <section className={styles.hint} aria-label={say(words.hints)}>
      {texts.map(({ text }) => (
        <p key={text.en}>
          <Prose of={text} />
        </p>
      ))}
      {last.tex.map((tex) => (
        <Scrolling key={tex} className={styles.formula}>
          <Tex of={tex} />
        </Scrolling>
      ))}
    </section>
  );
}

/** Takes the next hint, where the exercise has one. */
export function HintButton({ session }: { session: Session }) {
  const say = useSay();
  const level = nextHint(session);
  if (level === undefined) return null;
  return (
    <button type="button" className={buttons.secondary} onClick={askHint}>
      <Lightbulb size={16} aria-hidden="true" />
      {say(words.hint(level, session.assignment.exercise.hints))}
    </button>
  );
}
