import { expect, graphFile } from '../page.ts';
import { leave, openMenu, type Screen, screen, takeBack } from './screen.ts';

/** What stands in front of the page: menus and dialogs. */
export const inFront: readonly Screen[] = [
  menu(0, { isReshaped: true }),
  menu(1, { isReshaped: true, part: '[role=menu]' }),
  menu(2, { part: '[role=menu]' }),
  menu(3, { part: '[role=menu]' }),
  menu(4, { part: '[role=menu]' }),
  menu(5, { part: '[role=menu]' }),
  menu(6, { part: '[role=menu]' }),
  menu(7, { part: '[role=menu]' }),
  screen('the gradient check', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await openMenu(page, 6);
      await page.getByRole('menuitem').last().click();
      await dialog.locator('summary').click();
      await expect(dialog.getByRole('rowheader')).toHaveCount(12);
    },
  }),
  screen('the appearance', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await openMenu(page, 5);
      await page.getByRole('menuitem').last().click();
      await expect(dialog.getByRole('radio').first()).toBeVisible();
    },
  }),
  screen('the gallery', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async (chainrule) => {
      await chainrule.page.keyboard.press('Control+e');
      await expect(chainrule.page.locator('[data-example]').first()).toBeVisible();
    },
  }),
  screen('the shortcuts', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async (chainrule) => {
      await chainrule.page.keyboard.press('?');
      await expect(chainrule.dialog).toBeVisible();
    },
  }),
  screen('a picture to export', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+Shift+E');
      await expect(dialog.getByRole('img')).toBeVisible();
    },
  }),
  screen('the command palette', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+k');
      await expect(dialog.getByRole('option').first()).toBeVisible();
    },
  }),
  screen('what the command palette finds', {
    part: '[role=dialog]',
    isBilingual: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+k');
      await dialog.getByRole('combobox').fill('align');
      await expect(dialog.locator('[aria-disabled="true"]').first()).toBeVisible();
    },
  }),
  screen('the context menu of a node', {
    part: '[role=menu]',
    show: async (chainrule) => {
      await chainrule.node('x').focus();
      await chainrule.page.keyboard.press('Shift+F10');
      const items = chainrule.page.getByRole('menu').getByRole('menuitem');
      await expect(items.first()).toBeFocused();
    },
  }),
  screen('the errors of a file', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      await chainrule.dropFile('bad.json', graphFile([{ id: '1', op: 'input' }], { odd: 1 }));
      await expect(chainrule.dialog).toBeVisible();
    },
  }),
  screen('saving a template', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      const { page } = chainrule;
      await chainrule.select('x');
      await page.getByRole('banner').locator('[aria-haspopup="menu"]').nth(3).click();
      await page.getByRole('menuitem').last().click();
      await expect(chainrule.dialog.getByRole('textbox')).toBeVisible();
    },
  }),
  screen('unsaved work', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      await chainrule.value('w').focus();
      await chainrule.page.keyboard.press('ArrowUp');
      await chainrule.page.keyboard.press('Control+Alt+n');
      await expect(chainrule.dialog).toBeVisible();
    },
    leave: async (chainrule) => {
      await leave(chainrule);
      await takeBack(chainrule);
    },
  }),
];

function menu(number: number, how: Partial<Screen>): Screen {
  return screen(`menu ${number + 1}`, {
    show: async ({ page }) => {
      await openMenu(page, number);
    },
    ...how,
  });
}
