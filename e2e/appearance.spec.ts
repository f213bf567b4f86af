import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Chainrule, expect, openGraph, openPage, test } from './page.ts';

async function openAppearance(chainrule: Chainrule): Promise<void> {
  await chainrule.choose('View', 'Appearance…');
  await expect(chainrule.dialog.getByRole('radio').first()).toBeVisible();
}

async function choose({ dialog }: Chainrule, group: string, name: string): Promise<void> {
  await dialog.getByRole('group', { name: group }).getByText(name, { exact: true }).click();
}

async function close({ page, dialog }: Chainrule): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function fileText(page: Page, chainrule: Chainrule): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chainrule.choose('File', 'Download a copy'),
  ]);
  return readFile(await download.path(), 'utf8');
}

const third = [
  { id: 'a', op: 'parameter', value: 1 },
  { id: 'b', op: 'constant', value: 3 },
  { id: 'q', op: 'divide', inputs: ['a', 'b'] },
];

test('digits hold wherever a number stands, and are kept', async ({ page }) => {
  const chainrule = await openGraph(page, third);
  await expect(chainrule.value('q')).toHaveText('0.333333');
  await openAppearance(chainrule);
  await choose(chainrule, 'Numbers', '3 decimals');
  // In force at once, behind the dialog too.
  await expect(chainrule.value('q')).toHaveText('0.333');
  await close(chainrule);
  await chainrule.expectEdge('a->q:0', '1.000', '0.333');
  await chainrule.expectEdge('b->q:1', '3.000', '-0.111');
  await expect(chainrule.value('a')).toHaveText('1.000');
  await expect(chainrule.panel).toContainText('∇ 0.333');

  await chainrule.select('q');
  await expect(chainrule.panel).toContainText('0.333');
  await expect(chainrule.panel).toContainText('b = 3.000');
  await expect(chainrule.panel).not.toContainText('0.333333');

  await page.getByRole('tab', { name: 'Step' }).click();
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(chainrule.panel).toContainText('0.333');
  await expect(page.locator('[data-role="announcement"]')).toContainText('1.000 × -0.111 = -0.111');
  await expect(chainrule.panel).not.toContainText(/0\.33333|0\.11111/);

  await page.getByRole('tab', { name: 'Inspect' }).click();
  await chainrule.choose('Run', 'Gradient check…');
  await expect(chainrule.dialog.locator('tr[data-node="a"]')).toContainText('0.333');
  await close(chainrule);

  await page.reload();
  await expect(chainrule.value('q')).toHaveText('0.333');
  await openAppearance(chainrule);
  await choose(chainrule, 'Numbers', 'All digits');
  await expect(chainrule.value('q')).toHaveText('0.3333333333333333');
  await close(chainrule);
});

test('exercises keep six significant digits', async ({ page }) => {
  const chainrule = await openGraph(page, third);
  await openAppearance(chainrule);
  await choose(chainrule, 'Numbers', '4 decimals');
  await expect(chainrule.dialog).toContainText('Exercises always show six significant digits');
  await close(chainrule);
  await expect(chainrule.value('a')).toHaveText('1.0000');
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(chainrule.value('a')).toHaveText('1');
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await expect(chainrule.value('a')).toHaveText('1.0000');
});

test('no setting changes a byte of the file', async ({ page }) => {
  const chainrule = await openGraph(page, third, { output: 'q' });
  const before = await fileText(page, chainrule);
  await openAppearance(chainrule);
  for (const group of await chainrule.dialog.getByRole('group').all()) {
    for (const choice of await group.getByRole('radio').all()) await choice.check();
    for (const choice of await group.getByRole('checkbox').all()) await choice.check();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await chainrule.dialog.getByText('English').click();
  await close(chainrule);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  expect(await fileText(page, chainrule)).toBe(before);
});

test('colours change everywhere, on both themes, and differ from each other', async ({ page }) => {
  const chainrule = await openPage(page);
  const colours = () =>
    page.evaluate(() =>
      ['.react-flow__node [data-role="value"]', '[data-edge] [data-role="gradient"]'].map(
        (selector) => {
          const { color, fill } = getComputedStyle(document.querySelector(selector) as Element);
          return selector.includes('edge') ? fill : color;
        },
      ),
    );
  const seen = new Set<string>();
  await openAppearance(chainrule);
  for (const theme of ['Light', 'Dark']) {
    await choose(chainrule, 'Theme', theme);
    for (const pair of ['Teal and orange', 'Green and magenta', 'Blue and gold']) {
      await choose(chainrule, 'Value and gradient', pair);
      const [value, gradient] = await colours();
      expect(value).not.toBe(gradient);
      seen.add(value).add(gradient);
    }
  }
  expect(seen.size).toBe(12);
  await close(chainrule);
  const last = await colours();
  await page.reload();
  await expect(chainrule.value('z')).toHaveText('162');
  await expect.poll(colours).toEqual(last);
});

test('edges are curved, straight or stepped, with their numbers on the line', async ({ page }) => {
  const chainrule = await openPage(page);
  const path = (id: string) => chainrule.wire(id).locator('path').first();
  await expect(path('b->m2:1')).toHaveAttribute('d', /C/);
  for (const [style, shape] of [
    ['Straight', /^M[^CQ]*L[^CQL]*$/],
    ['Stepped', /^M.*L.*Q.*L/],
  ] as const) {
    await openAppearance(chainrule);
    await choose(chainrule, 'Edges', style);
    await close(chainrule);
    await expect(path('b->m2:1')).toHaveAttribute('d', shape);
    const distance = await page.evaluate(() => {
      const edge = document.querySelector('[data-edge="b->m2:1"]') as SVGGElement;
      const line = edge.parentElement?.querySelector('path') as SVGPathElement;
      const { e: x, f: y } = edge.transform.baseVal[0].matrix;
      const points = Array.from({ length: 400 }, (_, i) =>
        line.getPointAtLength((line.getTotalLength() * i) / 399),
      );
      return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
    });
    expect(distance, style).toBeLessThan(4);
  }
});

test('shapes and local derivatives are shown on demand', async ({ page }) => {
  const chainrule = await openGraph(page, [
    ...third,
    { id: 'v', op: 'input', value: [1, 2, 3] },
    { id: 'm', op: 'multiply', inputs: ['v', 'q'] },
  ]);
  await expect(page.locator('[data-role="shape"], [data-role="local"]')).toHaveCount(0);
  await openAppearance(chainrule);
  await chainrule.dialog.getByText('Shapes of values').click();
  await chainrule.dialog.getByText('Local derivatives on edges').click();
  await close(chainrule);
  await expect(chainrule.node('m').locator('[data-role="shape"]')).toHaveText('vector of 3');
  await expect(chainrule.node('q').locator('[data-role="shape"]')).toHaveText('scalar');
  await expect(chainrule.edge('a->q:0').locator('[data-role="local"]')).toHaveText('0.333333');
  // Practice shows what an exercise shows.
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(page.locator('[data-role="local"]')).toHaveCount(0);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the dialog speaks it, and changes the language of the page', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.choose('视图', '外观…');
    await expect(chainrule.dialog).toContainText('练习始终显示六位有效数字');
    await chainrule.dialog.getByText('3 位小数').click();
    await expect(chainrule.value('z')).toHaveText('162.000');
    await chainrule.dialog.getByText('English').click();
    await expect(chainrule.dialog.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  });
});
