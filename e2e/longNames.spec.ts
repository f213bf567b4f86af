import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, openGraph, openPage, test } from './page.ts';

const long = `${'averyveryverylongname_'.repeat(9)}end`;
const loss = `loss_${'q'.repeat(195)}`;
const title = '标题没有空格而且非常长'.repeat(28);
const label = '一个非常长的中文标签没有任何空格'.repeat(10);

test('names of two hundred letters, titles and labels stay within their places', async ({
  page,
}) => {
  const chainrule = await openLong(page);
  for (const node of await chainrule.nodes.all()) {
    expect((await boxOf(node)).width).toBeLessThan(460);
  }
  await expect(chainrule.node(long)).toContainText('averyveryverylo…name');
  await expect(chainrule.node(long).locator(`[title="${long}"]`)).toBeVisible();
  await expect(chainrule.node('b').locator(`[title="${label}"]`)).toBeVisible();
  await expectWithin(chainrule.panel);
  await expect(chainrule.panel.getByRole('heading', { level: 3 })).toHaveAttribute('title', title);
  await expect(page.getByRole('banner')).toBeVisible();
  await expectWithin(page.locator('html'));

  await chainrule.node(long).focus();
  await page.keyboard.press('Space');
  await expect(chainrule.panel.getByRole('textbox', { name: 'Name' })).toHaveValue(long);
  await expectWithin(chainrule.panel);
  for (const tab of ['Step', 'Practise', 'Train']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(chainrule.panel.getByRole('button').first()).toBeVisible();
    await expectWithin(chainrule.panel);
  }
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('grid')).toContainText('averyveryverylo…name');
  for (const cell of await page.getByRole('gridcell').all()) await expectWithin(cell);
});

test('their picture says what there is room for', async ({ page }) => {
  const chainrule = await openLong(page);
  await chainrule.choose('File', 'Export picture…');
  await chainrule.dialog.getByLabel('Format').selectOption('SVG');
  const svg = await chainrule.savedBy(() =>
    chainrule.dialog.getByRole('button', { name: 'Download' }).click(),
  );
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text]) =>
    text.replace(/<[^>]*>/g, ''),
  );
  expect(texts.join('\n')).toContain('averyveryverylo…name');
  for (const text of texts) expect(text.length).toBeLessThan(60);
});

/** Pictures with names at their axes, in their cells and legends. */
const pictures = ['boundary', 'truth', 'along', 'gradients'];

test('pictures of training cut names to fit and have them whole in a title', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.dropFile('gate.json', await longGate());
  await page.getByRole('tab', { name: 'Train' }).click();
  await expect(page.locator('[data-role="picture"]')).toBeVisible();
  await chainrule.settle();
  await chainrule.panel.getByRole('button', { name: 'One update' }).click();
  await expect(chainrule.panel.locator('[data-role="updates"]')).toHaveText('1');
  for (const kind of pictures) {
    await page.locator('[data-role="picture"]').selectOption(kind);
    await expectTextsWithin(page.locator('[data-role="figure"]'));
    await expectWithin(chainrule.panel);
  }
  await page.locator('[data-role="picture"]').selectOption('truth');
  const heads = page.locator('[data-role="figure"] text > title');
  await expect(heads.first()).toHaveText(longOf('x1'));
});

test.describe('in Chinese, on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });

  test('the sheet holds them too', async ({ page }) => {
    const chainrule = await openLong(page);
    await page.getByRole('button', { name: '详情' }).click();
    await expect(chainrule.panel).toContainText('标题没有空格');
    await expectWithin(chainrule.panel);
    await expectWithin(page.locator('html'));
  });
});

/** A name of some sixty letters. */
function longOf(id: string): string {
  return `${id}averyverylongstem_averyverylongsubscriptthatsaysnothing${id}`;
}

/** The neuron that learns AND, all nodes and columns of which have long names. */
async function longGate(): Promise<string> {
  const text = await readFile(new URL('../graphs/train-gate-and.json', import.meta.url), 'utf8');
  const ids = JSON.parse(text).nodes.map(({ id }: { id: string }) => id);
  // Places have an x and a y that are no names.
  const name = new RegExp(`"position": \\{[^}]*\\}|"(${ids.join('|')})"`, 'g');
  return text.replace(name, (all, id) => (id === undefined ? all : `"${longOf(id)}"`));
}

/** Expects that the texts of a drawing reach neither beyond it nor over each other. */
async function expectTextsWithin(figure: Locator): Promise<void> {
  await expect(figure.locator('svg text').filter({ hasText: /\S/ }).first()).toBeVisible();
  await expect
    .poll(() =>
      figure.evaluate((host) => {
        const { left, right } = host.getBoundingClientRect();
        const texts = [...host.querySelectorAll('text')].map((text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        const isOver = (a: DOMRect, b: DOMRect) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          // A line of text is higher than its letters.
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
        return texts
          .filter(
            ({ box }, i) =>
              box.left < left - 1 ||
              box.right > right + 1 ||
              texts.slice(0, i).some((other) => isOver(other.box, box)),
          )
          .map(({ text }) => text);
      }),
    )
    .toEqual([]);
}

async function openLong(page: Page): Promise<Chainrule> {
  return openGraph(
    page,
    [
      { id: long, op: 'parameter', value: 3 },
      { id: 'b', op: 'parameter', value: 4, label },
      { id: 'W'.repeat(200), op: 'multiply', inputs: [long, 'b'] },
      { id: loss, op: 'square', inputs: ['W'.repeat(200)] },
    ],
    {
      title,
      description: 'Averylongword'.repeat(30),
      output: loss,
      groups: [{ id: 'g', title: 'Agroupwithalongtitle'.repeat(12), nodes: ['b'] }],
    },
  );
}

/** Expects that nothing in an element reaches beyond its right border. */
async function expectWithin(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBeLessThanOrEqual(1);
}
