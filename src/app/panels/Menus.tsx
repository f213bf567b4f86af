import { lazy, Suspense, useState } from 'react';
import { type MenuId, menuIds, useMenuTitles } from './menuTitles.ts';
import styles from './TopBar.module.css';

const load = () => import('./MenuBar.tsx');
const MenuBar = lazy(load);

/**
 * The menus on top. The graph comes first: until somebody goes for a menu there are only its
 * titles, and the menus themselves are loaded on the way there.
 */
export function Menus() {
  const [opened, setOpened] = useState<MenuId | null>(null);
  const titles = <MenuTitles onOpen={setOpened} />;
  if (opened === null) return titles;
  return (
    <Suspense fallback={titles}>
      <MenuBar initial={opened} />
    </Suspense>
  );
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
          onPointerEnter={load}
          onFocus={load}
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
