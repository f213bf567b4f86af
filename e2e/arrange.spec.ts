import { boxOf, type Chainrule, expect, openPage, type Point, test } from './page.ts';

test('dragging a node moves it and nothing else, as one undo entry', async ({ page }) => {
  const chainrule = await openPage(page);
  const before = await chainrule.places();
  await dragNode(chainrule, 'y', { x: 60, y: 80 });
  const after = await chainrule.places();
  expect(after.y.x - before.y.x).toBeGreaterThan(40);
  expect(after.y.y - before.y.y).toBeGreaterThan(60);
  expect(moved(before, after)).toEqual(['y']);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('several nodes marked by a frame move together, as one undo entry', async ({ page }) => {
  const chainrule = await openPage(page);
  const before = await chainrule.places();
  const first = await boxOf(chainrule.node('x'));
  const last = await boxOf(chainrule.node('z'));
  await page.keyboard.down('Shift');
  await chainrule.drag(
    { x: first.x - 12, y: first.y - 30 },
    { x: last.x + last.width + 10, y: last.y + last.height + 160 },
  );
  await page.keyboard.up('Shift');
  await expect(chainrule.panel).toContainText('3 nodes selected');
  await dragNode(chainrule, 'x', { x: -30, y: -70 });
  const after = await chainrule.places();
  expect(moved(before, after)).toEqual(['x', 'y', 'z']);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('Shift, Ctrl or ⌘ + click marks several; they are deleted and come back together', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  for (const key of ['Control', 'Meta'] as const) {
    await chainrule.select('m1');
    await chainrule.node('x').click({ modifiers: [key], position: { x: 60, y: 8 } });
    await expect(chainrule.panel).toContainText('2 nodes selected');
    await chainrule.node('x').click({ modifiers: [key], position: { x: 60, y: 8 } });
    await expect(chainrule.node('x')).not.toHaveClass(/selected/);
    await expect(chainrule.node('m1')).toHaveClass(/selected/);
  }
  await chainrule.select('m1');
  await chainrule.node('x').click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
  await expect(chainrule.panel).toContainText('2 nodes selected');
  await page.keyboard.press('Delete');
  await expect(chainrule.nodes).toHaveCount(10);
  await expect(chainrule.problem('z')).toContainText('Operand 1 is not connected yet');
  await expect(chainrule.value('y')).toHaveText('9');
  await chainrule.undo();
  await expect(chainrule.nodes).toHaveCount(12);
  await chainrule.expectNode('z', '162', '1');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the panel offers what can be done with several, and does it', async ({ page }) => {
  const chainrule = await openPage(page);
  const offer = (name: string) => chainrule.panel.getByRole('button', { name, exact: true });
  await chainrule.select('m1');
  await chainrule.node('x').click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
  for (const name of [
    'Align left',
    'Tidy selection',
    'Group',
    'Copy',
    'Duplicate',
    'Delete',
    'Delete and close the gap',
    'Save selection as template…',
    'Export picture…',
  ]) {
    await expect(offer(name)).toBeEnabled();
  }
  // What takes three is shown but off; what is about one alone is not there.
  await expect(offer('Distribute vertically')).toBeDisabled();
  await expect(offer('Rename')).toHaveCount(0);
  await offer('Align left').click();
  const places = await chainrule.places();
  expect(places.x.x).toBe(places.m1.x);
  await offer('Group').click();
  const group = page.locator('.react-flow__node[data-id^="group:"]');
  await expect(group).toHaveCount(1);
  await chainrule.node('z').click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
  await expect(chainrule.panel).toContainText('1 node, 1 group selected');
  await offer('Ungroup').click();
  await expect(group).toHaveCount(0);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the panel counts what is selected, and offers to group it', async ({ page }) => {
    const chainrule = await openPage(page);
    await page.keyboard.press('Control+a');
    await expect(chainrule.panel).toContainText('已选中 12 个节点');
    await chainrule.panel.getByRole('button', { name: '分组', exact: true }).click();
    await expect(page.locator('.react-flow__node[data-id^="group:"]')).toHaveCount(1);
  });
});

test('everything can be marked and deleted', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.keyboard.press('Control+a');
  await expect(chainrule.panel).toContainText('12 nodes selected');
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Build a computation graph')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(chainrule.edges).toHaveCount(12);
});

test('a clicked edge is deleted by key and by its button', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.wire('x->z:0').click();
  await page.keyboard.press('Delete');
  await expect(chainrule.edge('x->z:0')).toHaveCount(0);
  await expect(chainrule.value('z')).toHaveText('–');
  await chainrule.undo();
  await chainrule.wire('y->z:1').click();
  await chainrule.panel.getByRole('button', { name: 'Remove this edge' }).click();
  await expect(chainrule.edge('y->z:1')).toHaveCount(0);
});

test('Alt and arrow keys move the marked node, as one undo entry', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('z');
  const before = await chainrule.places();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => moved(before, await chainrule.places())).toEqual(['z']);
  const after = await chainrule.places();
  expect(after.z.x).toBeGreaterThan(before.z.x);
  expect(after.z.y).toBeGreaterThan(before.z.y);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(before);
});

test('tidying lays the graph out anew, as one undo entry', async ({ page }) => {
  const chainrule = await openPage(page);
  await dragNode(chainrule, 'z', { x: -300, y: 40 });
  const messy = await chainrule.places();
  await chainrule.choose('Arrange', 'Tidy up');
  await expect.poll(async () => (await chainrule.places()).z.x).not.toBeCloseTo(messy.z.x, 0);
  const { x, y, z } = await chainrule.places();
  expect(z.x).toBeGreaterThan(Math.max(x.x, y.x));
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(messy);
});

test('the view zooms and shows the whole graph again', async ({ page }) => {
  const chainrule = await openPage(page);
  const level = page.getByRole('button', { name: 'Zoom to 100 %' });
  const { width } = await boxOf(chainrule.node('z'));
  await page.keyboard.press('Control+=');
  await chainrule.settle();
  await page.keyboard.press('Control+=');
  await expect
    .poll(async () => (await boxOf(chainrule.node('z'))).width)
    .toBeGreaterThan(1.4 * width);
  await page.keyboard.press('Control+0');
  await expect(level).toHaveText('100 %');
  await page.mouse.move(700, 700);
  await page.mouse.wheel(0, -2000);
  await expect(level).toHaveText('250 %');
  await page.getByRole('button', { name: 'Show whole graph' }).click();
  await expect.poll(async () => (await boxOf(chainrule.node('z'))).width).toBeCloseTo(width, 0);
});

type Places = Awaited<ReturnType<Chainrule['places']>>;

function moved(before: Places, after: Places): string[] {
  return Object.keys(before).filter(
    (id) => before[id].x !== after[id].x || before[id].y !== after[id].y,
  );
}

async function dragNode(chainrule: Chainrule, id: string, by: Point): Promise<void> {
  const box = await boxOf(chainrule.node(id));
  const from = { x: box.x + 0.32 * box.width, y: box.y + 5 };
  await chainrule.drag(from, { x: from.x + by.x, y: from.y + by.y });
}

test('a view somebody has chosen stays when the window changes', async ({ page }) => {
  const chainrule = await openPage(page);
  const level = page.getByRole('button', { name: 'Zoom to 100 %' });
  const first = (await level.textContent()) ?? '';
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(level).not.toHaveText(first);
  const chosen = (await level.textContent()) ?? '';
  await page.setViewportSize({ width: 1200, height: 700 });
  await chainrule.drawn();
  await expect(level).toHaveText(chosen);
});
