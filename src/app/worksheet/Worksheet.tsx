import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Exercise } from '../../graph/index.ts';
import { exerciseOn, type Topic, topicNames, topics } from '../../practice/index.ts';
import buttons from '../fields/buttons.module.css';
import choices from '../fields/choices.module.css';
import field from '../fields/field.module.css';
import { Scrolling } from '../fields/Scrolling.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { Paper, type PaperSize, papers } from './Paper.tsx';
import './print.css';
import { sheetOf } from './sheet.ts';
import { tooMany, words } from './words.ts';
import styles from './worksheet.module.css';

/** What is printed: the file's own exercise, or one of the topics that fit any graph. */
type Choice = 'file' | Topic;

/** Nobody fills in more by hand, and no sheet holds it. */
const mostQuestions = 120;

/** What to print, on which paper, and how that will look. */
export default function Worksheet() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const own = graph.exercise;
  const [choice, setChoice] = useState<Choice>(own === undefined ? 'backward' : 'file');
  const [size, setSize] = useState<PaperSize>(usualPaper);
  const [hasKey, setHasKey] = useState(true);
  const sheet = useMemo(() => {
    const exercise: Exercise =
      choice === 'file' && own !== undefined
        ? own
        : exerciseOn(graph, choice === 'file' ? 'backward' : choice);
    return sheetOf(graph, exercise);
  }, [graph, own, choice]);
  const count = sheet.assignment.questions.length;
  const isPrintable = count > 0 && count <= mostQuestions;
  const paper = isPrintable && <Paper sheet={sheet} size={size} hasKey={hasKey} />;
  return (
    <>
      <div className={`${choices.options} ${styles.options}`}>
        <label>
          {say(words.what)}
          <select
            className={field.box}
            value={choice}
            onChange={(event) => setChoice(event.target.value as Choice)}
          >
            {own !== undefined && <option value="file">{say(words.ofFile)}</option>}
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {say(topicNames[topic])}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(words.paper)}
          <select
            className={field.box}
            value={size}
            onChange={(event) => setSize(event.target.value as PaperSize)}
          >
            {papers.map((name) => (
              <option key={name} value={name}>
                {name === 'a4' ? 'A4' : 'Letter'}
              </option>
            ))}
          </select>
        </label>
        <label className={choices.check}>
          <input
            type="checkbox"
            checked={hasKey}
            onChange={(event) => setHasKey(event.target.checked)}
          />
          {say(words.withKey)}
        </label>
        <button
          type="button"
          className={buttons.primary}
          disabled={!isPrintable}
          onClick={() => window.print()}
        >
          <Printer size={15} aria-hidden="true" /> {say(words.print)}
        </button>
      </div>
      {!isPrintable ? (
        <p>{say(count === 0 ? words.nothing : tooMany(count, mostQuestions))}</p>
      ) : (
        <Scrolling as="section" className={styles.preview} aria-label={say(words.preview)}>
          {paper}
        </Scrolling>
      )}
      {/* Outside the dialog, whose window would cut it off; it is seen on paper alone. */}
      {createPortal(
        <div className={`${styles.print} print`} aria-hidden="true">
          {paper}
        </div>,
        document.body,
      )}
    </>
  );
}

/** Letter where it is in use, A4 elsewhere. */
function usualPaper(): PaperSize {
  return /-(US|CA|MX|PH|CO|CL|VE)\b/.test(navigator.language) ? 'letter' : 'a4';
}
