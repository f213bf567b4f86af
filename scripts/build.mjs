// node scripts/build.mjs [page] [cli]: builds what is out of date, both where none is named.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { alone, chatter, fingerprint, install, isMain, root, run } from './project.mjs';

/** What is built, and from what; all paths are relative to the project folder. */
export const targets = {
  page: {
    config: 'config/vite.config.ts',
    output: 'dist/page',
    sources: () => [...shared, 'index.html', 'public', 'graphs', ...rooms().filter(not('cli'))],
  },
  cli: {
    config: 'config/vite.cli.config.ts',
    output: 'dist/cli/chainrule.js',
    sources: () => [...shared, ...rooms().filter(not('app'))],
  },
};

/** @typedef {keyof typeof targets} Target */

const shared = ['config', 'package-lock.json', 'scripts/build.mjs', 'tsconfig.json'];

function rooms() {
  const src = join(root, 'src');
  return existsSync(src) ? readdirSync(src).map((room) => `src/${room}`) : [];
}

/** @param {string} room */
function not(room) {
  return (/** @type {string} */ path) => path !== `src/${room}`;
}

/**
 * Builds a target unless it is up to date. Standard output stays clean, so the builder runs in a
 * process of its own.
 * @param {Target} target
 */
export async function build(target) {
  if (stale(target) === undefined) return;
  console.error(`Building the ${target} …`);
  const script = join(root, 'scripts/build.mjs');
  const code = await run(process.execPath, [script, target], { stdio: [...chatter] });
  if (code !== 0) throw new Error(`The ${target} could not be built.`);
}

/**
 * The fingerprint of the sources where the build was made from others.
 * @param {Target} target
 */
function stale(target) {
  const { output, sources } = targets[target];
  const now = fingerprint(sources());
  if (!existsSync(join(root, output)) || !existsSync(stamp(target))) return now;
  return readFileSync(stamp(target), 'utf8') === now ? undefined : now;
}

/** @param {Target} target */
function stamp(target) {
  return join(root, 'dist', `${target}.sources`);
}

/**
 * Builds beside the old output and replaces it at the end: whoever uses the old one meanwhile, or
 * after a failed build, finds it whole.
 * @param {Target} target
 */
async function rebuild(target) {
  const sources = stale(target);
  if (sources === undefined) return;
  const output = join(root, targets[target].output);
  const staging = join(root, 'dist', `.${target}-${process.pid}`);
  const { build } = await import('vite');
  try {
    await build({
      configFile: join(root, targets[target].config),
      build: { outDir: staging, emptyOutDir: true },
      logLevel: 'warn',
    });
    if (target === 'page') rmSync(output, { recursive: true, force: true });
    mkdirSync(dirname(output), { recursive: true });
    renameSync(target === 'page' ? staging : join(staging, 'chainrule.js'), output);
    writeFileSync(stamp(target), sources);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  const named = process.argv.slice(2);
  try {
    await install();
    for (const target of /** @type {Target[]} */ (Object.keys(targets))) {
      if (named.length && !named.includes(target)) continue;
      await alone(`build-${target}`, () => rebuild(target));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
