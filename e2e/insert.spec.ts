import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, middleOf, openGraph, type Point, test } from './page.ts';
import { expectApart, QuickAdd } from './quickAdding.ts';

const a = { id: 'a', op: 'parameter', value: 2 };

test.describe('on an edge', () => {
  const between = [
    { ...a, position: { x: 0, y: 40 } },
    { id: 's', op: 'square', inputs: ['a'], position: { x: 240, y: 36 } },
  ];

  test('the plus inserts an operation and makes room for it', async ({ page }) => {
    const chainrule = await openGraph(page, between);
    const add = new QuickAdd(page);
    await hoverWire(chainrule, 'a->s:0');
    await page.getByRole('button', { name: 'Insert on this edge' }).click();
    await expect(add.box).toContainText('Goes between a and s');
    await expect(add.option('Input')).toHaveCount(0);
    await page.keyboard.type('negate');
    await page.keyboard.press('Enter');
    await expect(chainrule.edge('a->v:0')).toBeAttached();
    await expect(chainrule.edge('v->s:0')).toBeAttached();
    await expect(chainrule.edge('a->s:0')).toHaveCount(0);
    await expect(chainrule.node('v')).toBeFocused();
    await expect(chainrule.value('v')).toHaveText('-2');
    await expectApart(chainrule);
    await chainrule.undo();
    await expect(chainrule.edge('a->s:0')).toBeAttached();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('a marked edge is what N and the menu insert on', async ({ page }) => {
    const chainrule = await openGraph(page, between);
    const add = new QuickAdd(page);
    await chainrule.wire('a->s:0').focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Insert on this edge' })).toBeVisible();
    await page.keyboard.press('n');
    await expect(add.box).toContainText('Goes between a and s');
    await page.keyboard.press('Escape');
    await chainrule.choose('Insert', 'Insert on this edge…');
    await expect(add.box).toContainText('Goes between a and s');
    await page.keyboard.type('3a + 1');
    await expect(add.build).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(chainrule.value('s')).toHaveText('49');
    await expect(chainrule.edge('a->s:0')).toHaveCount(0);
  });

  test('a node is dropped from the canvas, in one undo entry', async ({ page }) => {
    const chainrule = await openGraph(page, [
      ...between,
      { id: 'n', op: 'negate', position: { x: 100, y: 240 } },
      { id: 'f', op: 'square', inputs: ['s'], position: { x: 240, y: 240 } },
    ]);
    const line = chainrule.wire('a->s:0').locator('path').first();
    const middle = await middleOf(line);
    const before = await chainrule.places();

    // A node that has what it needs may lie on an edge: nothing happens to it.
    const full = await grip(chainrule, 'f');
    await dragOver(page, full.from, full.onto(middle));
    await expect(lit(chainrule, 'a->s:0')).toHaveCount(0);
    await page.mouse.up();
    await chainrule.undo();

    const open = await grip(chainrule, 'n');
    await dragOver(page, open.from, open.onto(middle));
    await expect(lit(chainrule, 'a->s:0')).toHaveCount(1);
    await page.mouse.up();
    await expect(chainrule.edge('a->n:0')).toBeAttached();
    await expect(chainrule.edge('n->s:0')).toBeAttached();
    await expect(lit(chainrule, 'n->s:0')).toHaveCount(0);
    await expectApart(chainrule, ['a', 'n', 's']);
    await chainrule.undo();
    await expect.poll(() => chainrule.places()).toEqual(before);
    await expect(chainrule.edge('a->s:0')).toBeAttached();
  });

  test('an operation is dropped from the palette', async ({ page }) => {
    const chainrule = await openGraph(page, between);
    const middle = await middleOf(chainrule.wire('a->s:0').locator('path').first());
    // A leaf takes nothing in.
    await dragOver(page, await middleOf(chainrule.paletteItem('parameter')), middle);
    await expect(lit(chainrule, 'a->s:0')).toHaveCount(0);
    await page.mouse.move(middle.x, middle.y + 260, { steps: 4 });
    await page.mouse.up();
    await expect(chainrule.node('w')).toBeAttached();

    await dragOver(page, await middleOf(chainrule.paletteItem('ln')), middle);
    await expect(lit(chainrule, 'a->s:0')).toHaveCount(1);
    await page.mouse.up();
    await expect(chainrule.edge('a->v:0')).toBeAttached();
    await expect(chainrule.edge('v->s:0')).toBeAttached();
    await expect(chainrule.value('v')).toHaveText('0.693147');
  });
});

/** Brings the pointer onto the line of an edge, where it shows its plus. */
async function hoverWire(chainrule: Chainrule, id: string): Promise<void> {
  const { x, y } = await middleOf(chainrule.wire(id).locator('path').first());
  await chainrule.page.mouse.move(x - 20, y);
  await chainrule.page.mouse.move(x - 14, y);
}

/** An edge that would take in what hovers over it. */
function lit(chainrule: Chainrule, id: string): Locator {
  return chainrule.wire(id).locator('[data-takes-drop]');
}

/** Where to take hold of a node, and where to bring it for its middle to lie on a point. */
async function grip(chainrule: Chainrule, id: string) {
  const box = await boxOf(chainrule.node(id));
  const from = { x: box.x + 0.32 * box.width, y: box.y + 6 };
  return {
    from,
    onto: ({ x, y }: Point) => ({
      x: x + from.x - (box.x + box.width / 2),
      y: y + from.y - (box.y + box.height / 2),
    }),
  };
}

/** Drags from one point to another and keeps the button held there. */
async function dragOver(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 1, from.y + 1);
  await page.mouse.move(to.x - 1, to.y, { steps: 6 });
  await page.mouse.move(to.x, to.y);
}
