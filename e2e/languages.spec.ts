import type { Page } from '@playwright/test';
import { en } from '../src/app/i18n/en.ts';
import { zhCN } from '../src/app/i18n/zh-CN.ts';
import { ops } from '../src/ops/index.ts';
import { expect, openPage, test } from './page.ts';
import { screens } from './screens.ts';

test('switches to Chinese and back, at once and for good', async ({ page }) => {
  const chainrule = await openPage(page);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '图的标题' })).toHaveValue(/^线性反向传播/);
  await expect(chainrule.paletteItem('multiply')).toContainText('乘');
  await chainrule.connect('z', 'x', 0);
  await expect(chainrule.notice).toContainText('未连接：这样会形成环');
  await page.reload();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: '切换为英文' }).click();
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
});

test.describe('for somebody whose browser speaks Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('no English is left on any screen', async ({ page }) => {
    // Some fifty screens.
    test.setTimeout(240_000);
    const chainrule = await openPage(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    const english = englishTexts();
    for (const screen of screens.filter(({ isBilingual }) => !isBilingual)) {
      await test.step(screen.name, async () => {
        await screen.show(chainrule);
        const found = (await texts(page)).filter(
          (text) =>
            english.has(text) || /[a-z]{2,}[ ,]+[a-z]{2,}/i.test(text.replace('Leaky ReLU', '')),
        );
        expect.soft(found, screen.name).toEqual([]);
        await screen.leave(chainrule);
      });
    }
  });
});

test.describe('the theme', () => {
  const canvas = 'body';

  test('follows the system, and the switch from then on', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openPage(page);
    await expect(page.locator(canvas)).toHaveCSS('background-color', 'rgb(20, 21, 23)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator(canvas)).toHaveCSS('background-color', 'rgb(250, 250, 248)');
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await expect(page.locator(canvas)).toHaveCSS('background-color', 'rgb(20, 21, 23)');
    await page.reload();
    await expect(page.locator(canvas)).toHaveCSS('background-color', 'rgb(20, 21, 23)');
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator(canvas)).toHaveCSS('background-color', 'rgb(250, 250, 248)');
  });
});

/** What the page says in English and says otherwise in Chinese. */
function englishTexts(): ReadonlySet<string> {
  const pairs = [...[...ops.values()].map(({ name }) => [name.en, name['zh-CN']])];
  const walk = (one: object, other: object) => {
    const others = Object.values(other);
    Object.values(one).forEach((text, i) => {
      if (typeof text === 'string') pairs.push([text, others[i]]);
      else walk(text, others[i]);
    });
  };
  walk(en, zhCN);
  return new Set(pairs.filter(([text, other]) => text !== other).map(([text]) => text));
}

/** Every text a person can see, hover or hear on the page, but formulas. */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || element.closest('.katex, script, noscript, style')) continue;
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription']) {
          found.add(node.getAttribute(name)?.trim() ?? '');
        }
        if (node instanceof HTMLInputElement) found.add(node.value.trim());
      } else found.add(node.textContent?.trim() ?? '');
    }
    // The one sentence that has to speak both languages.
    found.delete('切换为英文 (Switch to English)');
    return [...found];
  });
}
