import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import { localize } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { words as appearanceWords } from '../appearance/words.ts';
import { useFocus } from '../canvas/focus.ts';
import { focusNode } from '../canvas/viewport.ts';
import { words as connectWords } from '../connecting/words.ts';
import buttons from '../fields/buttons.module.css';
import closing from '../fields/closing.module.css';
import { Scrolling } from '../fields/Scrolling.tsx';
import { save } from '../files/save.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { checkWords } from '../nudge/checkWords.ts';
import { words as pictureWords } from '../picture/words.ts';
import { useDocument } from '../store/document.ts';
import { type Dialog, useView } from '../store/view.ts';
import { words as templateWords } from '../templates/words.ts';
import { words as worksheetWords } from '../worksheet/words.ts';
import { galleryWords, readErrorsWords, unsavedWords } from './dialogWords.ts';
import styles from './OpenDialog.module.css';
import { Shortcuts } from './Shortcuts.tsx';
import { words as shortcutWords } from './shortcutWords.ts';

const CommandPalette = lazy(() => import('../commandPalette/CommandPalette.tsx'));
const Gallery = lazy(() => import('./Gallery.tsx'));
const GradientCheck = lazy(() => import('../nudge/GradientCheck.tsx'));
const AppearanceSettings = lazy(() => import('../appearance/AppearanceSettings.tsx'));
const SaveTemplate = lazy(() => import('../templates/SaveTemplate.tsx'));
const Connect = lazy(() => import('../connecting/Connect.tsx'));
const PictureDialog = lazy(() => import('../picture/PictureDialog.tsx'));
const Worksheet = lazy(() => import('../worksheet/Worksheet.tsx'));

/** Any dialog of the page. */
export default function OpenDialog({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  const say = useSay();
  switch (dialog.kind) {
    case 'gallery':
      return (
        <Frame
          title={say(galleryWords.title)}
          lead={say(galleryWords.lead)}
          onClose={onClose}
          size="large"
          fallback={<p className={styles.loading}>{say(galleryWords.loading)}</p>}
        >
          <Gallery onClose={onClose} />
        </Frame>
      );
    case 'commands':
      return (
        <Suspense>
          <CommandPalette onClose={onClose} />
        </Suspense>
      );
    case 'shortcuts':
      return (
        <Frame title={say(shortcutWords.title)} onClose={onClose} size="large">
          <Shortcuts />
        </Frame>
      );
    case 'save-template':
      return (
        <Frame
          title={say(templateWords.saveTitle)}
          lead={say(templateWords.saveLead)}
          onClose={onClose}
        >
          <SaveTemplate onClose={onClose} />
        </Frame>
      );
    case 'worksheet':
      return (
        <Frame
          title={say(worksheetWords.title)}
          lead={say(worksheetWords.lead)}
          onClose={onClose}
          size="large"
        >
          <Worksheet />
        </Frame>
      );
    case 'picture':
      return (
        <Frame
          title={say(pictureWords.title)}
          lead={say(pictureWords.lead)}
          onClose={onClose}
          size="wide"
        >
          <PictureDialog />
        </Frame>
      );
    case 'appearance':
      return (
        <Frame
          title={say(appearanceWords.title)}
          lead={say(appearanceWords.lead)}
          onClose={onClose}
          size="settings"
        >
          <AppearanceSettings />
        </Frame>
      );
    case 'gradient-check':
      return (
        <Frame
          title={say(checkWords.title)}
          lead={say(checkWords.lead)}
          onClose={onClose}
          size="table"
        >
          <GradientCheck onClose={onClose} />
        </Frame>
      );
    case 'connect': {
      const { node, port } = dialog;
      const title = say((port === 'out' ? connectWords.to : connectWords.from)(node));
      return (
        <Frame title={title} onClose={onClose}>
          <Connect node={node} port={port} onClose={onClose} />
        </Frame>
      );
    }
    case 'unsaved':
      return <Unsaved proceed={dialog.proceed} onClose={onClose} />;
    case 'read-errors':
      return <ReadErrors fileName={dialog.fileName} lines={dialog.lines} onClose={onClose} />;
  }
}

interface FrameProps {
  title: string;
  lead?: string;
  /** `settings` and `wide` for two columns, `table` for many, `large` for most of the window. */
  size?: 'settings' | 'wide' | 'table' | 'large';
  /** What has the focus at first; the first thing in it, if absent. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** What stands in it while the rest is loaded. */
  fallback?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

function Frame({ title, lead, size, initialFocus, fallback, onClose, children }: FrameProps) {
  const { t } = useTranslation();
  const opener = useRef(document.activeElement);
  const dialog = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={`${styles.dialog} ${size ? styles[size] : ''}`}
          ref={dialog}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (initialFocus?.current ?? firstIn(dialog.current) ?? dialog.current)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { current } = opener;
            const isThere = current?.isConnected && current !== document.body;
            if (isThere && (current instanceof HTMLElement || current instanceof SVGElement)) {
              current.focus();
              // Nothing had the focus, and so no node gets it: keys go on playing and stepping.
            } else focusNode(current === document.body ? undefined : useFocus.getState().at);
          }}
          {...(lead === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {lead !== undefined && (
              <Radix.Description className={styles.lead}>{lead}</Radix.Description>
            )}
          </header>
          <Suspense fallback={fallback}>
            {children}
            <Arrival dialog={dialog} />
          </Suspense>
          <Radix.Close
            className={`${closing.close} ${styles.close}`}
            aria-label={t('app.close')}
            data-close
          >
            <X size={18} aria-hidden="true" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Stands behind what is loaded: a dialog that was empty so far gives its focus to the first of it. */
function Arrival({ dialog }: { dialog: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    if (document.activeElement === dialog.current) firstIn(dialog.current)?.focus();
  }, [dialog]);
  return null;
}

/**
 * What a dialog is about, for the focus: the first thing in it that can have it, other than its close
 * button. Under a finger no field, which would bring up a keyboard over everything else.
 */
function firstIn(dialog: HTMLElement | null): HTMLElement | undefined {
  const fields = 'textarea, input:not([type=checkbox], [type=radio])';
  const isFinger = !matchMedia('(pointer: fine)').matches;
  const found = dialog?.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]');
  return [...(found ?? [])].find(
    (one) =>
      !one.matches(':disabled, [data-close], [type=radio]:not(:checked)') &&
      !(isFinger && one.matches(fields)),
  );
}

function Unsaved({ proceed, onClose }: { proceed: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useView((view) => view.language);
  const title = useDocument((state) => localize(state.graph.title, language)) || t('app.untitled');
  const leave = () => {
    onClose();
    proceed();
  };
  return (
    <Frame title={say(unsavedWords.title)} lead={say(unsavedWords.text(title))} onClose={onClose}>
      <div className={buttons.atEnd}>
        <button type="button" className={buttons.secondary} onClick={onClose}>
          {say(unsavedWords.cancel)}
        </button>
        <button type="button" className={buttons.secondary} onClick={leave}>
          {say(unsavedWords.discard)}
        </button>
        <button
          type="button"
          className={buttons.primary}
          onClick={async () => {
            if (await save()) leave();
          }}
        >
          {say(unsavedWords.save)}
        </button>
      </div>
    </Frame>
  );
}

const mostLines = 12;

interface ReadErrorsProps {
  fileName: string;
  lines: readonly Text[];
  onClose: () => void;
}

function ReadErrors({ fileName, lines, onClose }: ReadErrorsProps) {
  const say = useSay();
  const ok = useRef<HTMLButtonElement>(null);
  const more = lines.length - mostLines;
  const title = say(readErrorsWords.title(fileName));
  return (
    <Frame title={title} lead={say(readErrorsWords.lead)} onClose={onClose} initialFocus={ok}>
      <Scrolling as="ul" className={styles.errors}>
        {lines.slice(0, mostLines).map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
        {more > 0 && <li>{say(readErrorsWords.more(more))}</li>}
      </Scrolling>
      <div className={buttons.atEnd}>
        <button ref={ok} type="button" className={buttons.primary} onClick={onClose}>
          {say(readErrorsWords.ok)}
        </button>
      </div>
    </Frame>
  );
}
