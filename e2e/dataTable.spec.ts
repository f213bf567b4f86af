import { dataset, openData, pasteInto } from './bringingData.ts';
import { expect, test } from './page.ts';

test('is edited in place with keys alone @firefox', async ({ page }) => {
  const data = await openData(page, dataset({ x: [1, 2, 3], y: [4, 5, 6] }, { bind: { x: 'x' } }));
  await data.openTable();
  await expect(data.cell(1, 1)).toHaveAttribute('data-active', 'true');
  // Typing replaces, Tab and Enter take over and go on.
  await page.keyboard.type('1,5');
  await data.press('Tab');
  await page.keyboard.type('-4');
  await data.press('Enter', 'ArrowLeft', 'Enter');
  const editor = data.grid.getByRole('textbox');
  await expect(editor).toHaveValue('2');
  await data.press('End');
  await page.keyboard.type('0');
  await data.press('Escape', 'F2');
  await expect(editor).toHaveValue('2');
  await page.keyboard.type('abc');
  await data.press('Enter');
  await expect(data.grid.getByRole('alert')).toHaveText('“abc” is not a number (x, row 2).');
  await expect(editor).toBeFocused();
  await data.press('Escape');
  await expect(data.grid).toBeFocused();
  expect(await data.texts()).toEqual([
    ['1.5', '-4'],
    ['2', '5'],
    ['3', '6'],
  ]);
  // Each cell is an entry of the document's history.
  await data.press('Control+z');
  await expect(data.cell(1, 2)).toHaveText('4');
  // The name of a column; where it goes stays.
  await data.press('Control+Home', 'ArrowRight', 'Enter');
  await page.keyboard.type('hours');
  await data.press('Enter');
  await expect(data.cell(0, 1)).toHaveText(/hours$/);
  await expect(data.columnFor('x')).toHaveValue('hours');
  await data.press('Control+Home', 'ArrowRight', 'ArrowRight', 'Delete');
  await expect(data.grid.locator('thead th')).toHaveCount(2);
  await data.press('Control+End', 'ArrowLeft', 'Shift+ArrowUp', 'Delete');
  expect(await data.texts()).toEqual([['1.5']]);
  await data.press('Control+z', 'Control+z');
  await expect(data.grid.locator('thead th')).toHaveCount(3);
});

test('takes and gives blocks of cells, rows and columns', async ({ page }) => {
  const data = await openData(page, dataset({ x: [1, 2], y: [3, 4] }));
  await data.openTable();
  await data.cell(2, 1).click();
  await pasteInto(data.grid, '8\t9\r\n10\t11\r\n');
  await expect(data.grid).toHaveAttribute('aria-rowcount', '4');
  expect(await data.texts()).toEqual([
    ['1', '3'],
    ['8', '9'],
    ['10', '11'],
  ]);
  await pasteInto(data.grid, '1\noops');
  await expect(data.chainrule.notice).toContainText('“oops” is not a number (x, row 3)');
  expect((await data.texts())[1]).toEqual(['8', '9']);
  await page.getByRole('button', { name: 'Add a row below' }).click();
  await expect(data.cell(3, 1)).toHaveText('0');
  await page.getByRole('button', { name: 'Delete row' }).click();
  await page.getByRole('button', { name: 'Add a column to the right' }).click();
  await expect(data.grid.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('z');
  await page.keyboard.press('Enter');
  await expect(data.cell(0, 2)).toHaveText('z');
  await data.cell(0, 2).click();
  await page.getByRole('button', { name: 'Delete column' }).click();
  await data.cell(1, 1).click();
  await data.cell(2, 2).click({ modifiers: ['Shift'] });
  const copied = await data.grid.evaluate((grid) => {
    const clipboardData = new DataTransfer();
    grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('1\t3\r\n8\t9');
  const csv = await data.chainrule.savedBy(() =>
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  );
  expect(csv).toBe('\ufeffx,y\r\n1,3\r\n8,9\r\n10,11\r\n');
  await page.getByRole('button', { name: 'Back to the canvas' }).click();
  await expect(data.grid).toHaveCount(0);
  await expect(data.section.getByRole('button', { name: 'Open table' })).toBeFocused();
});

test('of words shows them, and takes known and new ones', async ({ page }) => {
  const data = await openData(page);
  await data.chainrule.dropFile('iris.csv', 'length,kind\n5.1,setosa\n7,virginica\n');
  await data.unfold('scaling');
  await expect(data.section).toContainText('setosa, virginica');
  await data.openTable();
  await expect(data.cell(2, 2)).toHaveText('virginica');
  await data.cell(1, 2).click();
  await page.keyboard.type('versicolor');
  await page.keyboard.press('Enter');
  await expect(data.section).toContainText('setosa, virginica, versicolor');
  expect(await data.texts()).toEqual([
    ['5.1', 'versicolor'],
    ['7', 'virginica'],
  ]);
  await page.getByRole('button', { name: 'Add a column of 0 and 1 for each word' }).click();
  await expect(data.grid.locator('thead b')).toHaveText([
    'length',
    'kind',
    'setosa',
    'virginica',
    'versicolor',
  ]);
  expect((await data.texts())[1].slice(2)).toEqual(['0', '1', '0']);
});

test('of a hundred thousand rows can be read, looked through and edited', async ({ page }) => {
  test.slow();
  const data = await openData(page);
  const rows = Array.from({ length: 100_000 }, (_, i) => `${i},${(i % 7) / 10}`);
  await data.chainrule.dropFile('large.csv', ['x,y', ...rows].join('\n'));
  await expect(data.section).toContainText('100,000 rows · 2 columns');
  await data.openTable();
  await expect(data.grid).toHaveAttribute('aria-rowcount', '100001');
  expect(await data.grid.locator('tbody tr').count()).toBeLessThan(100);
  await data.press('Control+End');
  await expect(data.cell(100_000, 2)).toBeInViewport();
  await expect(data.cell(100_000, 1)).toHaveText('99999');
  await page.keyboard.type('42');
  await data.press('Enter');
  await expect(data.cell(100_000, 2)).toHaveText('42');
  await data.press('Control+z');
  await expect(data.cell(100_000, 2)).toHaveText('0.4');
  await data.grid.evaluate((grid) => grid.parentElement?.scrollTo(0, 34 * 50_000));
  await expect(data.cell(50_001, 1)).toBeInViewport();
  await data.press('Control+Home');
  await expect(data.cell(1, 1)).toBeInViewport();
  // The draft of it comes back.
  await page.reload();
  await data.open();
  await expect(data.section).toContainText('100,000 rows · 2 columns');
});
