import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Chainrule, expect, openPage, test } from './page.ts';

/** Opens an example of the gallery, as a file, with its panel for training. */
async function openTraining(page: Page, example: string): Promise<Chainrule> {
  const chainrule = await openPage(page);
  const file = await readFile(new URL(`../graphs/${example}.json`, import.meta.url), 'utf8');
  await chainrule.dropFile(`${example}.json`, file);
  await page.getByRole('tab', { name: 'Train' }).click();
  await expect(bar(page).getByRole('button', { name: 'Train or pause' })).toBeVisible();
  await chainrule.settle();
  return chainrule;
}

function bar(page: Page) {
  return page.getByRole('region', { name: 'Train' });
}

test('one press trains, the canvas follows, and one undo gives back the start', async ({
  page,
}) => {
  const chainrule = await openTraining(page, 'gd-x2-graph');
  await chainrule.expectNode('x', '1.2', '2.4');
  await chainrule.panel.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(chainrule.panel.locator('[data-role="updates"]')).toHaveText('100');
  await expect(chainrule.panel.getByRole('button', { name: 'Train on' })).toBeVisible();
  await expect(chainrule.value('x')).toHaveText('2.44444e-10');
  await chainrule.undo();
  await chainrule.expectNode('x', '1.2', '2.4');
  await chainrule.redo();
  await expect(chainrule.value('x')).toHaveText('2.44444e-10');
  await expect(chainrule.panel.locator('[data-role="updates"]')).toHaveText('100');
});
