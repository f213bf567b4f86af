import { readFileSync } from 'node:fs';
import { overlaps } from './overlaps.ts';
import { type Chainrule, expect, graphFile, holdBack, openPage, test } from './page.ts';
import { largeGraph, placeOf } from './scaleGraph.ts';

type Places = Awaited<ReturnType<Chainrule['places']>>;

/** A chain in which b stands left of a, with a node that is not to be moved and a note near c. */
const messy = [
  { id: 'a', op: 'input', value: 2, position: { x: 500, y: 0 } },
  { id: 'b', op: 'exp', inputs: ['a'], position: { x: 0, y: 20 } },
  { id: 'c', op: 'sin', inputs: ['b'], position: { x: 250, y: 400 } },
  { id: 'q', op: 'input', value: 1, position: { x: 700, y: 600 } },
];

async function openMessy(page: Chainrule['page'], more: object = {}): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await chainrule.dropFile('messy.json', graphFile(messy, { output: 'c', ...more }));
  await expect(chainrule.node('q')).toBeVisible();
  return chainrule;
}

function isInOrder({ a, b, c }: Places): boolean {
  return a.x < b.x && b.x < c.x;
}

for (const file of ['mlp-2-2-1', 'softmax-3-1-neg3', 'gate-xnor-scaled', 'stable-logits-bce']) {
  test(`no number of ${file} lies on anything once it is tidied`, async ({ page }) => {
    const chainrule = await openPage(page);
    const text = readFileSync(new URL(`../graphs/${file}.json`, import.meta.url), 'utf8');
    await chainrule.dropFile('dropped.json', text.replace(/, "position": \{[^}]*\}/g, ''));
    await expect(chainrule.edges.first()).toBeAttached();
    await chainrule.settle();
    await expect.poll(() => overlaps(page)).toEqual([]);
  });
}

test('tidying the selection leaves the rest where it is, as one undo entry', async ({ page }) => {
  const chainrule = await openMessy(page);
  const before = await chainrule.places();
  await chainrule.select('a');
  for (const id of ['b', 'c']) {
    await chainrule.node(id).click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
  }
  await chainrule.choose('Arrange', 'Tidy selection');
  await expect.poll(async () => isInOrder(await chainrule.places())).toBe(true);
  await chainrule.settle();
  expect((await chainrule.places()).q).toEqual(before.q);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('what stands in a group stays together, and a note goes with what it is near', async ({
  page,
}) => {
  const chainrule = await openMessy(page, {
    groups: [{ id: 'g', title: 'Inner', nodes: ['b', 'c'] }],
    notes: [{ id: 'n', text: 'about c', position: { x: 250, y: 500 } }],
  });
  const { c: before } = await chainrule.places();
  await page.keyboard.press('Shift+T');
  await expect.poll(async () => isInOrder(await chainrule.places())).toBe(true);
  await chainrule.settle();
  const box = await page.locator('[data-id="group:g"]').boundingBox();
  for (const [id, isIn] of [
    ['b', true],
    ['c', true],
    ['a', false],
    ['q', false],
  ] as const) {
    const node = await chainrule.node(id).boundingBox();
    const isInside =
      box !== null &&
      node !== null &&
      node.x + node.width > box.x &&
      node.x < box.x + box.width &&
      node.y + node.height > box.y &&
      node.y < box.y + box.height;
    expect([id, isInside]).toEqual([id, isIn]);
  }
  // The note went as far as its node did.
  const { c, 'note:n': note } = await chainrule.places();
  expect(Math.hypot(c.x - before.x, c.y - before.y)).toBeGreaterThan(100);
  expect({ x: Math.round(note.x - c.x), y: Math.round(note.y - c.y) }).toEqual({ x: 0, y: 100 });
});

test('a thousand nodes are laid out off the main thread, and a layout too late is dropped', async ({
  page,
}) => {
  const release = await holdBack(page, '**/dotWorker-*.js');
  const chainrule = await openPage(page);
  // From right to left: they have everything to gain from being tidied.
  const nodes = largeGraph(1000).map((node, i) => ({ ...node, position: placeOf(999 - i) }));
  await chainrule.dropFile('large.json', graphFile(nodes, { output: 'n999' }));
  await expect(chainrule.node('n0')).toBeVisible();
  await chainrule.settle();
  const before = await chainrule.places();
  await page.keyboard.press('Shift+T');
  await expect(chainrule.notice).toContainText('Laying out the graph');
  // The page goes on meanwhile: a number is changed, and what is asked for now is another layout.
  await chainrule.node('n0').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expect(chainrule.value('n0')).toHaveText('77');
  await page.keyboard.press('Shift+T');
  release();
  await expect.poll(async () => (await chainrule.places()).n0).not.toEqual(before.n0);
  await chainrule.undo();
  await expect.poll(async () => (await chainrule.places()).n0).toEqual(before.n0);
  await expect(chainrule.value('n0')).toHaveText('77');
  await chainrule.undo();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('without a worker, and where laying out takes too long, nodes stand in columns', async ({
  page,
}) => {
  await page.route('**/dotWorker-*.js', () => {});
  await page.clock.install({ time: 0 });
  const chainrule = await openMessy(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  await page.clock.pauseAt(600_000);
  await page.keyboard.press('Shift+T');
  // More of it passes than anybody waits, once the worker has been asked.
  await expect(async () => {
    await page.clock.runFor(1000);
    expect(isInOrder(await chainrule.places())).toBe(true);
  }).toPass({ intervals: [0], timeout: 30_000 });
  await undo.click();
  await expect(undo).toBeDisabled();

  await page.evaluate(() => {
    Object.assign(window, {
      Worker: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.clock.resume();
  await page.keyboard.press('Shift+T');
  await expect.poll(async () => isInOrder(await chainrule.places())).toBe(true);
});

test.describe('in Chinese, where motion is welcome', () => {
  test.use({ locale: 'zh-CN', contextOptions: { reducedMotion: 'no-preference' } });

  test('整理时节点滑到新位置', async ({ page }) => {
    // Time stands still but for what is let pass, so that no frame is too late to be seen.
    await page.clock.install({ time: 0 });
    const chainrule = await openMessy(page);
    await page.getByRole('banner').getByText('排列', { exact: true }).click();
    const item = page.getByRole('menu').getByText('自动整理', { exact: true });
    await expect(item).toBeVisible();
    await page.clock.pauseAt(600_000);
    await item.click();
    const seen = new Set<number>();
    const lookOn = async () => {
      await page.clock.runFor(40);
      const places = await chainrule.places();
      seen.add(Math.round(places.b.x));
      return isInOrder(places);
    };
    await expect.poll(lookOn, { intervals: [50], timeout: 30_000 }).toBe(true);
    expect(seen.size).toBeGreaterThan(2);
  });
});
