import type { Page } from '@playwright/test';
import { type Chainrule, expect } from '../page.ts';

/** Something the page can look like, reached without a word of any language. */
export interface Screen {
  readonly name: string;
  /** What is new on it, where the rest of the page is out of reach behind it. */
  readonly part: string;
  /** True where narrow windows show it in another form. */
  readonly isReshaped: boolean;
  /** True where both languages stand side by side on purpose. */
  readonly isBilingual: boolean;
  readonly show: (chainrule: Chainrule) => Promise<void>;
  readonly leave: (chainrule: Chainrule) => Promise<void>;
}

/** A screen of the whole page, left by closing what it opened, unless it is said otherwise. */
export function screen(name: string, how: Partial<Screen> & Pick<Screen, 'show'>): Screen {
  return { name, part: 'body', isReshaped: false, isBilingual: false, leave, ...how };
}

/** Opens a menu, which on narrow windows stands in a list behind one button. */
export async function openMenu(page: Page, number: number): Promise<void> {
  const buttons = page.getByRole('banner').locator('[aria-haspopup="menu"]');
  const isNarrow = (await buttons.count()) === 1;
  await buttons.nth(isNarrow ? 0 : number).click();
  await expect(page.getByRole('menu')).toBeVisible();
  if (!isNarrow) return;
  await page.getByRole('menuitem').nth(number).click();
  await expect(page.getByRole('menu').getByRole('separator').first()).toBeVisible();
}

/** Turns to a panel; on narrow windows its tab lies in a sheet that may be closed. */
export async function tab({ page }: Chainrule, number: number): Promise<void> {
  await page
    .getByRole('tab', { includeHidden: true })
    .nth(number)
    .evaluate((element: HTMLElement) => element.click());
}

/** On narrow windows the panel is a sheet of its own, which slides in. */
export async function showPanel({ page, panel }: Chainrule): Promise<void> {
  const button = page.getByRole('main').locator('> div > button[aria-expanded]').last();
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(panel).toHaveCSS('transform', 'none');
}

/** Takes back all that was done: the next screen finds the example as it was opened. */
export async function takeBack({ page }: Chainrule): Promise<void> {
  const undo = page.locator('header button:enabled:has([class*="lucide-undo"])');
  for (let i = 0; i < 9 && (await undo.count()) > 0; i++) {
    await undo.first().evaluate((button: HTMLElement) => button.click());
  }
  await expect(undo).toHaveCount(0);
}

/** Closes the sheet of a narrow window and whatever stands in front of the page. */
export async function leave(chainrule: Chainrule): Promise<void> {
  const { page } = chainrule;
  const open = page.getByRole('main').locator('> div > button[aria-expanded="true"]');
  if (await open.isVisible()) await open.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
  // Where a sheet was, the graph comes back into view.
  await chainrule.settle();
}
