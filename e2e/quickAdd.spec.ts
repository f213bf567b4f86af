import type { Locator, Page } from '@playwright/test';
import {
  boxOf,
  type Chainrule,
  expect,
  middleOf,
  openEmpty,
  openGraph,
  openPage,
  type Point,
  test,
} from './page.ts';

const a = { id: 'a', op: 'parameter', value: 2 };
const b = { id: 'b', op: 'parameter', value: 5 };

/** The box that asks what to add, in either language. */
class QuickAdd {
  readonly box: Locator;
  readonly field: Locator;

  constructor(page: Page) {
    this.box = page.getByRole('dialog', { name: /Add to the graph|添加到计算图/ });
    this.field = this.box.getByRole('textbox');
  }

  get options(): Locator {
    return this.box.getByRole('option');
  }

  option(name: string): Locator {
    return this.box.getByRole('option', { name, exact: true });
  }

  /** Why the formula is none. */
  get refusal(): Locator {
    return this.box.locator('[data-role="refusal"]');
  }

  /** The place of the text that is at fault. */
  get fault(): Locator {
    return this.box.locator('[data-role="fault"]');
  }

  get build(): Locator {
    return this.box.getByRole('button', { name: /Build|搭建/ });
  }
}

/** A point of the canvas on which nothing stands, seen from its upper left corner. */
async function emptyPoint(page: Page, x = 120, y = 60): Promise<Point> {
  const box = await boxOf(page.locator('.react-flow'));
  return { x: box.x + x, y: box.y + y };
}

test.describe('operations', () => {
  test('N asks for one, and what is chosen has the focus and stands in view', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await expect(add.field).toBeFocused();
    await page.keyboard.type('multip');
    await expect(add.option('Multiply')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(add.box).toHaveCount(0);
    await expect(chainrule.node('v')).toBeFocused();
    await expect(chainrule.node('v')).toBeInViewport();

    await page.keyboard.press('/');
    await expect(add.field).toBeFocused();
    await tabTo(add.box.getByRole('listbox'));
    await page.keyboard.press('ArrowDown');
    await expect(add.option('Parameter')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('w')).toBeFocused();
  });

  test('Esc leaves with the focus where it was, a press elsewhere leaves too', async ({ page }) => {
    const chainrule = await openGraph(page, [a, b]);
    const add = new QuickAdd(page);
    await chainrule.node('b').focus();
    await page.keyboard.press('n');
    await expect(add.field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(add.box).toHaveCount(0);
    await expect(chainrule.node('b')).toBeFocused();

    const { x, y } = await emptyPoint(page);
    await page.mouse.dblclick(x, y);
    await expect(add.field).toBeFocused();
    await page.mouse.click(x + 20, y + 500);
    await expect(add.box).toHaveCount(0);
    await expect(chainrule.nodes).toHaveCount(2);
  });

  test('a double-click adds at that place, N at the pointer', async ({ page }) => {
    const chainrule = await openGraph(page, [a]);
    const add = new QuickAdd(page);
    const { x, y } = await emptyPoint(page, 500, 120);
    await page.mouse.dblclick(x, y);
    await add.option('Sigmoid').click();
    await expectNear(await middleOf(chainrule.node('v')), { x, y });

    const other = { x: x + 160, y: y + 400 };
    await page.mouse.move(other.x, other.y);
    await page.keyboard.press('n');
    await page.keyboard.type('constant');
    await page.keyboard.press('Enter');
    await expectNear(await middleOf(chainrule.node('c')), other);
  });
});

test.describe('z = x·y from the palette', () => {
  test('by pointer alone', async ({ page }) => {
    const chainrule = await openEmpty(page);
    for (const op of ['input', 'input', 'multiply']) await chainrule.paletteItem(op).click();
    await expect(chainrule.node('v')).toBeVisible();
    await chainrule.connect('x', 'v', 0);
    await chainrule.connect('x2', 'v', 1);
    await chainrule.expectNode('v', '1', '1');
    await chainrule.expectEdge('x2->v:1', '1', '1');
  });

  test('by keyboard alone', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const { keyboard } = page;
    await tabTo(page.getByRole('searchbox', { name: 'Search operations' }));
    for (const op of ['input', 'input', 'multiply']) {
      await keyboard.press('Control+a');
      await keyboard.type(op);
      await keyboard.press('Enter');
    }
    await expect(chainrule.node('v')).toHaveClass(/selected/);
    const operand = (port: number) =>
      chainrule.panel.getByRole('combobox', { name: `Operand ${port}` });
    await tabTo(operand(1));
    await keyboard.type('x');
    await tabTo(operand(2));
    await keyboard.type('x2');
    await chainrule.expectEdge('x->v:0', '1', '1');
    await chainrule.expectEdge('x2->v:1', '1', '1');
    await tabTo(chainrule.panel.getByRole('textbox', { name: 'Name' }), 'Shift+Tab');
    await keyboard.press('Control+a');
    await keyboard.type('z');
    await keyboard.press('Enter');
    await chainrule.expectNode('z', '1', '1');
  });
});

test.describe('a wire let go on the empty canvas', () => {
  test('from an output: an operation takes the value, where the wire ended', async ({ page }) => {
    const chainrule = await openGraph(page, [a, b]);
    const add = new QuickAdd(page);
    const end = await emptyPoint(page, 420, 420);
    await chainrule.drag(await middleOf(chainrule.port('a', 'out')), end);
    await expect(add.box).toContainText('Takes a as its operand');
    await expect(page.locator('[data-role="loose-wire"] path')).toBeAttached();
    await expect(add.option('Add')).toBeVisible();
    // A leaf takes no operands.
    await expect(add.option('Parameter')).toHaveCount(0);
    await page.keyboard.type('parameter');
    await expect(add.box).toContainText('No operation of that name fits this wire');
    await add.field.fill('subtr');
    await page.keyboard.press('Enter');
    await expect(chainrule.edge('a->v:0')).toBeAttached();
    await expect(chainrule.node('v')).toBeFocused();
    await expectNear(await middleOf(chainrule.port('v', 0)), end);
    await expect(page.locator('[data-role="loose-wire"]')).toHaveCount(0);

    await chainrule.undo();
    await expect(chainrule.nodes).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('from an operand port: a leaf, too, becomes that operand', async ({ page }) => {
    const chainrule = await openGraph(page, [
      { ...a, position: { x: 300, y: 0 } },
      { id: 'd', op: 'subtract', inputs: ['a', null], position: { x: 560, y: 60 } },
    ]);
    const add = new QuickAdd(page);
    const end = await emptyPoint(page, 240, 560);
    await chainrule.drag(await middleOf(chainrule.port('d', 1)), end);
    await expect(add.box).toContainText('Becomes an operand of d');
    await page.keyboard.type('input');
    await page.keyboard.press('Enter');
    await expect(chainrule.edge('x->d:1')).toBeAttached();
    await expectNear(await middleOf(chainrule.port('x', 'out')), end);
    await expect(chainrule.value('d')).toHaveText('1');
  });

  test('a formula may be what it leads to or comes from', async ({ page }) => {
    const chainrule = await openGraph(page, [
      { ...a, position: { x: 300, y: 0 } },
      { id: 'd', op: 'subtract', inputs: ['a', null], position: { x: 560, y: 60 } },
    ]);
    const add = new QuickAdd(page);
    await chainrule.drag(await middleOf(chainrule.port('d', 1)), await emptyPoint(page, 320, 560));
    await page.keyboard.type('q = 3*a + 1');
    await expect(add.build).toBeEnabled();
    await page.keyboard.press('Enter');
    await chainrule.expectEdge('q->d:1', '7', '-1');
    await expect(chainrule.node('q')).toBeFocused();
    await chainrule.undo();
    await expect(chainrule.nodes).toHaveCount(2);
  });

  test('Esc leaves everything as it was', async ({ page }) => {
    const chainrule = await openGraph(page, [a]);
    await chainrule.drag(await middleOf(chainrule.port('a', 'out')), await emptyPoint(page));
    await expect(new QuickAdd(page).field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-role="loose-wire"]')).toHaveCount(0);
    await expect(chainrule.nodes).toHaveCount(1);
  });
});

test.describe('a formula', () => {
  test('z = x·y by keyboard alone', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await expect(add.field).toBeFocused();
    await page.keyboard.type('z = x*y');
    await expect(add.build).toBeEnabled();
    await page.keyboard.press('Enter');
    await chainrule.expectNode('z', '2', '1');
    await expect(chainrule.node('z')).toBeFocused();
    await expect(chainrule.notice).toContainText('Built z: 3 nodes added');
    await chainrule.undo();
    await expect(chainrule.nodes).toHaveCount(0);
  });

  test('z = x·y by pointer alone', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.getByRole('button', { name: 'Start with a formula' }).click();
    await add.box.getByRole('button', { name: 'z = x*y' }).click();
    await expect(add.field).toHaveValue('z = x*y');
    await add.build.click();
    await chainrule.expectNode('z', '2', '1');
    await chainrule.expectEdge('x->z:0', '2', '1');
  });

  test('shows before it is built what it will be', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('z = (2w + 3b)*(2b + 1)');
    await expect(add.box.locator('.katex')).toBeVisible();
    await expect(add.box).toContainText('6 operations');
    await expect(add.box).toContainText('w = 0.5');
    await expect(add.box).toContainText('= 2.24');
    await page.keyboard.press('Enter');
    await chainrule.expectNode('z', '2.24', '1');
    await expect(chainrule.nodes).toHaveCount(12);
    await expectApart(chainrule);
    for (const node of await chainrule.nodes.all()) {
      await expect(node).toBeInViewport();
      await expect(node).toHaveClass(/selected/);
    }
  });

  test('of several lines, in any order, is one graph and one undo entry', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('loss = -(y*ln(a) + (1-y)*ln(1-a))');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('a = sigmoid(w*x + b)');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('w = -0.5');
    await expect(add.box.locator('li')).toHaveCount(2);
    const height = (await boxOf(add.field)).height;
    expect(height).toBeGreaterThan(50);
    await page.keyboard.press('Enter');
    await expect(chainrule.node('loss')).toBeFocused();
    // On an empty canvas the whole of it comes into view.
    for (const node of await chainrule.nodes.all())
      await expect(node).toBeInViewport({ ratio: 0.99 });
    await expect(chainrule.value('w')).toHaveText('-0.5');
    // y is 1: the loss is −ln(sigmoid(−0.5·2 + b)).
    const bias = Number(await chainrule.value('b').textContent());
    const loss = Math.log(1 + Math.exp(1 - bias));
    expect(Number(await chainrule.value('loss').textContent())).toBeCloseTo(loss, 5);
    await chainrule.undo();
    await expect(chainrule.nodes).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('shares what is written twice', async ({ page }) => {
    const chainrule = await openEmpty(page);
    await page.keyboard.press('n');
    await page.keyboard.type('p = (a+b)^2 + sin(a+b)');
    await expect(new QuickAdd(page).build).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(chainrule.node('p')).toBeFocused();
    // a, b, their sum, its square, its sine, and the result.
    await expect(chainrule.nodes).toHaveCount(6);
  });

  test('multiplies matrices', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('x = [5, 6]');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('v = [[1, 2], [3, 4]] * x');
    await expect(add.build).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(chainrule.value('v')).toHaveText('1739');
    await expect(chainrule.panel).toContainText('3 nodes selected');
  });

  test('joins the graph beside what is there, by the names of its nodes', async ({ page }) => {
    const chainrule = await openPage(page);
    const add = new QuickAdd(page);
    const before = await chainrule.places();
    await page.mouse.move(700, 400);
    await page.keyboard.press('n');
    await page.keyboard.type('loss = (z - t)^2');
    await expect(add.box).toContainText('uses z of the graph');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('loss')).toBeFocused();
    await expect(chainrule.value('loss')).toHaveText('25921');
    expect(await chainrule.places()).toMatchObject(before);
    await expectApart(chainrule);
    // The file names its output, and keeps it.
    await expect(chainrule.gradient('z')).toHaveText('1');
  });

  test('that is none says where and why, and nothing is built', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('z = 2a');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('y = z + foo(b)');
    await expect(add.refusal).toContainText('Line 2, column 9: There is no function foo');
    await expect(add.fault).toHaveText('foo');
    await expect(add.field).toHaveAttribute('aria-invalid', 'true');
    await expect(add.field).toHaveAccessibleDescription(/no function foo/);
    await expect(add.build).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(chainrule.nodes).toHaveCount(0);
    await expect(add.field).toHaveValue('z = 2a\ny = z + foo(b)');

    for (let i = 0; i < 'foo(b)'.length; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('ln(b)');
    await expect(add.refusal).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(chainrule.node('y')).toBeFocused();
  });

  test('is told from the name of an operation', async ({ page }) => {
    await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    for (const name of ['cross-entropy', '+', '0-1', 'ln']) {
      await add.field.fill(name);
      await expect(add.options.first()).toBeVisible();
      await expect(add.build).toHaveCount(0);
    }
    for (const formula of ['ln(x)', 'a+b', 'w1', '[1, 2]', 'q=3']) {
      await add.field.fill(formula);
      await expect(add.build).toBeEnabled();
      await expect(add.options).toHaveCount(0);
    }
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a formula is built, a bad one is refused, an operation is found', async ({ page }) => {
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.getByRole('button', { name: '从公式开始' }).click();
    await expect(add.field).toHaveAccessibleName('运算或公式');
    await page.keyboard.type('z = x × （y ＋ 1');
    await expect(add.refusal).toContainText('第 1 行第 9 列：这个括号没有闭合');
    await page.keyboard.type('）');
    await expect(add.box).toContainText('2 个运算');
    await add.build.click();
    await chainrule.expectNode('z', '4', '1');
    await expect(chainrule.notice).toContainText('已搭建 z');
    await expect(chainrule.node('z')).toBeFocused();

    await page.keyboard.press('n');
    await page.keyboard.type('对数');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('v')).toBeFocused();
  });
});

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
    expect(await chainrule.places()).toEqual(before);
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

test.describe('what a node is equal to', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('is shown in terms of operands or leaves, and copied as text and TeX', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.select('z');
    const expression = chainrule.panel.getByRole('region', { name: 'Expression' });
    await expression.getByRole('button', { name: 'Copy as text' }).click();
    await expect.poll(() => copied(page)).toBe('z = x*y');
    await expression.getByRole('button', { name: 'Leaves' }).click();
    await expression.getByRole('button', { name: 'Copy as text' }).click();
    await expect.poll(() => copied(page)).toBe('z = (2*w + 3*b)*(b*2 + 1)');
    await expression.getByRole('button', { name: 'Copy TeX' }).click();
    await expect.poll(() => copied(page)).toContain('\\left(2 \\cdot w + 3 \\cdot b\\right)');
    await expect(expression.locator('.katex')).toContainText('2');
  });

  test('all formulas are copied as lines that quick-add reads again', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.choose('Edit', 'Copy all formulas');
    await expect(chainrule.notice).toContainText('on the clipboard');
    expect((await copied(page)).split('\n')).toContain('z = x*y');
    await chainrule.newGraph();
    await page.keyboard.press('n');
    await expect(new QuickAdd(page).field).toBeFocused();
    await page.keyboard.press('Control+v');
    await expect(new QuickAdd(page).build).toBeEnabled();
    await page.keyboard.press('Enter');
    await chainrule.expectNode('z', '162', '1');
    await chainrule.expectNode('b', '4', '63');
  });
});

/** Presses Tab until the focus is there. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < 60 && !(await isFocused()); stop++) {
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

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

async function expectNear(found: Point, wanted: Point): Promise<void> {
  expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(6);
}

/** Expects that no two nodes lie on each other. */
async function expectApart(chainrule: Chainrule, ids?: readonly string[]): Promise<void> {
  await chainrule.settle();
  const nodes = ids ? ids.map((id) => chainrule.node(id)) : await chainrule.nodes.all();
  const boxes = await Promise.all(nodes.map(boxOf));
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1)) {
      const isApart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(isApart, JSON.stringify([one, other])).toBe(true);
    }
  });
}
