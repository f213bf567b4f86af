import { Check } from 'lucide-react';
import { Menubar } from 'radix-ui';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../commands/command.ts';
import { isPossible } from '../commands/keys.ts';
import { menus } from '../commands/registry.ts';
import { ariaShortcut, shortcutLabel } from '../commands/shortcut.ts';
import { useSay } from '../i18n/say.ts';
import { type MenuId, menuIds, useMenuTitles } from './menuTitles.ts';
import styles from './TopBar.module.css';

/** The open menu bar with its menus; `initial` is the one it starts with. */
export default function MenuBar({ initial }: { initial: MenuId }) {
  const { t } = useTranslation();
  const titles = useMenuTitles();
  return (
    <Menubar.Root className={styles.menus} defaultValue={initial} aria-label={t('app.menus')}>
      {menuIds.map((menu) => (
        <Menubar.Menu key={menu} value={menu}>
          <Menubar.Trigger className={styles.trigger}>{titles[menu]}</Menubar.Trigger>
          {/* Within the banner, so that a screen reader finds it in a landmark. */}
          <Menubar.Portal container={document.querySelector('header')}>
            <Menubar.Content className={styles.menu} align="start" sideOffset={4}>
              {menus[menu].map((group, i) => (
                <Fragment key={group[0].id}>
                  {i > 0 && <Menubar.Separator className={styles.line} />}
                  {group.map((command) => (
                    <MenuItem key={command.id} command={command} />
                  ))}
                </Fragment>
              ))}
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  );
}

function MenuItem({ command }: { command: Command }) {
  const say = useSay();
  const [shortcut] = command.shortcuts ?? [];
  const content = (
    <>
      <span>{command.isOn?.() && <Check size={14} aria-hidden="true" />}</span>
      <span>{say(command.name)}</span>
      <span className={styles.keys}>{shortcut && shortcutLabel(shortcut)}</span>
    </>
  );
  if (command.isOn) {
    return (
      <Menubar.CheckboxItem className={styles.item} checked={command.isOn()} onSelect={command.run}>
        {content}
      </Menubar.CheckboxItem>
    );
  }
  return (
    <Menubar.Item
      className={styles.item}
      disabled={!isPossible(command)}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      onSelect={command.run}
    >
      {content}
    </Menubar.Item>
  );
}
