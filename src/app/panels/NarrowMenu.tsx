import { ChevronLeft, ChevronRight, Menu } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { type MenuId, menuIds } from '../commands/command.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { menus } from '../commands/registry.ts';
import { useTranslation } from '../i18n/translation.ts';
import { MenuSections, useAfterMenu } from './MenuSections.tsx';
import styles from './TopBar.module.css';

/** The menus of a narrow window: one button, then the list of menus, then the one that is chosen. */
export default function NarrowMenu() {
  const { t } = useTranslation();
  const titles = useMenuTitles();
  const [isOpen, setIsOpen] = useState(true);
  const [menu, setMenu] = useState<MenuId | null>(null);
  const { choose, onCloseAutoFocus } = useAfterMenu();
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(menu);
  useLayoutEffect(() => {
    if (shown.current === menu) return;
    shown.current = menu;
    content.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [menu]);
  return (
    <DropdownMenu.Root
      modal={false}
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (open) setMenu(null);
      }}
    >
      <DropdownMenu.Trigger className={styles.menuButton} aria-label={t('app.menus')}>
        <Menu size={19} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('header')}>
        <DropdownMenu.Content
          ref={content}
          className={styles.menu}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          {menu === null ? (
            menuIds.map((id) => (
              <DropdownMenu.Item
                key={id}
                className={styles.item}
                onSelect={(event) => {
                  event.preventDefault();
                  setMenu(id);
                }}
              >
                <span />
                <span>{titles[id]}</span>
                <ChevronRight size={15} aria-hidden="true" />
              </DropdownMenu.Item>
            ))
          ) : (
            <>
              <DropdownMenu.Item
                className={styles.item}
                onSelect={(event) => {
                  event.preventDefault();
                  setMenu(null);
                }}
              >
                <ChevronLeft size={15} aria-hidden="true" />
                <span className={styles.menuTitle}>{titles[menu]}</span>
              </DropdownMenu.Item>
              <DropdownMenu.Separator className={styles.line} />
              <MenuSections parts={DropdownMenu} sections={menus[menu]} onChoose={choose} />
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
