import { lazy, Suspense } from 'react';
import { useSay } from '../i18n/say.ts';
import { words } from './words.ts';

const DataSection = lazy(() => import('../data/DataSection.tsx'));
const PlotsSection = lazy(() => import('../plots/PlotsSection.tsx'));

/** Moves the parameters: how, on which data, and what comes of it. */
export default function TrainPanel() {
  const say = useSay();
  return (
    <div>
      <h2 className="visually-hidden">{say(words.heading)}</h2>
      <Suspense>
        <DataSection />
      </Suspense>
      <Suspense>
        <PlotsSection />
      </Suspense>
    </div>
  );
}
