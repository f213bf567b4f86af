import { Menu } from 'lucide-react';
import { lazy, useState, useSyncExternalStore } from 'react';
import { type MenuId, menuIds } from '../commands/command.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { useTranslation } from '../i18n/translation.ts';
import { Part } from '../loading/Part.tsx';
import styles from './TopBar.module.css';

const loadBar = () => import('./MenuBar.tsx');
const MenuBar = lazy(loadBar);
const loadNarrow = () => import('./NarrowMenu.tsx');
const NarrowMenu = lazy(loadNarrow);

/**
 * The menus on top. The graph comes first: until somebody goes for a menu there are only its
 * titles, and the menus themselves are loaded on the way there.
 */
export function Menus() {
  const [opened, setOpened] = useState<MenuId | null>(null);
  const isNarrow = useSyncExternalStore(onResize, () => narrow.matches);
  const closed = isNarrow ? (
    <MenuButton onOpen={() => setOpened('file')} />
  ) : (
    <MenuTitles onOpen={setOpened} />
  );
  if (opened === null) return closed;
  return (
    <Part fallback={closed} onFailed={() => setOpened(null)}>
      {isNarrow ? <NarrowMenu /> : <MenuBar initial={opened} />}
    </Part>
  );
}

/** Where there is no room for the titles of all menus. */
const narrow = matchMedia('(max-width: 899px)');

function onResize(callback: () => void): () => void {
  narrow.addEventListener('change', callback);
  return () => narrow.removeEventListener('change', callback);
}

function MenuTitles({ onOpen }: { onOpen: (menu: MenuId) => void }) {
  const titles = useMenuTitles();
  return (
    <div className={styles.menus}>
      {menuIds.map((menu) => (
        <button
          key={menu}
          type="button"
          className={styles.trigger}
          aria-haspopup="menu"
          onPointerEnter={loadBar}
          onFocus={loadBar}
          onClick={() => onOpen(menu)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onOpen(menu);
          }}
        >
          {titles[menu]}
        </button>
      ))}
    </div>
  );
}

function MenuButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.menuButton}
      aria-haspopup="menu"
      aria-label={t('app.menus')}
      onPointerEnter={loadNarrow}
      onFocus={loadNarrow}
      onClick={onOpen}
    >
      <Menu size={19} aria-hidden="true" />
    </button>
  );
}
