import { expect, type FileNode, test } from './page.ts';
import { openExample, openExercise, smallNet } from './practising.ts';

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

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
