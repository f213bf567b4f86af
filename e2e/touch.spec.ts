import type { Page } from '@playwright/test';
import { boxOf, expect, middleOf, openGraph, openPage, type Point, test } from './page.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

test('an operation is added by a tap and by a drag with the finger', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.paletteItem('add').tap();
  await expect(chainrule.node('v')).toBeVisible();
  await expect(chainrule.nodes).toHaveCount(13);

  const canvas = await boxOf(page.locator('.react-flow'));
  const spot = { x: canvas.x + 300, y: canvas.y + 60 };
  await swipe(page, await middleOf(chainrule.paletteItem('multiply')), spot);
  await expect(chainrule.nodes).toHaveCount(14);
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
  const after = await chainrule.places();
  expect(after.s.y - before.s.y).toBeGreaterThan(40);
  expect(after.a).toEqual(before.a);

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
  const after = await boxOf(chainrule.node('z'));
  expect(after.x - x).toBeGreaterThan(60);
  expect(after.y - y).toBeGreaterThan(35);
  expect(await chainrule.places()).toEqual(places);
});

/** Draws a finger across the page. */
async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const steps = 8;
  await touch('touchStart', from);
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    await touch('touchMove', {
      x: from.x + part * (to.x - from.x),
      y: from.y + part * (to.y - from.y),
    });
  }
  await touch('touchEnd');
  await session.detach();
}
