import { useMemo } from 'react';
import { exerciseOn, type Topic, topicNames, topics } from '../../practice/index.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import styles from './practice.module.css';
import { begin, usePractice } from './store.ts';
import { topicLines, words } from './words.ts';

/** What can be practised on the graph as it is, and how to come by another exercise. */
export function Choice() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const choosesOther = usePractice((state) => state.choosesOther);
  const exercises = useMemo(
    () => topics.map((topic) => ({ topic, exercise: exerciseOn(graph, topic) })),
    [graph],
  );
  const isEmpty = exercises.every(({ exercise }) => exercise.asked.length === 0);
  return (
    <>
      <h3 className={styles.title}>{say(words.chooseTitle)}</h3>
      <p className={styles.lead}>{say(isEmpty ? words.notComputed : words.chooseLead)}</p>
      {!isEmpty && (
        <ul className={styles.topics}>
          {exercises.map(({ topic, exercise }) => (
            <li key={topic}>
              <button
                type="button"
                className={styles.topic}
                disabled={exercise.asked.length === 0}
                onClick={() => begin({ exercise, topic })}
              >
                <b>{say(topicNames[topic])}</b>
                <span>{say(topicLines[topic])}</span>
                <small>
                  {say(
                    exercise.asked.length === 0
                      ? words.nothingToAsk
                      : words.count(exercise.asked.length),
                  )}
                  {topic === suggested && ` · ${say(words.startHere)}`}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {graph.exercise && choosesOther && (
        <div className={styles.links}>
          <button type="button" onClick={() => usePractice.setState({ choosesOther: false })}>
            {say(words.backToExercise)}
          </button>
        </div>
      )}
    </>
  );
}

/** What a beginner does best first: the whole pass, edge by edge. */
const suggested: Topic = 'values';
