import { type Chainrule, expect, openPage, test } from './page.ts';
import { printed } from './pdf.ts';

/** Opens the worksheet of the graph that is open, and waits until its key is set. */
async function openWorksheet(chainrule: Chainrule): Promise<void> {
  await chainrule.page.keyboard.press('Control+p');
  await expect(chainrule.dialog.getByRole('img')).toHaveCount(2);
  await expect(chainrule.dialog.locator('.katex').last()).toBeVisible();
}

/** The numbers of a kind that stand on the sheet, leaving out blanks. */
function numbersOn(chainrule: Chainrule, kind: 'value' | 'gradient') {
  return chainrule.dialog.getByRole('img').first().locator(`text[data-role="${kind}"]`);
}

test('prints the graph with blanks, and on a second page the key with the right numbers', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await openWorksheet(chainrule);
  await chainrule.dialog.getByLabel('Paper').selectOption('A4');
  const [sheet, key, ...more] = await printed(page);
  expect(more).toEqual([]);
  expect([sheet.width, sheet.height]).toEqual([842, 595]);

  // The linear example: 27 + 36 = 63, and nothing of it on the sheet.
  expect(key.text).toContain('18⋅2+9⋅3=36+27=63');
  for (const working of ['9⋅2=18', '18⋅2=36', '9⋅3=27', '1⋅18=18', '1⋅9=9']) {
    expect(key.text).toContain(working);
  }
  await expect(numbersOn(chainrule, 'gradient')).toHaveText(['∇ 1']);
});

test('is printed on Letter too, and without the key where none is wanted', async ({ page }) => {
  const chainrule = await openPage(page);
  await openWorksheet(chainrule);
  await chainrule.dialog.getByLabel('Paper').selectOption('Letter');
  await chainrule.dialog.getByLabel('With the key').uncheck();
  const pages = await printed(page);
  expect(pages.map(({ width, height }) => [width, height])).toEqual([[792, 612]]);
  expect(pages[0].text).not.toContain('=63');
});

test('asks for any topic', async ({ page }) => {
  const chainrule = await openPage(page);
  await openWorksheet(chainrule);
  await chainrule.dialog.getByLabel('What is asked').selectOption('Forward values');
  const rows = chainrule.dialog.getByRole('list', { name: 'Answers' }).getByRole('listitem');
  await expect(rows).toHaveText([/m1=|m1 =/, /m2/, /x/, /m3/, /y/, /z/]);
  const [, key] = await printed(page);
  await expect(numbersOn(chainrule, 'value')).not.toContainText(['162']);
  expect(key.text).toContain('18⋅9=162');
});

test('prints the exercise of the file: its instructions, its questions, its wrong number', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  const file = {
    format: 'chainrule-graph',
    version: 1,
    title: 'One number is off',
    nodes: [
      { id: 'w', op: 'parameter', value: 3, position: { x: 0, y: 0 } },
      { id: 'x', op: 'input', value: 5, position: { x: 0, y: 120 } },
      { id: 'p', op: 'multiply', inputs: ['w', 'x'], position: { x: 240, y: 60 } },
      { id: 'L', op: 'square', inputs: ['p'], position: { x: 480, y: 60 } },
    ],
    exercise: {
      version: 1,
      kind: 'find-bug',
      asked: ['gradient:w'],
      bug: { quantity: 'gradient:w', mistake: 'other-operand' },
      instructions: { en: 'Look closely.', 'zh-CN': '仔细看。' },
    },
  };
  await chainrule.dropFile('bug.json', JSON.stringify(file));
  await chainrule.expectNodes(['w', 'x', 'p', 'L']);
  await openWorksheet(chainrule);
  await expect(chainrule.dialog).toContainText('Look closely.');
  await expect(chainrule.dialog).toContainText('The wrong number is');
  // ∂L/∂w = 2·15·5 = 150; the mistake takes w for the local derivative: 2·15·3 = 90.
  const shown = await numbersOn(chainrule, 'gradient').allTextContents();
  // Node w, node x and the edge from x agree on 90; the edge from w still carries 150.
  expect(shown.filter((text) => text.endsWith('90'))).toHaveLength(3);
  expect(shown.filter((text) => text.endsWith('150'))).toHaveLength(1);
  const [, key] = await printed(page);
  expect(key.text).toContain('=150');
  await expect(chainrule.dialog).toContainText('a product sends back the other factor');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('says the same', async ({ page }) => {
    const chainrule = await openPage(page);
    await openWorksheet(chainrule);
    await expect(chainrule.dialog).toContainText('打印练习纸');
    await expect(chainrule.dialog).toContainText('姓名');
    expect((await printed(page))[1].text).toContain('=63');
  });
});
