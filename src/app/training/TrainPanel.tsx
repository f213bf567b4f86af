import { lazy, Suspense } from 'react';
import { useSay } from '../i18n/say.ts';
import { BatchFold } from './BatchFold.tsx';
import { picturesId } from './Compare.tsx';
import { IteratesFold } from './iterates/IteratesFold.tsx';
import { ParametersFold } from './ParametersFold.tsx';
import { RowSection } from './RowSection.tsx';
import { RunSection } from './RunSection.tsx';
import { RunsFold } from './RunsFold.tsx';
import { StopFold } from './StopFold.tsx';
import styles from './TrainPanel.module.css';
import { UpdateSection } from './UpdateSection.tsx';
import { words } from './words.ts';

const DirectSolution = lazy(() => import('./DirectSolution.tsx'));
const DataSection = lazy(() => import('../data/DataSection.tsx'));
const PlotsSection = lazy(() => import('../plots/PlotsSection.tsx'));

/** Moves the parameters: how, on which data, and what comes of it. */
export default function TrainPanel() {
  const say = useSay();
  return (
    <div className={styles.panel}>
      <h2 className="visually-hidden">{say(words.heading)}</h2>
      <RunSection />
      <RowSection />
      <div id={picturesId} className={styles.pictures}>
        <Suspense>
          <PlotsSection />
        </Suspense>
      </div>
      <UpdateSection />
      <div className={styles.folds}>
        <IteratesFold />
        <RunsFold />
        <Suspense>
          <DirectSolution />
        </Suspense>
        <ParametersFold />
        <BatchFold />
        <StopFold />
      </div>
      <Suspense>
        <DataSection />
      </Suspense>
    </div>
  );
}
