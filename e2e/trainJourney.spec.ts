import { expect, openPage, test } from './page.ts';
import { Training } from './training.ts';

test('a learner sees XOR stick, draws another start, sees the boundary, saves, reloads and goes on', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  const training = new Training(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.locator('[data-example="mlp-2-2-1-xor-local-minimum"]').click();
  await expect(page.getByRole('tab', { name: 'Train' })).toHaveAttribute('aria-selected', 'true');
  await expect(training.updates).toHaveText('0');
  // A loss that is called loss is no “Loss loss”.
  await expect(training.panel.locator('dt').first()).toHaveText('Loss');

  // Two of the four points are told right, and no update helps any more.
  await training.train.click();
  await expect(training.ending).toContainText('Stopped after 10000 updates, as the plan says.');
  await expect(training.loss).toHaveText(/^0\.34/);
  await page.locator('[data-role="picture"]').selectOption('boundary');
  const legend = training.panel.locator('[data-role="legend"]');
  await expect(legend).toContainText('wrong');

  await training.panel.getByRole('button', { name: 'Random start with a new seed' }).click();
  await expect(training.updates).toHaveText('0');
  await expect(training.ending).toBeEmpty();
  const start = await training.value('b2').textContent();
  await training.train.click();
  await expect(training.ending).toContainText('Stopped after 10000 updates, as the plan says.');
  // To the digit what the command line comes to from this seed.
  await expect(training.loss).toHaveText('0.000957787');
  await expect(legend).not.toContainText('wrong');

  const file = JSON.parse(
    await training.savedBy(() => page.getByRole('button', { name: 'Save', exact: true }).click()),
  );
  expect(file.training.seed).toBe(1);
  expect(Object.keys(file.training.start)).toHaveLength(9);
  const trained = await training.value('b2').textContent();
  expect(trained).not.toBe(start);

  await page.reload();
  await expect(page.getByRole('tab', { name: 'Train' })).toHaveAttribute('aria-selected', 'true');
  await expect(training.value('b2')).toHaveText(trained ?? '');
  await training.settle();
  // The run is there again: its count and its curve, and it goes on from there.
  await expect(training.updates).toHaveText('10000');
  await expect(training.loss).toHaveText('0.000957787');
  await page.locator('[data-role="picture"]').selectOption('loss');
  await expect(legend).toContainText('0.000957787');
  await training.once.click();
  await expect(training.updates).toHaveText('10001');
  await expect(training.loss).not.toHaveText('0.000957787');
  await training.reset.click();
  await expect(training.value('b2')).toHaveText(start ?? '');
});

test('a first visitor compares four learning rates on x² and reads which one diverges', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  const training = new Training(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.locator('[data-example="gd-x2-graph"]').click();
  // The text of the example says where to go and what to press.
  await expect(training.panel).toContainText('In Train on the right, Compare 4 sends four off');
  await page.getByRole('tab', { name: 'Train' }).click();
  const compare = training.panel.getByRole('button', { name: 'Compare 4' });
  await expect(compare).toBeInViewport();
  await compare.click();
  const legend = training.panel.locator('[data-role="legend"]');
  await expect(legend).toBeInViewport();
  await expect(legend.locator('li')).toHaveCount(4);
  await expect(legend.locator('li').filter({ hasText: '= 1.1' })).toContainText('diverged');
  await expect(legend.getByText('diverged')).toHaveCount(1);
  await expect(legend.locator('li').filter({ hasText: /= 1(?!\.)/ })).toContainText(
    'no lower than at first',
  );
});
