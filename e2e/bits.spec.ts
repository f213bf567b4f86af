import { readFile } from 'node:fs/promises';
import { train } from '../src/cli/trainRun.ts';
import { readGraph, type Training, writeGraph } from '../src/graph/index.ts';
import { expect, openPage, test } from './page.ts';

/** Examples of the gallery, with other settings in part, and how many updates they make. */
const runs: readonly (readonly [id: string, changes: Partial<Training>, updates: string])[] = [
  ['mlp-2-2-1-xor-training', {}, '10000'],
  [
    'train-mlp-1-3-1-snake',
    { batch: 16, order: 'shuffled', seed: 7, stop: [{ kind: 'iterations', count: 700 }] },
    '700',
  ],
];

for (const [id, changes, updates] of runs) {
  test(`the page trains ${id} to the very file that the command line writes`, async ({ page }) => {
    const read = readGraph(
      await readFile(new URL(`../graphs/${id}.json`, import.meta.url), 'utf8'),
    );
    if (!read.ok || read.graph.training === undefined) throw new Error(`${id} cannot be trained`);
    const training = { ...read.graph.training, ...changes };
    const graph = { ...read.graph, training };
    const run = train(graph, 'loss', training, { epochs: undefined, start: undefined }, id);

    const chainrule = await openPage(page);
    await chainrule.dropFile(`${id}.json`, writeGraph(graph));
    await page.getByRole('tab', { name: 'Train' }).click();
    await chainrule.panel.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(chainrule.panel.getByRole('button', { name: 'Train on' })).toBeVisible();
    await expect(chainrule.panel.locator('[data-role="updates"]')).toHaveText(updates);
    const saved = await chainrule.savedBy(() => chainrule.choose('File', 'Download a copy'));
    expect(saved).toBe(writeGraph(run.graph));
    expect(saved).not.toBe(writeGraph(graph));
  });
}
