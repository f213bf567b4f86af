import { PanelRight, Shapes } from 'lucide-react';
import { useTranslation } from '../i18n/translation.ts';
import { type Sheet, useView } from '../store/view.ts';
import styles from './SheetBar.module.css';

/** On narrow windows: the buttons that bring palette and panel over the canvas. */
export function SheetBar() {
  const { t } = useTranslation();
  const sheet = useView((view) => view.sheet);
  const toggle = (which: Sheet) => () => {
    useView.setState({ sheet: sheet === which ? null : which });
  };
  return (
    <div className={styles.sheetBar}>
      <button
        type="button"
        className={styles.paletteToggle}
        aria-expanded={sheet === 'palette'}
        onClick={toggle('palette')}
      >
        <Shapes size={17} aria-hidden="true" />
        {t('app.palette')}
      </button>
      <button type="button" aria-expanded={sheet === 'panel'} onClick={toggle('panel')}>
        <PanelRight size={17} aria-hidden="true" />
        {t('app.panel')}
      </button>
    </div>
  );
}
