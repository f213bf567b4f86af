import { expect, openPage, test } from './page.ts';

test('renaming by F2 leaves the focus on the node, whatever it is called then', async ({
  page,
}) => {
  await openPage(page);
  const node = page.locator('.react-flow__node[data-id="m2"]');
  await node.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type('k');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node[data-id="k"]')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('other');
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node[data-id="k"]')).toBeFocused();
});

test('deleting leaves the focus on the canvas, where Tab goes on', async ({ page }) => {
  await openPage(page);
  await page.locator('.react-flow__node[data-id="m2"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__node[data-id="m2"]')).toHaveCount(0);
  await expect(page.locator('.canvas')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.canvas :focus')).toHaveCount(1);
});

test('Delete, F2 and O act on the node that has the focus, not on one marked before', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await chainrule.node('b').focus();
  await page.keyboard.press('Enter');
  await chainrule.node('y').focus();
  await page.keyboard.press('o');
  await expect(chainrule.value('y')).toHaveText('9');
  await expect(chainrule.gradient('y')).toHaveText('1');
  await chainrule.node('w').focus();
  await page.keyboard.press('Delete');
  await expect(chainrule.node('w')).toHaveCount(0);
  await expect(chainrule.node('b')).toBeVisible();
});
