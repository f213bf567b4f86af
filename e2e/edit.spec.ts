import { boxOf, expect, graphFile, middleOf, openGraph, openPage, test } from './page.ts';

const texts = [
  ['1/3', '0.333333'],
  ['ln(2)', '0.693147'],
  ['-2e-3', '-0.002'],
  ['2^10', '1024'],
  ['sqrt(2) * pi', '4.44288'],
  ['−7', '-7'],
] as const;

test('a number takes another number or an expression of numbers', { tag: '@firefox' }, async ({
  page,
}) => {
  const chainrule = await openPage(page);
  for (const [typed, shown] of texts) {
    await chainrule.setValue('w', typed);
    await expect(chainrule.value('w')).toHaveText(shown);
  }
  await chainrule.setValue('w', '10');
  await chainrule.expectNode('z', '288', '1');
  await chainrule.expectEdge('x->z:0', '32', '9');
  await expect(chainrule.gradient('b')).toHaveText('91');
});

test('a number can be typed in the panel too', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.panel.getByRole('spinbutton', { name: 'Value of b' }).click();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await chainrule.expectNode('z', '6', '1');
});

test('what is said of an edit goes when it is taken back, what is said of a file stays', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await chainrule.paletteItem('sigmoid').click();
  await expect(chainrule.notice).toHaveText(/Added Sigmoid/);
  await page.keyboard.press('Control+z');
  await expect(chainrule.notice).toHaveText('');
  await chainrule.paletteItem('sigmoid').click();
  await expect(chainrule.notice).toHaveText(/Added Sigmoid/);
  await chainrule.dropFile('test.json', graphFile([{ id: 'a', op: 'parameter', value: 2 }]));
  await page.getByRole('button', { name: 'Do not save' }).click();
  await chainrule.expectNodes(['a']);
  await expect(chainrule.notice).toHaveText('');
  await chainrule.savedBy(() => page.keyboard.press('Control+s'));
  await expect(chainrule.notice).toHaveText(/Downloaded as/);
  await chainrule.setValue('a', '5');
  await expect(chainrule.notice).toHaveText(/Downloaded as/);
});

test('bad text keeps the old number and says why, and Esc gives up', async ({ page }) => {
  const chainrule = await openPage(page);
  const field = chainrule.node('w').getByRole('textbox');
  for (const [typed, reason] of [
    ['abc', 'abc is a name'],
    ['1/0', 'not a finite number'],
    ['2 +', 'not an expression'],
    ['f(2)', 'there is no function f'],
    ['', 'type a number'],
  ]) {
    await chainrule.typeValue('w', typed);
    if (typed === '') await field.fill('');
    await page.keyboard.press('Enter');
    await expect(chainrule.node('w').getByRole('alert')).toContainText(reason);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await chainrule.expectNode('w', '3', '18');
  }
  await chainrule.typeValue('w', '3');
  await page.keyboard.press('Enter');
  await chainrule.typeValue('w', '99');
  await page.keyboard.press('Escape');
  await expect(chainrule.value('w')).toHaveText('3');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('leaving a field keeps what was typed, or says why not', async ({ page }) => {
  const chainrule = await openPage(page);
  const canvas = await boxOf(page.locator('.react-flow'));
  const leave = () => page.mouse.click(canvas.x + canvas.width / 2, canvas.y + 20);
  await chainrule.typeValue('w', '5');
  await leave();
  await expect(chainrule.value('w')).toHaveText('5');
  await chainrule.typeValue('w', 'five');
  await leave();
  await expect(chainrule.notice).toContainText('“five” was not taken over: five is a name');
  await expect(chainrule.value('w')).toHaveText('5');
});

test('a field is a tab stop that opens with Enter or the first digit', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.value('w').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(chainrule.value('w')).toHaveText('7');
  await expect(chainrule.value('w')).toBeFocused();
  await page.keyboard.type('-12');
  await page.keyboard.press('Enter');
  await expect(chainrule.value('w')).toHaveText('-12');
});

test('dragging a number sideways changes it and everything that follows from it', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  const { x, y } = await middleOf(chainrule.value('w'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y, { steps: 5 });
  await expect(chainrule.value('w')).toHaveText('8');
  await chainrule.expectNode('z', '252', '1');
  await chainrule.expectEdge('w->m1:1', '8', '18');
  await page.mouse.move(x - 20, y, { steps: 5 });
  await chainrule.expectNode('z', '72', '1');
  await page.mouse.up();
  await expect(chainrule.node('w').getByRole('textbox')).toHaveCount(0);
  await chainrule.undo();
  await chainrule.expectNode('z', '162', '1');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await chainrule.redo();
  await chainrule.expectNode('z', '72', '1');
});

test('arrow keys change a number, in one undo entry until the field is left', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.value('b').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(chainrule.value('b')).toHaveText('6');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chainrule.value('b')).toHaveText('16');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(chainrule.value('b')).toHaveText('15.9');
  await chainrule.value('w').focus();
  await page.keyboard.press('ArrowDown');
  await expect(chainrule.value('w')).toHaveText('2');
  await chainrule.undo();
  await expect(chainrule.value('w')).toHaveText('3');
  await expect(chainrule.value('b')).toHaveText('15.9');
  await chainrule.undo();
  await chainrule.expectNode('z', '162', '1');
});

test('the longest numbers stay on one line within their node', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 1 },
    { id: 'k', op: 'constant', value: 1 },
    { id: 'p', op: 'multiply', inputs: ['a', 'k'] },
  ]);
  for (const leaf of ['a', 'k']) await chainrule.setValue(leaf, '-1.234567e-10');
  for (const id of ['a', 'k', 'p']) {
    const node = await boxOf(chainrule.node(id));
    const text = await chainrule.value(id).evaluate((value) => {
      const range = document.createRange();
      range.selectNodeContents(value);
      const { left, right, height } = range.getBoundingClientRect();
      return { left, right, height };
    });
    expect(text.left, id).toBeGreaterThan(node.x);
    expect(text.right, id).toBeLessThan(node.x + node.width);
    expect(text.height, id).toBeLessThan(30);
  }
});

test('a vector or matrix is typed and shown as one', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'A', op: 'input', value: [[1, 2]] },
    { id: 'B', op: 'parameter', value: 1 },
    { id: 'C', op: 'matmul', inputs: ['A', 'B'], position: { x: 420, y: 0 } },
  ]);
  await chainrule.setValue('B', '[[1, 2], [3, 4]]');
  const cells = (of: string) => chainrule.value(of).locator('[class*=row] > span');
  await expect(cells('B')).toHaveText(['1', '2', '3', '4']);
  await expect(cells('C')).toHaveText(['7', '10']);
  const rows = await chainrule.value('B').locator('[class*=row]').all();
  const tops = await Promise.all(rows.map(async (row) => (await boxOf(row)).y));
  expect(tops).toHaveLength(2);
  expect(tops[1]).toBeGreaterThan(tops[0] + 10);
  await expect(chainrule.gradient('B').locator('[class*=row] > span')).toHaveText([
    '1',
    '1',
    '2',
    '2',
  ]);
  await chainrule.expectEdge('B->C:1', '[2×2]', '[2×2]');

  await chainrule.typeValue('B', '[[1, 2], [3]]');
  await page.keyboard.press('Enter');
  await expect(chainrule.node('B').getByRole('alert')).toContainText('rows must have the same');
});

test('a name is changed where it stands and everywhere it is used', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.rename('b', 'beta_1');
  await expect(chainrule.node('beta_1')).toContainText('β1');
  await expect(chainrule.edge('beta_1->m2:1')).toBeAttached();
  await chainrule.expectNode('z', '162', '1');
  await chainrule.rename('z', 'loss');
  await chainrule.expectNode('loss', '162', '1');
  await expect(chainrule.node('loss')).toContainText('output');
  await chainrule.undo();
  await chainrule.undo();
  await expect(chainrule.edge('b->m2:1')).toBeAttached();
});

test('a name that is taken or malformed is refused and says why', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.rename('b', 'w');
  await expect(chainrule.notice).toContainText('There is already a node named w');
  await expect(chainrule.node('b').getByRole('textbox', { name: 'Name' })).toHaveValue('w');
  await page.keyboard.press('Escape');
  for (const bad of ['2b', 'b c', '名', '__proto__', '']) {
    await chainrule.rename('b', bad);
    await expect(chainrule.notice).toContainText(`“${bad}” cannot be a name`);
    await page.keyboard.press('Escape');
  }
  await chainrule.node('b').getByTitle('Double-click to rename').dblclick();
  await chainrule.node('b').getByRole('textbox').fill('q');
  await page.keyboard.press('Escape');
  await expect(chainrule.node('b')).toBeVisible();

  await chainrule.select('b');
  const name = chainrule.panel.getByRole('textbox', { name: 'Name' });
  await name.fill('w');
  await name.press('Enter');
  await expect(name).toHaveValue('b');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the title is edited in place', async ({ page }) => {
  const chainrule = await openPage(page);
  const title = page.getByRole('textbox', { name: 'Title of the graph' });
  await expect(title).toHaveValue('Linear back-propagation: z = x·y');
  await title.fill('My graph');
  await title.press('Enter');
  await expect(page.getByText('Not saved')).toBeVisible();
  await chainrule.undo();
  await expect(title).toHaveValue('Linear back-propagation: z = x·y');
  await title.fill('nonsense');
  await title.press('Escape');
  await expect(title).toHaveValue('Linear back-propagation: z = x·y');
});

test('a loss is switched in place and keeps its operands', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: 3 },
    { id: 'y', op: 'input', value: 1 },
    { id: 'L', op: 'squaredError', inputs: ['a', 'y'] },
  ]);
  await chainrule.expectNode('L', '4', '1');
  const loss = chainrule.node('L').getByRole('combobox', { name: 'Loss function' });
  await loss.selectOption('halfSquaredError');
  await chainrule.expectNode('L', '2', '1');
  await chainrule.expectEdge('a->L:0', '3', '2');
  await loss.selectOption('absoluteError');
  await chainrule.expectEdge('y->L:1', '1', '-1');
  await chainrule.undo();
  await expect(loss).toHaveValue('halfSquaredError');
});

test('an operation and its settings are changed in the panel', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'parameter', value: -4 },
    { id: 'v', op: 'relu', inputs: ['a'] },
  ]);
  await chainrule.select('v');
  await chainrule.panel.getByRole('combobox', { name: 'Operation' }).selectOption('leakyRelu');
  await expect(chainrule.value('v')).toHaveText('-0.04');
  await chainrule.panel.getByRole('spinbutton', { name: 'slope' }).fill('0.5');
  await chainrule.expectNode('v', '-2', '1');
  await expect(chainrule.gradient('a')).toHaveText('0.5');
});

test('the output is chosen by the mark on a node, by key and in the panel', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.node('x').hover();
  await chainrule.node('x').getByRole('button', { name: 'make output' }).click();
  await chainrule.expectNode('x', '18', '1');
  await expect(chainrule.gradient('b')).toHaveText('3');
  await expect(chainrule.gradient('y')).toHaveText('0');
  await chainrule.select('y');
  await page.keyboard.press('o');
  await expect(chainrule.gradient('b')).toHaveText('2');
  await page.keyboard.press('Escape');
  await chainrule.panel.getByRole('combobox', { name: 'Output' }).selectOption('z');
  await expect(chainrule.gradient('b')).toHaveText('63');
});

test('problems stand on the node that has them and the rest still computes', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'input', value: -1 },
    { id: 'l', op: 'ln', inputs: ['a'] },
    { id: 'open', op: 'add', inputs: ['a', null] },
    { id: 'p', op: 'input', value: [1, 2, 3] },
    { id: 'q', op: 'input', value: [1, 2] },
    { id: 's', op: 'add', inputs: ['p', 'q'] },
    { id: 'fine', op: 'square', inputs: ['a'] },
  ]);
  const problem = async (id: string, text: string) => {
    await chainrule.node(id).hover();
    await expect(chainrule.problem(id)).toBeVisible();
    await expect(chainrule.problem(id)).toContainText(text);
  };
  await problem('l', 'ln of -1 is undefined');
  await problem('open', 'Operand 2 is not connected yet');
  await problem('s', 'vector of 3 and vector of 2');
  await expect(chainrule.value('l')).toHaveText('NaN');
  await expect(chainrule.value('open')).toHaveText('–');
  await expect(chainrule.value('fine')).toHaveText('1');
  await expect(chainrule.problem('fine')).toHaveCount(0);
  await expect(chainrule.panel).toContainText('No output is chosen');

  await chainrule.setValue('a', '1');
  await expect(chainrule.problem('l')).toHaveCount(0);
  await chainrule.setValue('q', '[1, 2, 4]');
  await expect(chainrule.problem('s')).toHaveCount(0);
});

test('Esc gives a scrubbed number back while it is being dragged', async ({ page }) => {
  const chainrule = await openPage(page);
  const { x, y } = await middleOf(chainrule.value('b'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 5 });
  await expect(chainrule.value('b')).not.toHaveText('4');
  await page.keyboard.press('Escape');
  await page.mouse.move(x + 80, y, { steps: 5 });
  await expect(chainrule.value('b')).toHaveText('4');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
