import { lazy } from 'react';
import { useTranslation } from '../i18n/translation.ts';
import { Part } from '../loading/Part.tsx';
import { useView } from '../store/view.ts';

const Transport = lazy(() => import('../stepping/Transport.tsx'));
const TrainBar = lazy(() => import('../training/TrainBar.tsx'));
const PracticeBar = lazy(() => import('../practice/PracticeBar.tsx'));

/** Below everything: the transport, that of training, or how far an exercise has got. Its height never changes. */
export function BottomBar({ className }: { className: string }) {
  const { t } = useTranslation();
  const mode = useView((view) => view.mode);
  const isExercise = mode === 'practise';
  const name = isExercise ? 'app.exercise' : mode === 'train' ? 'panel.train' : 'app.playback';
  return (
    <section className={className} aria-label={t(name)}>
      <Part key={name}>
        {isExercise ? <PracticeBar /> : mode === 'train' ? <TrainBar /> : <Transport />}
      </Part>
    </section>
  );
}
