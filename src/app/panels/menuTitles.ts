import { useTranslation } from 'react-i18next';
import type { menus } from '../commands/registry.ts';

/** A menu of the menu bar. */
export type MenuId = keyof typeof menus;

/** The menus, left to right. */
export const menuIds: readonly MenuId[] = ['file', 'edit', 'view', 'run', 'help'];

/** What the menus are called. */
export function useMenuTitles(): Readonly<Record<MenuId, string>> {
  const { t } = useTranslation();
  return {
    file: t('app.menuFile'),
    edit: t('app.menuEdit'),
    view: t('app.menuView'),
    run: t('app.menuRun'),
    help: t('app.menuHelp'),
  };
}
