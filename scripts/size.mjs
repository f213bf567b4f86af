// npm run size: the JavaScript a visitor loads before the first graph, as gzip, and its limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, targets } from './build.mjs';
import { install, isMain, root } from './project.mjs';

const limit = 200_000;

/** Bytes of the page's entry and all it imports statically. */
export function firstLoad() {
  const page = join(root, targets.page.output);
  /** @type {Record<string, { file: string, imports?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'));
  const chunks = new Set(['index.html']);
  for (const chunk of chunks) for (const name of manifest[chunk].imports ?? []) chunks.add(name);
  return [...chunks].reduce(
    (sum, chunk) => sum + gzipSync(readFileSync(join(page, manifest[chunk].file))).length,
    0,
  );
}

if (isMain(import.meta.url)) {
  await install();
  await build('page');
  const bytes = firstLoad();
  console.log(
    `JavaScript to the first graph: ${(bytes / 1000).toFixed(1)} kB gzip, limit ${limit / 1000} kB`,
  );
  if (bytes > limit) process.exitCode = 1;
}
