import type { Page } from '@playwright/test';
import {
  boxOf,
  type Chainrule,
  expect,
  middleOf,
  openEmpty,
  openGraph,
  openPage,
  test,
} from './page.ts';

test('the 2-3-3 network is one click away, boxed and computed, and gone by one undo', async ({
  page,
}) => {
  const chainrule = await openEmpty(page);
  await openShelf(page, 'Templates');
  await page.getByRole('button', { name: /^Add 2-3-3 network/ }).click();
  await expect(page.locator('.react-flow__node-box').first()).toBeVisible();
  await expect(chainrule.problem('loss')).toHaveCount(0);
  const { length } = Object.keys(await chainrule.places());
  expect(length).toBeGreaterThan(60);
  await chainrule.undo();
  await expect(chainrule.nodes).toHaveCount(0);
});

test('a template takes its numbers, drops where it is let go, and gets fresh names', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await openShelf(page, 'Templates');
  const neuron = page.locator('[data-template="neuron"]');
  await neuron.getByRole('spinbutton', { name: 'Inputs' }).fill('2');
  const canvas = await boxOf(page.locator('.react-flow'));
  const goal = { x: canvas.x + 0.5 * canvas.width, y: canvas.y + 0.75 * canvas.height };
  const before = Object.keys(await chainrule.places());
  await chainrule.drag(await middleOf(neuron.getByRole('button')), goal);
  await expect(page.locator('[data-id="group:neuron"]')).toBeVisible();
  const after = Object.keys(await chainrule.places()).filter((id) => !before.includes(id));
  // Two inputs, weights and products, bias, sum and activation, and the box around them.
  expect(after).toHaveLength(10);
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(10);
  const box = await boxOf(page.locator('[data-id="group:neuron"]'));
  expect(Math.abs(box.y + box.height / 2 - goal.y)).toBeLessThan(60);
  await chainrule.undo();
  await expect
    .poll(async () => Object.keys(await chainrule.places()).sort())
    .toEqual(before.sort());
});

test('layers are stacked: each takes the results of the one before, in one undo entry', async ({
  page,
}) => {
  const chainrule = await openEmpty(page);
  await openShelf(page, 'Templates');
  const layer = page.locator('[data-template="dense-layer"]');
  const takes = layer.getByRole('checkbox', { name: /as inputs/ });
  const add = layer.getByRole('button', { name: /^Add Dense layer/ });
  await expect(takes).toHaveCount(0);
  await add.click();
  const first = await idsOf(chainrule);
  // All of the layer is marked; what comes out of it are its three results.
  await expect(takes).toBeChecked();
  await expect(layer).toContainText(/Takes a1\D*1, a1\D*2, a1\D*3 as inputs/);
  await expect(layer.getByRole('spinbutton', { name: 'Inputs' })).toHaveValue('3');
  await expect(layer.getByRole('spinbutton', { name: 'Inputs' })).toBeDisabled();
  await add.click();
  await expect(chainrule.notice).toContainText('on 3 selected nodes');
  await expect(chainrule.panel).toContainText('27 nodes, 4 groups selected');
  const both = await idsOf(chainrule);
  const added = both.filter((id) => !first.includes(id));
  // Three neurons of three weights and products, bias, sum and activation; no inputs of their own.
  expect(added.filter((id) => !id.includes(':'))).toHaveLength(27);
  const places = await chainrule.places();
  const right = Math.max(...first.map((id) => places[id].x));
  for (const id of added) expect(places[id].x).toBeGreaterThan(right);
  await expect(chainrule.edge('a1_2->m2_21:0')).toBeAttached();
  await expect(chainrule.gradient('a2_1')).toHaveText('1');
  await chainrule.undo();
  await expect.poll(() => idsOf(chainrule)).toEqual(first);
  // Or it brings inputs of its own.
  await page.keyboard.press('Control+a');
  await takes.uncheck();
  await add.click();
  await expect.poll(async () => (await idsOf(chainrule)).length).toBe(2 * first.length);
});

test('a neuron dropped with nodes marked takes them, where it is let go', async ({ page }) => {
  const chainrule = await openGraph(page, [
    { id: 'p', op: 'input', value: 1, position: { x: 0, y: 200 } },
    { id: 'q', op: 'input', value: 2, position: { x: 0, y: 0 } },
  ]);
  await openShelf(page, 'Templates');
  const neuron = page.locator('[data-template="neuron"]');
  await chainrule.select('p');
  await expect(neuron.getByRole('checkbox', { name: 'Takes p as its input' })).not.toBeChecked();
  await page.keyboard.press('Control+a');
  // From top to bottom, so that no lines cross.
  await expect(neuron.getByRole('checkbox', { name: 'Takes q, p as inputs' })).toBeChecked();
  const canvas = await boxOf(page.locator('.react-flow'));
  const goal = { x: canvas.x + 0.6 * canvas.width, y: canvas.y + 0.5 * canvas.height };
  await chainrule.drag(await middleOf(neuron.getByRole('button')), goal);
  await expect(page.locator('[data-id="group:neuron"]')).toBeVisible();
  await expect(chainrule.edge('q->m1:0').locator('[data-role="value"]')).toHaveText('2');
  await expect(chainrule.edge('p->m2:0').locator('[data-role="value"]')).toHaveText('1');
});

test('the search of the palette finds templates by either name', async ({ page }) => {
  const chainrule = await openEmpty(page);
  const search = page.getByRole('searchbox', { name: 'Search operations' });
  await search.fill('神经元');
  await page.getByRole('button', { name: /^Add Neuron/ }).click();
  await expect(page.locator('[data-id="group:neuron"]')).toBeVisible();
  await search.fill('nothing of this name');
  await expect(page.getByText('No operation is called that.')).toBeVisible();
  await chainrule.undo();
  await expect(chainrule.nodes).toHaveCount(0);
});

test('a part of one’s own is kept as a template, used, renamed and deleted', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.select('x');
  await chainrule.node('m1').click({ modifiers: ['Shift'], position: { x: 20, y: 8 } });
  await chainrule.choose('Insert', 'Save selection as template…');
  await chainrule.dialog.getByRole('textbox', { name: 'Name' }).fill('Weighted sum');
  await page.keyboard.press('Enter');
  await expect(chainrule.notice).toContainText('Saved “Weighted sum”');

  await page.reload();
  await openShelf(page, 'Templates');
  const own = page.locator('[data-own="Weighted sum"]');
  const before = await chainrule.nodes.count();
  await own.getByRole('button', { name: /^Add/ }).focus();
  await page.keyboard.press('Enter');
  await expect(chainrule.nodes).toHaveCount(before + 2);

  await own.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Sum');
  await page.keyboard.press('Enter');
  const renamed = page.locator('[data-own="Sum"]');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    renamed.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Sum.json');
  await renamed.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('listitem').filter({ hasText: 'for good?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(renamed).toHaveCount(0);
  await page.locator('[data-input="template"]').setInputFiles(await file.path());
  await expect(page.locator('[data-own="Sum"], [data-own]')).toHaveCount(1);
});

test('where the browser keeps nothing, saving a template says so', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await chainrule.select('x');
  await chainrule.choose('Insert', 'Save selection as template…');
  await chainrule.dialog.getByRole('textbox', { name: 'Name' }).fill('Sum');
  await page.keyboard.press('Enter');
  await expect(chainrule.notice).toContainText('The browser refuses to keep this');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a layer is built with the numbers wanted', async ({ page }) => {
    const chainrule = await openEmpty(page);
    await openShelf(page, '模板');
    const layer = page.locator('[data-template]').nth(1);
    await layer.getByRole('spinbutton', { name: '输入个数' }).fill('3');
    await layer.getByRole('spinbutton', { name: '神经元个数' }).fill('2');
    await layer.getByRole('button').click();
    await expect(page.locator('.react-flow__node-box').getByText('全连接层 3 → 2')).toBeVisible();
    await expect(page.locator('.react-flow__node-box')).toHaveCount(3);
    await expect(layer).toContainText('为输入');
    await layer.getByRole('button').click();
    await expect(chainrule.notice).toContainText('以选中的 2 个节点为输入');
    await expect(page.locator('.react-flow__node-box')).toHaveCount(6);
  });
});

async function openShelf(page: Page, name: string): Promise<void> {
  await page.getByRole('complementary').first().getByText(name, { exact: true }).click();
  await expect(page.locator('[data-template]').first()).toBeVisible();
}

/** The ids of all that stands on the canvas. */
async function idsOf(chainrule: Chainrule): Promise<string[]> {
  return Object.keys(await chainrule.places()).sort();
}
