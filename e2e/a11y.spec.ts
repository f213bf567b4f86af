import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './page.ts';
import { screens } from './screens.ts';

/** Every pair of size, theme and language, without trying all three together. */
const settings = [
  { width: 1440, height: 900, theme: 'light', language: 'en' },
  { width: 1440, height: 900, theme: 'dark', language: 'zh-CN' },
  { width: 1024, height: 768, theme: 'light', language: 'zh-CN' },
  { width: 1024, height: 768, theme: 'dark', language: 'en' },
  { width: 390, height: 844, theme: 'light', language: 'en' },
  { width: 390, height: 844, theme: 'dark', language: 'zh-CN' },
] as const;

for (const { width, height, theme, language } of settings) {
  test.describe(`at ${width} × ${height}, ${theme}, ${language}`, () => {
    test.use({
      viewport: { width, height },
      colorScheme: theme,
      locale: language,
      contextOptions: { reducedMotion: 'reduce' },
    });

    const isWide = width > 1100;
    const shown = screens.filter(({ isReshaped }) => isWide || isReshaped);
    // In parts, so that none takes long on a slow machine.
    const half = Math.ceil(shown.length / 2);
    for (const [part, some] of [shown.slice(0, half), shown.slice(half)].entries()) {
      test(`axe has nothing to say about any screen, part ${part + 1}`, async ({ page }) => {
        test.setTimeout(360_000);
        const chainrule = await openPage(page);
        for (const screen of some) {
          await test.step(screen.name, async () => {
            await screen.show(chainrule);
            const { violations } = await new AxeBuilder({ page })
              // Of a dialog or menu that alone: the rest is out of reach behind it.
              .include(screen.part)
              .options({ resultTypes: ['violations'], preload: false })
              // There are no frames, for which it would open another page every time.
              .setLegacyMode()
              .analyze();
            const findings = violations.flatMap(({ id, impact, nodes }) =>
              nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
            );
            expect.soft(findings, screen.name).toEqual([]);
            await screen.leave(chainrule);
          });
        }
      });
    }
  });
}

test('the focus can be seen at every stop, and on nodes and edges', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.mouse.click(0, 0);
  let stops = 0;
  for (; stops < 100; stops++) {
    await page.keyboard.press('Tab');
    const name = await unmarkedFocus(page);
    if (name === 'the end') break;
    expect.soft(name, `focus on stop ${stops}`).toBe(null);
  }
  // The palette alone has 18: the canvas has one or two.
  expect(stops).toBeGreaterThan(35);
  expect(stops).toBeLessThan(55);
  await chainrule.enterCanvas();
  for (const key of ['Home', 'ArrowRight', 'E', 'ArrowRight', 'Shift+ArrowLeft']) {
    await page.keyboard.press(key);
    expect.soft(await unmarkedFocus(page), key).toBe(null);
  }
});

/** The name of what has the focus where that cannot be seen; null where it can. */
function unmarkedFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    if (focused === document.body) return 'the end';
    // A field may wear its ring on the box around it, a node or an edge on what it is drawn with.
    const wearers = [focused, focused.parentElement, focused.firstElementChild];
    wearers.push(focused.querySelector('.react-flow__edge-path'));
    const looks = () =>
      wearers.flatMap((element) => {
        if (element === null) return [];
        const { outlineStyle, boxShadow, borderColor, stroke, strokeWidth } =
          getComputedStyle(element);
        return [outlineStyle, boxShadow, borderColor, stroke, strokeWidth];
      });
    const marked = looks().join();
    focused.blur();
    const isMarked = looks().join() !== marked;
    focused.focus();
    return isMarked ? null : (focused.getAttribute('aria-label') ?? focused.textContent);
  });
}

test('the focus returns to where a dialog was opened from', async ({ page }) => {
  const chainrule = await openPage(page);
  const button = page.getByRole('button', { name: 'Examples' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(chainrule.dialog).toBeVisible();
  for (let stop = 0; stop < 5; stop++) await page.keyboard.press('Tab');
  await expect(chainrule.dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('menus work by keys', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.getByRole('button', { name: 'File', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'New graph' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chainrule.panel).toContainText('12 nodes selected');
});
