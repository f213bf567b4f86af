import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { type Chainrule, expect, openPage, test } from './page.ts';

/** Opens the dialog and waits for the picture in it. */
async function openExport(chainrule: Chainrule, menu: string, item: string): Promise<void> {
  await chainrule.choose(menu, item);
  await expect(chainrule.dialog.getByRole('img')).toBeVisible();
}

async function download({ page, dialog }: Chainrule, button: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: button }).click(),
  ]);
  return file;
}

/** What is in a PNG: its size and how many pixels have (nearly) each of some colours. */
async function pixelsOf(page: Page, bytes: Buffer, colours: readonly string[]) {
  const source = `data:image/png;base64,${bytes.toString('base64')}`;
  return page.evaluate(
    async ({ source, colours }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const wanted = colours.map((hex) =>
        [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
      );
      const counts = wanted.map(() => 0);
      for (let at = 0; at < data.length; at += 4) {
        wanted.forEach((rgb, i) => {
          const isNear = rgb.every((part, k) => Math.abs(part - data[at + k]) < 6);
          if (isNear && data[at + 3] > 250) counts[i]++;
        });
      }
      const corner = data[3];
      return { width: image.width, height: image.height, counts, corner };
    },
    { source, colours },
  );
}

const [paper, value, gradient] = ['#fafaf8', '#0f766e', '#c2410c'];

test('exports the graph as SVG with every node, edge and number, and its fonts', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await openExport(chainrule, 'File', 'Export picture…');
  await chainrule.dialog.getByLabel('Format').selectOption('SVG');
  const file = await download(chainrule, 'Download');
  expect(file.suggestedFilename()).toBe('linear-z-graph.svg');
  const svg = await readFile(await file.path(), 'utf8');
  const found = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const all = (selector: string) => [...parsed.querySelectorAll(selector)];
    return {
      errors: all('parsererror').length,
      nodes: all('[data-id]').length,
      edges: all('[data-edge]').length,
      output: parsed.querySelector('[data-id="z"] [data-role="value"]')?.textContent,
      carried: parsed.querySelector('[data-edge="y->z:1"] [data-role="gradient"]')?.textContent,
      fonts: parsed.querySelector('style')?.textContent?.match(/font\/woff2;base64/g)?.length,
    };
  }, svg);
  expect(found).toEqual({
    errors: 0,
    nodes: 12,
    edges: 12,
    output: '162',
    carried: '18',
    fonts: 2,
  });
});

test('exports a PNG of the chosen size, in the colours of values and gradients', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await openExport(chainrule, 'File', 'Export picture…');
  const size = chainrule.dialog.getByLabel('Size');
  await size.selectOption('1');
  const small = await download(chainrule, 'Download');
  expect(small.suggestedFilename()).toBe('linear-z-graph.png');
  const one = await pixelsOf(page, await readFile(await small.path()), [paper, value, gradient]);
  await size.selectOption('3');
  const large = await download(chainrule, 'Download');
  const three = await pixelsOf(page, await readFile(await large.path()), [paper, value, gradient]);
  expect([three.width, three.height]).toEqual([3 * one.width, 3 * one.height]);
  const [ground, ...inks] = three.counts;
  expect(ground).toBeGreaterThan(0.3 * three.width * three.height);
  for (const ink of inks) expect(ink).toBeGreaterThan(1500);
});

test('leaves out numbers and ground where they are not wanted, and draws a selection alone', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await openExport(chainrule, 'File', 'Export picture…');
  await chainrule.dialog.getByLabel('Size').selectOption('1');
  await chainrule.dialog.getByLabel('Values and gradients').uncheck();
  await chainrule.dialog.getByLabel('Filled background').uncheck();
  const file = await download(chainrule, 'Download');
  const bare = await pixelsOf(page, await readFile(await file.path()), [gradient]);
  expect(bare.counts).toEqual([0]);
  expect(bare.corner).toBe(0);
  await page.keyboard.press('Escape');

  await chainrule.select('x');
  await chainrule.node('y').click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
  await openExport(chainrule, 'File', 'Export picture…');
  await expect(chainrule.dialog.getByLabel('Selection only')).toBeChecked();
  await chainrule.dialog.getByLabel('Size').selectOption('1');
  const part = await download(chainrule, 'Download');
  const two = await pixelsOf(page, await readFile(await part.path()), [gradient]);
  expect(two.width).toBeLessThan(bare.width / 2);
  expect(two.counts[0]).toBeGreaterThan(50);
});

test('is set in its own fonts: without them it looks otherwise', async ({ page }) => {
  const chainrule = await openPage(page);
  await openExport(chainrule, 'File', 'Export picture…');
  await chainrule.dialog.getByLabel('Format').selectOption('SVG');
  const file = await download(chainrule, 'Download');
  const svg = await readFile(await file.path(), 'utf8');
  const differing = await page.evaluate(async (svg) => {
    const pixels = async (source: string) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, image.width, image.height).data ?? [];
    };
    const with_ = await pixels(svg);
    const without = await pixels(svg.replace(/@font-face\{[^}]*\}/g, ''));
    return [...with_].filter((part, i) => Math.abs(part - without[i]) > 60).length;
  }, svg);
  expect(differing).toBeGreaterThan(1000);
});

test.describe('with the clipboard', () => {
  test('copies a picture that other programs can paste, or says why not', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const chainrule = await openPage(page);
    await chainrule.choose('File', 'Copy picture');
    await expect(chainrule.notice).toContainText('The picture is on the clipboard');
    const bytes = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return [...new Uint8Array(await (await item.getType('image/png')).arrayBuffer())];
    });
    const { width, counts } = await pixelsOf(page, Buffer.from(bytes), [value]);
    expect(width).toBeGreaterThan(1000);
    expect(counts[0]).toBeGreaterThan(500);

    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'write', {
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      });
    });
    await chainrule.choose('File', 'Copy picture');
    await expect(chainrule.notice).toContainText('Use “Export picture…” instead');
  });
});

test.describe('in Chinese, in the dark', () => {
  test.use({ locale: 'zh-CN', colorScheme: 'dark' });

  test('导出图片', async ({ page }) => {
    const chainrule = await openPage(page);
    await openExport(chainrule, '文件', '导出图片…');
    await expect(chainrule.dialog.getByLabel('配色')).toHaveValue('dark');
    await chainrule.dialog.getByLabel('尺寸').selectOption('2');
    const file = await download(chainrule, '下载');
    const bytes = await readFile(await file.path());
    const dark = await pixelsOf(page, bytes, ['#141517', '#5eead4', '#fdba74']);
    for (const count of dark.counts) expect(count).toBeGreaterThan(500);
    await chainrule.dialog.getByLabel('格式').selectOption('SVG');
    const svg = await readFile(await (await download(chainrule, '下载')).path(), 'utf8');
    expect(svg).toContain('线性反向传播');
    expect(svg).toContain('>输出<');
  });
});
