import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, graphFile, openPage, test } from './page.ts';

const nodes = [
  { id: 'x', op: 'input', value: 2, position: { x: 0, y: 0 } },
  { id: 'y', op: 'square', inputs: ['x'], position: { x: 320, y: 0 } },
];
const text = [
  '# Reading it',
  '',
  'The *loss* is **small**: $y = x^2$, see [notes](https://example.org/) or [this](javascript:alert(1)).',
  '',
  '1. forward',
  '2. `backward`',
  '',
  '$$',
  '\\frac{\\partial y}{\\partial x} = 2x',
  '$$',
  '',
  '<b onclick="alert(1)">no tag</b>',
].join('\n');

test('a note is set as Markdown with formulas, and what is no text in it stays text', async ({
  page,
}) => {
  await open(page, [{ id: 'n', text, position: { x: 0, y: 160 }, width: 320 }]);
  const shown = note(page, 'n');
  await expect(shown.getByRole('heading', { name: 'Reading it' })).toBeVisible();
  await expect(shown.locator('em')).toHaveText('loss');
  await expect(shown.locator('strong')).toHaveText('small');
  await expect(shown.locator('ol > li')).toHaveText(['forward', 'backward']);
  await expect(shown.locator('.katex-display')).toHaveCount(1);
  await expect(shown.locator('.katex')).toHaveCount(2);
  const link = shown.getByRole('link');
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(shown).toContainText('<b onclick="alert(1)">no tag</b>');
  const { height } = await boxOf(shown);
  expect(height).toBeGreaterThan((await boxOf(shown.locator('ol'))).height + 60);
});

test('a note is added by key, written, moved, and undone step by step', async ({ page }) => {
  const chainrule = await open(page);
  const canvas = await boxOf(page.locator('.react-flow'));
  await page.mouse.move(canvas.x + 0.3 * canvas.width, canvas.y + 0.8 * canvas.height);
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('Mind the **sign**');
  await page.keyboard.press('Control+Enter');
  const added = note(page, 'note1');
  await expect(added.locator('strong')).toHaveText('sign');
  await expect(added).toBeFocused();
  const before = (await chainrule.places())['note:note1'];
  const { x, y } = await boxOf(added);
  await chainrule.drag({ x: x + 6, y: y + 4 }, { x: x + 66, y: y - 46 });
  const after = (await chainrule.places())['note:note1'];
  expect(after.x).toBeGreaterThan(before.x + 30);
  expect(after.y).toBeLessThan(before.y - 20);
  await page.reload();
  await expect(added.locator('strong')).toHaveText('sign');
});

test('adding and writing a note is one undo entry; Esc and an empty text leave nothing behind', async ({
  page,
}) => {
  const chainrule = await open(page);
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('One');
  await page.keyboard.press('Control+Enter');
  await expect(note(page, 'note1')).toHaveText('One');
  await chainrule.undo();
  await expect(note(page, 'note1')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await chainrule.redo();

  await note(page, 'note1').getByText('One').dblclick();
  await page.keyboard.type('Two');
  await page.keyboard.press('Escape');
  await expect(note(page, 'note1')).toHaveText('One');
  await note(page, 'note1').getByText('One').dblclick();
  await page.keyboard.press('Delete');
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 120 } });
  await expect(note(page, 'note1')).toHaveCount(0);
});

test('the width of a note follows its handle, by pointer and by keys', async ({ page }) => {
  const chainrule = await open(page, [
    { id: 'n', text: 'word '.repeat(40), position: { x: 0, y: 160 } },
  ]);
  const size = async () => await boxOf(note(page, 'n'));
  // Its text takes several lines once it is set.
  await expect.poll(async () => (await size()).height).toBeGreaterThan(100);
  const before = await size();
  const handle = note(page, 'n').getByRole('separator', { name: 'Width of the note' });
  const { x, y, width, height } = await boxOf(handle);
  const middle = { x: x + width / 2, y: y + height / 2 };
  await chainrule.drag(middle, { x: middle.x + 120, y: middle.y });
  await expect.poll(async () => (await size()).width).toBeCloseTo(before.width + 120, -1);
  await expect.poll(async () => (await size()).height).toBeLessThan(before.height);
  await chainrule.undo();
  await expect.poll(async () => (await boxOf(note(page, 'n'))).width).toBeCloseTo(before.width, 0);
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '240');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the wording of this language is edited, and the others stay', async ({ page }) => {
    const texts = { en: 'Forward', 'zh-CN': '前向' };
    await open(page, [{ id: 'n', text: texts, position: { x: 0, y: 160 } }]);
    await note(page, 'n').getByText('前向').dblclick();
    await page.getByRole('textbox', { name: '注释内容' }).fill('前向传播 $z=wx$');
    await page.keyboard.press('Control+Enter');
    await expect(note(page, 'n')).toContainText('前向传播');
    await expect(note(page, 'n').locator('.katex')).toBeVisible();
    await page.getByRole('button', { name: '切换为英文' }).click();
    await expect(note(page, 'n')).toHaveText('Forward');
  });
});

async function open(page: Page, notes?: readonly object[]): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await chainrule.dropFile('notes.json', graphFile(nodes, notes && { notes }));
  await expect(chainrule.node('y')).toBeVisible();
  await chainrule.settle();
  return chainrule;
}

function note(page: Page, id: string): Locator {
  return page.locator(`.react-flow__node[data-id="note:${id}"]`);
}
