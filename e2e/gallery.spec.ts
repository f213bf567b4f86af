import { readFileSync } from 'node:fs';
import { formatNumber } from '../src/formula/index.ts';
import { overlaps } from './overlaps.ts';
import { expect, type FileNode, openPage, test } from './page.ts';

interface Gallery {
  readonly chapters: readonly { readonly id: string; readonly graphs: readonly string[] }[];
}

type Numbers = Readonly<Record<string, number>>;

interface Expectation {
  readonly inputs: Numbers;
  readonly values: Numbers;
  readonly gradients: Numbers;
  readonly edges?: Readonly<
    Record<string, readonly [value: number, local: number, gradient: number]>
  >;
}

const { chapters } = read<Gallery>('../graphs/gallery.json');
const expected = read<Readonly<Record<string, Expectation>>>('../tests/gallery/expected.json');

const nothing: Expectation = { inputs: {}, values: {}, gradients: {} };

for (const chapter of chapters) {
  test(`the graphs of chapter ${chapter.id} open without overlaps and show the catalogue's numbers`, async ({
    page,
  }) => {
    const chainrule = await openPage(page);
    for (const id of chapter.graphs) {
      if (!isNewPicture(id)) continue;
      await test.step(id, async () => {
        // What those that train must come to is held by tests of their runs.
        const { inputs, values, gradients, edges = {} } = expected[id] ?? nothing;
        await page.getByRole('button', { name: 'Examples' }).click();
        await page.locator(`[data-example="${id}"]`).click();
        await expect(chainrule.dialog).toHaveCount(0);
        const { nodes } = read<{ nodes: readonly FileNode[] }>(`../graphs/${id}.json`);
        await chainrule.expectNodes(nodes.map((node) => node.id));
        // An exercise opens with its blanks.
        await page.getByRole('tab', { name: 'Inspect' }).click();

        const shown = await chainrule.numbers();
        expect
          .soft(shown.values, `values of ${id}`)
          .toMatchObject(format({ ...inputs, ...values }));
        expect.soft(shown.gradients, `gradients of ${id}`).toMatchObject(format(gradients));
        const named = new Set([...Object.keys(inputs), ...Object.keys(values)]);
        for (const [edge, [value, , gradient]] of Object.entries(edges)) {
          const [source, target] = edge.split('->');
          const leaving = Object.keys(shown.edges).filter((name) => name.startsWith(`${source}->`));
          const direct = leaving.filter((name) => name.startsWith(`${edge}:`));
          // Where the catalogue's edge runs through helper nodes it is no single edge here.
          const isSplit = leaving.some((name) => !named.has(name.slice(source.length + 2, -2)));
          if (direct.length !== 1 || isSplit) continue;
          const wanted = [formatNumber(value), formatNumber(gradient)];
          expect.soft(shown.edges[direct[0]], `${source} to ${target} in ${id}`).toEqual(wanted);
        }
        expect.soft(await chainrule.problems(), `problems of ${id}`).toEqual([]);
        expect.soft(await overlaps(page), `overlaps in ${id}`).toEqual([]);
      });
    }
  });
}

test('the gallery lists every example by chapter with a picture, and finds them', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await page.keyboard.press('Control+e');
  const examples = page.locator('[data-example]');
  await expect(examples).toHaveCount(chapters.flatMap(({ graphs }) => graphs).length);
  await expect(chainrule.dialog.getByRole('heading', { level: 3 })).toHaveCount(chapters.length);
  const drawn = await examples.evaluateAll((cards) =>
    cards
      .filter((card) => card.querySelectorAll('svg rect').length < 2)
      .map((card) => card.textContent),
  );
  expect(drawn, 'examples without a picture').toEqual([]);

  const search = chainrule.dialog.getByRole('searchbox');
  await search.fill('no such example');
  await expect(page.getByText('No example matches.')).toBeVisible();
  await search.fill('softmax');
  await expect(page.locator('[data-example="linear-z-graph"]')).toHaveCount(0);
  await examples.first().press('Enter');
  await expect(chainrule.dialog).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/softmax/i);
});

const pictures = new Set<string>();

/** Whether no graph before it in the gallery looks the same, whatever it is trained with. */
function isNewPicture(id: string): boolean {
  const { nodes } = read<{ nodes: readonly FileNode[] }>(`../graphs/${id}.json`);
  const picture = id in expected ? id : JSON.stringify(nodes.map((node) => node.position));
  if (pictures.has(picture)) return false;
  pictures.add(picture);
  return true;
}

function format(numbers: Numbers): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([id, n]) => [id, formatNumber(n)]));
}

function read<File>(path: string): File {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
