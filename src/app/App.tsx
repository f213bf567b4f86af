import { type DragEvent, lazy, useEffect, useState } from 'react';
import { localize } from '../graph/index.ts';
import styles from './App.module.css';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasProvider } from './canvas/CanvasProvider.tsx';
import { useShortcuts } from './commands/keys.ts';
import { fileInputId, openDropped, openFile } from './files/open.ts';
import { useTranslation } from './i18n/translation.ts';
import { Part } from './loading/Part.tsx';
import { BottomBar } from './panels/BottomBar.tsx';
import { Dialogs } from './panels/Dialogs.tsx';
import { Failure } from './panels/Failure.tsx';
import { Notices } from './panels/Notices.tsx';
import { Palette } from './panels/Palette.tsx';
import { Panel } from './panels/Panel.tsx';
import { SheetBar } from './panels/SheetBar.tsx';
import { TopBar } from './panels/TopBar.tsx';
import { ZoomBar } from './panels/ZoomBar.tsx';
import { useCover } from './store/cover.ts';
import { useDocument } from './store/document.ts';
import { closeFind, useFinding } from './store/finding.ts';
import { useView } from './store/view.ts';

const FindBar = lazy(() => import('./find/FindBar.tsx'));

/** The page: palette left, canvas in the middle, panel right, menus on top, transport below. */
export function App() {
  const { t } = useTranslation();
  const sheet = useView((view) => view.sheet);
  const mode = useView((view) => view.mode);
  const language = useView((view) => view.language);
  const Cover = useCover((state) => state.Cover);
  const isFinding = useFinding(({ isOpen }) => isOpen);
  const drop = useFileDrop();
  const isReady = useShortcuts();
  const title = useDocument(({ graph }) => localize(graph.title, language)) || t('app.untitled');
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [t, title]);
  return (
    <Failure>
      <div
        className={styles.page}
        data-sheet={sheet ?? undefined}
        data-mode={mode}
        aria-busy={!isReady}
        {...drop.handlers}
      >
        <TopBar />
        <aside className={styles.palette} aria-label={t('app.palette')}>
          <Palette />
        </aside>
        <main className={styles.canvas}>
          <div className={styles.behind} inert={Cover !== null}>
            <CanvasProvider>
              <Canvas />
              <ZoomBar />
            </CanvasProvider>
          </div>
          {Cover && <Cover />}
          {isFinding && (
            <Part onFailed={closeFind}>
              <FindBar />
            </Part>
          )}
          <SheetBar />
        </main>
        <aside className={styles.panel} aria-label={t('app.panel')}>
          <Panel />
        </aside>
        <BottomBar className={styles.bar} />
        <input
          id={fileInputId}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0];
            // Emptied, so that choosing the same file again is a change too.
            if (file)
              void openFile(file).then(() => {
                target.value = '';
              });
          }}
        />
        <Notices />
        {drop.isOver && <div className={styles.drop}>{t('app.dropFile')}</div>}
      </div>
      <Dialogs />
    </Failure>
  );
}

/** Opens a graph file dropped anywhere on the page. */
function useFileDrop() {
  const [isOver, setIsOver] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (event.relatedTarget === null) setIsOver(false);
    },
    onDrop(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(false);
      void openDropped(event.dataTransfer);
    },
  };
  return { isOver, handlers };
}
