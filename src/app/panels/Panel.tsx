import { type KeyboardEvent, lazy } from 'react';
import { useTranslation } from '../i18n/translation.ts';
import { Part } from '../loading/Part.tsx';
import { type Mode, setMode, useView } from '../store/view.ts';
import { Inspector } from './Inspector.tsx';
import styles from './Panel.module.css';

// The graph comes first; the other panels are loaded when somebody turns to them.
const StepPanel = lazy(() => import('../stepping/StepPanel.tsx'));
const PracticePanel = lazy(() => import('../practice/PracticePanel.tsx'));
const TrainPanel = lazy(() => import('../training/TrainPanel.tsx'));

const panels: readonly Mode[] = ['inspect', 'step', 'practise', 'train'];

/** The right side: one panel for each thing the page is for, behind tabs. */
export function Panel() {
  const { t } = useTranslation();
  const mode = useView((view) => view.mode);
  const titles = {
    inspect: t('panel.title'),
    step: t('panel.step'),
    practise: t('panel.practise'),
    train: t('panel.train'),
  };
  return (
    <div className={styles.panel}>
      <div className={styles.tabs} role="tablist" aria-label={t('app.panel')} onKeyDown={onTabKey}>
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            role="tab"
            id={`tab-${panel}`}
            aria-selected={panel === mode}
            aria-controls="panel"
            tabIndex={panel === mode ? 0 : -1}
            onClick={() => setMode(panel)}
          >
            {titles[panel]}
          </button>
        ))}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${mode}`} className={styles.content}>
        <Part key={mode}>
          {mode === 'inspect' && <Inspector />}
          {mode === 'step' && <StepPanel />}
          {mode === 'practise' && <PracticePanel />}
          {mode === 'train' && <TrainPanel />}
        </Part>
      </div>
    </div>
  );
}

/** Arrow keys, Home and End go from tab to tab, as in any list of tabs. */
function onTabKey(event: KeyboardEvent<HTMLElement>): void {
  const last = panels.length - 1;
  const at = panels.indexOf(useView.getState().mode);
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  setMode(panels[goal]);
  document.getElementById(`tab-${panels[goal]}`)?.focus();
}
