// npm test [-- STAGE [FILTER …]]: all checks and tests, or one stage of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChineseFont, findBrowser, findFirefox } from './browser.mjs';
import { build } from './build.mjs';
import { install, root, run } from './project.mjs';
import { isSmall } from './size.mjs';

/**
 * How many tests passed, some of them perhaps only at the second try (`late`), and how many failed.
 * @typedef {{ passed: number, failed: number, late?: number }} Count
 */

const reports = mkdtempSync(join(tmpdir(), 'chainrule-'));

/**
 * Each stage takes the filters given and counts what passed and failed; one that throws counts
 * as one failure. A check without tests of its own counts as one test.
 * @type {Record<string, (filters: string[]) => Promise<Count>>}
 */
const stages = {
  types: async () => {
    const codes = [];
    for (const project of ['.', 'config/tsconfig.core.json', 'config/tsconfig.cli.json'])
      codes.push(await tool('typescript/bin/tsc', '--noEmit', '-p', project));
    return one(codes.every((code) => code === 0));
  },

  lint: async () => {
    const options = ['--config-path=config', '--error-on-warnings'];
    return one((await tool('@biomejs/biome/bin/biome', 'check', ...options)) === 0);
  },

  unit: async (filters) => {
    const report = join(reports, 'unit.json');
    const code = await tool(
      'vitest/vitest.mjs',
      ...['run', '--config', 'config/vitest.config.ts', ...filters],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    );
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
    return tally(numPassedTests, numTotalTests, code);
  },

  build: async () => {
    await build('page');
    await build('cli');
    return one(true);
  },

  size: async () => one(await isSmall()),

  e2e: async (filters) => {
    await build('page');
    process.env.CHAINRULE_BROWSER = await findBrowser();
    process.env.CHAINRULE_FIREFOX = await findFirefox();
    await ensureChineseFont();
    const report = join(reports, 'e2e.json');
    process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
    const code = await tool(
      '@playwright/test/cli.js',
      ...['test', '--config', 'config/playwright.config.ts', '--reporter=list,json', ...filters],
    );
    const { expected, skipped, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
    const total = expected + skipped + unexpected + flaky;
    return { ...tally(expected + flaky, total, code), late: flaky };
  },
};

/**
 * Whatever did not pass has failed, skipped tests included; a runner that failed without a failed
 * test (a file that does not load) is a failure too.
 * @param {number} passed
 * @param {number} total
 * @param {number} code
 * @returns {Count}
 */
function tally(passed, total, code) {
  return { passed, failed: total - passed || (code === 0 ? 0 : 1) };
}

/** @param {boolean} passed */
function one(passed) {
  return tally(passed ? 1 : 0, 1, 0);
}

/**
 * @param {string} script below node_modules
 * @param {...string} args
 */
function tool(script, ...args) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args]);
}

const [chosen, ...filters] = process.argv.slice(2);
if (chosen !== undefined && !(chosen in stages)) {
  console.error(`usage: npm test -- [${Object.keys(stages).join(' | ')}] [FILTER …]`);
  process.exit(2);
}

/** @type {Count & { lines: string[] }} */
const sum = { passed: 0, failed: 0, lines: [] };

/**
 * @param {string} name
 * @param {() => Promise<Count>} work
 */
async function stage(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  const { passed, failed, late } = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return one(false);
  });
  sum.passed += passed;
  sum.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tries = late ? ` (${late} at the second try: see which, and why)` : '';
  const verdict = `${passed} passed${tries}${failed ? `, ${failed} FAILED` : ''}`;
  sum.lines.push(`${name.padEnd(8)} ${verdict}  (${seconds} s)`);
}

try {
  await install();
  for (const name of chosen === undefined ? Object.keys(stages) : [chosen])
    await stage(name, () => stages[name](filters));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  sum.failed += 1;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sum.lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;
