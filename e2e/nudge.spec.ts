import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type Chainrule, expect, openGraph, openPage, test } from './page.ts';

/** The numbers of a row of the panel's table: the output, its change, the slope. */
function row(chainrule: Chainrule, name: string): Locator {
  return chainrule.panel.getByRole('row', { name }).getByRole('cell');
}

/** Selects a node and opens its nudge. */
async function openNudge(chainrule: Chainrule, id: string): Promise<void> {
  await chainrule.select(id);
  await chainrule.panel.getByText('Nudge', { exact: true }).click();
  await expect(chainrule.panel.getByRole('table')).toBeVisible();
}

/** The sentence on why the numbers differ. */
function why(chainrule: Chainrule): Locator {
  return chainrule.panel.locator('details [aria-live]');
}

/** Opens the table of all nodes by its menu. */
async function openCheck(chainrule: Chainrule): Promise<void> {
  await chainrule.choose('Run', 'Gradient check…');
  await expect(chainrule.dialog.getByRole('table')).toBeVisible();
}

async function openExample(page: Page, id: string): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.locator(`[data-example="${id}"]`).click();
  await expect(chainrule.dialog).toHaveCount(0);
  await chainrule.settle();
  return chainrule;
}

test('w² at 3, nudged by 0.001, 0.002 and 0.01', async ({ page }) => {
  const chainrule = await openExample(page, 'eps-nudge-w2');
  await openNudge(chainrule, 'w');
  const field = chainrule.panel.getByLabel('Step ε');
  await expect(field).toHaveValue('0.001');
  await expect(row(chainrule, 'now')).toHaveText(['9', '', '']);
  await expect(row(chainrule, 'right')).toHaveText(['9.006', '0.006001', '6.001']);
  await expect(row(chainrule, 'left')).toHaveText(['8.994', '-0.005999', '5.999']);
  await expect(row(chainrule, 'central')).toHaveText(['', '0.012', '6']);
  await expect(row(chainrule, 'gradient')).toHaveText(['', '', '6']);
  await expect(why(chainrule)).toContainText('Curvature');

  await field.fill('0.002');
  await expect(row(chainrule, 'right')).toHaveText(['9.012', '0.012004', '6.002']);
  await field.fill('1/100');
  await expect(row(chainrule, 'right')).toHaveText(['9.0601', '0.0601', '6.01']);
  await field.fill('1e-6');
  await expect(row(chainrule, 'right').last()).toHaveText('6');
  await expect(why(chainrule)).toContainText('agree in all six significant digits');
  await field.fill('1e-13');
  await expect(why(chainrule)).toContainText('Rounding');
  await field.fill('1e-17');
  await expect(why(chainrule)).toContainText('ε is lost');
});

test('every node of ½(wx + b − y)², nudged by 0.001', async ({ page }) => {
  const chainrule = await openExample(page, 'cg-w2-b8');
  await openNudge(chainrule, 'd');
  // Once open it stays open from node to node, an operation's value is nudged like any other.
  for (const id of ['d', 'a', 'c']) {
    await chainrule.select(id);
    await expect(row(chainrule, 'right')).toHaveText(['2.002', '0.0020005', '2.0005']);
  }
  await chainrule.select('w');
  await expect(row(chainrule, 'right')).toHaveText(['1.996', '-0.003998', '-3.998']);
  await expect(row(chainrule, 'gradient').last()).toHaveText('-4');
  // What is edited on the canvas is followed.
  await chainrule.setValue('w', '3');
  await expect(row(chainrule, 'now').first()).toHaveText('0');
});

test('kinks, jumps and conventions that add up to no slope are called so', async ({ page }) => {
  const chainrule = await openGraph(
    page,
    [
      { id: 'x', op: 'input', value: 0 },
      { id: 'p', op: 'relu', inputs: ['x'] },
      { id: 'n', op: 'negate', inputs: ['x'] },
      { id: 'r', op: 'relu', inputs: ['n'] },
      { id: 's', op: 'step', inputs: ['x'] },
      { id: 'y', op: 'subtract', inputs: ['p', 'r'] },
    ],
    { output: 'y' },
  );
  await openNudge(chainrule, 'n');
  await expect(why(chainrule)).toContainText('A kink: to the right the slope is -1, to the left 0');
  await chainrule.select('x');
  await expect(why(chainrule)).toContainText('The gradient is not what smaller steps lead to');
  await chainrule.select('s');
  await expect(why(chainrule)).toContainText('y does not depend on s');

  await chainrule.panel.getByRole('button', { name: 'Check all nodes' }).click();
  await expect(chainrule.dialog.locator('[data-node="x"]')).toContainText('does not agree');
  await page.keyboard.press('Escape');

  await chainrule.select('s');
  await page.getByRole('button', { name: 'Make this the output' }).click();
  await chainrule.select('x');
  await expect(why(chainrule)).toContainText('A jump: near x = 0');
  await chainrule.setValue('x', '0.0004');
  await expect(row(chainrule, 'left').last()).toHaveText('1000');
});

test('a step that is none is refused, and what held before goes on holding', async ({ page }) => {
  const chainrule = await openPage(page);
  await openNudge(chainrule, 'b');
  const field = chainrule.panel.getByLabel('Step ε');
  await field.fill('-1');
  await page.keyboard.press('Enter');
  await expect(chainrule.panel.getByRole('alert')).toHaveText('Type a number greater than 0.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(row(chainrule, 'right').last()).toHaveText('63.006');
  await chainrule.panel.getByRole('button', { name: 'A tenth of ε' }).click();
  await expect(chainrule.panel.getByRole('alert')).toHaveCount(0);
  await expect(field).toHaveValue('0.0001');
  await expect(row(chainrule, 'right').last()).toHaveText('63.0006');
});

test('one element of a matrix at a time, or the one that is farthest off', async ({ page }) => {
  const chainrule = await openGraph(page, [
    {
      id: 'W',
      op: 'parameter',
      value: [
        [1, 2],
        [0, -3],
      ],
    },
    { id: 'y', op: 'relu', inputs: ['W'] },
    { id: 'q', op: 'exp', inputs: ['y'] },
  ]);
  await openNudge(chainrule, 'W');
  await expect(chainrule.panel).toContainText('q has several elements');
  await expect(row(chainrule, 'gradient').last()).toHaveText('2.71828');
  await chainrule.panel.getByLabel('Column').fill('2');
  await expect(row(chainrule, 'gradient').last()).toHaveText('7.38906');
  await chainrule.panel.getByLabel('Row').fill('2');
  await expect(row(chainrule, 'gradient').last()).toHaveText('0');
  await chainrule.panel.getByRole('button', { name: 'Farthest off' }).click();
  await expect(chainrule.panel.getByLabel('Row')).toHaveValue('2');
  await expect(chainrule.panel.getByLabel('Column')).toHaveValue('1');
  await expect(why(chainrule)).toContainText('A kink');
  await openCheck(chainrule);
  await expect(chainrule.dialog.locator('[data-node="W"]')).toContainText('W[2, 1]');
  await expect(chainrule.dialog.locator('[data-node="W"]')).toContainText('kink');
});

test('the gradient check lists every node with a verdict, and leads to each', async ({ page }) => {
  const chainrule = await openPage(page);
  await openCheck(chainrule);
  const { dialog } = chainrule;
  await expect(dialog.getByRole('columnheader')).toHaveText([
    'Node',
    'Value',
    'Gradient',
    'Central',
    'Right',
    'Left',
    'Difference',
    'Why they differ',
  ]);
  await expect(dialog.getByRole('rowheader')).toHaveCount(12);
  await expect(dialog.locator('summary')).toHaveText(/12 nodes\s*11 × equal\s*1 × curvature/);
  const b = dialog.getByRole('row', { name: /^b / }).getByRole('cell');
  await expect(b.nth(1)).toHaveText('63');
  await expect(b.nth(3)).toHaveText('63.006');
  await expect(b.nth(4)).toHaveText('62.994');
  await expect(b.nth(6)).toHaveText('curvature');

  await dialog.locator('summary').click();
  await expect(dialog).toContainText('The smaller ε is, the smaller the difference.');
  await dialog.getByRole('button', { name: 'Difference' }).click();
  await expect(dialog.getByRole('columnheader', { name: 'Difference' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(dialog.getByRole('rowheader').first()).toHaveText('b');
  await dialog.getByLabel('Step ε').fill('0.1');
  await expect(b.nth(3)).toHaveText('63.6');

  await dialog.getByRole('button', { name: 'b', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(chainrule.node('b')).toHaveClass(/selected/);
  await expect(row(chainrule, 'right').last()).toHaveText('63.6');
});

test('by keys alone: nudge a node, change ε, check all and go to another node', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await chainrule.node('b').focus();
  await page.keyboard.press('Space');
  const summary = chainrule.panel.locator('summary');
  await expect(summary).toBeVisible();
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  const field = chainrule.panel.getByLabel('Step ε');
  await tabTo(page, field);
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('0.01');
  await expect(row(chainrule, 'right').last()).toHaveText('63.06');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expect(row(chainrule, 'right').last()).toHaveText('66');
  await tabTo(page, chainrule.panel.getByRole('button', { name: 'Check all nodes' }));
  await page.keyboard.press('Enter');
  await expect(chainrule.dialog.getByLabel('Step ε')).toBeFocused();
  await tabTo(page, chainrule.dialog.getByRole('button', { name: 'z', exact: true }));
  await page.keyboard.press('Enter');
  await expect(chainrule.dialog).toHaveCount(0);
  await expect(row(chainrule, 'now').first()).toHaveText('162');
  await expect(chainrule.node('z')).toHaveClass(/selected/);
});

test('without an output there is nothing to check, and practising it is out of reach', async ({
  page,
}) => {
  const chainrule = await openGraph(page, [
    { id: 'a', op: 'input', value: 1 },
    { id: 'b', op: 'input', value: 1 },
  ]);
  await chainrule.choose('Run', 'Gradient check…');
  await expect(chainrule.dialog).toContainText('Choose an output first');
  await page.keyboard.press('Escape');
  await chainrule.select('a');
  await chainrule.panel.getByText('Nudge', { exact: true }).click();
  await expect(chainrule.panel).toContainText('There is nothing to see');
  await page.getByRole('tab', { name: 'Practise' }).click();
  await page.getByRole('banner').getByText('Run', { exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Gradient check…' })).toBeDisabled();
});

test('a thousand nodes are checked while the page stays awake', async ({ page }) => {
  const ops = ['tanh', 'sigmoid', 'sin', 'softplus', 'cos'];
  const nodes = Array.from({ length: 1000 }, (_, i) => ({
    position: { x: 250 * (i % 32), y: 150 * Math.floor(i / 32) },
    ...(i === 0
      ? { id: 'n0', op: 'parameter', value: 0.3 }
      : { id: `n${i}`, op: ops[i % 5], inputs: [`n${i - 1}`] }),
  }));
  const chainrule = await openPage(page);
  const file = JSON.stringify({ format: 'chainrule-graph', version: 1, nodes });
  await chainrule.dropFile('long.json', file);
  await expect(chainrule.node('n0')).toBeVisible();
  await openCheck(chainrule);
  await expect(chainrule.dialog.getByRole('rowheader')).toHaveCount(1000);
  await chainrule.dialog.getByRole('button', { name: 'Ten times ε' }).click();
  await expect(chainrule.dialog.getByLabel('Step ε')).toHaveValue('0.01');
  await expect(chainrule.dialog.locator('[data-cause="curvature"]').first()).toBeVisible();
  await expect(chainrule.dialog.locator('[data-cause="unexplained"]')).toHaveCount(0);
});

for (const { width, height, colorScheme } of [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const) {
  test.describe(`in Chinese at ${width} × ${height}`, () => {
    test.use({ locale: 'zh-CN', colorScheme, viewport: { width, height } });

    test('the check and the nudge read well, and axe has nothing to say', async ({ page }) => {
      const chainrule = await openPage(page);
      const { dialog, panel } = chainrule;
      await chainrule.choose('运行', '梯度检验…');
      await expect(dialog.getByRole('rowheader')).toHaveCount(12);
      await dialog.locator('summary').click();
      await expect(dialog.locator('[data-node="b"]')).toContainText('曲率');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'b', exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(panel.locator('details [aria-live]')).toContainText('曲率：');
      await expect(panel.getByRole('row', { name: '右侧' })).toContainText('63.006');
      expect(await violations(page)).toEqual([]);
      // Nothing reaches beyond the panel.
      const { scroll, width } = await panel.evaluate((it) => ({
        scroll: it.scrollWidth,
        width: it.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(width);
    });
  });
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < 60 && !(await hasFocus()); stop++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
