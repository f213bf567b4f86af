import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { type Chainrule, expect, graphFile, openEmpty, openGraph, openPage, test } from './page.ts';

/** The outline in the words of the people who use it. */
class Outline {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  row(id: string): Locator {
    return this.page.locator(`tr[data-node="${id}"]`);
  }

  cell(id: string, column: string): Locator {
    return this.page.locator(`[data-cell="${id}:${column}"]`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** All that is written in the table, row by row; the sentence of a problem is left out. */
  async texts(): Promise<string[][]> {
    return this.grid
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('[data-cell]')]
            .slice(0, 5)
            .map((cell) => cell.textContent ?? ''),
        ),
      );
  }

  /** Goes to a choice of the list that has the focus, by keys. */
  async chooseByKeys(value: string): Promise<void> {
    const list = this.page.locator('select:focus');
    const values = await list
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await this.press('Home', ...values.slice(0, values.indexOf(value)).map(() => 'ArrowDown'));
    // An operand that is taken away leaves its list to the next one.
    if (value !== '') await expect(list).toHaveValue(value);
  }
}

async function openOutline(page: Page): Promise<Outline> {
  await page.keyboard.press('Control+Shift+O');
  const outline = new Outline(page);
  await expect(page.getByRole('region', { name: /Outline|大纲/ }).locator(':focus')).toBeVisible();
  return outline;
}

test('a name with a number below its number is read as two', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.dropFile(
    'names.json',
    graphFile([
      { id: 'w1_11', op: 'parameter', value: 2 },
      { id: 'b_1', op: 'square', inputs: ['w1_11'] },
    ]),
  );
  await chainrule.expectNodes(['b_1', 'w1_11']);
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /Outline/ })
    .click();
  const outline = new Outline(page);
  await expect(outline.cell('w1_11', 'name')).toHaveText('w1 11');
  await expect(outline.cell('b_1', 'name')).toHaveText('b1');
});

test('shows what the canvas shows', async ({ page }) => {
  const chainrule = await openPage(page);
  const { values, gradients } = await chainrule.numbers();
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /Outline/ })
    .click();
  const outline = new Outline(page);
  await expect(outline.grid.locator('tbody tr')).toHaveCount(12);
  await expect(outline.cell('w', 'name')).toBeFocused();
  for (const [id, value] of Object.entries<string>(values)) {
    await expect(outline.cell(id, 'value')).toHaveText(value);
    await expect(outline.cell(id, 'gradient')).toHaveText(gradients[id]);
  }
  await expect(outline.cell('m1', 'op')).toContainText('Multiply');
  await expect(outline.cell('m1', 'operands')).toHaveText('c1 = 2, w');
  await expect(outline.cell('z', 'output')).toHaveText('output');
});

test.describe('the 2-2-1 network with keys and the table alone', () => {
  const leaves: readonly (readonly [string, string, string])[] = [
    ['input', 'x1', '1'],
    ['input', 'x2', '0'],
    ['input', 'y', '1'],
    ['parameter', 'w1_11', '0.1'],
    ['parameter', 'w1_12', '0.2'],
    ['parameter', 'w1_21', '0.3'],
    ['parameter', 'w1_22', '0.4'],
    ['parameter', 'b1_1', '0.05'],
    ['parameter', 'b1_2', '-0.05'],
    ['parameter', 'w2_11', '0.6'],
    ['parameter', 'w2_21', '-0.7'],
    ['parameter', 'b2', '0.1'],
  ];
  const operations: readonly (readonly [string, string, readonly string[]])[] = [
    ['multiply', 'u1', ['x1', 'w1_11']],
    ['multiply', 'u2', ['x2', 'w1_21']],
    ['add', 'z1_1', ['u1', 'u2', 'b1_1']],
    ['multiply', 'u3', ['x1', 'w1_12']],
    ['multiply', 'u4', ['x2', 'w1_22']],
    ['add', 'z1_2', ['u3', 'u4', 'b1_2']],
    ['sigmoid', 'a1_1', ['z1_1']],
    ['sigmoid', 'a1_2', ['z1_2']],
    ['multiply', 'u5', ['a1_1', 'w2_11']],
    ['multiply', 'u6', ['a1_2', 'w2_21']],
    ['add', 'z2', ['u5', 'u6', 'b2']],
    ['sigmoid', 'a2', ['z2']],
    ['binaryCrossEntropy', 'loss', ['a2', 'y']],
  ];

  test('is built, edited, saved and opened again', async ({ page }) => {
    test.slow();
    await openEmpty(page);
    const outline = await openOutline(page);

    const add = async (op: string, name: string) => {
      const list = page.getByRole('combobox', { name: 'Operation of the new node' });
      for (let i = 0; i < 5 && !(await list.evaluate((it) => it === document.activeElement)); i++) {
        await outline.press('Shift+Tab');
      }
      await outline.chooseByKeys(op);
      await outline.press('Enter');
      await expect(page.locator('[data-column="name"]:focus')).toBeVisible();
      await outline.press('Enter');
      await page.keyboard.type(name);
      await outline.press('Enter');
      await expect(outline.cell(name, 'name')).toBeFocused();
    };
    for (const [op, name, value] of leaves) {
      await add(op, name);
      await outline.press('ArrowRight', 'ArrowRight', 'ArrowRight');
      await page.keyboard.type(value);
      await outline.press('Enter');
      await expect(outline.cell(name, 'value')).toHaveText(value);
      await expect(outline.cell(name, 'value')).toBeFocused();
    }
    for (const [op, name, operands] of operations) {
      await add(op, name);
      await outline.press('ArrowRight', 'ArrowRight', 'Enter');
      for (const [port, operand] of operands.entries()) {
        if (port > 0) await outline.press('Tab');
        await outline.chooseByKeys(operand);
      }
      await outline.press('Enter');
      await expect(outline.cell(name, 'operands')).toHaveText(
        operands
          .join(', ')
          .replace(/(\d)_(\d)/g, '$1 $2')
          .replaceAll('_', ''),
      );
      await expect(outline.cell(name, 'operands')).toBeFocused();
    }
    await expect(outline.cell('loss', 'value')).toHaveText('0.670286');
    await expect(outline.cell('w1_12', 'gradient')).toHaveText('0.0849976');
    await expect(outline.cell('loss', 'output')).toHaveText('output');

    // Edit: another weight, and the numbers follow.
    await outline.press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    for (let row = 0; row < 9; row++) await outline.press('ArrowDown');
    await expect(outline.cell('w2_11', 'value')).toBeFocused();
    await page.keyboard.type('1/2');
    await outline.press('Enter');
    await expect(outline.cell('w2_11', 'value')).toHaveText('0.5');
    await expect(outline.cell('loss', 'value')).not.toHaveText('0.670286');
    const before = await outline.texts();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      outline.press('Control+s'),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    // Listened for from here on: begun with the key, listening may come too late.
    const choosing = page.waitForEvent('filechooser', { timeout: 0 });
    await outline.press('Control+Alt+N');
    await expect(outline.grid).toHaveCount(0);
    await outline.press('Control+o');
    await (await choosing).setFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await expect(outline.cell('x1', 'name')).toBeFocused();
    await expect.poll(() => outline.texts()).toEqual(before);
  });
});

test('keys edit, a refused text says why in its cell, and Esc leaves it', async ({ page }) => {
  await openPage(page);
  const outline = await openOutline(page);
  await outline.press('F2');
  await page.keyboard.type('b');
  await outline.press('Enter');
  await expect(outline.row('w').getByRole('alert')).toHaveText(/already a node named b/);
  await page.keyboard.type('eta');
  await outline.press('Enter');
  await expect(outline.cell('beta', 'name')).toBeFocused();
  await expect(outline.cell('m1', 'operands')).toHaveText('c1 = 2, β');

  await outline.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
  await page.keyboard.type('much');
  await outline.press('Enter');
  await expect(outline.row('beta').getByRole('alert')).toHaveText(/“much” cannot be taken over/);
  await outline.press('Escape');
  await expect(outline.cell('beta', 'value')).toBeFocused();
  await expect(outline.cell('beta', 'value')).toHaveText('3');
  await page.keyboard.type('5');
  await outline.press('Enter');
  await expect(outline.cell('z', 'value')).toHaveText('198');
  await outline.press('Control+z', 'Control+z');
  await expect(outline.cell('w', 'value')).toHaveText('3');
});

test('operations passed over in the list leave no trace, and one undo takes the choice back', async ({
  page,
}) => {
  await openPage(page);
  const outline = await openOutline(page);
  for (let row = 0; row < 6; row++) await outline.press('ArrowDown');
  await expect(outline.cell('x', 'name')).toBeFocused();
  await outline.press('ArrowRight', 'Enter');
  const list = outline.row('x').getByRole('combobox', { name: 'Operation of x' });
  await expect(list).toBeFocused();
  await outline.chooseByKeys('exp');
  await expect(outline.cell('z', 'value')).not.toHaveText('162');
  await outline.chooseByKeys('multiply');
  await outline.press('Enter');
  await expect(outline.cell('x', 'operands')).toHaveText('m1, m2');
  await expect(outline.cell('x', 'value')).toHaveText('72');
  await outline.press('Control+z');
  await expect(outline.cell('x', 'op')).toContainText('Add');
  await expect(outline.cell('z', 'value')).toHaveText('162');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();

  await outline.press('Enter');
  await outline.chooseByKeys('subtract');
  await expect(outline.cell('x', 'value')).toHaveText('-6');
  await outline.press('Escape');
  await expect(outline.cell('x', 'op')).toContainText('Add');
  await expect(outline.cell('x', 'op')).toBeFocused();
});

test('operands are added and taken away, and what is open is said in its cell', async ({
  page,
}) => {
  await openGraph(page, [
    { id: 'a', op: 'input', value: 2 },
    { id: 'b', op: 'input', value: 3 },
    { id: 's', op: 'add', inputs: ['a', 'b'] },
    { id: 'e', op: 'exp', inputs: ['s'] },
  ]);
  const outline = await openOutline(page);
  await outline.press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
  const lists = outline.cell('s', 'operands').getByRole('combobox');
  await expect(lists).toHaveCount(3);
  // What is made of it cannot become its operand.
  await expect(lists.first().locator('option')).toHaveText(['not connected', 'a', 'b']);
  await outline.press('Tab', 'Tab');
  await outline.chooseByKeys('b');
  await outline.press('Enter');
  await expect(outline.cell('s', 'operands')).toHaveText('a, b, b');
  await expect(outline.cell('s', 'value')).toHaveText('8');
  await outline.press('Enter');
  await expect(lists).toHaveCount(4);
  await outline.chooseByKeys('');
  await expect(lists).toHaveCount(3);
  await outline.press('Enter');
  await expect(outline.cell('s', 'operands')).toHaveText('b, b');
  await outline.press('Enter');
  await outline.chooseByKeys('');
  await expect(lists.first()).toHaveValue('');
  await outline.press('Enter');
  await expect(outline.cell('s', 'operands')).toContainText('Operand 1 is not connected yet.');
  await expect(outline.cell('e', 'value')).toHaveText('–');
});

test('an editor that is closed gives the focus back at once', async ({ page }) => {
  await openGraph(page, [
    { id: 'a', op: 'input', value: 2 },
    { id: 's', op: 'add', inputs: ['a', 'a'] },
  ]);
  const outline = await openOutline(page);
  await outline.press('ArrowDown', 'ArrowRight', 'ArrowRight');
  // Frames that are late, as on a busy machine.
  await page.evaluate(() => {
    window.requestAnimationFrame = (call) => window.setTimeout(() => call(performance.now()), 300);
  });
  const lists = outline.cell('s', 'operands').getByRole('combobox');
  await outline.press('Enter', 'Enter', 'Enter');
  await expect(lists).toHaveCount(3);
  await outline.press('Escape', 'ArrowLeft', 'Enter');
  await expect(outline.cell('s', 'op').getByRole('combobox')).toBeFocused();
});

test('deletes, makes the output, and goes on at the next row', async ({ page }) => {
  await openGraph(page, [
    { id: 'a', op: 'input', value: 2 },
    { id: 'b', op: 'exp', inputs: ['a'] },
    { id: 'c', op: 'negate', inputs: ['a'] },
  ]);
  const outline = await openOutline(page);
  await outline.press('Control+End', 'ArrowLeft', 'Enter');
  await expect(outline.cell('c', 'output')).toHaveText('output');
  await expect(outline.cell('a', 'gradient')).toHaveText('-1');
  await outline.press('ArrowUp', 'Delete');
  await expect(outline.row('b')).toHaveCount(0);
  await expect(outline.cell('c', 'output')).toBeFocused();
  await outline.press('Control+z');
  await expect(outline.row('b')).toHaveCount(1);
});

test('a second click edits, and the pointer reaches every button', async ({ page }) => {
  const chainrule = await openPage(page);
  const outline = await openOutline(page);
  await outline.cell('b', 'value').click();
  await expect(outline.row('b')).toHaveAttribute('aria-selected', 'true');
  await expect(chainrule.panel.getByRole('textbox', { name: 'Name' })).toHaveValue('b');
  await outline.cell('b', 'value').click();
  await expect(outline.cell('b', 'value').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('10');
  await outline.cell('x', 'name').click();
  await expect(outline.cell('b', 'value')).toHaveText('10');
  await expect(outline.cell('x', 'name')).toBeFocused();
  await page.getByRole('combobox', { name: 'Operation of the new node' }).selectOption('exp');
  await page.getByRole('button', { name: 'Add node' }).click();
  await expect(outline.grid.locator('tbody tr')).toHaveCount(13);
  await page.getByRole('button', { name: 'Delete v' }).click();
  await expect(outline.grid.locator('tbody tr')).toHaveCount(12);
  await outline.row('y').getByRole('button', { name: 'make output' }).click();
  await expect(outline.cell('y', 'gradient')).toHaveText('1');
  await page.getByRole('button', { name: 'Back to the canvas' }).click();
  await expect(outline.grid).toHaveCount(0);
  await expect(chainrule.value('b')).toHaveText('10');
});

test('keeps in step with what is selected', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('y');
  const outline = await openOutline(page);
  await expect(outline.cell('y', 'name')).toBeFocused();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('162');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(outline.row('z')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Shift+O');
  await expect(outline.grid).toHaveCount(0);
  await expect(chainrule.node('z')).toHaveClass(/selected/);
});

test('rows stand as in the file, as computed or by name', async ({ page }) => {
  await openGraph(page, [
    { id: 'z', op: 'add', inputs: ['x10', 'x2'] },
    { id: 'x10', op: 'input', value: 1 },
    { id: 'x2', op: 'input', value: 2 },
  ]);
  const outline = await openOutline(page);
  const names = async () => (await outline.texts()).map(([name]) => name);
  await expect.poll(names).toEqual(['z', 'x10', 'x2']);
  const order = page.getByRole('combobox', { name: 'Order' });
  await order.selectOption('computed');
  await expect.poll(names).toEqual(['x10', 'x2', 'z']);
  await order.selectOption('name');
  await expect.poll(names).toEqual(['x2', 'x10', 'z']);
});

test('3,000 nodes are shown page by page, and keys go on from page to page', async ({ page }) => {
  const chainrule = await openPage(page);
  // Every odd one adds the constant before it to the odd one before that.
  const nodes = Array.from({ length: 3000 }, (_, i) =>
    i < 2 || i % 2 === 0
      ? { id: `n${i}`, op: 'constant', value: 1 }
      : { id: `n${i}`, op: 'add', inputs: [`n${i - 2}`, `n${i - 1}`] },
  );
  await chainrule.dropFile('large.json', graphFile(nodes));
  await expect(chainrule.node('n0')).toBeVisible();
  await chainrule.settle();
  const outline = await openOutline(page);
  await expect(outline.grid).toHaveAttribute('aria-rowcount', '3001');
  await expect(outline.grid.locator('tbody tr')).toHaveCount(100);
  await outline.press('Control+ArrowDown');
  await expect(outline.cell('n2999', 'name')).toBeFocused();
  await expect(outline.cell('n2999', 'value')).toHaveText('1500');
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(page.getByText('2801–2900 of 3000')).toBeVisible();
  await outline.cell('n2899', 'name').click();
  await outline.press('ArrowDown');
  await expect(outline.cell('n2900', 'name')).toBeFocused();
});

test('groups are read and changed', async ({ page }) => {
  const chainrule = await openPage(page);
  const nodes = [
    { id: 'a', op: 'input', value: 2 },
    { id: 'b', op: 'exp', inputs: ['a'] },
  ];
  const groups = [{ id: 'g', title: 'Layer', nodes: ['b'] }];
  await chainrule.dropFile('groups.json', graphFile(nodes, { groups }));
  await expect(chainrule.node('a')).toBeVisible();
  const outline = await openOutline(page);
  await expect(outline.cell('b', 'group')).toHaveText('Layer');
  await outline.cell('a', 'group').focus();
  await outline.press('Enter');
  await outline.chooseByKeys('g');
  await outline.press('Enter');
  await expect(outline.cell('a', 'group')).toHaveText('Layer');
});

test('in practice there is no outline that could give numbers away', async ({ page }) => {
  await openPage(page);
  const outline = await openOutline(page);
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(outline.grid).toHaveCount(0);
  await expect(page.getByRole('toolbar').getByRole('button', { name: /Outline/ })).toBeDisabled();
  await page.keyboard.press('Control+Shift+O');
  await expect(outline.grid).toHaveCount(0);
});

test('while stepping, numbers that are not there yet are not told', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Step' }).click();
  const outline = await openOutline(page);
  await expect(outline.cell('z', 'value')).toHaveText('?');
  await expect(outline.cell('w', 'value')).toHaveText('3');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the outline reads and edits', async ({ page }) => {
    const chainrule: Chainrule = await openPage(page);
    await page.getByRole('toolbar').getByRole('button', { name: /大纲/ }).click();
    const outline = new Outline(page);
    await expect(outline.grid.getByRole('columnheader', { name: '操作数' })).toBeVisible();
    await expect(outline.cell('m1', 'op')).toContainText('乘');
    await outline.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    await page.keyboard.type('abc');
    await outline.press('Enter');
    await expect(outline.row('w').getByRole('alert')).toHaveText(/无法采用“abc”/);
    await outline.press('Escape');
    await page.keyboard.type('4');
    await outline.press('Enter');
    await expect(outline.cell('z', 'value')).toHaveText('180');
    await page.getByRole('button', { name: '返回画布' }).click();
    await expect(chainrule.value('z')).toHaveText('180');
  });
});
