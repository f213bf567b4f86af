import { readFile } from 'node:fs/promises';
import { expect, openPage, test } from './page.ts';

test('least squares are solved at once beside the descent, which comes closer as it runs', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  const example = (id: string) =>
    readFile(new URL(`../graphs/${id}.json`, import.meta.url), 'utf8');
  await chainrule.dropFile('line.json', await example('least-squares-univariate'));
  await page.getByRole('tab', { name: 'Train' }).click();
  const fold = page.locator('[data-fold="direct"]');
  await fold.getByRole('heading', { name: 'Direct solution' }).click();
  const row = (name: string) => fold.getByRole('row', { name });
  const cells = (name: string) => row(name).getByRole('cell');
  await expect(cells('w')).toHaveText(['0', '1.4', '-1.4']);
  await expect(cells('b')).toHaveText(['0', '0.5', '-0.5']);
  await expect(cells('Loss')).toHaveText(['74', '0.2', '73.8']);

  await chainrule.panel.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(chainrule.panel.getByRole('button', { name: 'Train on' })).toBeVisible();
  await expect(cells('w').nth(0)).toHaveText('1.4');
  await expect(cells('Loss').nth(0)).toHaveText('0.2');

  // What is not linear in its parameters has no such solution.
  await chainrule.dropFile('network.json', await example('mlp-2-2-1-xor-training'));
  await page.getByRole('button', { name: 'Do not save' }).click();
  await expect(fold).toHaveCount(0);
});
