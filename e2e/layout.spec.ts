import type { Page } from '@playwright/test';
import { overlaps } from './overlaps.ts';
import { boxOf, expect, openPage, test } from './page.ts';

const sizes = [
  [360, 640],
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const;

for (const [width, height] of sizes) {
  test.describe(`at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('everything stands in the window and can be reached, in both languages', async ({
      page,
    }) => {
      const chainrule = await openPage(page);
      const canvas = await boxOf(page.locator('.react-flow'));
      const [first, last] = [await boxOf(chainrule.node('w')), await boxOf(chainrule.node('z'))];
      expect(canvas.width).toBeGreaterThanOrEqual(Math.min(width, 360));
      expect(first.x).toBeGreaterThanOrEqual(canvas.x);
      // A phone opens on the readable beginning of a graph rather than on specks.
      expect(last.x + last.width).toBeLessThanOrEqual(width < 768 ? 2 * width : width);
      expect(await overlaps(page)).toEqual([]);

      expect(await misfits(page)).toEqual([]);
      await page.getByRole('button', { name: 'Switch to Chinese' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      expect(await misfits(page)).toEqual([]);
    });
  });
}

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what is scrolled in a sheet does not look out around the buttons below it', async ({
    page,
  }) => {
    await openPage(page);
    const button = page.getByRole('button', { name: 'Details' });
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    const { y, height } = await boxOf(button);
    const foot = page.getByRole('main').locator('> div', { has: button });
    for (const x of [1, 194, 389]) {
      const isFoot = await foot.evaluate(
        (element, [x, y]) => document.elementFromPoint(x, y) === element,
        [x, y + height / 2],
      );
      expect(isFoot, `at ${x}`).toBe(true);
    }
  });

  test('palette and panel are sheets that come and go', async ({ page }) => {
    const chainrule = await openPage(page);
    const palette = page.getByRole('complementary', { name: 'Operations' });
    const panel = page.getByRole('complementary', { name: 'Details' });
    const button = (name: string) =>
      page.getByRole('main').getByRole('button', { name, exact: true });
    await expect(palette).toBeHidden();
    await expect(panel).toBeHidden();
    await button('Operations').click();
    await expect(palette).toBeVisible();
    await button('Details').click();
    await expect(palette).toBeHidden();
    await expect(panel).toContainText('Inputs and parameters');
    await button('Details').click();
    await expect(panel).toBeHidden();

    await button('Operations').click();
    await chainrule.paletteItem('sigmoid').click();
    await expect(chainrule.nodes).toHaveCount(13);
    await expect(palette).toBeVisible();
    await button('Details').click();
    await panel.getByRole('combobox', { name: 'Operand 1' }).selectOption('z');
    await expect(chainrule.value('v')).toHaveText('1');
  });

  test('dialogs and menus fit', async ({ page }) => {
    const chainrule = await openPage(page);
    const fits = async (role: 'dialog' | 'menu') => {
      const box = await page.getByRole(role).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    };
    await page.keyboard.press('Control+e');
    await expect(page.locator('[data-example]').first()).toBeVisible();
    await fits('dialog');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(chainrule.dialog).toContainText('Keyboard shortcuts');
    await fits('dialog');
    await page.keyboard.press('Escape');
    for (const menu of ['File', 'Edit', 'Select', 'Insert', 'Arrange', 'View', 'Run', 'Help']) {
      await page.getByRole('button', { name: 'Menus' }).click();
      await fits('menu');
      await page.getByRole('menuitem', { name: menu }).click();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      await expect(page.getByRole('separator').first()).toBeVisible();
      await fits('menu');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
  });
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('the panel is a sheet beside the palette', async ({ page }) => {
    const chainrule = await openPage(page);
    const panel = page.getByRole('complementary', { name: 'Details' });
    await expect(chainrule.paletteItem('add')).toBeVisible();
    await expect(panel).toBeHidden();
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(panel).toContainText('Inputs and parameters');
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(panel).toBeHidden();
  });
});

/** What does not fit the window: the page itself, or controls that are cut off or covered. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll('header button, header input, main > div button');
    const cutOff = [...controls].filter((control) => {
      if (!control.checkVisibility()) return false;
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const isWhole = control.matches('input') || control.scrollWidth <= control.clientWidth + 1;
      return !isInside || !isWhole || !control.contains(hit);
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...(scrollWidth > clientWidth ? ['the page scrolls sideways'] : []),
      ...(controls.length > 10 ? [] : ['the controls are missing']),
      ...cutOff.map((it) => it.getAttribute('aria-label') ?? it.textContent),
    ];
  });
}
