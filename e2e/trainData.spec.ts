import { expect, test } from './page.ts';
import { openToTrain, openTraining } from './training.ts';

/** A line to be fitted to so many rows of y = 2x + 1. */
function lineFile(count: number, training: object): string {
  const x = Array.from({ length: count }, (_, i) => (i % 100) / 100);
  const nodes = [
    { id: 'x', op: 'input', value: 0 },
    { id: 'y', op: 'input', value: 0 },
    { id: 'w', op: 'parameter', value: 0 },
    { id: 'b', op: 'parameter', value: 0 },
    { id: 'm', op: 'multiply', inputs: ['w', 'x'] },
    { id: 'a', op: 'add', inputs: ['m', 'b'] },
    { id: 'J', op: 'squaredError', inputs: ['a', 'y'] },
  ].map((node, i) => ({
    ...node,
    position: { x: 240 * (i % 4), y: 160 * Math.floor(i / 4) },
  }));
  return JSON.stringify({
    format: 'chainrule-graph',
    version: 1,
    nodes,
    dataset: {
      version: 1,
      columns: [
        { name: 'x', values: x },
        { name: 'y', values: x.map((each) => 2 * each + 1) },
      ],
      bind: { x: 'x', y: 'y' },
    },
    training: { version: 1, ...training },
  });
}

const descent = { by: 'gradient', rule: 'gradientDescent', rate: 0.5 };

test('the canvas shows a row of the data, or the batch, and the document stays as it was', async ({
  page,
}) => {
  const training = await openTraining(page, 'train-gate-and');
  const number = training.panel.getByRole('textbox', { name: 'Row on the canvas' });
  await expect(number).toHaveValue('1');
  await expect(training.panel).toContainText('of 4 rows');
  const inputs = () => Promise.all(['x1', 'x2'].map((id) => training.value(id).textContent()));
  await expect.poll(inputs).toEqual(['0', '0']);
  await training.panel.getByRole('button', { name: 'Next row' }).click();
  await expect.poll(inputs).toEqual(['0', '1']);
  await number.fill('4');
  await number.press('Enter');
  await expect.poll(inputs).toEqual(['1', '1']);
  // σ(0) = ½, and the gradient by the bias is ½ − 1 in this row.
  await expect(training.gradient('b')).toHaveText('-0.5');
  await training.panel.getByText('The batch').click();
  // The panel is scrolled, not the page.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
  // Over all rows it is the mean of ½, ½, ½ and −½.
  await expect(training.gradient('b')).toHaveText('0.25');
  await training.open('batches');
  await training.list('Gradient of a batch').selectOption('sum');
  await expect(training.gradient('b')).toHaveText('1');
  await training.undo();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(training.gradient('x1')).toHaveText(/./);
});

test('epochs, batches and shuffling are told by the numbers of updates', async ({ page }) => {
  const training = await openToTrain(page, lineFile(10, { move: descent }));
  await training.open('batches');
  await training.list('Samples per update').selectOption('some');
  await training.fill('Batch size', '3');
  await training.list('Each press').selectOption('so many epochs');
  await training.fill('How many', '2');
  const train = async () => {
    await training.trainToEnd();
    // 3 + 3 + 3 + 1 samples make an epoch.
    await expect(training.updates).toHaveText('8');
    const loss = await training.loss.textContent();
    await training.reset.click();
    await expect(training.updates).toHaveText('0');
    return loss;
  };
  const kept = await train();
  await training.list('Order').selectOption('shuffled each epoch');
  const shuffled = await train();
  expect(shuffled).not.toBe(kept);
  expect(await train()).toBe(shuffled);
});

test('one row is enough to train on', async ({ page }) => {
  const training = await openToTrain(page, lineFile(1, { move: descent }));
  await expect(training.panel).toContainText('of 1 rows');
  await training.trainToEnd();
  await expect(training.updates).toHaveText('100');
  await expect(training.loss).toHaveText('0');
  await expect(training.value('b')).toHaveText('1');
});

test('a hundred thousand rows leave the page live: it pauses, edits and undoes meanwhile', async ({
  page,
}) => {
  const training = await openToTrain(page, lineFile(100_000, { move: descent }));
  await training.list('Each press').selectOption('until paused');
  await training.train.click();
  await expect(training.updates).not.toHaveText('0');
  // The page answers while the worker is at it: turning to a tab and back, and choosing a row.
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(training.panel.getByRole('combobox', { name: 'Output' })).toBeVisible();
  await page.getByRole('tab', { name: 'Train' }).click();
  await training.panel.getByRole('button', { name: 'Next row' }).click();
  await expect(training.value('x')).toHaveText('0.01');
  await training.pause.click();
  await expect(training.train).toBeVisible();
  await expect(training.loss).not.toHaveText('–');
  await training.undo();
  await expect(training.value('w')).toHaveText('0');
});

test('a column that is always the same, scaled, trains without a word of NaN', async ({ page }) => {
  const x = [2, 2, 2, 2];
  const file = JSON.parse(lineFile(4, { move: descent }));
  file.dataset.columns[0].values = x;
  file.dataset.scale = { x: 'standard' };
  const training = await openToTrain(page, JSON.stringify(file));
  await training.trainToEnd();
  await expect(training.updates).toHaveText('100');
  await expect(training.loss).not.toHaveText(/NaN/);
  await expect(training.ending).toBeEmpty();
});

test('changing the data ends a run under way', async ({ page }) => {
  const training = await openToTrain(page, lineFile(10, { move: { ...descent, rate: 1e-6 } }));
  await training.list('Each press').selectOption('until paused');
  await training.train.click();
  await expect(training.updates).not.toHaveText('0');
  await training.open('data');
  await training.panel.getByRole('button', { name: 'Remove data' }).click();
  await expect(training.ending).toContainText('The graph was changed, so the run has ended.');
  await expect(training.updates).toHaveText('0');
});

test('large numbers are told of before the run, and scaling or a smaller rate is one press away', async ({
  page,
}) => {
  const file = JSON.parse(lineFile(5, { move: { ...descent, rate: 0.1 } }));
  const areas = [104, 80, 150, 61, 97];
  file.dataset.columns[0].values = areas;
  file.dataset.columns[1].values = areas.map((each) => 3 * each + 2);
  const training = await openToTrain(page, JSON.stringify(file));
  const forecast = training.panel.locator('[data-role="forecast"]');
  await expect(forecast).toContainText('The numbers of the data are large: with η = 0.1');
  // Nothing is changed unasked, and each way out is one edit.
  await expect(training.field('Learning rate')).toHaveValue('0.1');
  await forecast.getByRole('button', { name: 'Take η = 0.00001' }).click();
  await expect(forecast).toHaveCount(0);
  await expect(training.field('Learning rate')).toHaveValue('0.00001');
  await training.undo();
  // Whoever runs it all the same is offered what helps, not just a tenth of the rate.
  await expect(forecast).toBeVisible();
  await training.train.click();
  await expect(training.ending).toContainText('The loss grew without bound');
  const again = training.panel.getByRole('button', { name: /^Start again with/ });
  await expect(again).toHaveText([
    'Start again with η = 0.00001',
    'Start again with scaled columns',
  ]);
  await training.panel.getByRole('button', { name: 'Back to start' }).click();
  await forecast.getByRole('button', { name: 'Scale the columns' }).click();
  await expect(forecast).toHaveCount(0);
  await expect(training.field('Learning rate')).toHaveValue('0.1');
  await training.trainToEnd();
  await expect(training.updates).toHaveText('100');
  await expect(training.ending).toBeEmpty();
  await expect(training.loss).toHaveText(/e-\d+$/);
});

test('small numbers train without a word before', async ({ page }) => {
  const training = await openToTrain(page, lineFile(10, { move: descent }));
  await training.trainToEnd();
  await training.reset.click();
  await training.fill('Learning rate', '9');
  const forecast = training.panel.locator('[data-role="forecast"]');
  await expect(forecast).toContainText('With η = 9 the first updates');
  await expect(forecast.getByRole('button', { name: 'Scale the columns' })).toHaveCount(0);
  await training.fill('Learning rate', '0.5');
  await expect(forecast).toHaveCount(0);
});

test('the iterates have the gradients of the batch, and other nodes in the row on the canvas', async ({
  page,
}) => {
  const training = await openTraining(page, 'train-gate-and');
  await training.once.click();
  await expect(training.updates).toHaveText('1');
  const fold = await training.open('iterates');
  for (const name of ['Value of x2', 'Gradient of z']) {
    await fold.getByRole('checkbox', { name, exact: true }).check();
  }
  const heads = fold.locator('[data-role="iterates"] thead th');
  await expect(heads.filter({ hasText: 'row 1' })).toHaveCount(2);
  // Over all rows the gradient by the bias is the mean of ½, ½, ½ and −½, and the rate is 1.
  const first = async () => (await training.iterates())[0];
  const batch = ['0', '0.000000', '0.000000', '0.000000', '0.693147'];
  const moves = ['0.000000', '0.000000', '0.250000', '0.000000', '0.000000', '0.250000'];
  await expect.poll(first).toEqual([...batch, ...moves, '0.000000', '0.500000']);
  await training.fill('Row on the canvas', '4');
  await expect(heads.filter({ hasText: 'row 4' })).toHaveCount(2);
  await expect.poll(first).toEqual([...batch, ...moves, '1.000000', '-0.500000']);
  const file = await training.savedBy(() =>
    fold.getByRole('button', { name: 'Save the iterates as CSV' }).click(),
  );
  expect(file.split('\r\n')[0]).toBe(
    'k,w1,w2,b,J,∂J/∂w1,∂J/∂w2,∂J/∂b,Δw1,Δw2,Δb,x2 (row 4),∂J/∂z (row 4)',
  );
});

test('a graph that is unfinished shows the row that is chosen, and no other numbers', async ({
  page,
}) => {
  const training = await openToTrain(page, lineFile(10, { move: descent }));
  await training.fill('Row on the canvas', '4');
  await expect(training.value('x')).toHaveText('0.03');
  await training.setValue('w', '100');
  await expect(training.value('m')).toHaveText('3');
  await training.node('b').focus();
  await page.keyboard.press('Delete');
  await expect(training.node('b')).toHaveCount(0);
  await expect(training.panel).toContainText('J cannot be computed yet');
  await expect(training.value('x')).toHaveText('0.03');
  await expect(training.value('m')).toHaveText('3');
  await training.panel.getByText('The batch').click();
  await expect(training.value('w')).toHaveText('100');
  await expect(training.value('x')).toHaveCount(0);
  await training.undo();
  await expect(training.node('b')).toBeVisible();
  // The batch is shown again, on every way back to it.
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await page.getByRole('tab', { name: 'Train' }).click();
  await expect(training.value('w')).toHaveText('100');
  await expect(training.value('x')).toHaveCount(0);
});
