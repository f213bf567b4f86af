import { readFile } from 'node:fs/promises';
import { expect, openPage, test } from './page.ts';
import { backward, openExample, Practice } from './practising.ts';

test('wrong answers are told which mistake leads to them, and the edge is lit', async ({
  page,
}) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  const mistakes = [
    { at: 0, answer: '18', title: 'other factor' },
    { at: 1, answer: '-18', title: 'sign' },
    { at: 3, answer: '2', title: 'upstream gradient' },
    { at: 3, answer: '18', title: 'local derivative is missing' },
    { at: 3, answer: '9', title: 'Divided' },
    { at: 8, answer: '36', title: 'One path is missing' },
  ];
  for (const [i, [, answer]] of backward.entries()) {
    for (const mistake of mistakes.filter(({ at }) => at === i)) {
      await practice.reply(mistake.answer);
      const card = practice.panel.locator('section', { hasText: mistake.title }).first();
      await expect(card).toBeVisible();
      await expect(practice.answer).toHaveAttribute('aria-invalid', 'true');
      await expect(practice.button('Check again')).toBeVisible();
    }
    if (i === 8) {
      const lit = page.locator('.react-flow__edge:has([data-marks~="backward"])');
      await expect(lit).toHaveAttribute('data-id', 'b->m2:1');
    }
    await practice.reply(answer);
  }
  await expect(practice.panel).toContainText('6 right at once');
  await expect(practice.panel).toContainText('4 right later or with a hint');
  await expect(practice.heading).toHaveText('8 of 10 points');
});

test('a number that comes of no known mistake is only said not to be right', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('Node gradients');
  await practice.reply('1234.5');
  await expect(practice.panel).toContainText('Not right yet');
  await expect(practice.panel).toContainText('This number is not recognised as any known mistake');
});

test('where several mistakes lead to a number, all of them are named', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  for (const [, answer] of backward.slice(0, 8)) await practice.reply(answer);
  await practice.reply('27');
  await expect(practice.panel).toContainText('Several mistakes lead to this number:');
  await expect(practice.panel).toContainText('One path is missing');
  await expect(practice.panel).toContainText('Overwritten instead of added');
});

test('one slip is carried forward and costs one step', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  for (const answer of ['9', '18', '17']) await practice.reply(answer);
  await practice.button('Leave it for now').click();
  await practice.reply('34');
  await expect(practice.panel).toContainText('Right from your earlier ∂z/∂m3 through y = 17');
  await expect(practice.panel).toContainText('not the true one');
  await expect(practice.slot('contribution:b->m3:0').getByRole('button')).toHaveAccessibleName(
    '∂z/∂b through m3 = 34: Carried forward',
  );
  for (const answer of ['9', '9', '27', '18', '61', '18']) await practice.reply(answer);
  await expect(practice.panel).toContainText('2 carried forward from ∂z/∂m3 through y');
  await practice.button('Finish').click();
  await expect(practice.heading).toHaveText('9 of 10 points');
});

test('text that cannot be read is no attempt', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('Node gradients');
  await practice.reply('nine');
  await expect(practice.said).toContainText('Nine is a name; only numbers can stand here.');
  await expect(practice.answer).toHaveAccessibleDescription(/only numbers can stand here/);
  await expect(practice.answer).toBeFocused();
  await practice.reply('36/2');
  await practice.button('Finish').click();
  await expect(practice.panel).toContainText('1 right at once');
});

test('a reply belongs to one answer, and comes back with it', async ({ page }) => {
  const practice = await openExample(page);
  const why = practice.panel.locator('section', { hasText: 'other factor' });
  await practice.begin('The full backward pass');
  await practice.reply('18');
  await expect(why).toBeVisible();
  await practice.reply('18+');
  await expect(practice.answer).toHaveAccessibleDescription(/./);
  await expect(why).toHaveCount(0);
  await practice.reply('18');
  await practice.button('Leave it for now').click();
  await expect(why).toHaveCount(0);
  await practice.slot('contribution:x->z:0').getByRole('button').click();
  await expect(practice.answer).toHaveValue('18');
  await expect(why).toBeVisible();
  await page.reload();
  await expect(practice.answer).toHaveValue('18');
  await expect(why).toBeVisible();
});

test('a reload goes on in the middle', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await practice.reply('9');
  await practice.reply('17');
  await expect(practice.panel).toContainText('1 not right yet');
  await page.reload();
  await expect(practice.panel).toContainText('Question 2 of 10');
  await expect(practice.answer).toHaveValue('17');
  await expect(practice.slot('contribution:x->z:0')).toHaveText('9✓');
  await practice.reply('18');
  await expect(practice.panel).toContainText('Question 3 of 10');
});

test('an exercise goes on after its tab was closed', async ({ context, page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await practice.reply('9');
  await practice.reply('17');
  await expect(practice.panel).toContainText('1 not right yet');
  await page.close();
  const again = new Practice(await openPage(await context.newPage()));
  await expect(again.panel).toContainText('Question 2 of 10');
  await expect(again.answer).toHaveValue('17');
  await again.reply('18');
  await expect(again.panel).toContainText('Question 3 of 10');
  // One that is done is not there again.
  await again.button('Finish').click();
  await expect(again.answer).toHaveCount(0);
  await again.page.close();
  const ended = await openPage(await context.newPage());
  await ended.expectNode('z', '162', '1');
  await expect(ended.page.getByRole('tab', { name: 'Inspect' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('an exercise waits for its graph while another one is opened', async ({ page }) => {
  const practice = await openExample(page);
  const { chainrule } = practice;
  await practice.begin('The full backward pass');
  await practice.reply('9');
  await chainrule.choose('File', 'New graph');
  await expect(chainrule.nodes).toHaveCount(0);
  await expect(chainrule.notice).toContainText('Your answers are kept for now');
  await expect(practice.answer).toHaveCount(0);
  const text = await readFile(new URL('../graphs/linear-z-graph.json', import.meta.url), 'utf8');
  await chainrule.dropFile('again.json', text);
  await expect(practice.panel).toContainText('Question 2 of 10');
  await expect(practice.progress).toHaveAttribute('aria-valuetext', '1 of 10');
});

test('an edit of the graph starts the exercise again, and undo brings it back', async ({
  page,
}) => {
  const practice = await openExample(page);
  const { chainrule } = practice;
  await practice.begin('The full backward pass');
  await practice.reply('9');
  await chainrule.paletteItem('add').click();
  await expect(practice.panel).toContainText('The graph has changed');
  await expect(practice.progress).toHaveAttribute('aria-valuetext', /^0 of/);
  await chainrule.undo();
  await expect(practice.progress).toHaveAttribute('aria-valuetext', '1 of 10');
  await expect(practice.panel).toContainText('Question 2 of 10');
});

test('moving a node changes nothing about the exercise', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await practice.reply('9');
  await practice.chainrule.node('z').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(practice.button('Undo')).toBeEnabled();
  await expect(practice.progress).toHaveAttribute('aria-valuetext', '1 of 10');
});
