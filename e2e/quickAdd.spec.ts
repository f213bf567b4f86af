import { expect, middleOf, openEmpty, openGraph, test } from './page.ts';
import { emptyPoint, expectNear, QuickAdd, tabTo } from './quickAdding.ts';

const a = { id: 'a', op: 'parameter', value: 2 };
const b = { id: 'b', op: 'parameter', value: 5 };

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

  test('only what takes a value of its shape is offered', async ({ page }) => {
    const matrix = { id: 'm', op: 'parameter', value: [[1, 2]], position: { x: 0, y: 200 } };
    const chainrule = await openGraph(page, [a, matrix]);
    const add = new QuickAdd(page);
    await chainrule.drag(
      await middleOf(chainrule.port('a', 'out')),
      await emptyPoint(page, 420, 60),
    );
    await expect(add.box).toContainText('Takes a as its operand');
    await expect(add.option('Add')).toBeVisible();
    await expect(add.option('Matrix product')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await chainrule.drag(
      await middleOf(chainrule.port('m', 'out')),
      await emptyPoint(page, 420, 460),
    );
    await expect(add.box).toContainText('Takes m as its operand');
    await expect(add.option('Add')).toBeVisible();
    await expect(add.option('Matrix product')).toHaveCount(1);
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
