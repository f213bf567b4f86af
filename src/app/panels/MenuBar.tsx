import { Menubar } from 'radix-ui';
import { type MenuId, menuIds } from '../commands/command.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { menus } from '../commands/registry.ts';
import { useTranslation } from '../i18n/translation.ts';
import { MenuSections, useAfterMenu } from './MenuSections.tsx';
import styles from './TopBar.module.css';

/** The open menu bar with its menus; `initial` is the one it starts with. */
export default function MenuBar({ initial }: { initial: MenuId }) {
  const { t } = useTranslation();
  const titles = useMenuTitles();
  const { choose, onCloseAutoFocus } = useAfterMenu();
  return (
    <Menubar.Root className={styles.menus} defaultValue={initial} aria-label={t('app.menus')}>
      {menuIds.map((menu) => (
        <Menubar.Menu key={menu} value={menu}>
          <Menubar.Trigger className={styles.trigger}>{titles[menu]}</Menubar.Trigger>
          {/* Within the banner, so that a screen reader finds it in a landmark. */}
          <Menubar.Portal container={document.querySelector('header')}>
            <Menubar.Content
              className={styles.menu}
              align="start"
              sideOffset={4}
              onCloseAutoFocus={onCloseAutoFocus}
            >
              <MenuSections parts={Menubar} sections={menus[menu]} onChoose={choose} />
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  );
}
