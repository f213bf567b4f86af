import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect } from 'react';
import { plain } from '../../../formula/explain.ts';
import { formatBriefly, formatTensor } from '../../../formula/index.ts';
import { type Exercise, setExercise } from '../../../graph/index.ts';
import {
  type Assignment,
  assign,
  exerciseOn,
  quantityName,
  tensorIn,
  topicNames,
  topics,
} from '../../../practice/index.ts';
import { Prose } from '../../fields/Prose.tsx';
import { useSay } from '../../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../../store/document.ts';
import { setLens } from '../../store/lens.ts';
import practiceSlot from '../PracticeSlot.module.css';
import parts from '../parts.module.css';
import styles from './author.module.css';
import { useAssignment, useAuthor } from './authoring.ts';
import { authorLens } from './authorLens.ts';
import { Instructions } from './Instructions.tsx';
import { change, exerciseOf, giveawaysIn, hideGiveaways, move } from './marks.ts';
import { Ranges } from './Ranges.tsx';
import { Rules } from './Rules.tsx';
import { slipsIn } from './slips.ts';
import { markNames, authorWords as words } from './words.ts';

/** Where a graph becomes an exercise: its marks are made on the canvas, all else stands here. */
export default function AuthorPanel() {
  const say = useSay();
  const assignment = useAssignment();
  const exercise = useDocument(({ graph }) => exerciseOf(graph));
  const showsLocals = useAuthor((state) => state.showsLocals);
  useEffect(() => setLens(authorLens(assignment, showsLocals)), [assignment, showsLocals]);
  useEffect(() => () => setLens(null), []);
  const isSearch = exercise.kind === 'find-bug';
  return (
    <>
      <div>
        <h3 className={parts.title}>{say(words.title)}</h3>
        <p className={parts.lead}>{say(isSearch ? words.findLead : words.lead)}</p>
      </div>
      {!isSearch && <Legend />}
      <Kind exercise={exercise} />
      {isSearch ? (
        <WrongNumber assignment={assignment} exercise={exercise} />
      ) : (
        <Asked assignment={assignment} exercise={exercise} />
      )}
      <Rules exercise={exercise} />
      <Instructions exercise={exercise} />
      <Ranges exercise={exercise} />
      <div className={parts.links}>
        <button
          type="button"
          disabled={useDocument(({ graph }) => graph.exercise === undefined)}
          onClick={() => edit(setExercise(currentGraph(), undefined))}
        >
          {say(words.removeExercise)}
        </button>
      </div>
    </>
  );
}

/** What the three marks look like. */
function Legend() {
  const say = useSay();
  return (
    <p className={styles.legend} aria-hidden="true">
      {(['given', 'asked', 'hidden'] as const).map((mark) => (
        <span key={mark}>
          <span className={practiceSlot.slot} data-kind="gradient">
            <span className={styles.mark} data-mark={mark}>
              9{mark === 'asked' && ' ?'}
            </span>
          </span>{' '}
          {say(markNames[mark])}
        </span>
      ))}
    </p>
  );
}

function Kind({ exercise }: { exercise: Exercise }) {
  const say = useSay();
  const isSearch = exercise.kind === 'find-bug';
  return (
    <div className={styles.fields}>
      <label>
        <span>{say(words.kind)}</span>
        <select
          value={isSearch ? 'find-bug' : 'compute'}
          onChange={({ target }) =>
            target.value === 'find-bug'
              ? chooseFirstBug()
              : change({ kind: undefined, bug: undefined })
          }
        >
          <option value="compute">{say(words.compute)}</option>
          <option value="find-bug">{say(words.findBug)}</option>
        </select>
      </label>
      {!isSearch && (
        <label>
          <span>{say(words.startFrom)}</span>
          <select
            value=""
            onChange={({ target }) => {
              const topic = topics.find((each) => each === target.value);
              if (topic === undefined) return;
              const { asked, hidden } = exerciseOn(currentGraph(), topic);
              change({ asked, hidden });
            }}
          >
            <option value="">{say(words.ownChoice)}</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {say(topicNames[topic])}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** A search needs a wrong number from the start: the first that a mistake can be made in. */
function chooseFirstBug(): void {
  const graph = currentGraph();
  const assignment = assign(graph, { version: 1, asked: [] });
  for (const id of [...assignment.recipes.keys()].reverse()) {
    const [slip] = id.startsWith('local:') ? [] : slipsIn(assignment, id);
    if (slip === undefined) continue;
    const bug = { quantity: id, mistake: slip.mistake };
    change({ kind: 'find-bug', bug, asked: [id], hidden: undefined });
    return;
  }
}

interface Props {
  assignment: Assignment;
  exercise: Exercise;
}

/** The questions in order. */
function Asked({ assignment, exercise }: Props) {
  const say = useSay();
  const showsLocals = useAuthor((state) => state.showsLocals);
  const { graph } = assignment;
  const last = exercise.asked.length - 1;
  const giveaways = giveawaysIn(assignment);
  return (
    <section>
      <h4 className={parts.heading}>{say(words.asked)}</h4>
      {exercise.asked.length === 0 ? (
        <p className={parts.note}>{say(words.nothingAsked)}</p>
      ) : (
        <ol className={styles.asked}>
          {exercise.asked.map((id, i) => {
            const name = quantityName(graph, id);
            const label = say(plain(name));
            return (
              <li key={id}>
                <span>
                  <Prose of={name} />
                </span>
                <button
                  type="button"
                  disabled={i === 0}
                  aria-label={`${label}: ${say(words.up)}`}
                  title={say(words.up)}
                  onClick={() => move(id, -1)}
                >
                  <ArrowUp size={14} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  disabled={i === last}
                  aria-label={`${label}: ${say(words.down)}`}
                  title={say(words.down)}
                  onClick={() => move(id, 1)}
                >
                  <ArrowDown size={14} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={`${label}: ${say(words.remove)}`}
                  title={say(words.remove)}
                  onClick={() => change({ asked: exercise.asked.filter((other) => other !== id) })}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {giveaways.length > 0 && <p className={parts.note}>{say(words.canBeRead)}</p>}
      <div className={parts.links}>
        {giveaways.length > 0 && (
          <button type="button" onClick={() => hideGiveaways(assignment)}>
            {say(words.hideGiveaways)}
          </button>
        )}
        <label className={styles.checkbox}>
          <input
            type="checkbox"
            checked={showsLocals}
            onChange={({ target }) => useAuthor.setState({ showsLocals: target.checked })}
          />
          {say(words.showLocals)}
        </label>
      </div>
    </section>
  );
}

/** Which number is wrong, and which mistake made it so. */
function WrongNumber({ assignment, exercise }: Props) {
  const say = useSay();
  const { bug } = exercise;
  if (bug === undefined) return <p className={parts.note}>{say(words.notChosen)}</p>;
  const slips = slipsIn(assignment, bug.quantity);
  const right = tensorIn(assignment, assignment.truth, bug.quantity);
  const slip = slips.find(({ mistake }) => mistake === bug.mistake);
  return (
    <section>
      <h4 className={parts.heading}>{say(words.wrongNumber)}</h4>
      <p>
        <Prose of={quantityName(assignment.graph, bug.quantity)} />{' '}
        {slip &&
          right !== undefined &&
          say(words.shownInstead(formatTensor(slip.number), formatTensor(right)))}
      </p>
      <div className={styles.fields}>
        <label>
          <span>{say(words.mistake)}</span>
          <select
            value={bug.mistake}
            onChange={({ target }) => change({ bug: { ...bug, mistake: target.value } })}
          >
            {slips.map(({ mistake, name, number }) => (
              <option key={mistake} value={mistake}>
                {say(name)} ({formatBriefly(number)})
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
