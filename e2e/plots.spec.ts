import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, openPage, test } from './page.ts';

/** An example of the gallery, with some of its sections and values replaced. */
async function exampleWith(
  id: string,
  sections: Readonly<Record<string, unknown>> = {},
  values: Readonly<Record<string, number>> = {},
): Promise<string> {
  const text = await readFile(new URL(`../graphs/${id}.json`, import.meta.url), 'utf8');
  const file = JSON.parse(text);
  const nodes = file.nodes.map((node: { id: string }) =>
    node.id in values ? { ...node, value: values[node.id] } : node,
  );
  return JSON.stringify({ ...file, ...sections, nodes });
}

/** Opens a graph with its panel for training. */
async function openTraining(page: Page, file: string): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await chainrule.dropFile('test.json', file);
  await page.getByRole('tab').nth(3).click();
  await expect(picture(page)).toBeVisible();
  await chainrule.settle();
  return chainrule;
}

/** The list of pictures. */
function picture(page: Page): Locator {
  return page.locator('[data-role="picture"]');
}

function figure(page: Page): Locator {
  return page.locator('[data-role="figure"]');
}

function tip(page: Page): Locator {
  return page.locator('[data-role="tip"]');
}

/** Trains with each of some rates, from the same start. */
async function compareRates({ panel }: Chainrule, rates: string): Promise<void> {
  await panel.getByLabel('Compare learning rates').fill(rates);
  await panel.getByRole('button', { name: /^Compare \d$/ }).click();
  await expect(panel.locator('[data-role="legend"] li')).toHaveCount(rates.split(',').length);
}

async function trainToTheEnd({ panel }: Chainrule): Promise<void> {
  await panel.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Train on' })).toBeVisible();
}

async function save(page: Page, format: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${format}` }).click(),
  ]);
  return file;
}

/** Rows of the table a picture is shown as. */
async function tableOf(page: Page): Promise<string[][]> {
  const rows = page.locator('[data-role="sheet"] tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')),
  );
}

test('before the first run it says what to do', async ({ page }) => {
  await openTraining(page, await exampleWith('gd-x2-graph'));
  await expect(picture(page)).toHaveValue('loss');
  await expect(page.getByText('Run the training first')).toBeVisible();
  // Neither data nor a second parameter: no picture of them.
  const kinds = picture(page).locator('option');
  await expect(kinds).toHaveText([
    'Loss over iterations',
    'Along one parameter',
    'Size of gradients',
  ]);
});

test('four learning rates on x²: the legend names them and tells which one diverges', async ({
  page,
}) => {
  const chainrule = await openTraining(page, await exampleWith('gd-x2-graph'));
  await compareRates(chainrule, '0.1, 0.4, 0.8, 1.1');
  const items = chainrule.panel.locator('[data-role="legend"] li');
  await expect(items.nth(3)).toHaveText(/η = 1\.1\s*diverged/);
  await expect(items.nth(0)).toHaveText(/η = 0\.1/);
  await expect(items.nth(1)).toHaveText(/η = 0\.4/);
  await expect(items.nth(2)).toHaveText(/η = 0\.8/);
  await expect(items.filter({ hasText: 'diverged' })).toHaveCount(1);
  // Each is told by its colour, and by its mark as well.
  const signs = await items.evaluateAll((all) =>
    all.map((item) => {
      const [line, mark] = item.querySelectorAll('path');
      return { colour: line.getAttribute('stroke'), mark: mark.getAttribute('d') };
    }),
  );
  expect(new Set(signs.map(({ colour }) => colour)).size).toBe(4);
  expect(new Set(signs.map(({ mark }) => mark)).size).toBe(4);
  await expect(chainrule.panel.getByText('grew without bound').first()).toBeVisible();

  await page.getByLabel('As a table').check();
  const [head, ...rows] = await tableOf(page);
  expect(head).toEqual([
    'iteration',
    'η = 0.1 · loss',
    'η = 0.4 · loss',
    'η = 0.8 · loss',
    'η = 1.1 · loss',
  ]);
  expect(rows[0]).toEqual(['0', '1.44', '1.44', '1.44', '1.44']);
  expect(rows[1]).toEqual(['1', '0.9216', '0.0576', '0.5184', '2.0736']);

  await page.getByLabel('As a table').uncheck();
  await expect(figure(page).locator('svg')).toContainText('loss');
  await expect(figure(page).locator('svg')).not.toContainText('1e-');
  await page.getByLabel('Log scale').check();
  await expect(figure(page).locator('svg')).toContainText('1e-');

  // A run can be taken out of the picture, and put back.
  await items.nth(0).getByRole('button').click();
  await expect(items.nth(0).getByRole('button')).toHaveAttribute('aria-pressed', 'false');
  await page.getByLabel('As a table').check();
  expect((await tableOf(page))[0]).toHaveLength(4);
});

test('values are read by keys and by pointing, large and small', async ({ page }) => {
  const chainrule = await openTraining(page, await exampleWith('gd-x2-graph'));
  await compareRates(chainrule, '0.1, 0.4');
  await page.getByRole('button', { name: 'Enlarge' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('[data-role="figure"] svg')).toBeVisible();

  await figure(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(tip(page)).toHaveText('η = 0.1iteration 1loss 0.9216');
  await expect(figure(page)).toHaveAttribute('aria-valuetext', /iteration 1, loss 0\.9216/);
  await page.keyboard.press('ArrowDown');
  await expect(tip(page)).toHaveText('η = 0.4iteration 1loss 0.0576');
  const spot = await boxOf(page.locator('[data-role="spot"]'));
  // The first Esc takes the value away, the next one gives the canvas back.
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);
  await page.mouse.move(spot.x + spot.width / 2, spot.y + spot.height / 2);
  await expect(tip(page)).toHaveText('η = 0.4iteration 1loss 0.0576');
  await page.mouse.move(5, 300);
  await expect(tip(page)).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('main').locator('[data-role="figure"]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Enlarge' })).toBeFocused();
});

test('along a parameter: the iterates on the curve, tangent and derivative as on the canvas', async ({
  page,
}) => {
  const chainrule = await openTraining(page, await exampleWith('gd-x2-graph'));
  await picture(page).selectOption('along');
  const legend = chainrule.panel.locator('[data-role="legend"]');
  await expect(legend).toContainText('slope 2.4');
  await chainrule.panel.getByRole('button', { name: 'One update' }).click();
  await chainrule.expectNode('x', '0.96', '1.92');
  await expect(legend).toContainText('slope 1.92');
  await figure(page).focus();
  await page.keyboard.press('Home');
  await expect(tip(page)).toHaveText('nowx = 0.96J = 0.9216∂J/∂x = 1.92');
  await page.getByLabel('As a table').check();
  const rows = await tableOf(page);
  expect(rows.slice(1, 3)).toEqual([
    ['iterates', '0', '1.2', '1.44', '2.4'],
    ['iterates', '1', '0.96', '0.9216', '1.92'],
  ]);
});

test('saves the picture as SVG with fonts and legend, as PNG and its numbers as CSV', async ({
  page,
}) => {
  const chainrule = await openTraining(page, await exampleWith('gd-x2-graph'));
  await compareRates(chainrule, '0.1, 1.1');
  await expect(chainrule.panel.getByText('diverged').first()).toBeVisible();
  const svg = await readFile(await (await save(page, 'SVG')).path(), 'utf8');
  const drawn = await page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      name: root.nodeName,
      text: root.textContent ?? '',
      paths: root.querySelectorAll('path').length,
      isBound: /var\(|currentColor"/.test(text) && !text.includes('fill="currentColor"'),
    };
  }, svg);
  expect(drawn.name).toBe('svg');
  expect(drawn.text).toContain('Loss over the iterations');
  expect(drawn.text).toContain('η = 1.1 · diverged');
  expect(drawn.text).toContain('@font-face');
  expect(drawn.paths).toBeGreaterThan(4);
  expect(svg).not.toContain('var(--');

  const png = await save(page, 'PNG');
  expect(png.suggestedFilename()).toMatch(/\.png$/);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the first chunk: twice 880.
  expect(bytes.readUInt32BE(16)).toBe(1760);

  const csv = await readFile(await (await save(page, 'CSV')).path(), 'utf8');
  const lines = csv.split('\r\n');
  expect(lines[0]).toBe('iteration,eta = 0.1 · loss,eta = 1.1 · loss');
  expect(lines[1]).toBe('0,1.44,1.44');
  expect(lines[2].split(',').map(Number)[1]).toBeCloseTo(0.9216, 12);
});

test.describe('XOR', () => {
  const data = {
    dataset: {
      version: 1,
      columns: [
        { name: 'x1', values: [0, 0, 1, 1] },
        { name: 'x2', values: [0, 1, 0, 1] },
        { name: 'y', values: [0, 1, 1, 0] },
      ],
      bind: { x1: 'x1', x2: 'x2', y: 'y' },
    },
    training: {
      version: 1,
      move: { by: 'gradient', rule: 'adam', rate: 0.1 },
      stop: [{ kind: 'loss-below', value: 0.02 }],
    },
  };
  // From here it converges.
  const start = { w1_11: 1.5, w1_12: -2, w1_21: -1.5, w1_22: 2, w2_11: 2, w2_21: 2 };

  test('the boundary parts the classes once it is learned, and the counts say so', async ({
    page,
  }) => {
    const chainrule = await openTraining(page, await exampleWith('mlp-2-2-1', data, start));
    const { panel } = chainrule;
    await picture(page).selectOption('boundary');
    const legend = panel.locator('[data-role="legend"]');
    await expect(legend).toContainText('y = 1');
    await expect(legend).toContainText('wrong');
    await trainToTheEnd(chainrule);
    await expect(panel.locator('[data-role="ending"]')).toContainText('below 0.02');
    await expect(legend).not.toContainText('wrong');
    await figure(page).focus();
    await page.keyboard.press('Home');
    await expect(tip(page)).toHaveText(/^row 1x1 = 0x2 = 0a2 = 0\.0\d+is 0, taken for 0$/);

    await picture(page).selectOption('truth');
    await page.getByLabel('As a table').check();
    const truth = (await tableOf(page)).map((row) => row.filter((_, i) => i !== 3).join(' '));
    expect(truth).toEqual(['x1 x2 y taken for', '0 0 0 0', '0 1 1 1', '1 0 1 1', '1 1 0 0']);

    await picture(page).selectOption('classes');
    await expect
      .poll(() => tableOf(page))
      .toEqual([
        ['actual \\ taken for', '0', '1'],
        ['0', '2', '0'],
        ['1', '0', '2'],
      ]);
    const measure = (name: string) => panel.locator(`[data-measure="${name}"]`);
    await expect(measure('accuracy')).toHaveText('1');
    // At a threshold of 0 everything is taken for 1: half of that is right, and all are found.
    await panel.getByLabel('Threshold').focus();
    await page.keyboard.press('Home');
    await expect(measure('accuracy')).toHaveText('0.5');
    expect((await tableOf(page)).slice(1)).toEqual([
      ['0', '0', '2'],
      ['1', '0', '2'],
    ]);
    await expect(measure('precision')).toHaveText('0.5');
    await expect(measure('recall')).toHaveText('1');
  });

  test('over two parameters: a map, and a surface that keys turn', async ({ page }) => {
    await openTraining(page, await exampleWith('mlp-2-2-1', data, start));
    await picture(page).selectOption('over');
    await expect(figure(page).locator('[data-mark="contour"] path').first()).toBeAttached();
    await page.getByRole('button', { name: 'Surface' }).click();
    const corner = figure(page).locator('svg g path').first();
    await expect(corner).toBeAttached();
    const before = await corner.getAttribute('d');
    await figure(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(corner).not.toHaveAttribute('d', before ?? '');
  });
});

test('a curve is fitted in the units of the data, with every residual in the table', async ({
  page,
}) => {
  const file = await exampleWith('linreg-single-sample-grad', {
    dataset: {
      version: 1,
      columns: [
        { name: 'x', values: [100, 200, 300, 400] },
        { name: 'y', values: [20, 30, 50, 60] },
      ],
      bind: { x: 'x', y: 'y' },
      scale: { x: 'standard', y: 'standard' },
    },
    training: {
      version: 1,
      move: { by: 'gradient', rule: 'gradientDescent', rate: 0.5 },
      stop: [{ kind: 'gradient-below', value: 1e-12 }],
    },
  });
  const chainrule = await openTraining(page, file);
  await picture(page).selectOption('data');
  await trainToTheEnd(chainrule);
  await expect(chainrule.panel.locator('[data-role="ending"]')).toContainText('gradient');
  await page.getByLabel('As a table').check();
  const rows = await tableOf(page);
  // Least squares of the notes, ten and a hundred times as large: y = 0.14 x + 5.
  expect(rows.slice(1).map((row) => row.slice(2))).toEqual([
    ['100', '20', '19', '1'],
    ['200', '30', '33', '-3'],
    ['300', '50', '47', '3'],
    ['400', '60', '61', '-1'],
  ]);
});

test.describe('in Chinese and dark', () => {
  test.use({ locale: 'zh-CN', colorScheme: 'dark' });

  test('pictures speak and look like the page', async ({ page }) => {
    const chainrule = await openTraining(page, await exampleWith('gd-x2-sin2y-graph'));
    await expect(page.getByText('请先运行训练')).toBeVisible();
    await chainrule.panel.getByRole('button', { name: '开始训练' }).click();
    await expect(chainrule.panel.getByRole('button', { name: '继续训练' })).toBeVisible();
    await expect(figure(page).locator('svg')).toContainText('迭代');
    await picture(page).selectOption('gradients');
    await expect(figure(page).locator('svg')).toContainText('梯度大小');
    // The first line of the palette for dark grounds.
    await expect(figure(page).locator('[stroke="#a5a8ff"]').first()).toBeAttached();
    await figure(page).focus();
    await page.keyboard.press('End');
    await expect(tip(page)).toContainText('迭代 100');
  });
});
