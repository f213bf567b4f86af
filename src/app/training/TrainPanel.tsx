import { lazy, Suspense, useState } from 'react';
import { sizeText } from '../data/words.ts';
import { Fold } from '../fields/Fold.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { BatchFold } from './BatchFold.tsx';
import { Compare, picturesId } from './Compare.tsx';
import './keeping.ts';
import { IteratesFold } from './iterates/IteratesFold.tsx';
import { ParametersFold } from './ParametersFold.tsx';
import { RowSection } from './RowSection.tsx';
import { RuleFold } from './RuleFold.tsx';
import { RunSection } from './RunSection.tsx';
import { RunsFold } from './RunsFold.tsx';
import { SideBySide } from './SideBySide.tsx';
import { Standing } from './Standing.tsx';
import { StopFold } from './StopFold.tsx';
import styles from './TrainPanel.module.css';
import { UpdateSection } from './UpdateSection.tsx';
import { WorkingFold } from './WorkingFold.tsx';
import { words } from './words.ts';

const DirectSolution = lazy(() => import('./DirectSolution.tsx'));
const DataSection = lazy(() => import('../data/DataSection.tsx'));
const PlotsSection = lazy(() => import('../plots/PlotsSection.tsx'));

/**
 * Moves the parameters, from the top down: what is trained, on which data, by which rule; then the run
 * and its pictures; and what can be looked into or settled besides.
 */
export default function TrainPanel() {
  const say = useSay();
  const opened = useDocument((state) => state.opened);
  const takesData = useDocument(
    ({ graph }) => graph.dataset !== undefined || graph.nodes.some(({ op }) => op === 'input'),
  );
  const data = <Data key={opened} />;
  return (
    <div className={styles.panel}>
      <h2 className="visually-hidden">{say(words.heading)}</h2>
      <Standing />
      {takesData && <div className={styles.folds}>{data}</div>}
      <UpdateSection />
      <RunSection />
      <div id={picturesId} className={styles.pictures}>
        <Suspense>
          <PlotsSection />
        </Suspense>
      </div>
      <Compare key={opened} />
      <RowSection />
      <div className={styles.folds}>
        <IteratesFold />
        <RunsFold />
        <Suspense>
          <DirectSolution />
        </Suspense>
        <WorkingFold />
        <SideBySide />
        <ParametersFold />
        <RuleFold />
        <BatchFold />
        <StopFold />
        {!takesData && data}
      </div>
    </div>
  );
}

/** The data: at hand while there are none, else folded away until somebody wants to see them. */
function Data() {
  const say = useSay();
  const dataset = useDocument(({ graph }) => graph.dataset);
  const needsData = useDocument(({ graph }) => graph.nodes.some(({ op }) => op === 'input'));
  const [isFresh] = useState(dataset === undefined && needsData);
  const rows = dataset?.columns[0]?.values.length ?? 0;
  return (
    <Fold
      id="data"
      title={words.data}
      summary={say(dataset ? sizeText(rows, dataset.columns.length) : words.noData)}
      isOpenAtFirst={isFresh}
    >
      <Suspense>
        <DataSection />
      </Suspense>
    </Fold>
  );
}
