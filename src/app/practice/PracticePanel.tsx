import { useEffect } from 'react';
import { useSay } from '../i18n/say.ts';
import { setCover } from '../store/cover.ts';
import { currentGraph, useDocument } from '../store/document.ts';
import { setLens } from '../store/lens.ts';
import { Choice } from './Choice.tsx';
import { Greeting } from './Greeting.tsx';
import { recallSession } from './keepSession.ts';
import { PracticeTable } from './PracticeTable.tsx';
import styles from './practice.module.css';
import { practiceLens } from './practiceLens.ts';
import { follow, usePractice } from './store.ts';
import { WorkPanel } from './WorkPanel.tsx';
import { words } from './words.ts';

/** What the practice is about and how it goes. */
export default function PracticePanel() {
  const say = useSay();
  useStepWithDocument();
  usePracticeLens();
  useTable();
  return (
    <div className={styles.panel}>
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
  if (isWorking) return <WorkPanel />;
  return hasExercise && !choosesOther ? <Greeting /> : <Choice />;
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

function usePracticeLens() {
  const session = usePractice((state) => state.session);
  const reply = usePractice((state) => state.reply);
  useEffect(() => {
    setLens(session && practiceLens(session, reply));
  }, [session, reply]);
  useEffect(() => () => setLens(null), []);
}

/** The table stands in front of the canvas while it is wanted. */
function useTable() {
  const isTable = usePractice(({ session, place }) => session !== null && place === 'table');
  useEffect(() => {
    setCover(isTable ? PracticeTable : null);
    return () => setCover(null);
  }, [isTable]);
}
