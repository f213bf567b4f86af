import { useTranslation } from '../i18n/translation.ts';
import type { MenuId } from './command.ts';

/** What the menus are called. */
export function useMenuTitles(): Readonly<Record<MenuId, string>> {
  const { t } = useTranslation();
  return {
    file: t('app.menuFile'),
    edit: t('app.menuEdit'),
    select: t('app.menuSelect'),
    insert: t('app.menuInsert'),
    arrange: t('app.menuArrange'),
    view: t('app.menuView'),
    run: t('app.menuRun'),
    help: t('app.menuHelp'),
  };
}
