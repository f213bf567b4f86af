import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from './page.ts';
import { openExample, openExercise, type Practice, smallNet } from './practising.ts';

/** Turns a graph into an exercise, as a teacher begins to. */
async function makeExercise(practice: Practice): Promise<void> {
  await practice.page.getByRole('tab', { name: 'Practise' }).click();
  await practice.button(/Make an exercise/).click();
  await expect(practice.heading).toHaveText('Make an exercise');
}

/** The button that marks a number. */
function markOf(practice: Practice, quantity: string): Locator {
  return practice.slot(quantity).getByRole('button');
}

/** The questions, in the order they are asked. */
function asked(practice: Practice): Locator {
  return practice.panel.getByRole('listitem');
}

test('six marks make an exercise that is saved, handed out and worked on', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  const questions = ['gradient:b', 'gradient:w', 'contribution:b->m3:0', 'contribution:b->m2:1'];
  for (const quantity of questions) await markOf(practice, quantity).click();
  await expect(asked(practice)).toHaveText([
    '∂z/∂b through m3',
    '∂z/∂b through m2',
    '∂z/∂b',
    '∂z/∂w',
  ]);
  const given = markOf(practice, 'contribution:w->m1:1');
  await expect(given).toHaveAccessibleName('∂z/∂w through m1 = 18: given');
  await given.click();
  await expect(given).toHaveAccessibleName('∂z/∂w through m1 = 18: asked');
  await given.click();
  await expect(given).toHaveAccessibleName('∂z/∂w through m1 = 18: hidden');
  await expect(page.getByText('4 asked · 1 hidden')).toBeVisible();

  await practice.panel.getByLabel('Answers per question').selectOption('3');
  await practice.panel.getByLabel('Hints').selectOption('1');
  await practice.panel.getByLabel('Instructions: English').fill('Both paths of b.');
  await practice.panel.getByLabel('Instructions: Chinese').fill('b 的两条路径。');
  const download = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Exercise' })
    .getByRole('button', { name: 'Save' })
    .click();
  const path = await (await download).path();
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(path, 'utf8');
  expect(JSON.parse(text).exercise).toEqual({
    version: 1,
    asked: ['contribution:b->m3:0', 'contribution:b->m2:1', 'gradient:b', 'gradient:w'],
    hidden: ['contribution:w->m1:1'],
    attempts: 3,
    hints: 1,
    instructions: { en: 'Both paths of b.', 'zh-CN': 'b 的两条路径。' },
  });

  await practice.chainrule.newGraph();
  await practice.chainrule.dropFile('handed-out.json', text);
  await expect(practice.panel).toContainText('Both paths of b.');
  await practice.button('Start').click();
  for (const answer of ['36', '27', '63', '18']) await practice.reply(answer);
  await expect(practice.heading).toHaveText('4 of 4 points');
});

test('an exercise starts from a topic, is put in order and tried', async ({ page }) => {
  const practice = await openExercise(page, smallNet, { asked: [] }, { output: 'L' });
  await practice.button('Change this exercise').click();
  await practice.panel.getByLabel('Start from').selectOption('Node gradients');
  await expect(asked(practice)).toHaveText(['∂L/∂y', '∂L/∂s', '∂L/∂b', '∂L/∂x', '∂L/∂w']);
  await practice.button('∂L/∂b: Earlier').click();
  await practice.button('∂L/∂x: Remove').click();
  await expect(asked(practice)).toHaveText(['∂L/∂y', '∂L/∂b', '∂L/∂s', '∂L/∂w']);
  await practice.chainrule.undo();
  await expect(asked(practice)).toHaveCount(5);
  await practice.chainrule.redo();

  await practice.button('Try it').click();
  await practice.reply('14');
  await practice.button('Back to editing').click();
  await expect(practice.heading).toHaveText('Make an exercise');
  await expect(asked(practice)).toHaveCount(4);
});

test('what gives an answer away is pointed out and hidden', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  await markOf(practice, 'gradient:x').click();
  await expect(practice.panel).toContainText('give some of these away');
  await practice.button('Hide what gives them away').click();
  await expect(markOf(practice, 'contribution:x->z:0')).toHaveAccessibleName(/hidden/);
  await expect(markOf(practice, 'gradient:m1')).toHaveAccessibleName(/hidden/);
  await expect(markOf(practice, 'gradient:y')).toHaveAccessibleName(/given/);
  await expect(practice.panel).not.toContainText('give some of these away');
});

test('marks are made by keyboard', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  const mark = markOf(practice, 'value:x');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(mark).toHaveAccessibleName('x = 18: asked');
  await page.keyboard.press('Enter');
  await expect(mark).toHaveAccessibleName('x = 18: hidden');
  await page.keyboard.press('Enter');
  await expect(mark).toHaveAccessibleName('x = 18: given');
});

test('ranges for new numbers are suggested, changed and shown at work', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  await markOf(practice, 'gradient:w').click();
  await practice.button('Suggest ranges').click();
  const bound = (name: string) => practice.panel.getByRole('textbox', { name: `w: ${name}` });
  // The other bound makes way; fractions are numbers, and what is none gives way to what holds.
  await bound('from').fill('18/2');
  await bound('from').press('Enter');
  await expect(bound('from')).toHaveValue('9');
  await expect(bound('to')).toHaveValue('9');
  await bound('step').fill('abc');
  await bound('step').press('Tab');
  await expect(bound('step')).toHaveValue('1');
  await practice.button('Try new numbers').click();
  await expect(practice.panel.getByRole('status')).toContainText('w = 9');
  await practice.button('Try it').click();
  await practice.button('Finish').click();
  await practice.button('New numbers').click();
  await expect(practice.chainrule.value('w')).toHaveText('9');
});

test('a number is made wrong by a mistake, and found', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  await practice.panel.getByLabel('The task').selectOption('Find the wrong number');
  await markOf(practice, 'gradient:b').click();
  await practice.panel.getByLabel('Mistake').selectOption({ label: 'One path is missing (36)' });
  await expect(practice.panel).toContainText('shows 36 instead of 63');
  await expect(markOf(practice, 'gradient:b')).toHaveText('36');
  await practice.button('Try it').click();
  await practice.slot('gradient:b').getByRole('button').click();
  await practice.reply('63');
  await expect(practice.heading).toHaveText('2 of 2 points');
});

test('axe has nothing to say about making exercises', async ({ page }) => {
  const practice = await openExample(page);
  await makeExercise(practice);
  await practice.panel.getByLabel('Start from').selectOption('Node gradients');
  await practice.panel.getByRole('checkbox').check();
  await practice.button('Suggest ranges').click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
});
