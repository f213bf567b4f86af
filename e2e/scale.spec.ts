import type { Page } from '@playwright/test';
import {
  boxOf,
  type Chainrule,
  expect,
  graphFile,
  middleOf,
  openPage,
  type Point,
  test,
} from './page.ts';
import { largeGraph, placeOf, rows } from './scaleGraph.ts';

const size = 3_000;

test('a graph of 3,000 nodes opens with what is in view, and panning shows what follows', async ({
  page,
}) => {
  const chainrule = await openLarge(page);
  await chainrule.expectEdge('n0->n50:0', '1', '0');
  expect(await chainrule.nodes.count()).toBeLessThan(400);
  await expect(chainrule.node(`n${20 * rows}`)).toHaveCount(0);
  for (let i = 0; i < 6; i++) await pan(chainrule, { x: -420, y: 0 });
  await expect(chainrule.value(`n${20 * rows}`)).toHaveText('3');
  expect(await chainrule.nodes.count()).toBeLessThan(400);
  // What was left behind is there again on the way back.
  await page.keyboard.press('f');
  await chainrule.settle();
  await zoomAt(chainrule, await pointOf(chainrule, 0), 0.6);
  await expect(chainrule.value('n0')).toHaveText('1');
});

test('a file of thousands of leaves without places is laid out at once and lists some of them', async ({
  page,
}) => {
  const leaves = Array.from({ length: 4500 }, (_, i) => ({
    id: `x${i}`,
    op: 'parameter',
    value: i % 7,
    position: undefined,
  }));
  const sums = [0, 1].map((k) => ({
    id: `s${k}`,
    op: 'add',
    inputs: leaves.filter((_, i) => i % 2 === k).map(({ id }) => id),
    position: undefined,
  }));
  const chainrule = await openPage(page);
  await chainrule.dropFile('many.json', graphFile([...leaves, ...sums], { output: 's1' }));
  const { panel } = chainrule;
  await expect(panel).toContainText('And 4300 more: they are in the outline.');
  await expect(panel.getByRole('listitem')).toHaveCount(200);
  await expect(panel.getByRole('combobox', { name: 'Output' }).locator('option')).toHaveText([
    /./,
    's0',
    's1',
  ]);
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(panel).toContainText(
    'This graph has 4,502 nodes; exercises are made of graphs with',
  );
});

test('from afar nodes are boxes; the one under the pointer shows its numbers and can be taken', async ({
  page,
}) => {
  const chainrule = await openFar(page);
  await expect(page.locator('.canvas [data-role="value"]:visible')).toHaveCount(0);
  expect(await paintedPixels(page)).toBeGreaterThan(1000);

  const at = await pointOf(chainrule, 1234);
  await page.mouse.move(at.x, at.y);
  await expect(chainrule.value('n1234')).toHaveText(numberOf(1234));
  await expect(chainrule.value('n1234')).toBeVisible();
  await expect(others(chainrule)).toHaveCount(1);

  await page.mouse.click(at.x, at.y);
  await expect(chainrule.node('n1234')).toHaveClass(/selected/);
  await expect(chainrule.panel).toContainText('n1234');

  // Dragged without having been selected, as undo tells: one entry, one node.
  const { x, y } = await pointOf(chainrule, 700);
  await page.mouse.move(x, y);
  await expect(chainrule.node('n700')).toBeVisible();
  await chainrule.drag({ x, y }, { x: x + 40, y: y + 90 });
  const moved = await placeOn(chainrule, 'n700');
  expect(moved.x).toBeGreaterThan(placeOf(700).x + 400);
  expect(moved.y).toBeGreaterThan(placeOf(700).y + 900);
  await chainrule.undo();
  await expect.poll(() => placeOn(chainrule, 'n700')).toEqual(placeOf(700));
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('from afar a frame marks all it holds, and all of it moves and is deleted together', async ({
  page,
}) => {
  const chainrule = await openFar(page);
  const [first, last] = [10 * rows + 10, 19 * rows + 19];
  await page.keyboard.down('Shift');
  const from = await pointOf(chainrule, first, { x: -20, y: -20 });
  await chainrule.drag(from, await pointOf(chainrule, last, { x: 200, y: 100 }));
  await page.keyboard.up('Shift');
  await expect(chainrule.panel).toContainText('100 nodes selected');

  const inside = 14 * rows + 14;
  const grip = await pointOf(chainrule, inside);
  await page.mouse.move(grip.x, grip.y);
  await expect(chainrule.node(`n${inside}`)).toBeVisible();
  await chainrule.drag(grip, { x: grip.x, y: grip.y + 200 });
  // Another one of them is where it went with the others: far below where it was.
  const scale = (await view(page)).zoom;
  const other = await pointOf(chainrule, 12 * rows + 12);
  await page.mouse.move(other.x, other.y + 200);
  await expect(chainrule.node(`n${12 * rows + 12}`)).toBeVisible();
  const moved = await placeOn(chainrule, `n${12 * rows + 12}`);
  expect(moved.y - placeOf(12 * rows + 12).y).toBeCloseTo(200 / scale, -2);

  await chainrule.undo();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(chainrule.panel).toContainText('100 nodes selected');
  // A click elsewhere unmarks those that are not drawn, too.
  const single = await pointOf(chainrule, 40 * rows);
  await page.mouse.move(single.x, single.y);
  await page.mouse.click(single.x, single.y);
  await expect(chainrule.panel).toContainText(`n${40 * rows}`);
  await page.mouse.click(single.x, 110);
  await expect(chainrule.panel).toContainText('Untitled graph');
});

test('the number of a leaf reaches everything that is in view', async ({ page }) => {
  const chainrule = await openLarge(page);
  await chainrule.setValue('n1', '77');
  await chainrule.expectEdge('n1->n51:0', '77', '0');
  await expect(chainrule.value('n51')).toHaveText('77');
  await expect(chainrule.value('n50')).toHaveText('77');
  await expect(chainrule.value('n150')).toHaveText('77');
  await page.keyboard.press('f');
  await chainrule.settle();
  const far = await pointOf(chainrule, 30 * rows);
  await page.mouse.move(far.x, far.y);
  await expect(chainrule.value(`n${30 * rows}`)).toHaveText('77');
});

test('what has the focus or is selected stays, however far the view goes', async ({ page }) => {
  const chainrule = await openLarge(page);
  await chainrule.select('n50');
  // The focus goes with the second one, the first one is selected alone.
  await page.keyboard.down('Shift');
  await chainrule.select('n51');
  await page.keyboard.up('Shift');
  for (let i = 0; i < 5; i++) await pan(chainrule, { x: -420, y: 0 });
  for (const id of ['n50', 'n51']) await expect(chainrule.node(id)).toHaveClass(/selected/);
  await page.keyboard.press('Shift+F');
  await chainrule.settle();
  for (const id of ['n50', 'n51']) await expect(chainrule.node(id)).toBeInViewport();
  const { width } = await boxOf(chainrule.node('n50'));
  expect(width).toBeGreaterThan(150);
});

test('steps light up on a graph seen from afar', async ({ page }) => {
  const chainrule = await openFar(page);
  const before = await paintedPixels(page, 'accent');
  await page.getByRole('tab', { name: 'Step' }).click();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect.poll(() => paintedPixels(page, 'accent')).toBeGreaterThan(before);
  await expect(others(chainrule)).toHaveCount(0);
});

test('the minimap shows the part in view and moves it', async ({ page }) => {
  const chainrule = await openLarge(page);
  const map = page.getByRole('img', { name: 'Minimap' });
  await expect(map).toBeVisible();
  const { x, y, width, height } = await boxOf(map);
  await page.mouse.click(x + 0.9 * width, y + 0.8 * height);
  await expect(chainrule.node('n0')).not.toBeInViewport();
  await expect(chainrule.value(`n${54 * rows + 40}`)).toBeVisible();
  const frame = await middleOf(map.locator('[data-part="view"]'));
  expect(frame.x).toBeCloseTo(x + 0.9 * width, -1);
  await chainrule.drag(frame, { x: x + 0.06 * width, y: y + 0.08 * height });
  await expect(chainrule.node('n0')).toBeInViewport();

  // It is of no use while all is in view, and kept away once it is not wanted.
  await page.keyboard.press('f');
  await expect(map).toHaveCount(0);
  await chainrule.choose('View', 'Minimap of graphs larger than the view');
  await page.keyboard.press('Control+0');
  await chainrule.settle();
  await expect(map).toHaveCount(0);
  await page.reload();
  await expect(chainrule.nodes.first()).toBeVisible();
  await chainrule.settle();
  await expect(map).toHaveCount(0);
});

test('a small graph seen from afar hides its numbers, but not those of what is selected', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await expect(chainrule.value('z')).toBeVisible();
  await expect(numberOn(chainrule, 'x->z:0')).toBeVisible();
  const pane = await boxOf(page.locator('.react-flow__pane'));
  await page.mouse.move(pane.x + 40, pane.y + 40);
  await page.mouse.wheel(0, 900);
  await expect(chainrule.value('z')).toBeHidden();
  await expect(numberOn(chainrule, 'x->z:0')).toBeHidden();
  // Still there for whoever reads the page and not its picture.
  await chainrule.expectNode('z', '162', '1');
  await chainrule.expectEdge('x->z:0', '18', '9');
  const { x, y } = await middleOf(chainrule.node('z'));
  await page.mouse.move(x, y);
  await expect(chainrule.value('z')).toBeVisible();
  await page.mouse.click(x, y);
  await page.mouse.move(pane.x + 40, pane.y + 40);
  await expect(chainrule.value('z')).toBeVisible();
  await expect(chainrule.value('y')).toBeHidden();
});

test('a problem is red from afar', async ({ page }) => {
  const chainrule = await openPage(page);
  const wrong = [
    { id: 'a', op: 'input', value: -1, position: { x: 0, y: 0 } },
    { id: 'l', op: 'ln', inputs: ['a'], position: { x: 300, y: 0 } },
    { id: 's', op: 'sqrt', inputs: [null], position: { x: 300, y: 200 } },
  ];
  await chainrule.dropFile('wrong.json', graphFile(wrong));
  await chainrule.expectNodes(['a', 'l', 's']);
  const pane = await boxOf(page.locator('.react-flow__pane'));
  await page.mouse.move(pane.x + 40, pane.y + 40);
  await page.mouse.wheel(0, 1400);
  await expect(chainrule.value('a')).toBeHidden();
  const red = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--wrong').trim(),
  );
  const rings = (id: string) => ringOf(chainrule, id, red);
  await expect.poll(() => rings('l')).toBe(true);
  // What is only not finished is no mistake.
  expect(await rings('s')).toBe(false);
  expect(await rings('a')).toBe(false);
});

test('a tap finds a node of a large graph from afar', async ({ page }) => {
  const chainrule = await openFar(page);
  const at = await pointOf(chainrule, 777);
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: Point[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [at]);
  await touch('touchEnd', []);
  await expect(chainrule.node('n777')).toHaveClass(/selected/);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the minimap and its command, and zooming to what is selected', async ({ page }) => {
    const chainrule = await openLarge(page);
    await expect(page.getByRole('img', { name: '小地图' })).toBeVisible();
    await chainrule.select('n50');
    await chainrule.choose('视图', '缩放到所选内容');
    await chainrule.settle();
    expect((await boxOf(chainrule.node('n50'))).width).toBeGreaterThan(150);
    await chainrule.choose('视图', '图超出视野时显示小地图');
    await expect(page.getByRole('img', { name: '小地图' })).toHaveCount(0);
  });
});

async function openLarge(page: Page): Promise<Chainrule> {
  const chainrule = await openPage(page);
  const file = graphFile(largeGraph(size), { output: `n${size - 1}` });
  await chainrule.dropFile('large.json', file);
  await expect(chainrule.node('n0')).toBeVisible();
  await chainrule.settle();
  return chainrule;
}

async function openFar(page: Page): Promise<Chainrule> {
  const chainrule = await openLarge(page);
  await page.keyboard.press('f');
  await expect(others(chainrule)).toHaveCount(0);
  await chainrule.settle();
  return chainrule;
}

/** The nodes that are drawn besides the one that Tab comes to, which is always in the page. */
function others(chainrule: Chainrule) {
  return chainrule.page.locator('.react-flow__node:not([tabindex="0"])');
}

/** The value of a node of the large graph: that of the largest leaf it depends on. */
function numberOf(i: number): string {
  const row = Math.min(rows - 1, (i % rows) + Math.floor(i / rows));
  return String((10 + row) / 10);
}

function numberOn(chainrule: Chainrule, edge: string) {
  return chainrule.edge(edge).locator('[data-role="value"]');
}

async function view(page: Page) {
  const matrix = await page
    .locator('.react-flow__viewport')
    .evaluate((viewport) => getComputedStyle(viewport).transform);
  const [zoom, , , , x, y] = matrix.slice('matrix('.length, -1).split(',').map(Number);
  return { zoom, x, y };
}

/** Where a node of the large graph is in the window, or a point at some distance from its corner. */
async function pointOf(chainrule: Chainrule, i: number, by: Point = { x: 60, y: 30 }) {
  const { zoom, x, y } = await view(chainrule.page);
  const box = await boxOf(chainrule.page.locator('.react-flow'));
  const place = placeOf(i);
  return { x: box.x + x + zoom * (place.x + by.x), y: box.y + y + zoom * (place.y + by.y) };
}

async function placeOn(chainrule: Chainrule, id: string): Promise<Point> {
  return (await chainrule.places())[id];
}

/** Drags the canvas itself, from a point between the columns. */
async function pan(chainrule: Chainrule, { x, y }: Point): Promise<void> {
  const box = await boxOf(chainrule.page.locator('.react-flow'));
  const from = { x: box.x + box.width - 60, y: box.y + 20 };
  await chainrule.drag(from, { x: from.x + x, y: from.y + y });
}

/** Turns the wheel over a point until the view has about this zoom. */
async function zoomAt(chainrule: Chainrule, { x, y }: Point, zoom: number): Promise<void> {
  const now = (await view(chainrule.page)).zoom;
  await chainrule.page.mouse.move(x, y);
  await chainrule.page.mouse.wheel(0, -500 * Math.log2(zoom / now));
  await chainrule.settle();
}

/** How many pixels of the backdrop are painted, in any colour or near that of a design token. */
function paintedPixels(page: Page, token?: string): Promise<number> {
  return page.locator('canvas.canvas-backdrop').evaluate((element, token) => {
    const canvas = element as HTMLCanvasElement;
    const context = canvas.getContext('2d');
    if (context === null) return 0;
    const probe = document.createElement('canvas').getContext('2d');
    let wanted: Uint8ClampedArray | undefined;
    if (token !== undefined && probe !== null) {
      probe.fillStyle = getComputedStyle(canvas).getPropertyValue(`--${token}`);
      probe.fillRect(0, 0, 1, 1);
      wanted = probe.getImageData(0, 0, 1, 1).data;
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 40) continue;
      const [r, g, b] = wanted ?? [data[i], data[i + 1], data[i + 2]];
      const away = Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b);
      if (away < 60) count++;
    }
    return count;
  }, token);
}

/** Whether a node has a ring in this colour around it. */
function ringOf(chainrule: Chainrule, id: string, colour: string): Promise<boolean> {
  return chainrule.node(id).evaluate((node, wanted) => {
    const probe = document.createElement('span');
    probe.style.color = wanted;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return [...node.children].some((part) => getComputedStyle(part).boxShadow.startsWith(color));
  }, colour);
}
