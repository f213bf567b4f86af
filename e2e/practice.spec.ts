import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type FileNode, graphFile, openPage, test } from './page.ts';
import { backward, openExample, openExercise, Practice, smallNet } from './practising.ts';

test('a whole exercise by mouse, in the panel', { tag: '@firefox' }, async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await expect(practice.heading).toHaveAccessibleName('What is ∂z/∂x through z ?');
  for (const [i, [quantity, answer]] of backward.entries()) {
    await expect(practice.panel).toContainText(`Question ${i + 1} of 10`);
    await expect(practice.slot(quantity).getByRole('textbox')).toBeVisible();
    await practice.answer.click();
    await page.keyboard.type(answer);
    await practice.button('Check').click();
    await expect(practice.progress).toHaveAttribute('aria-valuetext', `${i + 1} of 10`);
    await expect(practice.slot(quantity)).toHaveText(`${answer}✓`);
  }
  await expect(practice.heading).toHaveText('10 of 10 points');
  await expect(practice.panel).toContainText('10 right at once');
});

test('the next node is picked on the canvas; one that is not ready says what it waits for', async ({
  page,
}) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await practice.slot('contribution:w->m1:1').getByRole('button').click();
  await expect(practice.panel).toContainText(
    'The questions come in order. ∂z/∂x through z comes first.',
  );
  await expect(practice.panel).toContainText('press “Pick the next node myself”');

  await practice.button('Pick the next node myself').click();
  await expect(practice.heading).toHaveText('Pick the next blank');
  const lit = page.locator('[data-marks~="lit"]');
  await expect(lit).toHaveCount(2);
  await practice.slot('gradient:b').getByRole('button').click();
  await expect(practice.panel).toContainText('Not yet');
  await expect(practice.panel).toContainText('∂z/∂x through z');

  const picks = [1, 2, 3, 0, 5, 6, 8, 4, 7, 9].map((i) => backward[i]);
  for (const [quantity, answer] of picks) {
    const slot = practice.slot(quantity);
    // None comes by itself.
    await expect(practice.heading).toHaveText('Pick the next blank');
    await slot.getByRole('button').click();
    const field = slot.getByRole('textbox');
    await expect(field).toBeFocused();
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    await expect(slot).toHaveText(`${answer}✓`);
  }
  await expect(practice.heading).toHaveText('10 of 10 points');
});

test('a whole exercise by keyboard alone', async ({ page }) => {
  const practice = await openExample(page);
  const { keyboard } = page;
  await page.locator('body').focus();
  await tabUntil(page, '[role=tab]');
  await keyboard.press('End');
  await expect(practice.button(/Node gradients/)).toBeVisible();
  await tabUntil(page, 'button:has-text("Node gradients")');
  await keyboard.press('Enter');
  for (const answer of ['18', '18', '9', '9', '9', '63', '18']) {
    await expect(practice.answer).toBeFocused();
    await keyboard.type(answer);
    await keyboard.press('Enter');
  }
  await expect(practice.heading).toHaveText('7 of 7 points');
  await expect(practice.heading).toBeFocused();
});

test('a whole exercise in the table, as a screen reader meets it', async ({ page }) => {
  const practice = await openExample(page);
  await practice.begin('The full backward pass');
  await practice.button('As a table').click();
  const table = page.getByRole('table', { name: /All questions/ });
  await expect(table.getByRole('columnheader')).toHaveText([
    'No.',
    'Asked for',
    'How',
    'Answer',
    'Verdict',
  ]);
  await expect(table.getByRole('row')).toHaveCount(11);
  await expect(page.getByRole('table', { name: 'The graph' })).toContainText('162');

  await table.getByRole('textbox', { name: '∂z/∂x through z' }).focus();
  await page.keyboard.type('18');
  await page.keyboard.press('Enter');
  await expect(practice.said).toContainText('other factor');
  await expect(practice.row(backward[0][0])).toContainText('Not right');
  await page.keyboard.type('9');
  for (const [i, [quantity, answer]] of backward.entries()) {
    if (i > 0) {
      await expect(practice.row(quantity).getByRole('textbox')).toBeFocused();
      await page.keyboard.type(answer);
    }
    await page.keyboard.press('Enter');
    if (i < 9) await expect(practice.said).toContainText(`Next, question ${i + 2} of 10`);
    if (i < 9) await expect(practice.row(quantity)).toContainText('Right');
  }
  await expect(practice.heading).toHaveText('9.5 of 10 points');
  const result = page.getByRole('table', { name: 'Question by question' });
  await expect(result.getByRole('row').nth(1)).toContainText('18');
  await expect(result.getByRole('row').nth(1)).toContainText('0.5');
});

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

test('the focus goes where the work is', async ({ page }) => {
  const practice = await openExample(page);
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('menuitem', { name: 'Practise this graph' }).click();
  await expect(practice.button(/Forward values/)).toBeFocused();
  await practice.button(/Node gradients/).click();
  await expect(practice.answer).toBeFocused();
  for (const answer of ['18', '18', '9']) await practice.reply(answer);
  await practice.button('As a table').click();
  const row = page.locator('tr[aria-current]');
  await expect(row.getByRole('textbox')).toBeFocused();
  await expect(row).toBeInViewport({ ratio: 1 });
  await practice.button('Finish').click();
  await practice.button('Practise something else').click();
  await expect(practice.button(/Forward values/)).toBeFocused();
  await page.getByRole('menuitem', { name: 'Run' }).click();
  await page.getByRole('menuitem', { name: 'Make an exercise' }).click();
  await expect(practice.panel.getByRole('heading', { level: 3 })).toHaveText('Make an exercise');
  await expect(practice.panel.locator('#panel :focus')).toHaveCount(1);
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

test.describe('the exercise of a file', () => {
  const asked = ['value:s', 'gradient:y', 'contribution:s->y:0', 'gradient:w'];

  test('greets with its title and instructions, and keeps its rules', async ({ page }) => {
    const practice = await openExercise(
      page,
      smallNet,
      { asked, hidden: ['gradient:s'], attempts: 2, hints: 1, instructions: 'Mind the square.' },
      { title: 'A small net', output: 'L' },
    );
    await expect(page.getByRole('tab', { name: 'Practise' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(practice.heading).toHaveText('A small net');
    await expect(practice.panel).toContainText('4 questions');
    await expect(practice.panel).toContainText('Mind the square.');
    // The sheet as it will be: what is asked is blank, what is hidden is not to be seen.
    for (const quantity of asked) await expect(practice.slot(quantity)).toHaveText('?');
    await expect(practice.chainrule.node('s')).not.toContainText('14');
    await practice.chainrule.node('s').hover();
    await expect(practice.button('make output')).toHaveCount(0);
    await practice.button('Start').click();
    await expect(practice.button('Pick the next node myself')).toHaveCount(0);
    await practice.reply('6');
    await practice.button('Hint 1 of 1').click();
    await expect(practice.panel.getByRole('region', { name: 'Hints' })).toBeVisible();
    await expect(practice.button(/^Hint/)).toHaveCount(0);
    await practice.reply('7');
    await expect(practice.panel).toContainText('1 answer left');
    await practice.reply('8');
    await expect(practice.panel).toContainText('No answers are left for this one.');
    await expect(practice.button('Go on')).toBeFocused();
  });

  test('hints lead from the rule to the answer with its working', async ({ page }) => {
    const practice = await openExample(page);
    await practice.begin('Node gradients');
    const hints = practice.panel.getByRole('region', { name: 'Hints' });
    await practice.button('Hint 1 of 3').click();
    await expect(practice.said).toContainText('One edge leads from y on to the output');
    await expect(hints.locator('.katex')).toHaveCount(1);
    await practice.button('Hint 2 of 3').click();
    await expect(hints.locator('.katex')).toHaveCount(2);
    await practice.button('Show the answer').click();
    await expect(hints.locator('.katex').last()).toContainText('18');
    await expect(practice.said).toContainText('∂z/∂y = 18');
    await expect(practice.button('Go on')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(practice.panel).toContainText('Question 2 of 7');
    await expect(practice.panel).toContainText('1 answer shown');
  });

  test('its result is saved and shown again, marked anew', async ({ page }) => {
    const practice = await openExercise(page, smallNet, { asked }, { output: 'L' });
    await practice.button('Start').click();
    for (const answer of ['6', '14', '14', '28']) await practice.reply(answer);
    await expect(practice.heading).toHaveText('4 of 4 points');
    await practice.panel.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    const saved = page.waitForEvent('download');
    await practice.button('Save result').click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('Ada-result.json');
    const text = await textOf(await file.createReadStream());
    expect(JSON.parse(text)).toMatchObject({ format: 'chainrule-result', learner: 'Ada' });

    await practice.chainrule.newGraph();
    const edited = { ...JSON.parse(text), score: { points: 99, most: 99 } };
    edited.entries[1].answer = '7';
    edited.entries[2].answer = '7';
    await practice.chainrule.dropFile('result.json', JSON.stringify(edited));
    await expect(practice.heading).toHaveText('3 of 4 points');
    await expect(practice.panel.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada');
    await expect(page.getByRole('table', { name: 'Question by question' })).toContainText(
      'Carried',
    );
  });

  test('its result never lets a wrong number pass for a right one', async ({ page }) => {
    const hidden = ['gradient:s'];
    const practice = await openExercise(page, smallNet, { asked, hidden }, { output: 'L' });
    await practice.button('Start').click();
    await practice.reply('2');
    await practice.reply('6');
    await practice.reply('3');
    await practice.button('Leave it for now').click();
    await practice.reply('3');
    await practice.button('Finish').click();
    const cells = practice.row('value:s').getByRole('cell');
    await expect(cells.nth(1)).toHaveText('2 ✗ Not right');
    await expect(cells.nth(2)).toHaveText('6 ✓ Right');
    await expect(practice.panel).toContainText('½ if later or with a hint');

    // As long as a question can be gone back to, its answer is not told.
    const right = page.locator('[data-role="right-number"]');
    await expect(right).toHaveCount(0);
    await expect(practice.button('Back to the open questions')).toBeVisible();
    await practice.button('Show the right numbers').click();
    await expect(practice.button('Back to the open questions')).toHaveCount(0);
    await expect(practice.row('gradient:y').locator(right)).toHaveText('the right number is 14');
    await expect(practice.row('contribution:s->y:0').locator(right)).toContainText('14');
    await expect(practice.row('gradient:w').locator(right)).toContainText('28');

    const graph = page.getByRole('table', { name: 'The graph' });
    await expect(graph.getByRole('row').nth(5)).toContainText('3 ✗ Not right');
    await expect(graph.getByRole('row').nth(4)).toContainText('Carried forward');
    await practice.button('On the graph').click();
    await expect(practice.slot('gradient:s')).toContainText('Carried forward');
  });

  test('its result is printed by itself', async ({ page }) => {
    const practice = await openExercise(page, smallNet, { asked }, { output: 'L' });
    await practice.button('Start').click();
    await practice.reply('5');
    await practice.button('Finish').click();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('button', { name: 'Print', includeHidden: true }).dispatchEvent('click');
    const paper = page.locator('body > .print');
    await expect(paper).toBeVisible();
    await expect(paper).toContainText('0 of 4 points');
    await expect(page.locator('#root')).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
  });

  test('a wrong number is found on the canvas, then put right', async ({ page }) => {
    const practice = await openExercise(
      page,
      smallNet,
      {
        kind: 'find-bug',
        asked: ['gradient:w'],
        bug: { quantity: 'gradient:w', mistake: 'other-operand' },
      },
      { output: 'L' },
    );
    await expect(practice.button('Start')).toBeVisible();
    await expect(page.locator('[data-role="gradient"]')).toHaveCount(0);
    await expect(practice.chainrule.node('s')).not.toContainText('6');
    await practice.button('Start').click();
    await expect(practice.heading).toHaveText('Which number is wrong?');
    await expect(practice.panel).toContainText('Question 1 of 2');
    await expect(practice.slot('gradient:w')).toHaveText('42');
    const innocent = practice.slot('value:s').getByRole('button');
    await innocent.focus();
    await page.keyboard.press('Enter');
    await expect(innocent).toBeFocused();
    // It agrees with its inputs, which may be wrong themselves: that is no tick.
    await expect(innocent).toHaveText('6');
    await expect(practice.panel).toContainText('s = 6 follows from the numbers it is made of');
    await practice.button('Hint 1 of 3').click();
    await expect(practice.said).toContainText('backward pass');
    await practice.button('As a table').click();
    await practice.button('∂L/∂w: This one is wrong').click();
    await expect(practice.panel).toContainText('∂L/∂w is the wrong number');
    await practice.button('On the graph').click();
    await expect(practice.panel).toContainText('Question 2 of 2');
    await practice.reply('28');
    await expect(practice.heading).toHaveText('1.5 of 2 points');
  });
});

test('a search that is given up leads on to the right number', async ({ page }) => {
  const practice = await openExercise(
    page,
    smallNet,
    {
      kind: 'find-bug',
      asked: ['gradient:w'],
      bug: { quantity: 'gradient:w', mistake: 'other-operand' },
    },
    { output: 'L' },
  );
  await practice.button('Start').click();
  for (const name of ['Hint 1 of 3', 'Hint 2 of 3', 'Show the answer']) {
    await practice.button(name).click();
  }
  await expect(practice.said).toContainText('The wrong number is ∂L/∂w.');
  await expect(practice.button('Go on')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(practice.answer).toBeFocused();
});

test('a search that runs out of tries tells the number, and counts nothing', async ({ page }) => {
  const practice = await openExercise(
    page,
    smallNet,
    {
      kind: 'find-bug',
      asked: ['gradient:w'],
      attempts: 1,
      bug: { quantity: 'gradient:w', mistake: 'other-operand' },
    },
    { output: 'L' },
  );
  await practice.button('Start').click();
  await expect(practice.panel).toContainText('1 try left');
  await practice.slot('value:s').getByRole('button').click();
  await expect(practice.panel).toContainText('The wrong number is ∂L/∂w.');
  await practice.reply('28');
  await expect(practice.heading).toHaveText('1 of 2 points');
  const result = page.getByRole('table', { name: 'Question by question' });
  await expect(result.getByRole('row').nth(1)).toContainText('Answer shown');
});

test('a graph is made up at any level', async ({ page }) => {
  const practice = await openExample(page);
  await page.getByRole('tab', { name: 'Practise' }).click();
  await practice.button('Level 3').click();
  await expect(practice.button('Start')).toBeFocused();
  await practice.button('Practise something else').click();
  await expect(practice.button(/Forward values/)).toBeVisible();
  await practice.button(/The exercise of this file/).click();
  await practice.button('Start').click();
  await expect(practice.answer).toBeFocused();
});

test.describe('where numbers are written with a comma', () => {
  test.use({ locale: 'de-DE' });

  test('an answer may be written so too', async ({ page }) => {
    const practice = await openExercise(
      page,
      [
        { id: 'x', op: 'input', value: 0.5 },
        { id: 'y', op: 'square', inputs: ['x'] },
      ],
      { asked: ['value:y'] },
    );
    await practice.button('Start').click();
    await practice.reply('0,25');
    await expect(practice.heading).toHaveText('1 of 1 points');
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('questions, replies and messages are Chinese', async ({ page }) => {
    const practice = new Practice(await openPage(page));
    await page.getByRole('tab', { name: '练习' }).click();
    await practice.button(/完整的反向传播/).click();
    await expect(practice.panel).toContainText('第 1 题，共 10 题');
    await page.keyboard.type('18');
    await page.keyboard.press('Enter');
    await expect(practice.said).toHaveText(/[\u4e00-\u9fff]/);
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(practice.said).toContainText('接下来第 2 题');
    const latin = /\b(the|is|of|and|answer)\b/i;
    await expect(practice.panel).not.toHaveText(latin);
    await practice.button('表格').click();
    await expect(page.getByRole('table').first()).not.toHaveText(latin);
  });
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('blanks are tapped and answered where they stand', async ({ page }) => {
    const practice = new Practice(await openPage(page));
    await practice.button('Details').tap();
    await page.getByRole('tab', { name: 'Practise' }).tap();
    await practice.button(/Forward values/).tap();
    const answers = { m1: '6', m2: '12', m3: '8', x: '18', y: '9', z: '162' };
    for (let i = 0; i < 6; i++) {
      const field = page.locator('main').getByRole('textbox');
      await expect(field).toBeInViewport();
      await field.tap();
      await expect(field).toBeFocused();
      const name = ((await field.getAttribute('aria-label')) ?? '') as keyof typeof answers;
      await page.keyboard.type(answers[name]);
      await page.keyboard.press('Enter');
      await expect(practice.slot(`value:${name}`)).toHaveText(`${answers[name]}✓`);
    }
    await expect(practice.heading).toHaveText('6 of 6 points');
  });
});

test.describe('on a phone with its keyboard up', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 500 } });

  test('nothing covers the answer, and the tables can be read', async ({ page }) => {
    const practice = new Practice(await openPage(page));
    await practice.button('Details').tap();
    await page.getByRole('tab', { name: 'Practise' }).tap();
    await practice.button(/Node gradients/).tap();
    await practice.answer.tap();
    await practice.answer.fill('2');
    await page.keyboard.press('Enter');
    await expect(practice.answer).toBeFocused();
    await expect(practice.button('Check again')).toBeInViewport({ ratio: 1 });
    const field = await practice.answer.boundingBox();
    const check = await practice.button('Check again').boundingBox();
    expect(check?.y).toBeGreaterThan((field?.y ?? 0) + (field?.height ?? 0));
    await practice.answer.fill('3');
    await practice.button('Check again').tap();
    await expect(practice.panel).toContainText('1 not right yet');
    await practice.button('Finish').tap();
    await page.setViewportSize({ width: 390, height: 844 });
    const cells = page.getByRole('table', { name: 'Question by question' }).getByRole('cell');
    for (const box of await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))) {
      if (box && box.height > 30) expect(box.width).toBeGreaterThan(200);
    }
  });
});

test('axe has nothing to say about practice', async ({ page }) => {
  test.slow();
  const practice = await openExample(page);
  const inspect = async (screen: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
    );
    expect.soft(findings, screen).toEqual([]);
  };
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(practice.button(/Forward values/)).toBeVisible();
  await inspect('the choice');
  await practice.button(/The full backward pass/).click();
  for (const answer of ['9', '18', '17']) await practice.reply(answer);
  await practice.button('Leave it for now').click();
  await practice.reply('34');
  await practice.reply('1');
  await practice.button('Hint 1 of 3').click();
  await inspect('a wrong answer');
  await practice.button('As a table').click();
  await inspect('the table');
  await practice.button('Finish').click();
  await inspect('the result');
});

async function tabUntil(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.locator(':focus').evaluate(matches, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

function matches(element: Element, selector: string): boolean {
  const [plain, text] = selector.split(':has-text(');
  return element.matches(plain) && (element.textContent ?? '').includes(text?.slice(1, -2) ?? '');
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

test('the question in hand comes into view in a large graph', async ({ page }) => {
  const nodes: FileNode[] = [{ id: 'n0', op: 'input', value: 2, position: { x: 0, y: 0 } }];
  for (let i = 1; i < 260; i++) {
    const position = { x: 260 * i, y: 40 * (i % 7) };
    nodes.push({ id: `n${i}`, op: 'identity', inputs: [`n${i - 1}`], position });
  }
  const chainrule = await openPage(page);
  await chainrule.dropFile('long.json', graphFile(nodes));
  await expect(chainrule.node('n0')).toBeVisible();
  const practice = new Practice(chainrule);
  await practice.begin('Node gradients');
  await expect(chainrule.node('n258')).toBeInViewport();
  await expect(practice.slot('gradient:n258').getByRole('textbox')).toBeInViewport();
});

test('an exercise tells its rules, and what is wrong with it, before it begins', async ({
  page,
}) => {
  const nodes: FileNode[] = [
    { id: 'a', op: 'input', value: -1 },
    { id: 's', op: 'square', inputs: ['a'] },
    { id: 'l', op: 'ln', inputs: ['a'] },
    { id: 'z', op: 'add', inputs: ['s', 'l'] },
  ];
  const asked = ['value:s', 'value:l'];
  const practice = await openExercise(page, nodes, { asked, attempts: 3, hints: 2 });
  await expect(practice.panel).toContainText(
    'Up to 3 answers a question. Up to two hints a question.',
  );
  await expect(practice.panel).toContainText('value:l has no finite number in this graph');
});
