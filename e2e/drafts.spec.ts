import { Chainrule, expect, openPage, test } from './page.ts';

test('unsaved work is there again after a reload', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.setValue('w', '10');
  await chainrule.rename('y', 'why');
  await page.reload();
  await chainrule.expectNode('z', '288', '1');
  await expect(chainrule.node('why')).toBeVisible();
  await expect(page.getByText('Not saved')).toBeVisible();
});

test('unsaved work is there again after the page was closed', async ({ context, page }) => {
  const chainrule = await openPage(page);
  await chainrule.setValue('w', '10');
  await page.reload();
  await expect(chainrule.value('w')).toHaveText('10');
  await page.close();
  const again = await openPage(await context.newPage());
  await again.expectNode('z', '288', '1');
  await expect(again.page.getByText('Not saved')).toBeVisible();
});

test('a saved graph is not called unsaved after a reload', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.setValue('w', '10');
  await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  await page.reload();
  await expect(chainrule.value('w')).toHaveText('10');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('tabs do not write over each other', async ({ context, page }) => {
  const first = await openPage(page);
  await first.setValue('w', '10');
  const second = await openPage(await context.newPage());
  await expect(second.value('w')).toHaveText('3');
  await second.setValue('w', '20');
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => window.open(location.href) !== null),
  ]);
  const third = new Chainrule(popup);
  await third.setValue('w', '30');
  for (const [tab, value] of [
    [first, '10'],
    [second, '20'],
    [third, '30'],
  ] as const) {
    await tab.page.reload();
    await expect(tab.value('w')).toHaveText(value);
  }
});

test('works where the browser refuses storage', async ({ page }) => {
  await page.addInitScript(() => {
    const refused = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: refused });
    }
    LockManager.prototype.request = async () => refused();
    LockManager.prototype.query = async () => refused();
  });
  const chainrule = await openPage(page);
  // Nothing is at stake before there is work.
  await expect(chainrule.notice).toBeEmpty();
  await chainrule.setValue('w', '10');
  await chainrule.expectNode('z', '288', '1');
  await expect(chainrule.notice).toContainText('This browser is not keeping your work');
  const text = await chainrule.savedBy(() =>
    chainrule.notice.getByRole('button', { name: 'Save' }).click(),
  );
  expect(text).toMatch(/"value": ?10\b/);
  await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('works where storage fails in the middle of the work, and tells it once', async ({ page }) => {
  const chainrule = await openPage(page);
  const refusals = await page.evaluateHandle(() => {
    const count = { of: 0 };
    IDBObjectStore.prototype.put = () => {
      count.of++;
      throw new DOMException('full', 'QuotaExceededError');
    };
    return count;
  });
  await chainrule.setValue('w', '10');
  await chainrule.expectNode('z', '288', '1');
  await expect(chainrule.notice).toContainText('not keeping your work');
  await chainrule.notice.getByRole('button', { name: 'Close' }).click();
  const before = await refusals.evaluate(({ of }) => of);
  await chainrule.setValue('b', '1');
  await chainrule.expectNode('z', '69', '1');
  await expect.poll(() => refusals.evaluate(({ of }) => of)).toBeGreaterThan(before);
  await expect(chainrule.notice).toBeEmpty();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('storage that is full is told', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const chainrule = await openPage(page);
    await chainrule.setValue('w', '10');
    await expect(chainrule.notice).toContainText('此浏览器不会保留你的内容');
    await expect(chainrule.notice.getByRole('button', { name: '保存' })).toBeVisible();
  });
});
