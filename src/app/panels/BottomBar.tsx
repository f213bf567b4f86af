import { lazy, Suspense } from 'react';
import { useTranslation } from '../i18n/translation.ts';
import { useView } from '../store/view.ts';

const Transport = lazy(() => import('../stepping/Transport.tsx'));
const PracticeBar = lazy(() => import('../practice/PracticeBar.tsx'));

/** Below everything: the transport, or how far an exercise has got. Its height never changes. */
export function BottomBar({ className }: { className: string }) {
  const { t } = useTranslation();
  const isExercise = useView((view) => view.mode === 'practise');
  return (
    <section className={className} aria-label={t(isExercise ? 'app.exercise' : 'app.playback')}>
      <Suspense>{isExercise ? <PracticeBar /> : <Transport />}</Suspense>
    </section>
  );
}
