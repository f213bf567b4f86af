import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import styles from './Transport.module.css';
import { lastStep, useTrace } from './trace.ts';
import { briefText, placeText, words } from './words.ts';

/** The step in a line above the graph, where the panel that explains it is not on the page. */
export function Caption() {
  const say = useSay();
  const { digits } = useNumbers();
  const graph = useDocument((state) => state.graph);
  const trace = useTrace((state) => state.trace);
  const steps = useView((view) => view.step);
  const isWanted = useView((view) => view.mode === 'step' && view.sheet === null);
  const step = lastStep(trace, steps);
  if (!isWanted) return null;
  return (
    <button
      type="button"
      className={`${styles.caption} ${step?.pass === 'backward' ? styles.isBack : ''}`}
      title={say(words.explain)}
      onClick={() => useView.setState({ sheet: 'panel' })}
    >
      <b>{say(placeText(trace, steps))}</b>
      {step && <span>{say(briefText(graph, step, digits))}</span>}
    </button>
  );
}
