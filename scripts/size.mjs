// npm run size: the JavaScript a visitor loads before the first graph, and its limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, targets } from './build.mjs';
import { install, isMain, root } from './project.mjs';

const limit = 200_000;

/** Prints the bytes, gzipped, of the page's entry and all it imports; says whether they are few. */
export async function isSmall() {
  await build('page');
  const page = join(root, targets.page.output);
  /** @type {Record<string, { file: string, imports?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8'));
  const chunks = new Set(['index.html']);
  for (const chunk of chunks) for (const name of manifest[chunk].imports ?? []) chunks.add(name);
  const bytes = [...chunks]
    .map((chunk) => gzipSync(readFileSync(join(page, manifest[chunk].file))).length)
    .reduce((sum, length) => sum + length, 0);
  const kB = (bytes / 1000).toFixed(1);
  console.log(`JavaScript to the first graph: ${kB} kB gzip (limit ${limit / 1000} kB)`);
  return bytes <= limit;
}

if (isMain(import.meta.url)) {
  await install();
  if (!(await isSmall())) process.exitCode = 1;
}
