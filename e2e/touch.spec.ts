import type { Page } from '@playwright/test';
import { boxOf, expect, middleOf, openGraph, openPage, type Point, test } from './page.ts';
import { screens } from './screens.ts';
import { smallTargets } from './targets.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

test('an operation is added by a tap and by a drag with the finger', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.paletteItem('add').tap();
  await expect(chainrule.node('v')).toBeVisible();
  await expect(chainrule.nodes).toHaveCount(13);
  await chainrule.settle();

  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 0.8 * canvas.width, y: canvas.y + 90 };
  await swipe(page, await middleOf(chainrule.paletteItem('multiply')), spot);
  await expect(chainrule.nodes).toHaveCount(14);
  await chainrule.settle();
  const { x, y } = await middleOf(chainrule.node('v2'));
  expect(Math.hypot(x - spot.x, y - spot.y)).toBeLessThan(5);
});

test('the palette scrolls under the finger and adds nothing', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.setViewportSize({ width: 1024, height: 360 });
  const { x, y } = await middleOf(chainrule.paletteItem('multiply'));
  await swipe(page, { x, y }, { x, y: y - 120 });
  await expect
    .poll(() =>
      page
        .getByRole('complementary')
        .first()
        .evaluate((palette) => palette.scrollTop),
    )
    .toBeGreaterThan(20);
  await expect(chainrule.nodes).toHaveCount(12);
});

test('nodes are moved, wires drawn and numbers scrubbed with the finger', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 's', op: 'square' },
  ]);
  await swipe(
    page,
    await middleOf(chainrule.port('a', 'out')),
    await middleOf(chainrule.port('s', 0)),
  );
  await chainrule.expectEdge('a->s:0', '2', '4');

  const before = await chainrule.places();
  const box = await boxOf(chainrule.node('s'));
  const grip = { x: box.x + 0.32 * box.width, y: box.y + 0.06 * box.height };
  await swipe(page, grip, { x: grip.x + 50, y: grip.y + 90 });
  await expect.poll(async () => (await chainrule.places()).s.y - before.s.y).toBeGreaterThan(40);
  expect((await chainrule.places()).a).toEqual(before.a);

  const number = await middleOf(chainrule.value('a'));
  await swipe(page, number, { x: number.x + 20, y: number.y });
  await expect(chainrule.value('a')).toHaveText('7');
  await expect(chainrule.value('s')).toHaveText('49');
  await chainrule.value('a').tap();
  await expect(chainrule.node('a').getByRole('textbox')).toBeFocused();
});

test('one finger moves the view', async ({ page }) => {
  const chainrule = await openPage(page);
  const places = await chainrule.places();
  const { x, y } = await boxOf(chainrule.node('z'));
  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 200, y: canvas.y + 60 };
  await swipe(page, spot, { x: spot.x + 80, y: spot.y + 50 });
  await expect.poll(async () => (await boxOf(chainrule.node('z'))).x - x).toBeGreaterThan(60);
  expect((await boxOf(chainrule.node('z'))).y - y).toBeGreaterThan(35);
  expect(await chainrule.places()).toEqual(places);
});

test('two fingers zoom', async ({ page }) => {
  const chainrule = await openPage(page);
  const before = await boxOf(chainrule.node('z'));
  const canvas = await boxOf(page.locator('.react-flow'));
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + 80 };
  const finger = await fingers(page);
  const spread = (by: number) => [
    { x: middle.x - by, y: middle.y },
    { x: middle.x + by, y: middle.y },
  ];
  await finger('touchStart', ...spread(40));
  for (let by = 50; by <= 100; by += 10) await finger('touchMove', ...spread(by));
  await finger('touchEnd');
  await expect
    .poll(async () => (await boxOf(chainrule.node('z'))).width)
    .toBeGreaterThan(1.5 * before.width);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a long press opens the context menu, and does nothing else', async ({ page }) => {
  const chainrule = await openPage(page);
  const finger = await fingers(page);
  const places = await chainrule.places();
  const spot = await middleOf(chainrule.value('w'));
  await finger('touchStart', spot);
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete', exact: true })).toBeVisible();
  // Trembling and letting go neither moves the node nor opens its number, nor shuts the menu.
  await finger('touchMove', { x: spot.x + 30, y: spot.y + 30 });
  await finger('touchEnd');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(chainrule.node('w').getByRole('textbox')).toHaveCount(0);
  await expect(chainrule.value('w')).toHaveText('3');
  expect(await chainrule.places()).toEqual(places);
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).tap();
  await expect(chainrule.node('w')).toHaveCount(0);
});

test('a finger that rests is a long press, one that moves is none', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.clock.install();
  const finger = await fingers(page);
  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 200, y: canvas.y + 60 };
  // The page's own clock goes on by more than the longest long press.
  await finger('touchStart', spot);
  await page.clock.runFor(2000);
  await expect(page.getByRole('menu')).toBeVisible();
  await finger('touchEnd');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  const { x } = await boxOf(chainrule.node('z'));
  await finger('touchStart', spot);
  for (let by = 5; by <= 40; by += 5) await finger('touchMove', { x: spot.x + by, y: spot.y });
  await expect.poll(async () => (await boxOf(chainrule.node('z'))).x - x).toBeGreaterThan(20);
  await page.clock.runFor(2000);
  await chainrule.drawn();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await finger('touchEnd');
});

test('two taps connect: a port lights, then a port or a node takes the wire', async ({ page }) => {
  const chainrule = await openGraph(
    page,
    [
      { id: 'a', op: 'parameter', value: 2 },
      { id: 'b', op: 'parameter', value: 5 },
      { id: 'd', op: 'subtract' },
    ],
    { output: 'd' },
  );
  const lit = page.locator('[data-wire]');
  await chainrule.port('a', 'out').tap();
  await expect(lit).toHaveCount(1);
  await chainrule.port('d', 1).tap();
  await expect(chainrule.edge('a->d:1')).toBeAttached();
  await expect(lit).toHaveCount(0);

  // A node takes it at its first free port.
  await chainrule.port('b', 'out').tap();
  const box = await boxOf(chainrule.node('d'));
  await page.touchscreen.tap(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
  await chainrule.expectEdge('b->d:0', '5', '1');
  await expect(chainrule.value('d')).toHaveText('3');

  // From an operand to the node it comes from, even to its number.
  await chainrule.port('d', 1).tap();
  await chainrule.value('b').tap();
  await chainrule.expectEdge('b->d:1', '5', '-1');
  await expect(chainrule.node('b').getByRole('textbox')).toHaveCount(0);

  // A tap elsewhere lets go, and so does Esc.
  await chainrule.port('a', 'out').tap();
  await expect(lit).toHaveCount(1);
  const canvas = await boxOf(page.locator('.react-flow'));
  await page.touchscreen.tap(canvas.x + 200, canvas.y + 60);
  await expect(lit).toHaveCount(0);
  await chainrule.port('a', 'out').click();
  await expect(lit).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(lit).toHaveCount(0);
  await chainrule.port('a', 'out').click();
  await chainrule.port('d', 0).click();
  await chainrule.expectEdge('a->d:0', '2', '1');

  // Nor does a click on a number open it while a wire is begun.
  await chainrule.port('d', 1).click();
  await chainrule.value('a').click();
  await chainrule.expectEdge('a->d:1', '2', '-1');
  await expect(chainrule.node('a').getByRole('textbox')).toHaveCount(0);
});

test('a double tap on the empty canvas asks what to add', async ({ page }) => {
  await openPage(page);
  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 200, y: canvas.y + 60 };
  await page.touchscreen.tap(spot.x, spot.y);
  await page.touchscreen.tap(spot.x + 3, spot.y + 2);
  await expect(page.locator('.canvas textarea')).toBeFocused();
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });

  test('a graph is opened, connected by taps and changed from the menu', async ({ page }) => {
    const chainrule = await openGraph(page, [
      { id: 'a', op: 'parameter', value: 2 },
      { id: 's', op: 'square' },
    ]);
    await chainrule.port('a', 'out').tap();
    await expect(page.getByRole('status')).toContainText('现在点按一个操作数端口或节点');
    await chainrule.port('s', 0).tap();
    await chainrule.expectEdge('a->s:0', '2', '4');
    const finger = await fingers(page);
    const box = await boxOf(chainrule.node('s'));
    await finger('touchStart', { x: box.x + 0.5 * box.width, y: box.y + 4 });
    await expect(page.getByRole('menu')).toBeVisible();
    await finger('touchEnd');
    await page.getByRole('menuitem', { name: '删除', exact: true }).tap();
    await expect(chainrule.node('s')).toHaveCount(0);
  });
});

/** Where fingers are likely: everything but the drawing itself, which is zoomed as one likes. */
const chrome =
  'header, aside, [role=toolbar], main ~ section, [role=dialog], [role=menu], [role=tablist]';

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
]) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('what is tapped is large enough for a finger', async ({ page }) => {
      test.setTimeout(120_000);
      const chainrule = await openPage(page);
      await expect(page.getByRole('slider')).toBeVisible();
      const names = [
        ...['the first screen', 'an operation selected', 'a leaf selected', 'menu 1'],
        'a direct solution beside the descent',
      ];
      for (const screen of screens.filter(({ name }) => names.includes(name))) {
        await screen.show(chainrule);
        expect.soft(await smallTargets(page, 44, chrome), screen.name).toEqual([]);
        await screen.leave(chainrule);
      }
    });
  });
}

test('ports have room for a finger and do not overlap', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 2 },
    { id: 'm', op: 'multiply', inputs: ['a', null] },
    { id: 's', op: 'square' },
  ]);
  await page.keyboard.press('Control+0');
  await chainrule.settle();
  /** How far up, down and outwards of its middle a port is still hit. */
  const reach = (id: string, port: number | 'out') =>
    chainrule.port(id, port).evaluate((handle) => {
      const { x, y, width, height } = handle.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      const far = (dx: number, dy: number) => {
        let by = 0;
        while (
          by < 60 &&
          document.elementFromPoint(middle.x + by * dx, middle.y + by * dy) === handle
        )
          by++;
        return by;
      };
      return { high: far(0, -1) + far(0, 1), wide: far(1, 0) + far(-1, 0) };
    });
  for (const [id, port, high] of [
    ['a', 'out', 44],
    ['s', 0, 44],
    ['m', 0, 24],
    ['m', 1, 24],
  ] as const) {
    const found = await reach(id, port);
    expect(found.high, `${id} ${port}`).toBeGreaterThanOrEqual(high - 1);
    expect(found.wide, `${id} ${port}`).toBeGreaterThanOrEqual(43);
  }
});

type Finger = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...touchPoints: Point[]
) => Promise<unknown>;

/** Fingers on the page: where they come down, go and are lifted. */
async function fingers(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  return (type, ...points) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
}

/** Draws a finger across the page. */
async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const finger = await fingers(page);
  const steps = 8;
  await finger('touchStart', from);
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    await finger('touchMove', {
      x: from.x + part * (to.x - from.x),
      y: from.y + part * (to.y - from.y),
    });
  }
  await finger('touchEnd');
}
