import { useMemo } from 'react';
import { exerciseDefaults, localize } from '../../graph/index.ts';
import { assign, exerciseFaults } from '../../practice/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import parts from './parts.module.css';
import { stepsOf } from './session.ts';
import { begin, practiseOther, startAuthoring } from './store.ts';
import { words } from './words.ts';

/** The exercise a file brings: what it is about, how many questions it has, and the way in. */
export function Greeting() {
  const say = useSay();
  const language = useView((view) => view.language);
  const graph = useDocument((state) => state.graph);
  const { exercise, title } = graph;
  const faults = useMemo(
    () => (exercise === undefined ? [] : exerciseFaults(assign(graph, exercise))),
    [graph, exercise],
  );
  if (exercise === undefined) return null;
  const { attempts, hints = exerciseDefaults.hints } = exercise;
  const isSearch = exercise.kind === 'find-bug';
  const instructions = localize(exercise.instructions, language);
  const count = stepsOf(exercise);
  return (
    <>
      <p className={parts.kicker}>
        {say(words.greeting)} · {say(words.questions(count))}
      </p>
      <h3 className={parts.title}>{localize(title, language) || say(words.untitled)}</h3>
      {instructions !== '' && <p className={parts.lead}>{instructions}</p>}
      <p className={parts.lead}>{say(isSearch ? words.howFindBug : words.howCompute)}</p>
      {(attempts !== undefined || hints < exerciseDefaults.hints) && (
        <p className={parts.lead}>{say(words.rules(attempts, hints))}</p>
      )}
      {count === 0 && <p className={parts.note}>{say(words.nothingAsked)}</p>}
      {faults.map(({ text }) => (
        <p key={text.en} className={parts.note}>
          {say(words.faulty(text))}
        </p>
      ))}
      <div className={parts.actions}>
        <button
          type="button"
          className={buttons.primary}
          disabled={count === 0}
          onClick={() => begin({ exercise })}
        >
          {say(words.start)}
        </button>
      </div>
      <div className={parts.links}>
        <button type="button" onClick={practiseOther}>
          {say(words.practiseOtherwise)}
        </button>
        <button type="button" onClick={startAuthoring}>
          {say(words.editExercise)}
        </button>
      </div>
    </>
  );
}
