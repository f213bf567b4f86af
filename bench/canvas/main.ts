import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Graph } from '../../src/graph/index.ts';
import { median, medianRatio } from '../measure.ts';
import { type Measure, measures, type Sample, type SizeFigures } from './figures.ts';
import { judge } from './goals.ts';
import { bareGraph, fileOf, placedGraph } from './graphs.ts';
import {
  editLeaf,
  emptyPoint,
  firstRender,
  frameAtRest,
  frameWhileDragging,
  nodeNearMiddle,
  settled,
  view,
} from './inPage.ts';
import { asText, type Report } from './report.ts';

const quick = process.argv.includes('--quick');
const wanted = process.argv.find((option) => option.startsWith('--sizes='))?.slice(8);
const sizes =
  wanted?.split(',').map(Number) ?? (quick ? [100, 3_000] : [100, 1_000, 3_000, 10_000]);
const rounds = quick ? 1 : 3;
/** Frames of one movement. */
const frames = quick ? 40 : 60;
const viewport = { width: 1440, height: 900 };
const root = join(import.meta.dirname, '../../../..');
const origin = 'http://localhost';
const pages = { ours: join(root, 'dist/page'), bare: join(root, 'bench/canvas/dist/bare') };

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** Opens one of the two pages, without any server between, in a profile of its own. */
async function open(browser: Browser, which: keyof typeof pages): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  await context.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname === '/' ? '/index.html' : pathname;
    return route.fulfill({
      body: readFileSync(join(pages[which], path)),
      contentType: types[extname(path)] ?? 'application/octet-stream',
    });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  return page;
}

type View = Awaited<ReturnType<typeof view>>;

/** Where our page was looked at, for the bare one to be looked at alike. */
interface Seen {
  readonly near: View;
  readonly whole: View;
}

/** Turns the wheel over the upper left of the canvas, where the leaves are, until zoom 1. */
async function zoomToNatural(page: Page): Promise<void> {
  const { zoom } = await page.evaluate(view);
  const { x, y } = await page.evaluate(emptyPoint, 0);
  await page.mouse.move(x, y);
  // React Flow takes 500 of the wheel for a factor of two.
  await page.mouse.wheel(0, 500 * Math.log2(zoom));
  await page.waitForFunction(() => {
    const viewport = document.querySelector('.react-flow__viewport') ?? document.body;
    return Math.abs(new DOMMatrix(getComputedStyle(viewport).transform).a - 1) < 0.01;
  });
  await page.evaluate(settled);
}

async function pan(page: Page, share: number): Promise<number> {
  const from = await page.evaluate(emptyPoint, share);
  return page.evaluate(frameWhileDragging, { from, frames });
}

async function dragNode(page: Page): Promise<number> {
  const { point } = await page.evaluate(nodeNearMiddle);
  return page.evaluate(frameWhileDragging, { from: point, frames });
}

async function measureOurs(browser: Browser, graph: Graph) {
  const page = await open(browser, 'ours');
  try {
    await page.waitForSelector('.react-flow__node');
    const size = await page.evaluate(view);
    const first = await page.evaluate(firstRender, { file: fileOf(graph) });
    await page.evaluate(settled);
    await zoomToNatural(page);
    const leaf = await page.evaluate(
      () =>
        document
          .querySelector('.react-flow__node [role="spinbutton"]')
          ?.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? '',
    );
    // The fastest of some: what else the machine does meanwhile is not the page's doing.
    let edit = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 4; i++) edit = Math.min(edit, await page.evaluate(editLeaf, leaf));
    const near = await page.evaluate(view);
    const panned = await pan(page, 1 / 3);
    const dragged = await dragNode(page);
    await page.getByRole('button', { name: 'Show whole graph' }).click();
    await page.evaluate(settled);
    const whole = await page.evaluate(view);
    const panWhole = await pan(page, 0);
    const seen: Seen = { near: { ...near, ...size, x: near.x, y: near.y, zoom: near.zoom }, whole };
    const sample: Sample = { firstRender: first, pan: panned, drag: dragged, panWhole };
    return { sample, edit, seen };
  } finally {
    await page.context().close();
  }
}

async function measureBare(browser: Browser, graph: Graph, seen: Seen): Promise<Sample> {
  const page = await open(browser, 'bare');
  try {
    await page.waitForFunction(() => window.showBare !== undefined);
    const bare = { graph: bareGraph(graph), size: seen.near };
    const first = await page.evaluate(firstRender, { bare });
    const move = async ({ x, y, zoom }: View) => {
      await page.evaluate((to) => window.moveBare(to), { x, y, zoom });
      await page.evaluate(settled);
    };
    await move(seen.near);
    const panned = await pan(page, 1 / 3);
    const dragged = await dragNode(page);
    await move(seen.whole);
    return { firstRender: first, pan: panned, drag: dragged, panWhole: await pan(page, 0) };
  } finally {
    await page.context().close();
  }
}

async function measureSize(browser: Browser, size: number): Promise<SizeFigures> {
  const graph = placedGraph(size);
  const ours: Sample[] = [];
  const bare: Sample[] = [];
  const edits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    progress(`${size} nodes: round ${round + 1} of ${rounds}`);
    const { sample, edit, seen } = await measureOurs(browser, graph);
    ours.push(sample);
    edits.push(edit);
    bare.push(await measureBare(browser, graph, seen));
  }
  const all = (samples: readonly Sample[], measure: Measure) =>
    samples.map((sample) => sample[measure]);
  const figures = <Of>(of: (measure: Measure) => Of) =>
    Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Record<Measure, Of>;
  return {
    nodes: size,
    edges: bareGraph(graph).edges.length,
    ours: {
      ...figures((measure) => median(all(ours, measure))),
      edit: median(edits),
    },
    bare: figures((measure) => median(all(bare, measure))),
    ratios: figures((measure) => medianRatio(all(ours, measure), all(bare, measure))),
  };
}

const browser = await chromium.launch({
  executablePath: process.env.CHAINRULE_BROWSER || undefined,
});
try {
  const idle = await open(browser, 'bare');
  const frame = await idle.evaluate(frameAtRest);
  await idle.context().close();
  const measured: SizeFigures[] = [];
  for (const size of sizes) measured.push(await measureSize(browser, size));
  progress('');
  const report: Report = {
    browser: browser.version(),
    processor: cpus()[0]?.model ?? 'unknown',
    rounds,
    frame,
    sizes: measured,
    goals: judge(measured, frame),
  };
  console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : asText(report));
} finally {
  await browser.close();
}
