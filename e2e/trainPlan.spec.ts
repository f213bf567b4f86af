import { readFile } from 'node:fs/promises';
import { expect, test } from './page.ts';
import { exampleWith, openToTrain, openTraining } from './training.ts';

/** The figures the source notes print, worked out again. */
const figures = JSON.parse(
  await readFile(new URL('../tests/training/expected.json', import.meta.url), 'utf8'),
);

test('the iterates of target back-propagation come out as the notes have them', async ({
  page,
}) => {
  const training = await openTraining(page, 'linear-wb-recomputed-factor');
  await training.trainToEnd();
  await training.open('iterates');
  for (const name of ['Value of x', 'Value of y']) {
    await training.panel.getByRole('checkbox', { name, exact: true }).check();
  }
  const expected = figures['linear-wb-recomputed-factor'].iterates;
  const last = expected.length - 1;
  const form = (number: number | undefined) => number?.toFixed(6) ?? '';
  const rows = await training.iterates();
  expect(rows).toHaveLength(expected.length);
  rows.forEach(([k, w, b, z, gradientW, gradientB, deltaW, deltaB, x, y], i) => {
    const row = expected[i];
    expect([k, w, b, z, x, y]).toEqual([
      String(row.k),
      ...[row.w, row.b, row.z, row.x, row.y].map(form),
    ]);
    if (i === last) return;
    expect([gradientW, gradientB]).toEqual([row.factor_w, row.factor_b].map(form));
    expect([deltaW, deltaB]).toEqual([row.delta_w, row.delta_b].map(form));
  });
  expect(rows[last].slice(6, 8)).toEqual(['', '']);
});

test('the table of iterates is cut off or rounded, numbered, enlarged and handed over', async ({
  page,
}) => {
  const training = await openTraining(page, 'game-target-2');
  await training.trainToEnd();
  await training.open('iterates');
  await training.list('Decimals').selectOption('3');
  expect((await training.iterates()).map(([, x]) => x)).toEqual([
    ...['2.000', '3.937', '6.182', '7.259', '7.388'],
  ]);
  await training.list('Further digits').selectOption('cut off');
  await training.list('Numbered from').selectOption('1');
  for (const name of ['Gradient of x', 'Δ of x']) {
    await training.panel.getByRole('checkbox', { name, exact: true }).uncheck();
  }
  const rows = [
    ['1', '2.000', '1.177'],
    ['2', '3.937', '1.655'],
    ['3', '6.182', '1.908'],
    ['4', '7.258', '1.991'],
    ['5', '7.387', '1.999'],
  ];
  await expect.poll(() => training.iterates()).toEqual(rows);
  const file = await training.savedBy(() =>
    training.panel.getByRole('button', { name: 'Save the iterates as CSV' }).click(),
  );
  expect(file).toBe(['k,x,c', ...rows.map((row) => row.join(',')), ''].join('\r\n'));
  const notes = await training.savedBy(() =>
    training.panel.getByRole('button', { name: 'Save the iterates as Markdown' }).click(),
  );
  expect(notes).toContain('| 5 | 7.387 | 1.999 |');

  // A row brings its iterate to the canvas; the table goes in front of it and comes back.
  await training.panel.getByRole('button', { name: 'Show iterate 2 on the canvas' }).click();
  await expect(training.updates).toHaveText('1');
  await expect(training.value('x')).toHaveText('3.93705');
  // The rows are one stop for the Tab key, with arrows from one to the other.
  const row = (k: number) =>
    training.panel.getByRole('button', { name: `Show iterate ${k} on the canvas` });
  await expect(page.locator('[data-role="iterates"] button:not([tabindex="-1"])')).toHaveCount(1);
  await row(2).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(3)).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(5)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(row(2)).toBeFocused();
  await expect(training.updates).toHaveText('1');
  await page.keyboard.press('Enter');
  await training.panel.getByRole('button', { name: 'In front of the canvas' }).click();
  const large = page.getByRole('main').getByRole('region', { name: 'Iterates' }).first();
  await expect(large).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(
    training.panel.getByRole('button', { name: 'In front of the canvas' }),
  ).toBeFocused();
});

test('every iterate of a long run can be gone to, though only some of them are kept', async ({
  page,
}) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.fill('Learning rate', '0.0001');
  await training.list('Each press').selectOption('so many updates');
  await training.fill('How many', '5000');
  await training.train.click();
  await expect(training.updates).toHaveText('5000');
  await expect(training.train).toBeVisible();
  // Each update leaves 0.9998 of x.
  const at = (count: number) => (1.2 * 0.9998 ** count).toPrecision(6);
  for (const count of [4999, 4998, 4997]) {
    await training.button('Iterate before').click();
    await expect(training.updates).toHaveText(String(count));
    await expect(training.value('x')).toHaveText(at(count));
  }
  await training.bar.getByRole('slider').fill('2501');
  await expect(training.updates).toHaveText('2501');
  await expect(training.value('x')).toHaveText(at(2501));
  await training.open('iterates');
  await expect(training.panel).toContainText('one iterate in 2 is listed');
  const current = page.locator('[data-role="iterates"] tr[aria-current]');
  await expect(current).toContainText('2501');
  await training.button('One update').click();
  await expect(training.updates).toHaveText('2502');
  // From the end it goes on as if nobody had looked back.
  await training.button('Last iterate').click();
  await training.button('One update').click();
  await expect(training.updates).toHaveText('5001');
  await expect(training.value('x')).toHaveText(at(5001));
});

test('a student compares learning rates on x² and sees which one runs away', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.panel
    .getByRole('textbox', { name: 'Compare learning rates' })
    .fill('0.1, 0.4, 1, 1.1');
  await training.compare(4);
  const runs = await training.open('runs');
  const rows = runs.locator('li');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText('= 0.1');
  await expect(rows.nth(0)).toContainText('100 updates');
  await expect(rows.nth(2)).toContainText('loss 1.44');
  await expect(rows.nth(3)).toContainText('= 1.1');
  await expect(rows.nth(3)).toContainText('diverged');
  await expect(training.panel.getByText('1.44, no lower than at first')).toBeVisible();
  // Comparing the same once more does not draw everything twice.
  await training.compare(4);
  await expect(rows.nth(3)).toContainText('diverged');
  await expect(rows).toHaveCount(4);
  await expect(runs).not.toContainText('· run');
  // The graph keeps its parameters until somebody asks for those of a run.
  await training.expectNode('x', '1.2', '2.4');
  await rows.nth(1).getByRole('button').first().click();
  await expect(training.updates).toHaveText('100');
  await expect(training.field('Learning rate')).toHaveValue('0.4');
  await expect(training.value('x')).not.toHaveText('1.2');
  await training.undo();
  await training.expectNode('x', '1.2', '2.4');
  await expect(training.field('Learning rate')).toHaveValue('0.1');
  await rows
    .nth(3)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(rows).toHaveCount(3);
  // They outlive a reload, and each can still be taken for the graph.
  await rows.nth(1).getByRole('button').first().click();
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.reload();
  await training.open('runs');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(rows.nth(2)).toContainText('loss 1.44');
  await training.settle();
  await rows.nth(0).getByRole('button').first().click();
  await expect(training.field('Learning rate')).toHaveValue('0.1');
  await expect(training.updates).toHaveText('100');
  await rows
    .nth(1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await rows
    .nth(1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(training.updates).toHaveText('100');
  await training.open('runs');
  await expect(rows).toHaveCount(1);
  // Two that differ in nothing are told apart by their numbers.
  await training.compare(4);
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(0)).toContainText('= 0.1 · run');
  await expect(rows.nth(1)).toContainText('= 0.1 · run');
});

test('rules and batch sizes are compared on data, and what was compared is put away', async ({
  page,
}) => {
  const training = await openTraining(page, 'linreg-fullbatch');
  await training.list('Each press').selectOption('so many epochs');
  await training.list('Compare').selectOption('update rules');
  await training.compare(4);
  const runs = await training.open('runs');
  const rows = runs.locator('li');
  await expect(rows).toHaveCount(4);
  for (const name of ['Gradient descent', 'Momentum', 'RMSprop', 'Adam']) {
    await expect(rows.filter({ hasText: name })).toContainText('10 updates');
  }
  await runs.getByRole('button', { name: 'Remove all runs' }).click();
  await expect(training.panel.locator('[data-fold="runs"]')).toHaveCount(0);
  await training.list('Compare').selectOption('batch sizes');
  await training.compare(3);
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('single samples');
  // As many epochs each, whatever the file says of updates.
  await expect(rows.nth(0)).toContainText('1000 updates');
  await expect(rows.nth(1)).toContainText('batches of 25');
  await expect(rows.nth(1)).toContainText('40 updates');
  await expect(rows.nth(2)).toContainText('full batch');
});

test('rules, constants, schedules and frozen parameters are chosen, and kept in the file', async ({
  page,
}) => {
  const training = await openTraining(page, 'linear-z-graph');
  await training.list('Rule').selectOption('Adam');
  await expect(training.panel.locator('.katex').first()).toBeVisible();
  await training.open('schedule');
  await training.fill('Decay of the mean', '0.8');
  await training.list('Schedule').selectOption('in steps');
  await training.fill('Every … updates', '5');
  await training.open('parameters');
  await training.panel.getByRole('checkbox', { name: 'Let w move' }).uncheck();
  await training.open('stop');
  await training.panel.getByRole('button', { name: 'Add a rule' }).click();
  await training.list('Stop when').selectOption('updates made');
  await training.fill('updates made', '3');
  await training.trainToEnd();
  await expect(training.ending).toContainText('Stopped after 3 updates, as the plan says.');
  await expect(training.value('w')).toHaveText('3');
  await expect(training.value('b')).toHaveText('3.70041');
  const file = JSON.parse(
    await training.savedBy(() => page.getByRole('button', { name: 'Save', exact: true }).click()),
  );
  expect(file.training).toEqual({
    version: 1,
    move: {
      by: 'gradient',
      rule: 'adam',
      rate: 0.1,
      settings: { beta1: 0.8 },
      schedule: { kind: 'step', every: 5, factor: 0.5 },
    },
    frozen: ['w'],
    stop: [{ kind: 'iterations', count: 3 }],
    start: { w: 3, b: 4 },
  });
});

test('a number that cannot be taken says why and changes nothing', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  const rate = training.field('Learning rate');
  await rate.fill('-1');
  await rate.press('Enter');
  await expect(training.panel.getByRole('alert')).toHaveText('must be above 0');
  await expect(rate).toHaveAttribute('aria-invalid', 'true');
  // The longest reason wraps within the panel.
  await rate.fill('abc');
  await rate.press('Enter');
  const alert = training.panel.getByRole('alert');
  await expect(alert).toHaveText('abc is a name; only numbers can stand here');
  expect(await alert.evaluate((said) => said.scrollWidth - said.clientWidth)).toBe(0);
  await rate.press('Escape');
  await expect(rate).toHaveValue('0.1');
  await rate.fill('1/8');
  await rate.press('Enter');
  await expect(rate).toHaveValue('0.125');
});

test('target back-propagation stands beside gradient descent, told apart', async ({ page }) => {
  const training = await openTraining(page, 'linear-z-graph');
  await training.fill('Learning rate', '0.2');
  await training.panel.getByText('To a target').click();
  await training.fill('Target of the output', '150');
  const beside = await training.open('beside');
  // z = 162: −0.2 · 63 against −12 · ½ / 63.
  const row = beside.getByRole('row').filter({ hasText: 'Δb' });
  await expect(row.getByRole('cell')).toHaveText(['63', '-12.6', '-0.0952381']);
  await expect(beside).toContainText('Gradient descent multiplies by the derivative');
  await training.once.click();
  await expect(training.value('b')).toHaveText('3.90476');
  await training.fill('Share of w', '0');
  await training.fill('Share of b', '1');
  await training.once.click();
  await expect(training.value('w')).toHaveText('2.66667');
  await training.panel.getByText('By gradient').click();
  await expect(training.field('Learning rate')).toHaveValue('0.2');
});

test('a start is drawn by seed: the same seed gives the same one, a new seed another', async ({
  page,
}) => {
  const training = await openTraining(page, 'linear-z-graph');
  await training.open('parameters');
  const draw = training.panel.getByRole('button', { name: 'Draw' });
  await draw.click();
  const first = await training.value('w').textContent();
  expect(first).not.toBe('3');
  await training.panel.getByRole('button', { name: 'New seed', exact: true }).click();
  await expect(training.value('w')).not.toHaveText(first ?? '');
  await expect(training.field('Seed')).toHaveValue('1');
  await training.once.click();
  await training.fill('Seed', '0');
  await draw.click();
  await expect(training.value('w')).toHaveText(first ?? '');
  await expect(training.updates).toHaveText('0');
  // It is the start from now on: there is nothing to go back to.
  await expect(training.reset).toBeDisabled();
  await training.undo();
  await training.once.click();
  await training.reset.click();
  await expect(training.value('w')).not.toHaveText('3');
});

test('a run says when its data gives it nothing to go by', async ({ page }) => {
  const file = await exampleWith('train-gate-and', {});
  const training = await openToTrain(page, file);
  await training.open('parameters');
  for (const id of ['w1', 'w2', 'b']) {
    await training.panel.getByRole('checkbox', { name: `Let ${id} move` }).uncheck();
  }
  await expect(training.panel).toContainText('All parameters are frozen.');
  await expect(training.train).toBeDisabled();
});
