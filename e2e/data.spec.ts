import { Data, line, openData } from './bringingData.ts';
import { expect, openGraph, test } from './page.ts';

test('is pasted, seen, given to inputs, undone and kept @firefox', async ({ page }) => {
  const data = await openData(page);
  await expect(data.section).toContainText('each input takes its values from a column');
  await data.paste('hours\tpoints\n1\t2.5\n2\t3.5\n3\t5\n');
  await expect(data.section).toContainText('3 rows · 2 columns');
  await expect(data.source).toBeFocused();
  await expect(data.source.getByRole('combobox', { name: 'Between cells' })).toHaveValue('\t');
  await expect(data.source.getByRole('combobox', { name: 'First line' })).toHaveValue('true');
  await expect(data.section.getByRole('table')).toHaveText('hourspoints12.523.535');
  // As many columns as inputs: they are given in order, and can be given otherwise.
  await expect(data.columnFor('x')).toHaveValue('hours');
  await expect(data.columnFor('y')).toHaveValue('points');
  await data.columnFor('x').selectOption('points');
  await data.columnFor('y').selectOption('');
  await expect(data.columnFor('x')).toHaveValue('points');
  await data.chainrule.undo();
  await expect(data.columnFor('y')).toHaveValue('points');
  await data.chainrule.undo();
  await data.chainrule.undo();
  await expect(data.section.getByRole('button', { name: 'Open table' })).toHaveCount(0);
  await data.chainrule.redo();
  await expect(data.section).toContainText('3 rows · 2 columns');
  const file = await data.chainrule.savedBy(() => page.keyboard.press('Control+s'));
  expect(JSON.parse(file).dataset).toEqual({
    version: 1,
    columns: [
      { name: 'hours', values: [1, 2, 3] },
      { name: 'points', values: [2.5, 3.5, 5] },
    ],
    bind: { x: 'hours', y: 'points' },
  });
  await page.reload();
  await data.open();
  await expect(data.section).toContainText('3 rows · 2 columns');
  await data.chainrule.dropFile('again.json', file);
  await data.open();
  await expect(data.columnFor('y')).toHaveValue('points');
});

test('of a file names the lines it leaves out, and can be read in another form', async ({
  page,
}) => {
  // Listened for from here on: begun with the click, listening may come too late.
  const choosing = page.waitForEvent('filechooser', { timeout: 0 });
  const data = await openData(page);
  await data.section.getByRole('button', { name: 'Open CSV' }).click();
  const text = 'x;y\n0,5;3\n1;oops\n1,5;"4\n2;\n2,5;6\n3;7\n4;8\n5;9\n';
  const file = { name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
  await expect(data.section).toContainText('5 rows · 2 columns');
  await expect(data.source.getByRole('combobox', { name: 'Decimals' })).toHaveValue('true');
  const bad = data.source.locator('details');
  await expect(bad).toContainText('3 rows left out');
  await expect(bad.getByRole('listitem')).toHaveText([
    'Line 3: “oops” for y is not a number',
    'Line 4: a quote is never closed',
    'Line 5: no value for y',
  ]);
  await data.source.getByRole('combobox', { name: 'First line' }).selectOption('a row of data');
  await expect(data.section).toContainText('5 rows · 2 columns');
  await bad.locator('summary').click();
  await expect(bad.getByRole('listitem').first()).toHaveText('Line 1: “x” for c1 is not a number');
  await data.source.getByRole('combobox', { name: 'Between cells' }).selectOption('comma');
  await expect(data.source.getByRole('combobox', { name: 'Decimals' })).toHaveValue('false');
  // Whatever was tried of one file is one entry of the history.
  await data.chainrule.undo();
  await expect(data.section.getByRole('button', { name: 'Open table' })).toHaveCount(0);
});

test('is dropped on the page, in the encodings of spreadsheets', async ({ page }) => {
  const chainrule = await openGraph(page, line);
  const data = new Data(chainrule);
  // 长度,类别 in GB 18030.
  const header = [0xb3, 0xa4, 0xb6, 0xc8, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a];
  const rows = [...Buffer.from('1,2\n3,4\n')];
  await chainrule.dropFile('数据.csv', [...header, ...rows]);
  await expect(data.source.getByRole('combobox', { name: 'Encoding' })).toHaveValue('gb18030');
  await expect(data.columnFor('x')).toHaveValue('长度');
  await expect(data.columnFor('y')).toHaveValue('类别');
  const sixteen = [...Buffer.from('\ufeffa\tb\n5\t6\n', 'utf16le')];
  await chainrule.dropFile('unicode.txt', sixteen);
  await expect(data.source.getByRole('combobox', { name: 'Encoding' })).toHaveValue('utf-16le');
  await expect(data.section).toContainText('1 row · 2 columns');
  await chainrule.dropFile('book.csv', [0x50, 0x4b, 0x03, 0x04, 0, 0]);
  await expect(data.section.getByRole('alert')).toContainText('Save it as CSV');
  await chainrule.dropFile('huge.csv', 33 * 2 ** 20);
  await expect(data.section.getByRole('alert')).toContainText('up to 32 MB');
  await expect(data.section).toContainText('1 row · 2 columns');
});

test('that is none is refused with a reason, and what was there stays', async ({ page }) => {
  const data = await openData(page);
  const cases: readonly (readonly [string, string])[] = [
    ['empty.csv', 'There is no data in it.'],
    ['names.csv', 'no row of data under it'],
    ['bad.csv', 'No row of it can be used.'],
    ['wide.csv', 'up to 64'],
  ];
  const texts = ['', 'x,y\n', 'x,y\n1,\n,2\n', `${'1,'.repeat(64)}1\n`];
  for (const [i, [name, reason]] of cases.entries()) {
    await data.chainrule.dropFile(name, texts[i]);
    await expect(data.source.getByRole('alert')).toContainText(reason);
    await expect(data.section.getByRole('button', { name: 'Open table' })).toHaveCount(0);
  }
  await expect(data.chainrule.problem('x')).toHaveCount(0);
  await data.chainrule.dropFile('bad.csv', texts[2]);
  await expect(data.source.getByRole('listitem')).toHaveText([
    'Line 2: no value for y',
    'Line 3: no value for x',
  ]);
});

test('of one row, and of equal numbers, says what scaling makes of it', async ({ page }) => {
  const data = await openData(page);
  await data.paste('7,8');
  await expect(data.section).toContainText('1 row · 2 columns');
  await expect(data.columnFor('x')).toHaveValue('c1');
  await data.unfold('scaling');
  const scaling = data.section.getByRole('combobox', { name: 'Scaling of c1' });
  await scaling.selectOption('mean 0, deviation 1');
  await expect(data.section).toContainText('All its numbers are equal: scaled they are 0.');
  await scaling.selectOption('as it is');
  await expect(data.section).not.toContainText('All its numbers are equal');
  // One row trains, whatever share is to be set aside.
  await data.setShare('50');
  await expect(data.section).not.toContainText('to test ·');
  await data.openTable();
  await expect(page.getByRole('button', { name: 'Delete row' })).toBeDisabled();
  await data.press('Home', 'Delete');
  await expect(data.chainrule.notice).toContainText('One row has to stay');
  // What is typed on the number of a row goes to its first cell.
  await page.keyboard.type('3');
  await data.press('Enter');
  await expect(data.cell(1, 1)).toHaveText('3');
});

test('with values missing does without their rows, or without their column', async ({ page }) => {
  const data = await openData(page);
  await data.chainrule.dropFile('ships.csv', 'x,age,y\n1,,2\n3,7,4\n5,NA,6\n7,8,9\n');
  await expect(data.section).toContainText('2 rows · 3 columns');
  await expect(data.source.getByRole('listitem')).toHaveText([
    'Line 2: no value for age',
    'Line 4: “NA” for age is not a number',
  ]);
  await data.source.getByRole('button', { name: 'Do without age (2 rows)' }).click();
  await expect(data.section).toContainText('4 rows · 2 columns');
  await expect(data.columnFor('y')).toHaveValue('y');
  await data.source.getByRole('button', { name: 'Take all columns' }).click();
  await expect(data.section).toContainText('2 rows · 3 columns');
});

test('is typed in, from what the inputs hold', async ({ page }) => {
  const data = await openData(page);
  await data.section.getByRole('button', { name: 'Type in' }).click();
  await expect(data.grid).toBeFocused();
  expect(await data.texts()).toEqual([['1', '2']]);
  await page.getByRole('button', { name: 'Add a row below' }).click();
  await data.cell(2, 2).click();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  expect(await data.texts()).toEqual([
    ['1', '2'],
    ['0', '6'],
  ]);
  await expect(data.columnFor('y')).toHaveValue('y');
});

test('comes from a built-in set, made anew by its settings and seed', async ({ page }) => {
  const data = await openData(page);
  await data.section.getByRole('button', { name: 'Built-in' }).click();
  await expect(data.section.locator('[data-set]').last()).toBeInViewport();
  await data.section.locator('[data-set="noisy-line"]').click();
  await expect(data.section).toContainText('100 rows · 2 columns');
  await expect(data.columnFor('y')).toHaveValue('y');
  const preview = data.section.getByRole('table');
  const first = await preview.textContent();
  await data.source.getByRole('button', { name: 'Another draw' }).click();
  await expect(preview).not.toHaveText(first ?? '');
  const seed = data.source.getByRole('textbox', { name: /Seed/ });
  await expect(seed).toHaveValue('2');
  await seed.fill('1');
  await seed.press('Enter');
  await expect(preview).toHaveText(first ?? '');
  const rows = data.source.getByRole('textbox', { name: 'Rows' });
  await rows.fill('30');
  await rows.press('Enter');
  await expect(data.section).toContainText('30 rows');
  await data.setShare('20');
  await expect(data.section).toContainText('24 to train · 6 to test');
  await data.openTable();
  await expect(data.grid.locator('tr[data-test]')).toHaveCount(6);
  await data.section.getByRole('button', { name: 'Remove data' }).click();
  await expect(data.page.getByText('The graph has no data.')).toBeVisible();
  await data.chainrule.undo();
  await expect(data.grid.locator('tr[data-test]')).toHaveCount(6);
});

test.describe('for somebody who reads Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('is brought in, edited and explained in Chinese', async ({ page }) => {
    const data = await openData(page);
    await data.section.getByRole('button', { name: '内置数据' }).click();
    await data.section.getByRole('button', { name: '逻辑门' }).click();
    await expect(data.section).toContainText('4 行 · 3 列');
    await expect(data.section.getByRole('combobox', { name: 'y 对应的列' })).toHaveValue('y');
    await data.source.getByRole('combobox', { name: '目标值' }).selectOption('−1 与 1');
    await data.section.getByRole('button', { name: '打开表格' }).click();
    await expect(data.cell(1, 3)).toHaveText('-1');
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await expect(data.grid.getByRole('alert')).toHaveText('“abc”不是数（x1，第 1 行）。');
    await page.keyboard.press('Escape');
    await data.chainrule.dropFile('坏.csv', 'x,y\n1,2\n3\n');
    await expect(data.source.getByRole('listitem')).toHaveText('第 3 行：有 1 格，应为 2 格');
  });
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('is chosen, and edited by tapping', async ({ page }) => {
    const data = new Data(await openGraph(page, line));
    await page.getByRole('button', { name: 'Details' }).tap();
    await page.getByRole('tab', { name: 'Train' }).tap();
    await data.section.getByRole('button', { name: 'Built-in' }).tap();
    await data.section.locator('[data-set="course-line"]').tap();
    await expect(data.section).toContainText('100 rows · 2 columns');
    await data.section.getByRole('button', { name: 'Open table' }).tap();
    await expect(data.grid).toBeVisible();
    await data.cell(2, 1).tap();
    await data.cell(2, 1).tap();
    await expect(data.grid.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(data.cell(2, 1)).toHaveText('9');
    await page.getByRole('button', { name: 'Back to the canvas' }).tap();
    await expect(data.grid).toHaveCount(0);
  });
});
