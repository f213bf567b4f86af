import type { Graph } from '../../graph/index.ts';
import { contentOf } from './content.ts';
import { type Beginning, isHalfDone, type Session, secondsOf, sessionOf } from './session.ts';
import { usePractice } from './store.ts';

const key = 'practice';

/** What is kept of a session over a reload of its tab. */
interface Kept extends Beginning {
  readonly belongsTo: string;
}

// Written down whenever it changes, and when the page goes away for the time's sake.
usePractice.subscribe(({ session }, before) => {
  if (session !== before.session) keep(session);
});
window.addEventListener('pagehide', () => {
  const { session } = usePractice.getState();
  if (session !== null) keep(session);
});

/** The session this tab held before it was reloaded, if it belongs to this document. */
export function recallSession(document: Graph): Session | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept?.belongsTo !== contentOf(document)) return null;
    return sessionOf(document, kept);
  } catch {
    return null;
  }
}

function keep(session: Session | null): void {
  try {
    // Beyond the tab, for the one that takes over its draft (`store/drafts.ts`).
    const beyond = `${key}:${sessionStorage.getItem('tab')}`;
    if (!isHalfDone(session)) localStorage.removeItem(beyond);
    if (session === null) {
      sessionStorage.removeItem(key);
      return;
    }
    const { belongsTo, topic, seed, entries, current, isFinished, learner, isTrial, assignment } =
      session;
    const { exercise } = assignment;
    const seconds = secondsOf(session);
    const kept: Kept = {
      ...{
        belongsTo,
        topic,
        seed,
        entries,
        current,
        isFinished,
        learner,
        isTrial,
        exercise,
        seconds,
      },
    };
    const text = JSON.stringify(kept);
    sessionStorage.setItem(key, text);
    if (isHalfDone(session)) localStorage.setItem(beyond, text);
  } catch {
    // Storage can be refused or full; the exercise then lasts as long as the page is open.
  }
}
