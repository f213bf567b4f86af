import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { overflows, overlaps } from './overlaps.ts';
import { type Chainrule, expect, openPage, test } from './page.ts';
import { openTraining } from './training.ts';

const xor = 'mlp-2-2-1-xor-training';

/** As long as six digits can make a number. */
const longest = '-0.00000515118';

async function expectRoom(page: Page): Promise<void> {
  await expect.poll(() => overlaps(page)).toEqual([]);
  await expect.poll(() => overflows(page)).toEqual([]);
}

/** The size a number is set at, at zoom 1. */
function sizeOn(chainrule: Chainrule, edge: string): Promise<number> {
  return chainrule
    .edge(edge)
    .locator('[data-role="value"]')
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
}

test('numbers grow long while XOR is learned, and stay off the nodes with all their digits', async ({
  page,
}) => {
  const training = await openTraining(page, xor);
  await expectRoom(page);
  await training.trainToEnd();
  await expect(training.ending).not.toBeEmpty();
  await expect(training.edge('x1->p12:1').locator('[data-role="gradient"]')).toHaveText(longest);
  await expectRoom(page);
});

/** An example in which all parameters are as long as numbers get. */
async function openLong(page: Page, id: string): Promise<Chainrule> {
  const file = JSON.parse(await readFile(new URL(`../graphs/${id}.json`, import.meta.url), 'utf8'));
  for (const node of file.nodes) if (node.op === 'parameter') node.value = Number(longest);
  const chainrule = await openPage(page);
  await chainrule.dropFile(`${id}.json`, JSON.stringify(file));
  await expect(chainrule.value(file.nodes.find(isParameter).id)).toHaveText(longest);
  await chainrule.settle();
  return chainrule;
}

function isParameter({ op }: { op: string }): boolean {
  return op === 'parameter';
}

for (const id of [xor, 'linear-z-graph', 'gate-nand']) {
  test(`the longest numbers stay within leaves and between nodes: ${id}`, async ({ page }) => {
    await openLong(page, id);
    await expectRoom(page);
  });
}

test('a number that grows shorter on its edge is set larger at once, and its leaf is no higher', async ({
  page,
}) => {
  const chainrule = await openLong(page, xor);
  const edge = 'w1_12->p12:0';
  const value = chainrule.edge(edge).locator('[data-role="value"]');
  await expect(value).toHaveText(longest);
  const small = await sizeOn(chainrule, edge);
  const leaf = chainrule.value('w1_12');
  const height = () => leaf.evaluate((it) => (it instanceof HTMLElement ? it.offsetHeight : 0));
  const before = await height();
  await leaf.press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(value).toHaveText('2');
  await expect.poll(() => sizeOn(chainrule, edge)).toBeGreaterThan(small);
  // A leaf is as high to press with either.
  await expect.poll(height).toBe(before);
});
