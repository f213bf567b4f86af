import { useRef, useState } from 'react';
import { localize, setTitle } from '../../graph/index.ts';
import { focusNode } from '../canvas/viewport.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit, isDirty, useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import styles from './TopBar.module.css';

/** The document's title, edited in place, and whether it is saved. */
export function GraphTitle() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const title = useDocument((state) => localize(state.graph.title, language));
  const dirty = useDocument(isDirty);
  const [typed, setTyped] = useState<string | null>(null);
  const isCancelled = useRef(false);
  const commit = () => {
    const text = typed?.trim();
    setTyped(null);
    if (isCancelled.current || text === undefined || text === title) return;
    const { title: before } = currentGraph();
    const after = typeof before === 'object' ? { ...before, [language]: text } : text;
    edit(setTitle(currentGraph(), after));
  };
  const shown = typed ?? title;
  return (
    <div className={styles.document}>
      <input
        className={styles.title}
        aria-label={t('app.title')}
        value={shown}
        title={title}
        placeholder={t('app.untitled')}
        style={{ width: `${widthOf(shown === '' ? t('app.untitled') : shown)}px` }}
        onFocus={() => {
          isCancelled.current = false;
        }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') isCancelled.current = true;
          if (event.key === 'Enter' || event.key === 'Escape') focusNode();
        }}
      />
      <span className={styles.state}>{dirty ? t('app.unsaved') : t('app.saved')}</span>
    </div>
  );
}

/** Room for a title: Chinese signs are about twice as wide as Latin letters. */
function widthOf(text: string): number {
  let width = 22;
  for (const sign of text) width += sign > '⺀' ? 14.5 : 8;
  return Math.min(420, width);
}
