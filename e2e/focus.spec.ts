import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, openGraph, openPage, test } from './page.ts';

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What has the focus, read as a screen reader would: its role and name. */
function named(page: Page, name: string | RegExp): Locator {
  return page.getByRole('group', { name, exact: true });
}

/** The field of the dialog that connects by name. */
function search(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Node, operation or port' });
}

const diamond = [
  { id: 'a', op: 'parameter', value: 3, position: { x: 0, y: 100 } },
  { id: 'p', op: 'square', inputs: ['a'], position: { x: 250, y: 0 } },
  { id: 'q', op: 'negate', inputs: ['a'], position: { x: 250, y: 200 } },
  { id: 's', op: 'add', inputs: ['p', 'q'], position: { x: 500, y: 100 } },
];

test('Tab enters the canvas once, and what is on the node comes next', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.enterCanvas();
  await press(page, 'End');
  await expect(chainrule.node('z')).toBeFocused();
  await press(page, 'Home');
  const seen: string[] = [];
  for (let stop = 0; stop < 4; stop++) {
    await press(page, 'Tab');
    seen.push(
      await page.evaluate(
        () => document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id') ?? '',
      ),
    );
  }
  // Its own number may be a stop; no other node or edge is.
  expect(new Set(seen.filter(Boolean)).size).toBeLessThan(2);
  expect(seen.at(-1)).toBe('');
});

test('arrows follow the edges, and say where one is', async ({ page }) => {
  const chainrule = await openGraph(page, diamond);
  await chainrule.enterCanvas();
  await expect(named(page, 'a, Parameter, value 3, gradient 5')).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(named(page, 'p, Square, value 9, gradient 1')).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(chainrule.node('q')).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(chainrule.node('p')).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(chainrule.node('s')).toBeFocused();
  await press(page, 'ArrowLeft', 'ArrowUp');
  await expect(chainrule.node('q')).toBeFocused();
  // A step back leads to where one came from.
  await press(page, 'ArrowRight', 'ArrowLeft');
  await expect(chainrule.node('q')).toBeFocused();
  await press(page, 'ArrowLeft');
  await expect(chainrule.node('a')).toBeFocused();
  // The page did not take the keys for steps of the passes.
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', '0');
});

test('arrows reach edges, and lead from them to both ends', async ({ page }) => {
  const chainrule = await openGraph(page, diamond);
  await chainrule.enterCanvas();
  await press(page, 'e');
  await expect(named(page, 'Edge from a to p, operand 1, value 3, gradient 6')).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(chainrule.wire('a->q:0')).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(chainrule.node('q')).toBeFocused();
  await press(page, 'ArrowRight', 'Shift+ArrowLeft', 'ArrowLeft');
  await expect(chainrule.node('p')).toBeFocused();
  await press(page, 'Shift+ArrowRight', 'Delete');
  await expect(chainrule.edge('p->s:0')).toHaveCount(0);
  await expect(chainrule.node('s')).toBeFocused();
});

test('Enter edits, Esc leaves step by step', async ({ page }) => {
  const chainrule = await openGraph(page, diamond);
  await chainrule.enterCanvas();
  await press(page, 'Enter');
  await expect(chainrule.node('a').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('5');
  await press(page, 'Enter');
  await expect(named(page, 'a, Parameter, value 5, gradient 9')).toBeFocused();
  await press(page, 'ArrowRight', 'Enter');
  await page.keyboard.type('k');
  await press(page, 'Enter');
  await expect(named(page, 'k, Square, value 25, gradient 1')).toBeFocused();
  await press(page, 'ArrowLeft', 'Tab');
  await expect(chainrule.node('a').getByRole('spinbutton')).toBeFocused();
  await press(page, 'Escape');
  await expect(chainrule.node('a')).toBeFocused();
  await press(page, 'Space');
  await expect(chainrule.node('a')).toHaveClass(/selected/);
  await press(page, 'Escape');
  await expect(chainrule.node('a')).not.toHaveClass(/selected/);
  await expect(chainrule.node('a')).toBeFocused();
  await press(page, 'Escape');
  await expect(page.locator('.canvas')).toBeFocused();
});

test('Esc leaves a node at once, and who goes on typing elsewhere is not called back', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await chainrule.node('y').focus();
  // Frames that are late, as on a busy machine.
  await page.evaluate(() => {
    window.requestAnimationFrame = (call) => window.setTimeout(() => call(performance.now()), 300);
  });
  await page.keyboard.press('Escape');
  const isOnCanvas = () => document.activeElement?.matches('.canvas');
  expect(await page.evaluate(isOnCanvas)).toBe(true);
  // A name that is left unchanged gives the focus back to its node, some frames later.
  await chainrule.node('y').focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await chainrule.value('w').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('2');
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(chainrule.node('w').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(chainrule.value('w')).toHaveText('25');
});

test('arrows select what they come to, Ctrl and arrows look around, Shift+Space takes several', async ({
  page,
}) => {
  const chainrule = await openGraph(page, diamond);
  const marked = page.locator('.react-flow__node.selected');
  await chainrule.enterCanvas();
  await expect(marked).toHaveCount(0);
  await press(page, 'ArrowRight');
  await expect(chainrule.node('p')).toHaveClass(/selected/);
  await expect(chainrule.panel.getByRole('textbox', { name: 'Name' })).toHaveValue('p');
  // Who walks hears what gets the focus, and not once more that it is selected.
  await expect(page.locator('[data-role="told"]')).toHaveText('');
  await press(page, 'Control+ArrowDown');
  await expect(chainrule.node('q')).toBeFocused();
  await expect(marked).toHaveText([/p/]);
  await press(page, 'Shift+Space');
  await expect(marked).toHaveCount(2);
  await press(page, 'Shift+Space');
  await expect(marked).toHaveText([/p/]);
  // What looks selected goes, not what is looked at.
  await press(page, 'Delete');
  await expect(chainrule.node('p')).toHaveCount(0);
  await expect(chainrule.node('q')).toBeFocused();
  await press(page, 'Control+z', 'ArrowUp', 'ArrowRight');
  await expect(marked).toHaveText([/s/]);
  await press(page, 'Delete');
  await expect(chainrule.node('s')).toHaveCount(0);
  await expect(chainrule.node('p')).toBeVisible();
  await press(page, 'Control+z');
  await expect(chainrule.node('s')).toBeVisible();
});

test('the focus stays on a node whatever it is called', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.node('m2').focus();
  await press(page, 'F2');
  await page.keyboard.type('k');
  await press(page, 'Enter');
  await expect(chainrule.node('k')).toBeFocused();
  await press(page, 'F2');
  await page.keyboard.type('other');
  await press(page, 'Escape');
  await expect(chainrule.node('k')).toBeFocused();
  await press(page, 'Control+z');
  await expect(chainrule.node('m2')).toBeFocused();
});

test('Delete, F2 and O act on the node that has the focus, not on one marked before', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await chainrule.node('b').focus();
  await press(page, 'Space');
  await chainrule.node('y').focus();
  await press(page, 'o');
  await expect(chainrule.value('y')).toHaveText('9');
  await expect(chainrule.gradient('y')).toHaveText('1');
  await chainrule.node('w').focus();
  await press(page, 'Delete');
  await expect(chainrule.node('w')).toHaveCount(0);
  await expect(chainrule.node('b')).toBeVisible();
});

test('what has the focus is brought into view', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 3, position: { x: 0, y: 0 } },
    { id: 'far', op: 'square', inputs: ['a'], position: { x: 400, y: 0 } },
  ]);
  for (let i = 0; i < 6; i++) await press(page, 'Control+=');
  await chainrule.enterCanvas();
  await press(page, 'ArrowRight');
  await chainrule.settle();
  const canvas = await boxOf(page.locator('.canvas'));
  const node = await boxOf(chainrule.node('far'));
  expect(node.x).toBeGreaterThan(canvas.x);
  expect(node.x + node.width).toBeLessThan(canvas.x + canvas.width);
});

test('connects by name, says what a port holds, and offers no circle', async ({ page }) => {
  const chainrule = await openGraph(page, diamond, { output: 's' });
  await chainrule.enterCanvas();
  await press(page, 'c');
  await expect(chainrule.dialog).toContainText('Connect a to …');
  await expect(search(page)).toBeFocused();
  const options = chainrule.dialog.getByRole('option');
  await expect(options.filter({ hasText: 'one more operand' })).toHaveCount(1);
  await page.keyboard.type('s 2');
  await expect(options).toHaveText([/s.*operand 2.*replaces q/]);
  await press(page, 'Enter');
  await expect(chainrule.dialog).toHaveCount(0);
  await chainrule.expectEdge('a->s:1', '3', '1');
  await expect(chainrule.node('a')).toBeFocused();

  await press(page, 'End', 'c');
  await expect(search(page)).toBeFocused();
  await expect(options).toHaveText([/q.*operand 1.*replaces a/]);
  await page.keyboard.type('p');
  await expect(options).toHaveText([/would run in a circle/]);
  await press(page, 'Enter');
  await expect(chainrule.dialog).toBeVisible();
  await press(page, 'Escape');

  await press(page, 'Shift+C');
  await expect(chainrule.dialog).toContainText('Take an operand of s from …');
  const ports = chainrule.dialog.getByRole('combobox', { name: 'Operand port' });
  await ports.focus();
  await ports.selectOption('0');
  await page.keyboard.press('Tab');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('q');
  await press(page, 'Enter');
  await chainrule.expectEdge('q->s:0', '-3', '1');
});

test('operands change places and are taken away by keys', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 6 },
    { id: 'b', op: 'parameter', value: 3 },
    { id: 'd', op: 'divide', inputs: ['a', 'b'] },
  ]);
  await chainrule.enterCanvas();
  await press(page, 'e');
  await expect(chainrule.wire('a->d:0')).toBeFocused();
  await press(page, 'Shift+ArrowDown');
  await expect(chainrule.value('d')).toHaveText('0.5');
  await expect(chainrule.wire('a->d:1')).toBeFocused();
  await press(page, 'Shift+ArrowUp');
  await expect(chainrule.value('d')).toHaveText('2');
  await press(page, 'Enter');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('b');
  await press(page, 'Enter');
  await expect(chainrule.value('d')).toHaveText('1');
  await expect(chainrule.wire('b->d:0')).toBeFocused();
  await press(page, 'Delete');
  await expect(chainrule.edge('b->d:0')).toHaveCount(0);
  await expect(chainrule.node('d')).toBeFocused();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('names, connecting and keys', async ({ page }) => {
    const chainrule = await openGraph(page, diamond);
    await chainrule.enterCanvas();
    await expect(named(page, 'a，参数，值 3，梯度 5')).toBeFocused();
    await press(page, 'e');
    await expect(named(page, '从 a 到 p 的边，第 1 个操作数，值 3，梯度 6')).toBeFocused();
    await press(page, 'ArrowLeft', 'c');
    await expect(chainrule.dialog).toContainText('将 a 连接到');
    await expect(page.getByRole('combobox', { name: '节点、运算或端口' })).toBeFocused();
    await page.keyboard.type('加法');
    await expect(chainrule.dialog.getByRole('option').first()).toContainText('再加一个操作数');
    await press(page, 'Enter');
    await expect(chainrule.edge('a->s:2')).toBeAttached();
  });
});

test('what comes, goes and is selected is told', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 'b', op: 'parameter', value: 3 },
    { id: 'm', op: 'multiply', inputs: ['a', 'b'] },
  ]);
  const told = page.locator('[data-role="told"]');
  await expect(told).toBeAttached();
  await chainrule.node('b').focus();
  await page.keyboard.press('Space');
  await expect(told).toHaveText('Selected: b');
  await page.keyboard.press('Delete');
  await expect(chainrule.node('b')).toHaveCount(0);
  await expect(told).toHaveText('Removed: b');
  await page.keyboard.press('Control+z');
  await expect(told).toHaveText('Added: b');
  await page.keyboard.press('Control+Shift+z');
  await expect(told).toHaveText('Removed: b');
});
