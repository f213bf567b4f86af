import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { overlaps } from './overlaps.ts';
import { expect, type FileNode, graphFile, holdBack, openPage, test } from './page.ts';

const node = { id: 'q', op: 'input', value: 1 };
const deep = `${'['.repeat(40)}1${']'.repeat(40)}`;

/** Files that are no graph, and what the page must say about each. */
const badFiles: readonly (readonly [
  name: string,
  content: string | number[] | number,
  says: string[],
])[] = [
  ['broken.json', '{ "format": "chainrule-graph",\n "nodes": [ ', ['not valid JSON', 'line 2']],
  ['empty.json', '', ['The file is empty']],
  ['picture.json', [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff], ['binary file']],
  ['huge.json', 50 * 2 ** 20, ['50 MB', 'up to 32 MB']],
  ['list.json', '[1, 2]', ['JSON object']],
  ['other.json', '{ "nodes": [] }', ['not a Chainrule graph', '"format"']],
  ['newer.json', graphFile([node], { version: 9 }), ['version 9', 'newer Chainrule']],
  ['unknown-key.json', graphFile([node], { colour: 1 }), ['"colour"', 'remove it']],
  ['node-key.json', graphFile([{ ...node, hue: 1 }]), ['Node q', '"hue"', 'remove it']],
  ['op.json', graphFile([{ id: 'q', op: 'multipl' }]), ['Node q', 'Did you mean "multiply"']],
  ['twice.json', graphFile([node, node]), ['Node q', '"id"', 'another name']],
  ['id.json', graphFile([{ ...node, id: '2q' }]), ['Node 1', '"id"', 'Latin or Greek letter']],
  ['dangling.json', graphFile([{ id: 's', op: 'square', inputs: ['r'] }]), ['Node s', 'no node r']],
  [
    'cycle.json',
    graphFile([
      { id: 's', op: 'square', inputs: ['t'] },
      { id: 't', op: 'square', inputs: ['s'] },
    ]),
    ['in a circle', 's → t'],
  ],
  [
    'operands.json',
    graphFile([node, { id: 's', op: 'square', inputs: ['q', 'q'] }]),
    ['Node s', '"inputs"', 'takes 1 operand'],
  ],
  ['ragged.json', graphFile([{ ...node, value: [[1, 2], [3]] }]), ['Node q', 'same length']],
  ['text.json', graphFile([{ ...node, value: 'three' }]), ['Node q', '"value"', '"three"']],
  ['infinite.json', graphFile([node]).replace(':1}', ':1e999}'), ['Node q', '"value"', 'finite']],
  ['proto.json', graphFile([{ ...node, id: '__proto__' }]), ['"id"', '__proto__']],
  ['proto-op.json', graphFile([{ id: 'q', op: '__proto__' }]), ['Node q', '"__proto__"']],
  ['output.json', graphFile([node], { output: 'r' }), ['"output"', 'no node r']],
  ['deep.json', graphFile([node], { notes: JSON.parse(deep) }), ['levels deep']],
];

test('a bad file is explained, and the work that was open stays as it was', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.setValue('w', '10');
  const before = await chainrule.picture();
  for (const [name, content, says] of badFiles) {
    await test.step(name, async () => {
      await chainrule.dropFile(name, content);
      await expect(chainrule.dialog).toContainText(`“${name}” could not be opened`);
      for (const words of says) await expect(chainrule.dialog).toContainText(words);
      await expect(chainrule.dialog).not.toContainText(/TypeError|Exception|undefined|\[object/);
      await page.keyboard.press('Escape');
      await expect(chainrule.dialog).toHaveCount(0);
    });
  }
  await expect.poll(() => chainrule.picture()).toEqual(before);
  await expect(page.getByText('Not saved')).toBeVisible();
  await chainrule.undo();
  await expect(chainrule.value('w')).toHaveText('3');
});

test('many errors are told with the first of them', async ({ page }) => {
  const chainrule = await openPage(page);
  const nodes = Array.from({ length: 40 }, (_, i) => ({ id: `n${i}`, op: 'nonsense' }));
  await chainrule.dropFile('many.json', graphFile(nodes));
  await expect(chainrule.dialog.getByRole('listitem')).toHaveCount(13);
  await expect(chainrule.dialog).toContainText('and 28 more');
  await chainrule.dialog.getByRole('button', { name: 'OK' }).click();
  await expect(chainrule.dialog).toHaveCount(0);
});

test('unsaved work is asked about before anything replaces it', async ({ page }) => {
  const chainrule = await openPage(page);
  const answer = (name: string) =>
    chainrule.dialog.getByRole('button', { name, exact: true }).click();
  const replaceBy = {
    new: () => page.keyboard.press('Control+Alt+n'),
    file: () => chainrule.dropFile('one.json', graphFile([node])),
    example: async () => {
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.locator('[data-example="loss-squared"]').click();
    },
  };
  await chainrule.setValue('w', '10');
  for (const way of Object.values(replaceBy)) {
    await way();
    await expect(chainrule.dialog).toContainText('Save your changes first?');
    await expect(chainrule.dialog).toContainText('Linear back-propagation: z = x·y');
    await answer('Cancel');
    await expect(chainrule.dialog).toHaveCount(0);
    await chainrule.expectNode('z', '288', '1');
  }

  await replaceBy.file();
  await answer('Do not save');
  await expect(chainrule.nodes).toHaveCount(1);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await chainrule.setValue('q', '8');
  await replaceBy.example();
  const [download] = await Promise.all([page.waitForEvent('download'), answer('Save')]);
  expect(await readFile(await download.path(), 'utf8')).toContain('"value": 8');
  expect(download.suggestedFilename()).toBe('one.json');
  await expect(chainrule.node('q')).toHaveCount(0);

  await replaceBy.new();
  await expect(chainrule.nodes).toHaveCount(0);
  await expect(chainrule.dialog).toHaveCount(0);
});

test('saving takes over what is being typed', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.typeValue('w', '10');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Control+s'),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('"value": 10');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a file that is opened and downloaded is the same file', async ({ page }) => {
  const chainrule = await openPage(page);
  const text = await readFile(new URL('../graphs/mlp-2-2-1.json', import.meta.url), 'utf8');
  await chainrule.dropFile('mlp.json', text);
  await expect(page.getByRole('textbox', { name: 'Title' })).not.toHaveValue(/Linear/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chainrule.choose('File', 'Download a copy'),
  ]);
  expect(download.suggestedFilename()).toBe('mlp.json');
  expect(await readFile(await download.path(), 'utf8')).toBe(text);
});

test('a file without places is laid out when it opens', async ({ page }) => {
  const chainrule = await openPage(page);
  for (const name of ['mlp-2-2-1', 'kl-divergence', 'poly-regression-degree-4']) {
    const text = await readFile(new URL(`../graphs/${name}.json`, import.meta.url), 'utf8');
    const file: { nodes: FileNode[] } = JSON.parse(text);
    const nodes = file.nodes.map((node) => ({ ...node, position: undefined }));
    await chainrule.dropFile(`${name}.json`, JSON.stringify({ ...file, nodes }));
    await chainrule.expectNodes(nodes.map(({ id }) => id));
    await expect.poll(() => overlaps(page), name).toEqual([]);
    const places = await chainrule.places();
    for (const { id, inputs = [] } of nodes) {
      const sources = inputs.map((source) => places[source ?? id].x);
      expect(Math.max(...sources), `what leads to ${id}`).toBeLessThan(places[id].x);
    }
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  }
});

test('nodes without a place are put where no other node is', async ({ page }) => {
  const chainrule = await openPage(page);
  const nodes = [
    { ...node, position: { x: 0, y: 0 } },
    { id: 's', op: 'square', inputs: ['q'] },
    { id: 't', op: 'square', inputs: ['s'] },
  ];
  await chainrule.dropFile(
    'half.json',
    JSON.stringify({ format: 'chainrule-graph', version: 1, nodes }),
  );
  await chainrule.expectNodes(['q', 's', 't']);
  expect((await chainrule.places()).q).toEqual({ x: 0, y: 0 });
  await expect.poll(() => overlaps(page)).toEqual([]);
});

test('a file is saved to where it came from, where the browser can write files', async ({
  page,
}) => {
  await withFileDialogs(page);
  const chainrule = await openPage(page);
  await writeFile(page, 'lesson.json', graphFile([node]));
  await page.keyboard.press('Control+o');
  await expect(chainrule.nodes).toHaveCount(1);
  await chainrule.setValue('q', '42');
  await page.keyboard.press('Control+s');
  await expect(chainrule.notice).toContainText('Saved to lesson.json');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await fileText(page, 'lesson.json')).toContain('"value": 42');

  await chainrule.choose('File', 'Save as…');
  await expect(chainrule.notice).toContainText('Saved to copy of lesson.json');
  await chainrule.setValue('q', '43');
  await page.reload();
  await expect(chainrule.value('q')).toHaveText('43');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await fileText(page, 'copy of lesson.json')).toContain('"value": 43');
  expect(await fileText(page, 'lesson.json')).toContain('"value": 42');
});

test('a downloaded copy is a copy: saving still goes to the file', async ({ page }) => {
  await withFileDialogs(page);
  const chainrule = await openPage(page);
  await writeFile(page, 'lesson.json', graphFile([node]));
  await page.keyboard.press('Control+o');
  await expect(chainrule.nodes).toHaveCount(1);
  await chainrule.setValue('q', '42');
  const download = page.waitForEvent('download');
  await chainrule.choose('File', 'Download a copy');
  expect((await download).suggestedFilename()).toBe('lesson.json');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(chainrule.notice).toContainText('Saved to lesson.json');
  expect(await fileText(page, 'lesson.json')).toContain('"value": 42');
});

test('a file dialog that is closed and a file that cannot be written lose nothing', async ({
  page,
}) => {
  await withFileDialogs(page);
  const chainrule = await openPage(page);
  await page.evaluate(() => {
    const cancelled = () => Promise.reject(new DOMException('', 'AbortError'));
    Object.assign(window, { showOpenFilePicker: cancelled, showSaveFilePicker: cancelled });
  });
  await chainrule.setValue('w', '10');
  await page.keyboard.press('Control+o');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+Alt+n');
  await chainrule.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(chainrule.dialog).toBeVisible();
  await chainrule.dialog.getByRole('button', { name: 'Cancel' }).click();
  await chainrule.expectNode('z', '288', '1');
  await expect(page.getByText('Not saved')).toBeVisible();

  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('locked.json', { create: true });
    handle.createWritable = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    Object.assign(window, { showSaveFilePicker: () => Promise.resolve(handle) });
  });
  await page.keyboard.press('Control+s');
  await expect(chainrule.notice).toContainText('“locked.json” could not be written');
  await expect(page.getByText('Not saved')).toBeVisible();
});

test('what is changed while a file is being written is not called saved', async ({ page }) => {
  await withFileDialogs(page);
  const chainrule = await openPage(page);
  await page.evaluate(() => {
    const written = (goOn: () => void) => Object.assign(window, { goOn });
    const stream = {
      write: () => new Promise<void>((goOn) => void written(goOn)),
      close: () => Promise.resolve(),
    };
    const handle = { name: 'slow.json', createWritable: () => Promise.resolve(stream) };
    Object.assign(window, { showSaveFilePicker: () => Promise.resolve(handle) });
  });
  await chainrule.setValue('w', '10');
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => 'goOn' in window);
  await chainrule.setValue('w', '20');
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await expect(chainrule.notice).toContainText('Saved to slow.json');
  await expect(page.getByText('Not saved')).toBeVisible();
  await chainrule.undo();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('work done while a file is laid out is asked about, and the file asked for last is opened', async ({
  page,
}) => {
  const release = await holdBack(page, '**/dotWorker-*.js');
  const chainrule = await openPage(page);
  const chain = (title: string) =>
    JSON.stringify({
      format: 'chainrule-graph',
      version: 1,
      title,
      nodes: Array.from({ length: 101 }, (_, i) =>
        i === 0
          ? { id: 'n0', op: 'input', value: 1 }
          : { id: `n${i}`, op: 'tanh', inputs: [`n${i - 1}`] },
      ),
    });
  await chainrule.dropFile('first.json', chain('The first'));
  await expect(chainrule.notice).toContainText('Laying out the graph');
  await chainrule.setValue('w', '10');
  await chainrule.dropFile('second.json', chain('The second'));
  await expect(chainrule.value('w')).toHaveText('10');
  await expect(chainrule.notice).toContainText('Laying out the graph');
  release();
  await expect(chainrule.dialog).toContainText('changes that are in no file yet');
  await chainrule.expectNode('z', '288', '1');
  await chainrule.dialog.getByRole('button', { name: 'Do not save' }).click();
  await expect(page).toHaveTitle(/^The second/);
  await expect(chainrule.notice).toBeEmpty();
});

test('a file let go over a dialog does not take the page away', async ({ page }) => {
  const chainrule = await openPage(page);
  await page.keyboard.press('?');
  await expect(chainrule.dialog).toBeVisible();
  const isTaken = await chainrule.dialog.evaluate((dialog) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'a.json'));
    const options = { bubbles: true, cancelable: true, dataTransfer };
    return ['dragover', 'drop'].map((name) => !dialog.dispatchEvent(new DragEvent(name, options)));
  });
  expect(isTaken).toEqual([true, true]);
  await expect(chainrule.dialog).toHaveCount(1);
});

/**
 * File dialogs that answer by themselves, with real handles to files in the browser's own private
 * folder: `lesson.json` to open, a copy of the suggested name to save to.
 */
async function withFileDialogs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const file = async (name: string) =>
      (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    Object.defineProperty(window, 'showOpenFilePicker', {
      value: async () => [await file('lesson.json')],
      writable: true,
    });
    Object.defineProperty(window, 'showSaveFilePicker', {
      value: ({ suggestedName }: { suggestedName: string }) => file(`copy of ${suggestedName}`),
      writable: true,
    });
  });
}

async function writeFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ name, text }) => {
      const folder = await navigator.storage.getDirectory();
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    },
    { name, text },
  );
}

function fileText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, name);
}
