import { Maximize, Minus, Plus, Table2, WandSparkles } from 'lucide-react';
import { ZoomLevel } from '../canvas/ZoomLevel.tsx';
import { tidy } from '../commands/arrange/tidy.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { farther } from '../commands/view/farther.ts';
import { naturalSize } from '../commands/view/naturalSize.ts';
import { nearer } from '../commands/view/nearer.ts';
import { outline } from '../commands/view/outline.ts';
import { showAll } from '../commands/view/showAll.ts';
import { ProblemsButton } from '../find/ProblemsButton.tsx';
import { useTranslation } from '../i18n/translation.ts';
import styles from './ZoomBar.module.css';

/** The small bar at the lower left of the canvas. */
export function ZoomBar() {
  const { t } = useTranslation();
  return (
    <div className={styles.zoomBar} role="toolbar" aria-label={t('canvas.zoom')}>
      <CommandButton command={farther}>
        <Minus size={16} aria-hidden="true" />
      </CommandButton>
      <CommandButton command={naturalSize} className={styles.zoomLevel}>
        <ZoomLevel />
      </CommandButton>
      <CommandButton command={nearer}>
        <Plus size={16} aria-hidden="true" />
      </CommandButton>
      <CommandButton command={showAll}>
        <Maximize size={15} aria-hidden="true" />
      </CommandButton>
      <CommandButton command={tidy}>
        <WandSparkles size={15} aria-hidden="true" />
      </CommandButton>
      <CommandButton command={outline}>
        <Table2 size={15} aria-hidden="true" />
      </CommandButton>
      <ProblemsButton />
    </div>
  );
}
