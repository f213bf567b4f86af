import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, middleOf, openEmpty, openPage, test } from './page.ts';

test('builds z = x·y with the mouse alone, saves it and opens it again', {
  tag: '@firefox',
}, async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.choose('File', 'New graph');
  await expect(page.getByText('Build a computation graph')).toBeVisible();

  const canvas = await boxOf(page.locator('.react-flow'));
  const at = (x: number, y: number) => ({ x: canvas.x + x, y: canvas.y + y });
  await chainrule.dragFromPalette('parameter', at(80, 180));
  await chainrule.dragFromPalette('parameter', at(80, 420));
  await chainrule.dragFromPalette('constant', at(80, 80));
  await chainrule.dragFromPalette('constant', at(80, 300));
  await chainrule.dragFromPalette('constant', at(80, 540));
  await chainrule.dragFromPalette('constant', at(330, 540));
  await chainrule.dragFromPalette('multiply', at(330, 130));
  await chainrule.dragFromPalette('multiply', at(330, 330));
  await chainrule.dragFromPalette('multiply', at(330, 440));
  await chainrule.dragFromPalette('add', at(560, 220));
  await chainrule.dragFromPalette('add', at(560, 460));
  await chainrule.dragFromPalette('multiply', at(760, 330));
  const dropped = await middleOf(chainrule.node('v6'));
  expect(Math.hypot(dropped.x - at(760, 330).x, dropped.y - at(760, 330).y)).toBeLessThan(8);

  await chainrule.rename('w2', 'b');
  for (const [from, to] of [
    ['v', 'm1'],
    ['v2', 'm2'],
    ['v3', 'm3'],
    ['v4', 'x'],
    ['v5', 'y'],
    ['v6', 'z'],
  ]) {
    await chainrule.rename(from, to);
  }
  for (const [leaf, number] of [
    ['w', '3'],
    ['b', '4'],
    ['c', '2'],
    ['c2', '3'],
    ['c3', '2'],
  ]) {
    await chainrule.setValue(leaf, number);
  }
  for (const [source, target, port] of [
    ['c', 'm1', 0],
    ['w', 'm1', 1],
    ['c2', 'm2', 0],
    ['b', 'm2', 1],
    ['b', 'm3', 0],
    ['c3', 'm3', 1],
    ['m1', 'x', 0],
    ['m2', 'x', 1],
    ['m3', 'y', 0],
    ['c4', 'y', 1],
    ['x', 'z', 0],
    ['y', 'z', 1],
  ] as const) {
    await chainrule.connect(source, target, port);
    await expect(chainrule.edge(`${source}->${target}:${port}`)).toBeAttached();
  }
  await expectTheExample(chainrule);
  await chainrule.node('z').hover();
  await expect(chainrule.node('z').getByText('output', { exact: true })).toBeVisible();

  const before = await chainrule.picture();
  const saved = await chainrule.savedBy(() =>
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  );
  await expect(chainrule.notice).toContainText('Downloaded as graph.json');

  // Listened for from here on: begun with the press, listening may come too late.
  const choosing = page.waitForEvent('filechooser', { timeout: 0 });
  await chainrule.choose('File', 'New graph');
  await expect(chainrule.nodes).toHaveCount(0);
  await chainrule.choose('File', 'Open…');
  await (await choosing).setFiles({
    name: 'graph.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saved),
  });
  await expect(chainrule.nodes).toHaveCount(12);
  await expectTheExample(chainrule);
  await expect.poll(() => chainrule.picture()).toEqual(before);
});

test('builds z = x·y with the keyboard alone', async ({ page }) => {
  const chainrule = await openEmpty(page);
  const { keyboard } = page;
  const add = async (op: string, name: string, value?: string) => {
    await tabTo(page.getByRole('searchbox', { name: 'Search operations' }));
    await keyboard.press('Control+A');
    await keyboard.type(op);
    await tabTo(chainrule.paletteItem(op));
    await keyboard.press('Enter');
    await tabTo(chainrule.panel.getByRole('textbox', { name: 'Name' }));
    await keyboard.press('Control+A');
    await keyboard.type(name);
    await keyboard.press('Enter');
    await expect(chainrule.node(name)).toBeVisible();
    if (value === undefined) return;
    await tabTo(chainrule.panel.getByRole('spinbutton', { name: `Value of ${name}` }));
    await keyboard.press('Enter');
    await keyboard.type(value);
    await keyboard.press('Enter');
    await expect(chainrule.value(name)).toHaveText(value);
  };
  const operands = async (...sources: string[]) => {
    for (const [port, source] of sources.entries()) {
      const list = chainrule.panel.getByRole('combobox', { name: `Operand ${port + 1}` });
      await tabTo(list);
      await keyboard.type(source);
      await expect(list).toHaveValue(source);
    }
  };
  await add('parameter', 'w', '3');
  await add('parameter', 'b', '4');
  await add('constant', 'k2', '2');
  await add('constant', 'k3', '3');
  await add('constant', 'k1', '1');
  await add('multiply', 'm1');
  await operands('k2', 'w');
  await add('multiply', 'm2');
  await operands('k3', 'b');
  await add('multiply', 'm3');
  await operands('b', 'k2');
  await add('add', 'x');
  await operands('m1', 'm2');
  await add('add', 'y');
  await operands('m3', 'k1');
  await add('multiply', 'z');
  await operands('x', 'y');
  await chainrule.expectNode('z', '162', '1');
  await chainrule.expectNode('b', '4', '63');
  await chainrule.expectNode('w', '3', '18');
});

test('works on a graph with the keyboard alone', async ({ page }) => {
  const chainrule = await openPage(page);
  const { keyboard } = page;
  await keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Operation or formula' })).toBeFocused();
  await keyboard.press('Escape');
  await chainrule.enterCanvas();
  for (const key of ['End', 'ArrowLeft', 'ArrowDown', 'Space']) await keyboard.press(key);
  await expect(chainrule.node('y')).toBeFocused();
  await expect(chainrule.panel.getByRole('textbox', { name: 'Name' })).toHaveValue('y');

  await keyboard.press('F2');
  await keyboard.type('s');
  await keyboard.press('Enter');
  await expect(chainrule.edge('s->z:1')).toBeAttached();

  await keyboard.press('o');
  await chainrule.expectNode('s', '9', '1');
  await expect(chainrule.gradient('b')).toHaveText('2');

  await keyboard.press('Delete');
  await expect(chainrule.node('s')).toHaveCount(0);
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await chainrule.expectNode('z', '162', '1');
  await expect(chainrule.edge('y->z:1')).toBeAttached();
  await keyboard.press('Control+Shift+Z');
  await expect(chainrule.node('s')).toBeVisible();
  await keyboard.press('Control+y');
  await chainrule.expectNode('s', '9', '1');
});

test('reaches an edge with the keyboard and removes it', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.enterCanvas();
  for (const key of ['End', 'Shift+ArrowLeft', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await expect(chainrule.wire('y->z:1')).toBeFocused();
  await expect(chainrule.panel).toContainText('Upstream gradient');
  await page.keyboard.press('Delete');
  await expect(chainrule.edge('y->z:1')).toHaveCount(0);
  await expect(chainrule.problem('z')).toBeAttached();
});

test('adds operations by click, by Enter and by double-click on the canvas', async ({ page }) => {
  const chainrule = await openEmpty(page);
  await chainrule.paletteItem('sigmoid').click();
  await expect(chainrule.node('v')).toContainText('σ');
  await expect(chainrule.notice).toContainText('Added');
  await chainrule.paletteItem('sigmoid').focus();
  await page.keyboard.press('Enter');
  await expect(chainrule.node('v2')).toBeVisible();
  const [one, other] = [await boxOf(chainrule.node('v')), await boxOf(chainrule.node('v2'))];
  expect(Math.abs(one.x - other.x) + Math.abs(one.y - other.y)).toBeGreaterThan(60);

  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 120, y: canvas.y + 100 };
  await page.mouse.dblclick(spot.x, spot.y);
  await expect(page.getByRole('textbox', { name: 'Operation or formula' })).toBeFocused();
  await page.keyboard.type('square');
  await page.keyboard.press('Enter');
  const added = await boxOf(chainrule.node('v3'));
  expect(spot.x).toBeGreaterThan(added.x);
  expect(spot.x).toBeLessThan(added.x + added.width);
  await page.mouse.dblclick(spot.x, spot.y + 200);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Operation or formula' })).toHaveCount(0);
  await expect(chainrule.nodes).toHaveCount(3);
});

test('finds operations by name, sign and other language', async ({ page }) => {
  const chainrule = await openPage(page);
  const search = page.getByRole('searchbox', { name: 'Search operations' });
  for (const [text, op] of [
    ['sigm', 'sigmoid'],
    ['log', 'ln'],
    ['×', 'multiply'],
    ['乘', 'multiply'],
    ['绝对值', 'abs'],
    ['matmul', 'matmul'],
  ]) {
    await search.fill(text);
    await expect(chainrule.paletteItem(op)).toBeVisible();
    await expect(chainrule.paletteItem('tanh')).toHaveCount(0);
  }
  await search.fill('nothing like it');
  await expect(page.getByText('No operation is called that.')).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
});

test('drops nothing when an operation is let go outside the canvas', async ({ page }) => {
  const chainrule = await openEmpty(page);
  const { x, y } = await boxOf(chainrule.paletteItem('add'));
  await chainrule.drag({ x: x + 10, y: y + 10 }, { x: x + 40, y: y + 120 });
  await expect(chainrule.nodes).toHaveCount(0);
});

async function expectTheExample(chainrule: Chainrule): Promise<void> {
  await chainrule.expectNode('z', '162', '1');
  await chainrule.expectNode('w', '3', '18');
  await chainrule.expectNode('b', '4', '63');
  await chainrule.expectEdge('b->m2:1', '4', '27');
  await chainrule.expectEdge('b->m3:0', '4', '36');
  await chainrule.expectEdge('x->z:0', '18', '9');
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  const page: Page = target.page();
  for (let stop = 0; stop < 200; stop++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}
