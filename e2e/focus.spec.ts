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
