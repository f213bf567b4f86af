import type { Locator, Page } from '@playwright/test';
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

/** Two products of a shared input, their sum, and what is made of it. */
const nodes = [
  { id: 'x', op: 'input', value: 2, position: { x: 0, y: 100 } },
  { id: 'w', op: 'parameter', value: 3, position: { x: 300, y: -40 } },
  { id: 'p', op: 'multiply', inputs: ['x', 'w'], position: { x: 600, y: 0 } },
  { id: 'q', op: 'square', inputs: ['x'], position: { x: 600, y: 200 } },
  { id: 's', op: 'add', inputs: ['p', 'q'], position: { x: 900, y: 100 } },
  { id: 'free', op: 'exp', inputs: ['x'], position: { x: 300, y: 420 } },
];
const groups = [
  { id: 'layer', title: { en: 'Layer', 'zh-CN': '层' }, nodes: ['q'] },
  { id: 'unit', title: { en: 'Unit', 'zh-CN': '单元' }, nodes: ['w', 'p'], parent: 'layer' },
];

test('marked nodes become a named box, which moves them and is undone in one go', async ({
  page,
}) => {
  const chainrule = await open(page, []);
  await chainrule.select('p');
  await chainrule.node('q').click({ modifiers: ['Shift'], position: { x: 20, y: 8 } });
  await page.keyboard.press('Control+g');
  await expect(box(page, 'group1')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(box(page, 'group1').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Products');
  await page.keyboard.press('Enter');
  await expect(box(page, 'group1')).toContainText('Products');

  const before = await chainrule.places();
  await drag(chainrule, box(page, 'group1').getByText('Products'), { x: 40, y: 60 });
  await expect
    .poll(async () => moved(before, await chainrule.places()))
    .toEqual(['group:group1', 'p', 'q']);
  const after = await chainrule.places();
  expect(after.p.x - before.p.x).toBe(after.q.x - before.q.x);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(before);
  await chainrule.undo();
  await expect(box(page, 'group1')).not.toContainText('Products');
  await chainrule.undo();
  await expect(box(page, 'group1')).toHaveCount(0);
});

test('the panel of a group tells what crosses its border, not all that a node has', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  // Of the 63 of b, 27 come back by m2 and 36 by m3.
  for (const [marked, crossing] of [
    [
      ['m2', 'x'],
      ['m16∇ 9', 'c23∇ 36', 'b4∇ 27', 'x18∇ 9'],
    ],
    [
      ['b', 'm2'],
      ['c23∇ 36', 'm212∇ 9', 'b4∇ 36'],
    ],
  ] as const) {
    await page.keyboard.press('Escape');
    await chainrule.select(marked[0]);
    await chainrule.node(marked[1]).click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
    await page.keyboard.press('Control+g');
    await expect(chainrule.panel.getByText('What comes out')).toBeVisible();
    const rows = chainrule.panel.getByRole('listitem');
    await expect(rows).toHaveText(crossing);
    await chainrule.undo();
  }
});

test('a box is moved by its border, and clicks go through its ground', async ({ page }) => {
  const chainrule = await open(page);
  const before = await chainrule.places();
  const { x, y, height } = await boxOf(box(page, 'layer'));
  await chainrule.drag({ x, y: y + 0.8 * height }, { x: x - 30, y: y + 0.8 * height + 40 });
  await expect
    .poll(async () => moved(before, await chainrule.places()))
    .toEqual(['group:layer', 'group:unit', 'p', 'q', 'w']);
  const ground = await boxOf(box(page, 'layer'));
  await page.mouse.dblclick(ground.x + 0.3 * ground.width, ground.y + 0.9 * ground.height);
  await expect(page.getByRole('dialog', { name: 'Add to the graph' })).toBeVisible();
});

test('a collapsed group shows what crosses its border, and opens in its place', async ({
  page,
}) => {
  const chainrule = await open(page);
  const before = await chainrule.places();
  const unit = box(page, 'unit');
  await unit.getByRole('button', { name: 'Collapse group' }).click();
  await expect(chainrule.node('p')).toHaveCount(0);
  await expect(chainrule.edge('w->p:1')).toHaveCount(0);
  await chainrule.expectEdge('x->p:0', '2', '3');
  await chainrule.expectEdge('p->s:0', '6', '1');
  await expect(unit.locator('[data-role="value"]')).toHaveText('6');
  await expect(unit.locator('[data-role="gradient"]')).toHaveText('1');
  await chainrule.setValue('x', '5');
  await expect(unit.locator('[data-role="value"]')).toHaveText('15');
  await chainrule.undo();

  await drag(chainrule, unit.getByText('Unit'), { x: 0, y: -50 });
  await chainrule.undo();
  await unit
    .getByText('Unit')
    .locator('..')
    .dblclick({ position: { x: 120, y: 14 } });
  await expect.poll(() => chainrule.places()).toEqual(before);
});

test('a nested box closes with the one around it; Enter and Ctrl+. open and close', async ({
  page,
}) => {
  const chainrule = await open(page);
  await box(page, 'layer').getByRole('button', { name: 'Collapse group' }).first().click();
  await expect(box(page, 'unit')).toHaveCount(0);
  await expect(chainrule.edges).toHaveCount(5);
  await expect(box(page, 'layer')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page, 'unit')).toBeVisible();
  await page.keyboard.press('Control+.');
  await expect(box(page, 'unit')).toHaveCount(0);
  await page.reload();
  await expect(box(page, 'layer').getByRole('button', { name: 'Open group' })).toBeVisible();
  await expect(chainrule.node('q')).toHaveCount(0);
});

test('a node enters the box it is dropped on, stays in it, and leaves it by Alt', async ({
  page,
}) => {
  const chainrule = await open(page);
  const free = chainrule.node('free');
  const start = await chainrule.places();
  const goal = await boxOf(box(page, 'layer'));
  const from = await topOf(free);
  await chainrule.drag(from, { x: goal.x + 60, y: goal.y + goal.height - 14 });
  const entered = await boxOf(box(page, 'layer'));
  expect(entered.height).toBeGreaterThan(goal.height);

  await drag(chainrule, free, { x: -90, y: 30 });
  await expectWithin(free, box(page, 'layer'));

  const held = await topOf(free);
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.keyboard.down('Alt');
  await page.mouse.move(held.x + 3, held.y + 3);
  await page.mouse.move(held.x - 60, held.y + 140, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect((await boxOf(box(page, 'layer'))).height).toBeCloseTo(goal.height, 0);
  for (let i = 0; i < 3; i++) await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(start);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a box enters the box it is dropped on, stays in it, and leaves it by Alt', async ({
  page,
}) => {
  const both = [groups[0], { ...groups[1], parent: undefined, nodes: ['free'] }];
  const chainrule = await open(page, both);
  const start = await chainrule.places();
  const [layer, unit] = [box(page, 'layer'), box(page, 'unit')];
  const goal = await boxOf(layer);
  const title = await topOf(unit);
  await chainrule.drag(title, { x: goal.x + 40, y: goal.y + goal.height - 12 });
  await expectWithin(unit, layer);
  const entered = await chainrule.places();

  await drag(chainrule, unit, { x: -120, y: 40 });
  await expectWithin(unit, layer);

  const held = await topOf(unit);
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.keyboard.down('Alt');
  await page.mouse.move(held.x + 3, held.y + 3);
  await page.mouse.move(held.x - 40, held.y + 170, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect((await boxOf(layer)).height).toBeCloseTo(goal.height, 0);
  expect((await boxOf(unit)).y).toBeGreaterThan(goal.y + goal.height);
  await chainrule.undo();
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(entered);
  await chainrule.undo();
  await expect.poll(() => chainrule.places()).toEqual(start);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a box is taken out of the one around it by command', async ({ page }) => {
  const chainrule = await open(page);
  await box(page, 'unit').getByText('Unit').click();
  await chainrule.choose('Arrange', 'Take out of the group');
  const layer = await boxOf(box(page, 'layer'));
  expect((await boxOf(box(page, 'unit'))).y).toBeGreaterThan(layer.y + layer.height);
  await chainrule.undo();
  await expectWithin(box(page, 'unit'), box(page, 'layer'));
});

test('what is added in a box joins it: by double-click, from a wire, by formula', async ({
  page,
}) => {
  const chainrule = await open(page);
  const layer = box(page, 'layer');
  const add = page.getByRole('dialog', { name: 'Add to the graph' });
  const ground = async () => {
    const { x, y, width, height } = await boxOf(layer);
    return { x: x + 0.25 * width, y: y + height - 10 };
  };
  const enter = async (text: string, offered: Locator) => {
    await expect(add.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(text);
    await expect(offered).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(add).toHaveCount(0);
  };
  const { x, y } = await ground();
  await page.mouse.dblclick(x, y);
  await enter('tanh', add.getByRole('option', { name: 'Tanh' }));
  await expectWithin(chainrule.node('v'), layer);
  await chainrule.undo();
  await expect(chainrule.node('v')).toHaveCount(0);

  await chainrule.drag(await middleOf(chainrule.port('q', 'out')), await ground());
  await enter('sqrt', add.getByRole('option', { name: 'Square root' }));
  await expect(chainrule.edge('q->v:0')).toBeAttached();
  await expectWithin(chainrule.node('v'), layer);
  await chainrule.undo();
  await expect(chainrule.node('v')).toHaveCount(0);

  await page.mouse.dblclick(x, y);
  await enter('k = 2*w', add.getByRole('button', { name: 'Build' }));
  await expectWithin(chainrule.node('k'), layer);
  await chainrule.undo();
  await expect(chainrule.node('k')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a node is taken out of its group by command, to where it is seen to be out', async ({
  page,
}) => {
  // It stands between two that stay: where it was it would still seem to be inside.
  const chainrule = await open(page, [{ id: 'layer', nodes: ['w', 'p', 's'] }]);
  await chainrule.select('p');
  await chainrule.choose('Arrange', 'Take out of the group');
  await expect
    .poll(async () => {
      const layer = await boxOf(box(page, 'layer'));
      return (await boxOf(chainrule.node('p'))).y - layer.y - layer.height;
    })
    .toBeGreaterThan(0);
  await chainrule.undo();
  await expectWithin(chainrule.node('p'), box(page, 'layer'));
});

test('wires lead out of a card and into what is open in it', async ({ page }) => {
  const open3 = [...nodes, { id: 'm', op: 'multiply', inputs: ['w', null] }];
  const withOpen = [groups[0], { ...groups[1], nodes: ['w', 'p', 'm'], collapsed: true }];
  const chainrule = await open(page, withOpen, open3);
  const card = box(page, 'unit');
  const { drag } = chainrule;
  await drag.call(
    chainrule,
    await middleOf(chainrule.port('free', 'out')),
    await middleOf(card.locator('[data-handleid="m:1"]')),
  );
  await expect(chainrule.edge('free->m:1')).toBeAttached();
  await drag.call(
    chainrule,
    await middleOf(card.locator('[data-handleid="out:m"]')),
    await middleOf(chainrule.port('s', 2)),
  );
  await expect(chainrule.edge('m->s:2')).toBeAttached();
});

test('breadcrumbs tell where the selection is and lead there', async ({ page }) => {
  const chainrule = await open(page);
  const trail = page.getByRole('navigation', { name: 'Where the selection is' });
  await expect(trail).toHaveCount(0);
  await chainrule.select('p');
  await expect(trail.getByRole('button')).toHaveText(['Graph', 'Layer', 'Unit']);
  await trail.getByRole('button', { name: 'Layer' }).focus();
  await page.keyboard.press('Enter');
  await expect(box(page, 'layer')).toHaveClass(/selected/);
  await expect(trail.getByRole('button')).toHaveText(['Graph', 'Layer']);
  await chainrule.settle();
  const canvas = await boxOf(page.locator('.react-flow'));
  expect((await boxOf(box(page, 'layer'))).width).toBeGreaterThan(0.5 * canvas.width);
  await trail.getByRole('button', { name: 'Graph' }).click();
  await expect(trail).toHaveCount(0);
});

test('steps within a card light it, and practice looks inside', async ({ page }) => {
  const collapsed = [groups[0], { ...groups[1], collapsed: true }];
  const chainrule = await open(page, collapsed);
  const marks = box(page, 'unit').locator('[data-marks~="current"]');
  const next = page.getByRole('region', { name: 'Playback' }).getByRole('button', { name: 'Next' });
  await page.getByRole('tab', { name: 'Step' }).click();
  await next.click();
  await expect(marks).toHaveCount(0);
  await next.click();
  await expect(marks).toContainText('w');
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(chainrule.node('p')).toBeVisible();
  await expect(box(page, 'unit').getByRole('button')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(chainrule.node('p')).toHaveCount(0);
});

test.describe('by touch, in Chinese', () => {
  test.use({ locale: 'zh-CN', hasTouch: true });

  test('a box is moved, closed and renamed', async ({ page }) => {
    const chainrule = await open(page);
    const before = await chainrule.places();
    const title = box(page, 'unit').getByText('单元');
    await touchDrag(page, await middleOf(title), { x: 30, y: -50 });
    await expect
      .poll(async () => moved(before, await chainrule.places()))
      .toEqual(['group:layer', 'group:unit', 'p', 'w']);
    await box(page, 'unit').getByRole('button', { name: '折叠分组' }).tap();
    await expect(chainrule.node('p')).toHaveCount(0);
    await page.keyboard.press('F2');
    await box(page, 'unit').getByRole('textbox', { name: '分组标题' }).fill('乘积');
    await page.keyboard.press('Enter');
    await expect(box(page, 'unit')).toContainText('乘积');
  });
});

async function open(
  page: Page,
  boxes: readonly object[] = groups,
  all: readonly object[] = nodes,
): Promise<Chainrule> {
  const chainrule = await openPage(page);
  const more = { output: 's', ...(boxes.length > 0 && { groups: boxes }) };
  await chainrule.dropFile('groups.json', graphFile(all, more));
  await expect(chainrule.node('s')).toBeVisible();
  // What a box is held by is loaded with the first one.
  if (boxes.length > 0) await expect(box(page, 'layer').locator('.box-handle')).not.toHaveCount(0);
  await chainrule.settle();
  return chainrule;
}

function box(page: Page, id: string): Locator {
  return page.locator(`.react-flow__node[data-id="group:${id}"]`);
}

async function drag(chainrule: Chainrule, what: Locator, by: Point): Promise<void> {
  const from = await topOf(what);
  await chainrule.drag(from, { x: from.x + by.x, y: from.y + by.y });
}

/** A place on an element where nothing of it can be edited. */
async function topOf(what: Locator): Promise<Point> {
  const { x, y, width } = await boxOf(what);
  return { x: x + 0.32 * width, y: y + 5 };
}

async function expectWithin(inner: Locator, outer: Locator): Promise<void> {
  const [a, b] = [await boxOf(inner), await boxOf(outer)];
  expect(a.x).toBeGreaterThan(b.x);
  expect(a.y).toBeGreaterThan(b.y);
  expect(a.x + a.width).toBeLessThan(b.x + b.width);
  expect(a.y + a.height).toBeLessThan(b.y + b.height);
}

type Places = Awaited<ReturnType<Chainrule['places']>>;

function moved(before: Places, after: Places): string[] {
  return Object.keys(before)
    .filter((id) => before[id].x !== after[id].x || before[id].y !== after[id].y)
    .sort();
}

async function touchDrag(page: Page, from: Point, by: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let i = 1; i <= 6; i++) {
    await send('touchMove', [{ x: from.x + (by.x * i) / 6, y: from.y + (by.y * i) / 6 }]);
  }
  await send('touchEnd', []);
}
