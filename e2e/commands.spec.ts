import type { Page } from '@playwright/test';
import {
  boxOf,
  type Chainrule,
  expect,
  graphFile,
  holdBack,
  middleOf,
  openGraph,
  openPage,
  test,
} from './page.ts';

test.describe('the command palette', () => {
  test('finds commands by their name in either language, and does them', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.select('x');
    await openPalette(chainrule);
    await page.keyboard.type('创建副本');
    await expect(options(page).first()).toHaveText(/^Duplicate.*创建副本/);
    await page.keyboard.press('Enter');
    await expect(chainrule.dialog).toHaveCount(0);
    await expect(chainrule.nodes).toHaveCount(13);
    await chainrule.undo();

    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await openPalette(chainrule);
    await page.keyboard.type('dark');
    await expect(options(page).first()).toContainText('主题：深色');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Control+k');
    await expect(options(page).first()).toContainText('主题：深色');
    await page.keyboard.type('反选');
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(12);
  });

  test('adds operations, opens examples, and says what cannot be done now', async ({ page }) => {
    const chainrule = await openPage(page);
    await openPalette(chainrule);
    await page.keyboard.type('align left');
    await expect(page.getByRole('option', { name: 'Align left' })).toBeDisabled();
    await chainrule.dialog.getByRole('combobox').fill('sigmoid');
    await expect(options(page).first()).toHaveText(/^Add Sigmoid/);
    await page.keyboard.press('Enter');
    await expect(chainrule.node('v')).toBeFocused();
    await chainrule.undo();
    await openPalette(chainrule);
    await page.keyboard.type('qqzz');
    await expect(chainrule.dialog.getByText('Nothing is called that.')).toBeVisible();
    await chainrule.dialog.getByRole('combobox').fill('1-3-1');
    await page
      .getByRole('option', { name: /^Open .*1-3-1/ })
      .first()
      .click();
    await expect.poll(() => chainrule.nodes.count()).toBeGreaterThan(12);
  });

  for (const [keys, part] of [
    ['Control+k', 'CommandPalette'],
    ['Control+f', 'FindBar'],
    ['Control+e', 'Gallery'],
    ['?', 'OpenDialog'],
    ['c', 'Connect'],
  ] as const) {
    test(`keeps what is typed before it is loaded: ${part}`, async ({ page }) => {
      const release = await holdBack(page, `**/${part}-*.js`);
      const chainrule = await openPage(page);
      await chainrule.node('x').focus();
      await page.keyboard.press(keys);
      await page.keyboard.type('mnx');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      const field = page.locator(':is([role=dialog], search) input');
      await expect(field).toHaveCount(0);
      release();
      await expect(field).toHaveValue('mn');
      await expect(field).toBeFocused();
      await page.keyboard.type('q');
      await expect(field).toHaveValue('mnq');
      // No shortcut has taken them for its own.
      await expect(chainrule.nodes).toHaveCount(12);
    });
  }

  test('opens a dialog on what it is about, not on its close button', async ({ page }) => {
    const chainrule = await openPage(page);
    for (const [menu, item, first] of [
      ['File', 'Examples…', chainrule.dialog.getByRole('searchbox')],
      ['File', 'Export picture…', chainrule.dialog.getByRole('combobox').first()],
      ['Help', 'Keyboard shortcuts', chainrule.dialog.getByRole('searchbox')],
    ] as const) {
      await chainrule.choose(menu, item);
      await expect(first).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(chainrule.dialog).toHaveCount(0);
    }
  });

  test('and quick-add have room where the page is enlarged to 400 %', async ({ page }) => {
    const chainrule = await openPage(page);
    await page.setViewportSize({ width: 320, height: 256 });
    await openPalette(chainrule);
    for (const i of [0, 1, 2]) await expect(options(page).nth(i)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(chainrule.dialog).toHaveCount(0);
    await page.keyboard.press('n');
    await page.keyboard.type('z = (2w + 3b)*(2b + 1)');
    const build = page.getByRole('button', { name: 'Build' });
    await build.scrollIntoViewIfNeeded();
    const [box, button] = [await boxOf(chainrule.dialog), await boxOf(build)];
    expect(button.y + button.height).toBeLessThanOrEqual(box.y + box.height);
    expect(box.y + box.height).toBeLessThanOrEqual(256);
  });

  test('leaves everything as it was on Escape', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.node('y').focus();
    await page.keyboard.press('Control+k');
    await expect(chainrule.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(chainrule.dialog).toHaveCount(0);
    await expect(chainrule.node('y')).toBeFocused();
    await expect(chainrule.nodes).toHaveCount(12);
  });
});

test.describe('context menus', () => {
  test('offer what can be done with a node, and keep several that are selected', async ({
    page,
  }) => {
    const chainrule = await openPage(page);
    await rightClick(page, await edgeOfNode(chainrule, 'x'));
    await expect(chainrule.node('x')).toHaveClass(/selected/);
    await expect(items(page)).toContainText(['Cut', 'Copy', 'Duplicate', 'Delete']);
    await page.getByRole('menuitem', { name: 'Select upstream (dependencies)' }).click();
    await expect(selected(page)).toHaveCount(7);
    await rightClick(page, await edgeOfNode(chainrule, 'm1'));
    await expect(selected(page)).toHaveCount(7);
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    await expect(chainrule.nodes).toHaveCount(5);
    await chainrule.undo();
    await expect(chainrule.nodes).toHaveCount(12);
  });

  test('on an edge and on the canvas, where things are added at the point', async ({ page }) => {
    const chainrule = await openPage(page);
    await rightClick(page, await pointOnWire(chainrule, 'x->z:0'));
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(chainrule.wire('x->z:0')).toHaveCount(0);
    const { x, y, height } = await boxOf(page.locator('.react-flow'));
    const at = { x: x + 320, y: y + height - 160 };
    await rightClick(page, at);
    await expect(items(page).first()).toHaveText(/Paste/);
    await page.getByRole('menuitem', { name: 'Add note' }).click();
    const note = page.locator('.react-flow__node[data-id="note:note1"]');
    await expect(note).toBeVisible();
    const box = await boxOf(note);
    expect(Math.abs(box.x - at.x)).toBeLessThan(30);
    expect(Math.abs(box.y - at.y)).toBeLessThan(30);
  });

  test('work by keys alone, in Chinese too', async ({ page }) => {
    const chainrule = await openPage(page);
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await chainrule.node('m2').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: '剪切' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(items(page).last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(items(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(items(page).nth(1)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(chainrule.node('m2')).toBeFocused();
    await chainrule.wire('x->z:0').focus();
    await page.keyboard.press('ContextMenu');
    await page.getByRole('menuitem', { name: '删除' }).press('Enter');
    await expect(chainrule.wire('x->z:0')).toHaveCount(0);
  });
});

test.describe('the clipboard', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('carries nodes from one tab to another, as the text of a graph file', async ({
    page,
    context,
  }) => {
    const chainrule = await openPage(page);
    await chainrule.select('x');
    await page.keyboard.press('u');
    await page.keyboard.press('Control+c');
    await expect(chainrule.notice).toHaveText('7 things copied.');
    expect(JSON.parse(await clipboard(page))).toMatchObject({ format: 'chainrule-graph' });
    const other = await openPage(await context.newPage());
    await other.newGraph();
    await other.page.keyboard.press('Control+v');
    await other.expectNodes(['c1', 'w', 'm1', 'c2', 'b', 'm2', 'x']);
    await other.expectNode('x', '18', '1');
    await other.page.keyboard.press('Control+v');
    await expect(other.nodes).toHaveCount(14);
    const places = await other.places();
    expect(new Set(Object.values(places).map(({ x, y }) => `${x},${y}`)).size).toBe(14);
    await other.undo();
    await other.undo();
    await expect(other.nodes).toHaveCount(0);
  });

  test('cuts, and pastes at the pointer', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.select('y');
    await page.keyboard.press('Control+x');
    await expect(chainrule.node('y')).toHaveCount(0);
    const { x, y, height } = await boxOf(page.locator('.react-flow'));
    const at = { x: x + 300, y: y + height - 140 };
    await page.mouse.move(at.x, at.y);
    await page.keyboard.press('Control+v');
    await expect(chainrule.node('y')).toHaveClass(/selected/);
    const middle = await middleOf(chainrule.node('y'));
    expect(Math.hypot(middle.x - at.x, middle.y - at.y)).toBeLessThan(4);
  });

  test('takes formulas and the text of graph files, and says what it cannot read', async ({
    page,
  }) => {
    const chainrule = await openPage(page);
    await chainrule.newGraph();
    await copyText(page, 'q = p * (r + 1)');
    await page.keyboard.press('Control+v');
    await expect(chainrule.node('q')).toBeVisible();
    await expect(chainrule.nodes).toHaveCount(5);
    const nodes = [
      { id: 'p', op: 'parameter', value: 5 },
      { id: 'h', op: 'square', inputs: ['p'] },
    ];
    await copyText(page, graphFile(nodes, { title: 'Another' }));
    await page.keyboard.press('Control+v');
    await expect(chainrule.value('h')).toHaveText('25');
    await expect(chainrule.nodes).toHaveCount(7);

    await copyText(page, 'q = p * (r + ');
    await page.keyboard.press('Control+v');
    await expect(chainrule.notice).toContainText('Not pasted: line 1, column');
    await copyText(page, graphFile([{ id: '1', op: 'input' }]));
    await page.keyboard.press('Control+v');
    await expect(chainrule.notice).toContainText(/^Not pasted: .*1/);
    await expect(chainrule.nodes).toHaveCount(7);
  });

  test('is reached from the menus, too', async ({ page }) => {
    const chainrule = await openPage(page);
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await chainrule.select('w');
    await chainrule.choose('编辑', '复制');
    await expect(chainrule.notice).toHaveText('已复制 1 个对象。');
    await chainrule.choose('编辑', '粘贴');
    await expect(chainrule.nodes).toHaveCount(13);
    await copyText(page, '');
    await chainrule.choose('编辑', '粘贴');
    await expect(chainrule.notice).toContainText('剪贴板中没有文本');
  });

  test('stays with the text where somebody types or marks text', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.select('w');
    await copyText(page, '7');
    await chainrule.value('w').click();
    await expect(chainrule.node('w').getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Enter');
    await expect(chainrule.value('w')).toHaveText('7');
    await expect(chainrule.nodes).toHaveCount(12);
    await chainrule.select('x');
    await chainrule.panel.getByText('Where the gradient comes from').click({ clickCount: 3 });
    await page.keyboard.press('Control+c');
    expect(await clipboard(page)).not.toContain('chainrule-graph');
  });
});

test('copies stand beside the originals, with or without their operands', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('x');
  await page.keyboard.press('Control+d');
  await expect(chainrule.nodes).toHaveCount(13);
  await expect(page.locator('[data-edge^="m1->"]')).toHaveCount(1);
  await chainrule.undo();
  await chainrule.select('x');
  await page.keyboard.press('Control+Shift+d');
  await expect(page.locator('[data-edge^="m1->"]')).toHaveCount(2);
  await expect(page.locator('[data-edge^="m2->"]')).toHaveCount(2);
  await expect(selected(page)).toHaveCount(1);
  const [id] = await selected(page).evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('data-id')),
  );
  await expect(chainrule.value(id ?? '')).toHaveText('18');
});

test('deleting can close the gap', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('x');
  await page.keyboard.press('Shift+Delete');
  await expect(chainrule.node('x')).toHaveCount(0);
  await chainrule.expectEdge('m1->z:0', '6', '9');
  await chainrule.undo();
  await chainrule.select('x');
  await page.keyboard.press('Delete');
  await expect(chainrule.node('x')).toHaveCount(0);
  await expect(page.locator('[data-edge$="->z:0"]')).toHaveCount(0);
});

test('what a value depends on, and what depends on it, is selected', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('y');
  await page.keyboard.press('u');
  await expect(selected(page)).toHaveCount(5);
  await chainrule.select('b');
  await page.keyboard.press('d');
  await expect.poll(() => idsOf(selected(page))).toEqual(['b', 'm2', 'm3', 'x', 'y', 'z']);
  await page.keyboard.press('Control+i');
  await expect(selected(page)).toHaveCount(6);
  await page.keyboard.press('Control+a');
  await expect(selected(page)).toHaveCount(12);
});

const scattered = [
  { id: 'a', op: 'parameter', value: 1, position: { x: 3, y: 0 } },
  { id: 'c', op: 'parameter', value: 2, position: { x: 210, y: 90 } },
  { id: 'e', op: 'parameter', value: 3, position: { x: 700, y: 400 } },
];

test('a key held too long does its work once, and those that move or undo go on', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  const hold = async (key: string, modifier?: string) => {
    if (modifier) await page.keyboard.down(modifier);
    for (let press = 0; press < 4; press++) await page.keyboard.down(key);
    await page.keyboard.up(key);
    if (modifier) await page.keyboard.up(modifier);
  };
  await chainrule.select('x');
  await hold('d', 'Control');
  await expect(chainrule.nodes).toHaveCount(13);
  await hold('d', 'Control');
  await expect(chainrule.nodes).toHaveCount(14);
  await hold('z', 'Control');
  await expect(chainrule.nodes).toHaveCount(12);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await chainrule.select('x');
  await hold('Delete');
  await expect(chainrule.nodes).toHaveCount(11);
  await hold('z', 'Control');
  await chainrule.select('x');
  const before = (await chainrule.places()).x;
  await hold('ArrowRight', 'Alt');
  await expect.poll(async () => (await chainrule.places()).x.x - before.x).toBe(4 * 22);
  // What a key opens does not get the key typed into it.
  await hold('c');
  const field = chainrule.dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  await hold('c');
  await expect(field).toHaveValue('cccc');
});

test('nodes are aligned and distributed', async ({ page }) => {
  const chainrule = await openGraph(page, scattered);
  await page.keyboard.press('Control+a');
  await chainrule.choose('Arrange', 'Align left');
  await expect.poll(() => xs(chainrule)).toEqual([3, 3, 3]);
  await chainrule.choose('Arrange', 'Distribute vertically');
  await expect.poll(() => ys(chainrule)).toEqual([0, 200, 400]);
  await chainrule.choose('Arrange', 'Align bottoms');
  await expect.poll(() => ys(chainrule)).toEqual([400, 400, 400]);
  for (let i = 0; i < 3; i++) await chainrule.undo();
  await expect.poll(() => xs(chainrule)).toEqual([3, 210, 700]);
  await chainrule.choose('Arrange', 'Distribute horizontally');
  await expect.poll(() => xs(chainrule)).toEqual([3, 352, 700]);
});

test('keys move what is selected, as one undo entry', async ({ page }) => {
  const chainrule = await openGraph(page, scattered);
  await chainrule.select('a');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => (await chainrule.places()).a).toEqual({ x: 47, y: 110 });
  await chainrule.undo();
  await expect.poll(async () => (await chainrule.places()).a).toEqual({ x: 3, y: 0 });
});

test('what is dragged snaps to the grid, if wanted', async ({ page }) => {
  const chainrule = await openGraph(page, scattered);
  await chainrule.choose('Arrange', 'Snap to grid');
  const from = await edgeOfNode(chainrule, 'c');
  await chainrule.drag(from, { x: from.x + 61, y: from.y + 35 });
  await expect.poll(async () => (await chainrule.places()).c).not.toEqual({ x: 210, y: 90 });
  const { x, y } = (await chainrule.places()).c;
  expect([x % 22, y % 22]).toEqual([0, 0]);
  await page.reload();
  await chainrule.settle();
  await page.getByRole('banner').getByText('Arrange').click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Snap to grid' })).toBeChecked();
});

test('selected nodes become a group, and come out of it', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('y');
  await page.keyboard.press('u');
  await page.keyboard.press('Control+g');
  const group = page.locator('.react-flow__node[data-id^="group:"]');
  await expect(group).toHaveCount(1);
  await page.keyboard.press('Control+.');
  await expect(chainrule.node('y')).toHaveCount(0);
  await page.keyboard.press('Control+.');
  await expect(chainrule.node('y')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+g');
  await expect(group).toHaveCount(0);
  await expect(chainrule.nodes).toHaveCount(12);
});

test('the sheet of shortcuts has all of them, by menu, and can be searched', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.keyboard.press('?');
  for (const menu of ['File', 'Edit', 'Select', 'Insert', 'Arrange', 'View', 'Run', 'Help']) {
    await expect(chainrule.dialog.getByRole('heading', { name: menu, exact: true })).toBeVisible();
  }
  await chainrule.dialog.getByRole('searchbox').fill('对齐');
  await expect(chainrule.dialog.getByText('No shortcut is called that.')).toBeVisible();
  await chainrule.dialog.getByRole('searchbox').fill('alt + drag');
  await expect(chainrule.dialog.getByRole('term')).toHaveText(['Take out of its group']);
  await chainrule.dialog.getByRole('searchbox').fill('复制');
  await expect(chainrule.dialog.getByRole('term')).toHaveText(['Copy']);
});

async function openPalette({ page, dialog }: Chainrule): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('combobox')).toBeFocused();
}

function options(page: Page) {
  return page.getByRole('option');
}

function items(page: Page) {
  return page.getByRole('menu').locator('[role^=menuitem]');
}

function selected(page: Page) {
  return page.locator('.react-flow__node.selected');
}

async function idsOf(nodes: ReturnType<typeof selected>): Promise<(string | null)[]> {
  const ids = await nodes.evaluateAll((all) => all.map((node) => node.getAttribute('data-id')));
  return ids.sort();
}

async function rightClick(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.click(x, y, { button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
}

/** A point on a node where nothing of it can be edited. */
async function edgeOfNode(chainrule: Chainrule, id: string) {
  const { x, y, width, height } = await boxOf(chainrule.node(id));
  return { x: x + 0.32 * width, y: y + 0.06 * height };
}

/** A point on an edge, away from its numbers. */
function pointOnWire(chainrule: Chainrule, id: string) {
  const path = chainrule.wire(id).locator('path').first();
  return path.evaluate((element: SVGPathElement) => {
    const { x, y } = element.getPointAtLength(0.15 * element.getTotalLength());
    const { a, d, e, f } = element.getScreenCTM() ?? new DOMMatrix();
    return { x: a * x + e, y: d * y + f };
  });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

function copyText(page: Page, text: string): Promise<void> {
  return page.evaluate((it) => navigator.clipboard.writeText(it), text);
}

async function xs(chainrule: Chainrule): Promise<number[]> {
  const { a, c, e } = await chainrule.places();
  return [a.x, c.x, e.x];
}

async function ys(chainrule: Chainrule): Promise<number[]> {
  const { a, c, e } = await chainrule.places();
  return [a.y, c.y, e.y];
}
