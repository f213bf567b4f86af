import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, openGraph, openPage, test } from './page.ts';

const bar = (page: Page): Locator => page.getByRole('search');
const hits = (page: Page): Locator => bar(page).getByRole('option');

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(bar(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
}

test('goes from hit to hit and back, and Esc leaves the focus where one has arrived', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await find(page, 'm');
  await expect(hits(page)).toHaveCount(3);
  await expect(bar(page)).toContainText('3 nodes');
  await page.keyboard.press('Enter');
  await expect(chainrule.node('m1')).toHaveClass(/selected/);
  await expect(bar(page)).toContainText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(chainrule.node('m2')).toHaveClass(/selected/);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(chainrule.node('m3')).toHaveClass(/selected/);
  await expect(hits(page).nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(chainrule.node('m1')).not.toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(chainrule.node('m3')).toBeFocused();
});

test('Esc gives the focus back when nothing was gone to', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.value('b').focus();
  await find(page, 'nothing like it');
  await expect(bar(page)).toContainText('No node matches.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(chainrule.value('b')).toBeFocused();
});

test('finds by operation in both languages, by value, by comparison and by problem', async ({
  page,
}) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'input', value: -1 },
    { id: 'big', op: 'input', value: 250.5 },
    { id: 'l', op: 'ln', inputs: ['a'] },
    { id: 's', op: 'multiply', inputs: ['a', 'big'] },
  ]);
  const names = () => hits(page).evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
  for (const [text, first, count] of [
    ['multiply', /^s/, 1],
    ['乘法', /^s/, 1],
    ['250.5', /^big/, 1],
    ['> 100', /^big/, 1],
    ['< 0', /^a/, 2],
    ['undefined', /^l/, 1],
    ['问题', /^l/, 1],
  ] as const) {
    await find(page, text);
    await expect(hits(page), text).toHaveCount(count);
    expect((await names())[0], text).toMatch(first);
  }
  await hits(page).first().click();
  await expect(chainrule.node('l')).toHaveClass(/selected/);
});

test('finds gradients, and none of the numbers a step has not reached', async ({ page }) => {
  await openPage(page);
  await find(page, 'gradient = 63');
  await expect(hits(page)).toHaveText([/^b.*∇ 63$/]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Step' }).click();
  await find(page, '162');
  await expect(bar(page)).toContainText('No node matches.');
});

test('brings what it finds into view', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'near', op: 'input', value: 1, position: { x: 0, y: 0 } },
    { id: 'far', op: 'exp', inputs: ['near'], position: { x: 9000, y: 4000 } },
  ]);
  await find(page, 'far');
  await page.keyboard.press('Enter');
  await expect(chainrule.node('far')).toHaveClass(/selected/);
  const canvas = await boxOf(page.locator('main'));
  await expect
    .poll(async () => {
      const box = await chainrule.node('far').boundingBox();
      return (
        box !== null &&
        box.width > 60 &&
        box.x >= canvas.x &&
        box.x + box.width <= canvas.x + canvas.width &&
        box.y >= canvas.y &&
        box.y + box.height <= canvas.y + canvas.height
      );
    })
    .toBe(true);
});

test('opens the collapsed groups that hide what it finds, as one undo entry', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.dropFile(
    'groups.json',
    JSON.stringify({
      format: 'chainrule-graph',
      version: 1,
      nodes: [
        { id: 'a', op: 'input', value: 1, position: { x: 0, y: 0 } },
        { id: 'inner', op: 'exp', inputs: ['a'], position: { x: 250, y: 0 } },
        { id: 'z', op: 'negate', inputs: ['inner'], position: { x: 600, y: 0 } },
      ],
      groups: [
        { id: 'outer', title: 'Outer', nodes: [], collapsed: true },
        { id: 'box', title: 'Box', nodes: ['inner'], parent: 'outer', collapsed: true },
      ],
    }),
  );
  await expect(chainrule.node('z')).toBeVisible();
  await expect(chainrule.node('inner')).toHaveCount(0);
  await find(page, 'inner');
  await page.keyboard.press('Enter');
  await expect(chainrule.node('inner')).toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(chainrule.node('inner')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test.describe('problems', () => {
  const nodes = [
    { id: 'a', op: 'input', value: -1 },
    { id: 'l', op: 'ln', inputs: ['a'] },
    { id: 's', op: 'add', inputs: ['l', null] },
    { id: 'z', op: 'exp', inputs: ['s'] },
  ];

  test('are counted and listed, and each leads to its node', async ({ page }) => {
    const chainrule = await openGraph(page, nodes);
    const button = page.getByRole('toolbar').getByRole('button', { name: '2 problems' });
    await button.click();
    const list = page.getByRole('region', { name: 'All problems' });
    await expect(list.getByRole('listitem')).toHaveText([
      /^s.*Operand 2 is not connected yet/,
      /^l.*ln of -1 is undefined/,
    ]);
    await expect(list.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('l')).toHaveClass(/selected/);
    await expect(chainrule.node('l')).toBeFocused();
    // The same list stands in the panel while nothing is selected.
    await page.keyboard.press('Escape');
    await chainrule.panel
      .getByRole('listitem')
      .filter({ hasText: 'Operand 2' })
      .getByRole('button')
      .click();
    await expect(chainrule.node('s')).toHaveClass(/selected/);
    await chainrule.setValue('a', '1');
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();
  });

  test('are gone through by F8 and back by Shift+F8', async ({ page }) => {
    const root = { id: 'r', op: 'sqrt', inputs: ['a'] };
    const chainrule = await openGraph(page, [...nodes, root], { output: 'z' });
    await page.keyboard.press('F8');
    await expect(chainrule.node('s')).toBeFocused();
    await expect(chainrule.notice).toContainText('Operand 2 is not connected yet. (1/3)');
    for (const id of ['l', 'r', 's']) {
      await page.keyboard.press('F8');
      await expect(chainrule.node(id)).toBeFocused();
    }
    for (const id of ['r', 'l']) {
      await page.keyboard.press('Shift+F8');
      await expect(chainrule.node(id)).toBeFocused();
      await expect(chainrule.node(id)).toHaveClass(/selected/);
    }
  });

  test('there is no button for none', async ({ page }) => {
    await openPage(page);
    await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0);
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('finds, counts and lists problems', async ({ page }) => {
    const chainrule = await openPage(page);
    await find(page, '乘');
    await expect(bar(page)).toContainText('4 个节点');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('第 1 / 4 个');
    await page.keyboard.press('Escape');
    await chainrule.dropFile(
      'problem.json',
      '{"format":"chainrule-graph","version":1,"nodes":[{"id":"e","op":"exp","inputs":[null]}]}',
    );
    await page.getByRole('button', { name: '1 个问题' }).click();
    await expect(page.getByRole('region', { name: '全部问题' })).toContainText(
      '第 1 个操作数还没有连接。',
    );
  });
});
