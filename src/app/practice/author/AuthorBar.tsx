import { saveFile } from '../../commands/file/saveFile.ts';
import buttons from '../../fields/buttons.module.css';
import { useSay } from '../../i18n/say.ts';
import { useDocument } from '../../store/document.ts';
import styles from '../PracticeBar.module.css';
import { begin, usePractice } from '../store.ts';
import { exerciseOf } from './marks.ts';
import { authorWords as words } from './words.ts';

/** What the exercise has come to, and what comes next. */
export default function AuthorBar() {
  const say = useSay();
  const exercise = useDocument(({ graph }) => exerciseOf(graph));
  const { asked, hidden = [] } = exercise;
  return (
    <div className={styles.bar}>
      <span className={styles.done}>{say(words.counts(asked.length, hidden.length))}</span>
      <span className={styles.spring} />
      <button
        type="button"
        className={styles.toggle}
        onClick={() => usePractice.setState({ isAuthoring: false })}
      >
        {say(words.done)}
      </button>
      <button
        type="button"
        className={styles.toggle}
        disabled={asked.length === 0}
        onClick={() => begin({ exercise, isTrial: true })}
      >
        {say(words.tryIt)}
      </button>
      <button type="button" className={buttons.primary} onClick={saveFile.run}>
        {say(words.save)}
      </button>
    </div>
  );
}
