import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type FileNode, graphFile, middleOf, openGraph, openPage, test } from './page.ts';
import { backward, openExample, openExercise, Practice } from './practising.ts';

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
  await keyboard.press('ArrowLeft');
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

test('what cannot be practised says why', async ({ page }) => {
  // Two ends, neither chosen: values can be asked for, gradients cannot.
  await openGraph(page, [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 's', op: 'square', inputs: ['a'] },
    { id: 'n', op: 'negate', inputs: ['a'] },
  ]);
  await page.getByRole('tab', { name: 'Practise' }).click();
  const topics = page.getByRole('list').getByRole('button');
  await expect(topics.filter({ hasText: 'Forward values' })).toBeEnabled();
  const gradients = topics.filter({ hasText: 'Needs an output' });
  await expect(gradients).not.toHaveCount(0);
  for (const topic of await gradients.all()) await expect(topic).toBeDisabled();
  await expect
    .poll(() => topics.and(page.locator(':disabled')).count())
    .toBe(await gradients.count());
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
    const chainrule = await openPage(page);
    const practice = new Practice(chainrule);
    await practice.button('Details').tap();
    await page.getByRole('tab', { name: 'Practise' }).tap();
    await practice.button(/Forward values/).tap();
    const answers = { m1: '6', m2: '12', m3: '8', x: '18', y: '9', z: '162' };
    for (let i = 0; i < 6; i++) {
      const field = page.locator('main').getByRole('textbox');
      await expect(field).toBeInViewport();
      // A finger does not scroll first, as a test does that is told to tap a field.
      await chainrule.settle();
      const { x, y } = await middleOf(field);
      await page.touchscreen.tap(x, y);
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
