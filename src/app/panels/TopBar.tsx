import { Languages, Library, Moon, Redo2, Save, Sun, Undo2 } from 'lucide-react';
import { CommandButton } from '../commands/CommandButton.tsx';
import { redoEdit } from '../commands/edit/redoEdit.ts';
import { undoEdit } from '../commands/edit/undoEdit.ts';
import { openGallery } from '../commands/file/openGallery.ts';
import { saveFile } from '../commands/file/saveFile.ts';
import { languages } from '../commands/view/languages.ts';
import { themes } from '../commands/view/themes.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useView } from '../store/view.ts';
import { useThemeInForce } from '../theme.ts';
import { GraphTitle } from './GraphTitle.tsx';
import { Menus } from './Menus.tsx';
import styles from './TopBar.module.css';

/** Name and menus on the left, the document in the middle, what is needed often on the right. */
export function TopBar() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const theme = useThemeInForce();
  const otherLanguage = languages[language === 'en' ? 1 : 0];
  const otherTheme = themes[theme === 'dark' ? 1 : 2];
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <Logo />
        <h1>{t('app.name')}</h1>
      </div>
      <Menus />
      <GraphTitle />
      <div className={styles.actions}>
        <CommandButton command={undoEdit}>
          <Undo2 size={17} aria-hidden="true" />
        </CommandButton>
        <CommandButton command={redoEdit}>
          <Redo2 size={17} aria-hidden="true" />
        </CommandButton>
        <span className={styles.divider} />
        <CommandButton command={openGallery} label={t('app.examples')} className={styles.text}>
          <Library size={17} aria-hidden="true" />
        </CommandButton>
        <button
          type="button"
          className={styles.text}
          aria-label={t('app.language')}
          title={t('app.language')}
          onClick={otherLanguage.run}
        >
          <Languages size={17} aria-hidden="true" />
          <span>{t('app.languageShort')}</span>
        </button>
        <button
          type="button"
          className={`${styles.icon} ${styles.theme}`}
          aria-label={theme === 'dark' ? t('app.toLight') : t('app.toDark')}
          title={theme === 'dark' ? t('app.toLight') : t('app.toDark')}
          onClick={otherTheme.run}
        >
          {theme === 'dark' ? <Moon size={17} /> : <Sun size={17} />}
        </button>
        <CommandButton command={saveFile} label={t('app.save')} className={styles.primary}>
          <Save size={16} aria-hidden="true" />
        </CommandButton>
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className={styles.logo}>
      <g fill="none" stroke="currentColor" strokeWidth="1.7">
        <path d="M5.3 6.2 12 9.4M5.3 13.6l6.7-3M14.6 9l1.6-2.6" />
        <circle cx="3.6" cy="5.4" r="1.9" />
        <circle cx="3.6" cy="14.4" r="1.9" />
        <circle cx="13.6" cy="10.4" r="1.9" />
        <circle cx="17" cy="4.8" r="1.6" />
      </g>
    </svg>
  );
}
