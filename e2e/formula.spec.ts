import type { Page } from '@playwright/test';
import { boxOf, expect, holdBack, openEmpty, openGraph, openPage, test } from './page.ts';
import { expectApart, QuickAdd } from './quickAdding.ts';

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

  test('joins a graph right of its operands and clear of everything, by their names', async ({
    page,
  }) => {
    const chainrule = await openPage(page);
    const add = new QuickAdd(page);
    await chainrule.setValue('w', '2');
    const before = await chainrule.places();
    await page.mouse.move(700, 400);
    await page.keyboard.press('n');
    await page.keyboard.type('q = (z - t)^2');
    await expect(add.box).toContainText('uses z of the graph');
    await expect(add.target('Add to this graph')).toBeChecked();
    await expect(add.makesOutput).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(chainrule.node('q')).toBeFocused();
    await expect(chainrule.value('q')).toHaveText('20449');
    const after = await chainrule.places();
    expect(after).toMatchObject(before);
    const right = before.z.x + (await boxOf(chainrule.node('z'))).width;
    for (const [id, { x }] of Object.entries(after)) {
      if (!(id in before)) expect(x).toBeGreaterThan(right);
    }
    await expectApart(chainrule);
    // The file names its output, and keeps it.
    await expect(chainrule.gradient('z')).toHaveText('1');
    await chainrule.undo();
    await chainrule.expectNodes(Object.keys(before));
  });

  test('begins a graph of its own on the example the page opens with, in one undo entry', async ({
    page,
  }) => {
    const chainrule = await openPage(page);
    const add = new QuickAdd(page);
    const example = await chainrule.places();
    await page.keyboard.press('n');
    await page.keyboard.type('z = x*y');
    await expect(add.target('New graph')).toBeChecked();
    await page.keyboard.press('Enter');
    await chainrule.expectNode('z', '2', '1');
    await expect(chainrule.nodes).toHaveCount(3);
    await expect(chainrule.notice).toContainText('a new graph with 3 nodes');
    await expect(chainrule.node('z')).toBeFocused();
    for (const node of await chainrule.nodes.all()) await expect(node).toBeInViewport();
    // It is in no file yet, the example's own least of all.
    await expect(page.getByText('Not saved')).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Control+s'),
    ]);
    expect(file.suggestedFilename()).toBe('graph.json');
    await chainrule.undo();
    await chainrule.expectNodes(Object.keys(example));
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await chainrule.redo();
    await chainrule.expectNodes(['x', 'y', 'z']);
    // On what is their own it is added, unless they choose otherwise.
    await page.keyboard.press('n');
    await page.keyboard.type('p = z + 1');
    await expect(add.target('Add to this graph')).toBeChecked();
    await add.choose('New graph');
    await expect(add.box).not.toContainText('of the graph');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('p')).toBeVisible();
    await expect(chainrule.node('x')).toHaveCount(0);
  });

  test('begins a graph of its own only once unsaved work is saved or given up', async ({
    page,
  }) => {
    const chainrule = await openGraph(page, [{ id: 'a', op: 'parameter', value: 2 }]);
    const add = new QuickAdd(page);
    await chainrule.setValue('a', '3');
    await page.keyboard.press('n');
    await page.keyboard.type('p = 2q');
    await add.choose('New graph');
    await add.build.click();
    await expect(chainrule.dialog.last()).toContainText('in no file yet');
    await page.getByRole('button', { name: 'Do not save' }).click();
    await expect(chainrule.node('p')).toBeVisible();
    await chainrule.undo();
    await expect(chainrule.value('a')).toHaveText('3');
  });

  test('of a loss, or where there is none, is offered to be the output', async ({ page }) => {
    const chainrule = await openGraph(
      page,
      [
        { id: 'a', op: 'parameter', value: 2 },
        { id: 'b', op: 'square', inputs: ['a'] },
      ],
      { output: 'b' },
    );
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('loss = (b - t)^2');
    await expect(add.makesOutput).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(chainrule.gradient('loss')).toHaveText('1');
    await expect(chainrule.gradient('b')).not.toHaveText('1');
    await chainrule.undo();
    await expect(chainrule.gradient('b')).toHaveText('1');
    await page.keyboard.press('n');
    await page.keyboard.type('loss = (b - t)^2');
    await add.makesOutput.uncheck();
    await add.makesOutput.press('Enter');
    await expect(chainrule.gradient('b')).toHaveText('1');
    await expect(chainrule.gradient('loss')).toHaveText('0');
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

  test('that is refused keeps no other waiting', async ({ page }) => {
    const release = await holdBack(page, '**/build-*.js');
    const chainrule = await openEmpty(page);
    const add = new QuickAdd(page);
    await page.keyboard.press('n');
    await page.keyboard.type('y = foo(b)');
    await expect(add.refusal).toContainText('There is no function foo');
    await page.keyboard.press('Enter');
    for (let i = 0; i < 'foo(b)'.length; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('ln(b)');
    await expect(add.refusal).toHaveCount(0);
    await page.keyboard.press('Enter');
    release();
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
    await page.keyboard.type('L = (x - 1)^2');
    await expect(add.makesOutput).toBeChecked();
    await add.choose('新建计算图');
    await expect(add.makesOutput).toHaveCount(0);
    await page.keyboard.press('Escape');

    await page.keyboard.press('n');
    await page.keyboard.type('对数');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('v')).toBeFocused();
  });
});
