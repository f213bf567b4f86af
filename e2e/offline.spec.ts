import { expect, openPage, test } from './page.ts';

/** What is asked for first when there is no connection any more, and what shows that the page lives. */
const asked = [
  { what: 'the outline', keys: 'Control+Shift+o' },
  { what: 'pictures', keys: 'Control+Shift+e' },
];

for (const { what, keys } of asked) {
  test(`without a connection the page goes on without ${what}`, async ({ page }) => {
    const failures: string[] = [];
    page.on('pageerror', ({ message }) => failures.push(message));
    const chainrule = await openPage(page);
    await expect(page.getByRole('slider')).toBeVisible();
    await page.route('**/assets/**', (route) => route.abort());
    await page.keyboard.press(keys);
    await expect(chainrule.notice).toContainText('could not be loaded');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await chainrule.expectNode('z', '162', '1');
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toHaveCount(0);
    expect(failures).toEqual([]);
  });
}

test('without a connection a panel stays empty and the others are there', async ({ page }) => {
  const chainrule = await openPage(page);
  await expect(page.getByRole('slider')).toBeVisible();
  await page.route('**/assets/**', (route) => route.abort());
  await page.getByRole('tab', { name: 'Train' }).click();
  await expect(chainrule.notice).toContainText('could not be loaded');
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(chainrule.panel.getByRole('heading').first()).toBeVisible();
  await page.getByRole('button', { name: 'File' }).click();
  await expect(page.getByRole('button', { name: 'File' })).toBeVisible();
  await chainrule.expectNode('z', '162', '1');
});
