import { lazy, Suspense, useEffect } from 'react';
import { useSay } from '../i18n/say.ts';
import { setCover } from '../store/cover.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { Choice } from './Choice.tsx';
import { FirstControl } from './FirstControl.tsx';
import { Greeting } from './Greeting.tsx';
import { recallSession } from './keepSession.ts';
import { PracticeTable } from './PracticeTable.tsx';
import { Preview } from './Preview.tsx';
import parts from './parts.module.css';
import { follow, usePractice } from './store.ts';
import { WorkPanel } from './WorkPanel.tsx';
import { words } from './words.ts';

const AuthorPanel = lazy(() => import('./author/AuthorPanel.tsx'));

/** What the practice is about and how it goes. */
export default function PracticePanel() {
  const say = useSay();
  useStepWithDocument();
  useTable();
  return (
    <div className={parts.panel}>
      <h2 className="visually-hidden">{say(words.title)}</h2>
      <Phase />
      <Announcements />
    </div>
  );
}

function Phase() {
  const isWorking = usePractice(({ session }) => session !== null);
  const choosesOther = usePractice((state) => state.choosesOther);
  const hasExercise = useDocument(({ graph }) => graph.exercise !== undefined);
  const isAuthoring = usePractice((state) => state.isAuthoring);
  if (isWorking) return <WorkPanel />;
  if (isAuthoring) {
    return (
      <Suspense>
        <AuthorPanel />
        <FirstControl />
      </Suspense>
    );
  }
  return (
    <>
      {hasExercise && <Preview />}
      {hasExercise && !choosesOther ? <Greeting /> : <Choice />}
      <FirstControl />
    </>
  );
}

/** What a screen reader is told; seen it stands in the panel. */
function Announcements() {
  const say = useSay();
  const announcement = usePractice((state) => state.announcement);
  return (
    <div className="visually-hidden" aria-live="polite" data-role="announcement">
      {announcement && <p key={announcement.number}>{say(announcement.text)}</p>}
    </div>
  );
}

function useStepWithDocument() {
  useEffect(() => {
    follow(currentGraph(), () => recallSession(currentGraph()));
    return useDocument.subscribe(({ graph, opened }, before) => {
      if (graph === before.graph) return;
      follow(graph, opened === before.opened ? undefined : () => recallSession(graph));
    });
  }, []);
}

/** The table stands in front of the canvas while it is wanted. */
function useTable() {
  const isTable = usePractice(({ session, place }) => session !== null && place === 'table');
  useEffect(() => {
    setCover(isTable ? PracticeTable : null);
    return () => setCover(null);
  }, [isTable]);
}
