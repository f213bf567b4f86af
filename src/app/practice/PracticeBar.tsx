import { Pencil, Table2, Waypoints, Workflow } from 'lucide-react';
import { lazy, Suspense } from 'react';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import styles from './PracticeBar.module.css';
import { tally } from './replies.ts';
import { mayChooseOrder, questionOf } from './session.ts';
import { finish, leave, setFree, usePractice } from './store.ts';
import { words } from './words.ts';

const AuthorBar = lazy(() => import('./author/AuthorBar.tsx'));

/** How far the exercise has got, in what order and where it is worked on, and the way out. */
export default function PracticeBar() {
  const say = useSay();
  const session = usePractice((state) => state.session);
  const place = usePractice((state) => state.place);
  const isAuthoring = usePractice((state) => state.isAuthoring);
  if (session === null) return <Suspense>{isAuthoring && <AuthorBar />}</Suspense>;
  const { review, assignment, isFinished } = session;
  const { closed } = tally(review);
  const [other, OtherIcon] =
    place === 'graph' ? ([words.asTable, Table2] as const) : ([words.onGraph, Workflow] as const);
  const isFree = assignment.exercise.order === 'free';
  return (
    <div className={styles.bar}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={say(words.progress)}
        aria-valuemin={0}
        aria-valuemax={review.most}
        aria-valuenow={closed}
        aria-valuetext={say(words.done(closed, review.most))}
      >
        <span style={{ width: `${(100 * closed) / Math.max(1, review.most)}%` }} />
      </div>
      <span className={styles.done} aria-hidden="true">
        {say(words.done(closed, review.most))}
      </span>
      <span className={styles.spring} />
      {mayChooseOrder(session) && !isFinished && (
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={isFree}
          aria-label={say(words.pickMyself)}
          onClick={() => setFree(!isFree)}
        >
          <Waypoints size={18} aria-hidden="true" />
          <span>{say(words.pickMyself)}</span>
        </button>
      )}
      <button
        type="button"
        className={styles.toggle}
        aria-label={say(other)}
        onClick={() => {
          const wantsFocus = !isFinished && questionOf(session)?.isClosed === false;
          if (place === 'graph')
            usePractice.setState({ place: 'table', worksIn: 'table', wantsFocus });
          else usePractice.setState({ place: 'graph', worksIn: 'panel', wantsFocus });
        }}
      >
        <OtherIcon size={18} aria-hidden="true" />
        <span>{say(other)}</span>
      </button>
      {session.isTrial && !isFinished && (
        <button
          type="button"
          className={styles.toggle}
          aria-label={say(words.backToAuthoring)}
          onClick={leave}
        >
          <Pencil size={18} aria-hidden="true" />
          <span>{say(words.backToAuthoring)}</span>
        </button>
      )}
      {isFinished ? (
        <button type="button" className={buttons.primary} onClick={leave}>
          {say(session.isTrial ? words.backToAuthoring : words.close)}
        </button>
      ) : (
        <button type="button" className={buttons.primary} onClick={finish}>
          {say(words.finish)}
        </button>
      )}
    </div>
  );
}
