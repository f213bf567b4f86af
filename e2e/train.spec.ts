import { expect, test } from './page.ts';
import { exampleWith, openToTrain, openTraining } from './training.ts';

test('one press trains, the canvas follows, and one undo gives back the start', {
  tag: '@firefox',
}, async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.expectNode('x', '1.2', '2.4');
  await expect(training.loss).toHaveText('1.44');
  await training.trainToEnd();
  await expect(training.updates).toHaveText('100');
  await expect(training.value('x')).toHaveText('2.44444e-10');
  await expect(training.loss).toHaveText('5.9753e-20');
  await training.undo();
  await training.expectNode('x', '1.2', '2.4');
  await training.redo();
  await expect(training.value('x')).toHaveText('2.44444e-10');
  await expect(training.updates).toHaveText('100');

  // However many words come from a run, what it does is one edit.
  await training.undo();
  await training.once.click();
  await expect(training.updates).toHaveText('1');
  await training.once.click();
  await expect(training.updates).toHaveText('2');
  await training.undo();
  await training.expectNode('x', '1.2', '2.4');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('updates are made one by one, and every iterate can be gone back to', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.once.click();
  await training.expectNode('x', '0.96', '1.92');
  await expect(training.updates).toHaveText('1');
  await training.button('One update').click();
  await training.expectNode('x', '0.768', '1.536');
  await training.button('Iterate before').click();
  await training.expectNode('x', '0.96', '1.92');
  await training.button('First iterate').click();
  await training.expectNode('x', '1.2', '2.4');
  await expect(training.bar).toContainText('Update 0');
  // Forward goes through what has been made before it makes anything new.
  await training.button('One update').click();
  await training.expectNode('x', '0.96', '1.92');
  await training.button('Last iterate').click();
  await training.expectNode('x', '0.768', '1.536');
  await training.button('One update').click();
  await expect(training.updates).toHaveText('3');
  await expect(training.value('x')).toHaveText('0.6144');
  await training.reset.click();
  await training.expectNode('x', '1.2', '2.4');
  await expect(training.reset).toBeDisabled();
  await expect(training.reset).toBeFocused();
  await expect(training.updates).toHaveText('0');
});

test('until paused, no stop rule ends it', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.trainToEnd();
  await expect(training.updates).toHaveText('100');
  await training.reset.click();
  await training.list('Each press').selectOption('until paused');
  await training.train.click();
  await expect.poll(async () => Number(await training.updates.textContent())).toBeGreaterThan(150);
  await training.pause.click();
  await expect(training.train).toBeVisible();
});

test('keys train, make updates and go back', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await page.mouse.click(0, 0);
  await page.keyboard.press('ArrowRight');
  await expect(training.value('x')).toHaveText('0.96');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(training.updates).toHaveText('11');
  await page.keyboard.press('Home');
  await expect(training.value('x')).toHaveText('1.2');
  await page.keyboard.press('End');
  await expect(training.updates).toHaveText('11');
  await page.keyboard.press('ArrowLeft');
  await expect(training.updates).toHaveText('10');
  await page.keyboard.press('Space');
  await expect(training.updates).toHaveText('111');
  await training.choose('Run', 'Reset the parameters');
  await expect(training.value('x')).toHaveText('1.2');
  // How many several are is for everybody to say.
  await training.fill('How many updates at once', '25');
  await training.panel.getByRole('button', { name: '25 updates' }).click();
  await expect(training.updates).toHaveText('25');
});

test('a run is paused, goes on where it stands, and ends by being reset', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.list('Each press').selectOption('until paused');
  await training.fill('Learning rate', '0.000001');
  await training.train.click();
  await expect(training.pause).toBeVisible();
  await expect(training.updates).not.toHaveText('0');
  await training.pause.click();
  await expect(training.train).toBeVisible();
  const reached = Number(await training.updates.textContent());
  await training.button('One update').click();
  await expect(training.updates).toHaveText(String(reached + 1));
  await training.train.click();
  await expect
    .poll(async () => Number(await training.updates.textContent()))
    .toBeGreaterThan(reached + 1);
  await training.reset.click();
  await expect(training.value('x')).toHaveText('1.2');
  await expect(training.updates).toHaveText('0');
  await expect(training.train).toBeVisible();
  // What the run may still have had to say changes nothing.
  await training.once.click();
  await expect(training.updates).toHaveText('1');
});

test('a run that diverges stops at the last good numbers and says what to try', async ({
  page,
}) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.fill('Learning rate', '1.5');
  await training.train.click();
  await expect(training.ending).toContainText('The loss grew without bound');
  await expect(training.ending).toContainText('Try a smaller learning rate');
  // Each update overshoots by as much again: 1.2 · (−2)¹⁹ is the last whose loss is within bounds.
  await expect(training.value('x')).toHaveText('-629146');
  await expect(training.updates).toHaveText('19');
  await expect(training.loss).toHaveAttribute('data-tone', 'wrong');
  // There is nothing to go on to: the main button, and its key, lead back.
  await expect(training.train).toHaveCount(0);
  await expect(training.once).toBeDisabled();
  await training.panel.getByRole('button', { name: 'Back to start' }).click();
  await training.expectNode('x', '1.2', '2.4');
  await expect(training.ending).toBeEmpty();
  await expect(training.loss).not.toHaveAttribute('data-tone');

  // A smaller rate is one press away; both changes are one edit.
  await training.train.click();
  await expect(training.ending).toContainText('The loss grew without bound');
  await training.panel.getByRole('button', { name: 'Start again with η = 0.15' }).click();
  await expect(training.field('Learning rate')).toHaveValue('0.15');
  await expect(training.updates).toHaveText('100');
  await expect(training.train).toBeVisible();
  await expect(training.ending).toBeEmpty();
});

test('a fit that has left the picture is not promised by its legend', async ({ page }) => {
  const training = await openTraining(page, 'linreg-fullbatch');
  await page.locator('[data-role="picture"]').selectOption('data');
  const legend = training.panel.locator('[data-role="legend"]');
  await expect(legend).toContainText('fit');
  await expect(legend).not.toContainText('outside of the picture');
  await training.fill('Learning rate', '9');
  await training.train.click();
  await expect(training.ending).toContainText('The loss grew without bound');
  await expect(legend).toContainText('outside of the picture');
});

test('screen readers are told what every press came to', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-eta-0-3');
  await training.once.click();
  await expect(training.told).toHaveText('Update 1, loss 0.2304.');
  await training.button('Iterate before').click();
  await expect(training.told).toHaveText('Update 0, loss 1.44.');
  await training.train.click();
  await expect(training.told).toHaveText(
    'Stopped: the loss is below 0.001. Update 4, loss 0.000943718.',
  );
  // What was said is over when updates follow.
  await training.once.click();
  await expect(training.told).toHaveText('Update 5, loss 0.000150995.');
  await expect(training.ending).toBeEmpty();
  await training.reset.click();
  await expect(training.told).toHaveText('Back at the start.');
  await training.panel.getByRole('button', { name: '10 updates' }).click();
  await expect(training.told).toContainText('Stopped: the loss is below 0.001. Update 4,');
  await training.panel.getByRole('textbox', { name: 'Compare learning rates' }).fill('0.3, 1.5');
  await training.panel.getByRole('button', { name: 'Compare 2' }).click();
  await expect(training.told).toHaveText(
    /^Compared\. .*= 0\.3: loss 0\.000943718; .*= 1\.5: diverged\.$/,
  );
});

test('a stop rule ends a run, and who goes on by hand does not heed it', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-eta-0-3');
  await training.trainToEnd();
  await expect(training.ending).toContainText('Stopped: the loss is below 0.001.');
  const reached = Number(await training.updates.textContent());
  await training.once.click();
  await expect(training.updates).toHaveText(String(reached + 1));
});

test('editing the graph ends a run under way and nothing of it comes afterwards', async ({
  page,
}) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.list('Each press').selectOption('until paused');
  await training.fill('Learning rate', '0.000001');
  await training.train.click();
  await expect(training.updates).not.toHaveText('0');
  await training.setValue('x', '7');
  await expect(training.ending).toContainText('The graph was changed, so the run has ended.');
  await expect(training.train).toBeVisible();
  await expect(training.value('x')).toHaveText('7');
  await expect(training.updates).toHaveText('0');
  // The next run starts from there, and that is what it is reset to.
  await training.once.click();
  await expect(training.value('x')).toHaveText('6.99999');
  await training.reset.click();
  await expect(training.value('x')).toHaveText('7');
});

test('moving a node leaves a run alone', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.list('Each press').selectOption('until paused');
  await training.fill('Learning rate', '0.000001');
  await training.train.click();
  await expect(training.updates).not.toHaveText('0');
  await training.node('J').focus();
  await page.keyboard.press('Alt+ArrowDown');
  const before = Number(await training.updates.textContent());
  await expect
    .poll(async () => Number(await training.updates.textContent()))
    .toBeGreaterThan(before);
  await training.pause.click();
  await expect(training.ending).toBeEmpty();
});

test('opening another graph ends a run and leaves nothing of it', async ({ page }) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.list('Each press').selectOption('until paused');
  await training.fill('Learning rate', '0.000001');
  await training.train.click();
  await expect(training.updates).not.toHaveText('0');
  await training.dropFile('other.json', await exampleWith('game-target-2', {}));
  await training.dialog.getByRole('button', { name: 'Do not save' }).click();
  await training.expectNodes(['x', 'a', 'b', 'c']);
  await expect(training.notice).toContainText('another graph was opened');
  await expect(training.value('x')).toHaveText('2');
  await expect(training.updates).toHaveText('0');
  await training.trainToEnd();
  await expect(training.updates).toHaveText('4');
});

test('after a reload training goes on from where it stood, and knows the start', async ({
  page,
}) => {
  const training = await openTraining(page, 'gd-x2-graph');
  await training.once.click();
  await expect(training.value('x')).toHaveText('0.96');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Train' })).toHaveAttribute('aria-selected', 'true');
  await expect(training.value('x')).toHaveText('0.96');
  await expect(training.updates).toHaveText('1');
  await training.settle();
  await training.once.click();
  await expect(training.value('x')).toHaveText('0.768');
  await expect(training.updates).toHaveText('2');
  await training.button('First iterate').click();
  await expect(training.value('x')).toHaveText('1.2');
  await training.button('Last iterate').click();
  await training.reset.click();
  await expect(training.value('x')).toHaveText('1.2');
  await expect(training.updates).toHaveText('0');

  // What was left is not to come back, and another graph has none of it.
  await page.reload();
  await expect(training.value('x')).toHaveText('1.2');
  await training.once.click();
  await expect(training.updates).toHaveText('1');
  await training.dropFile('other.json', await exampleWith('game-target-2', {}));
  await training.dialog.getByRole('button', { name: 'Do not save' }).click();
  await training.expectNodes(['x', 'a', 'b', 'c']);
  await expect(training.updates).toHaveText('0');
  await training.once.click();
  await expect(training.updates).toHaveText('1');
});

test('what cannot be trained is told in a sentence', async ({ page }) => {
  const nodes = [
    { id: 'a', op: 'input', value: 2, position: { x: 0, y: 0 } },
    { id: 's', op: 'square', inputs: ['a'], position: { x: 300, y: 0 } },
  ];
  const file = (more: readonly object[], rest = {}) =>
    JSON.stringify({ format: 'chainrule-graph', version: 1, nodes: [...nodes, ...more], ...rest });
  const training = await openToTrain(page, file([]));
  await expect(training.panel).toContainText('the graph has no parameter');
  await expect(training.train).toBeDisabled();
  await expect(training.once).toBeDisabled();
  await training.dropFile(
    'two.json',
    file([{ id: 'w', op: 'parameter', value: 1, position: { x: 0, y: 200 } }]),
  );
  await expect(training.panel).toContainText('The graph has several ends.');
  await training.dropFile(
    'open.json',
    file(
      [
        { id: 'w', op: 'parameter', value: 1, position: { x: 0, y: 200 } },
        { id: 'm', op: 'multiply', inputs: ['w', null], position: { x: 300, y: 200 } },
      ],
      { output: 'm' },
    ),
  );
  await expect(training.panel).toContainText('m cannot be computed yet');
  await training.newGraph();
  await expect(training.panel).toContainText('There is no graph yet.');
});

test('an output without a least value falls until it is stopped, and the sentence says why', async ({
  page,
}) => {
  const nodes = [
    { id: 'w', op: 'parameter', value: 1, position: { x: 0, y: 0 } },
    { id: 'q', op: 'square', inputs: ['w'], position: { x: 250, y: 0 } },
    { id: 'n', op: 'negate', inputs: ['q'], position: { x: 500, y: 0 } },
  ];
  const training = await openToTrain(
    page,
    JSON.stringify({ format: 'chainrule-graph', version: 1, nodes }),
  );
  await training.train.click();
  await expect(training.ending).toContainText('The output fell without end');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('training speaks Chinese from the first press to the last sentence', async ({ page }) => {
    const training = await openTraining(page, 'gd-x2-eta-0-3');
    await training.panel.getByRole('button', { name: '开始训练' }).click();
    await expect(training.ending).toContainText('已停止：损失低于 0.001。');
    await expect(training.panel.getByRole('button', { name: '继续训练' })).toBeVisible();
    await expect(training.bar).toContainText(/第 \d+ 次更新/);
  });
});
