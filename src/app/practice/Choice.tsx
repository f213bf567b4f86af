import { useMemo } from 'react';
import { type Exercise, type Graph, localize, outputOf } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { exercisesOn, type Topic, topicNames } from '../../practice/index.ts';
import type { Level } from '../../practice/plans.ts';
import buttons from '../fields/buttons.module.css';
import { replaceDocument } from '../files/open.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import styles from './Choice.module.css';
import parts from './parts.module.css';
import { stepsOf } from './session.ts';
import { begin, startAuthoring, usePractice } from './store.ts';
import { topicLines, words } from './words.ts';

/** Nobody works through a larger graph by hand, and asking what can be asked of it takes minutes. */
const largest = 2000;

/** What can be practised on the graph as it is, and how to come by another exercise. */
export function Choice() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const size = graph.nodes.length;
  const exercises = useMemo(() => (size > largest ? [] : exercisesOn(graph)), [graph, size]);
  const isEmpty = exercises.every(({ exercise }) => exercise.asked.length === 0);
  const unready = size > largest ? words.tooLarge(size, largest) : words.notComputed;
  return (
    <>
      <div>
        <h3 className={parts.title}>{say(words.chooseTitle)}</h3>
        <p className={parts.lead}>{say(isEmpty ? unready : words.chooseLead)}</p>
      </div>
      {(!isEmpty || graph.exercise) && (
        <ul className={styles.topics}>
          {graph.exercise && <OwnExercise exercise={graph.exercise} />}
          {exercises.map(({ topic, exercise }) => (
            <li key={topic}>
              <button
                type="button"
                className={styles.topic}
                disabled={exercise.asked.length === 0}
                onClick={() => begin({ exercise, topic })}
              >
                <b>{say(topicNames[topic])}</b>
                <small>{say(words.count(exercise.asked.length))}</small>
                <span>
                  {say(exercise.asked.length > 0 ? topicLines[topic] : whyNothing(graph))}
                </span>
                {topic === suggested && <em>{say(words.startHere)}</em>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Generator />
      <section>
        <h4 className={parts.heading}>{say(words.forTeachers)}</h4>
        <button type="button" className={styles.topic} disabled={isEmpty} onClick={startAuthoring}>
          <b>{say(words.make)}</b>
          <span>{say(words.makeLead)}</span>
        </button>
      </section>
    </>
  );
}

/** Why a graph has nothing to ask for. */
function whyNothing(graph: Graph): Text {
  return outputOf(graph) === undefined ? words.needsOutput : words.nothingFlows;
}

/** The exercise the file brings, as one of the choices. */
function OwnExercise({ exercise }: { exercise: Exercise }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const title = useDocument(({ graph }) => localize(graph.title, language));
  return (
    <li>
      <button
        type="button"
        className={styles.topic}
        onClick={() => usePractice.setState({ choosesOther: false, wantsFocus: true })}
      >
        <b>{say(words.ofThisFile)}</b>
        <small>{say(words.questions(stepsOf(exercise)))}</small>
        <span>{title || say(words.untitled)}</span>
      </button>
    </li>
  );
}

/** What a beginner does best first. */
const suggested: Topic = 'values';

const levels: readonly Level[] = [1, 2, 3, 4, 5];

/** Exercises made up on the spot. */
function Generator() {
  const say = useSay();
  const make = async (level: Level) => {
    const { generate } = await import('../../practice/generate.ts');
    const made = generate(level, 1 + Math.floor(Math.random() * 9999));
    replaceDocument(made, {}, () => usePractice.setState({ wantsFocus: true }));
  };
  return (
    <section>
      <h4 className={parts.heading}>{say(words.generate)}</h4>
      <p className={parts.note}>{say(words.generateLead)}</p>
      <div className={styles.levels}>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            className={buttons.secondary}
            aria-label={say(words.level(level))}
            onClick={() => void make(level)}
          >
            {level}
          </button>
        ))}
      </div>
    </section>
  );
}
