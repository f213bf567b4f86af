// What all scripts share. Plain Node: these run before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Whether a module is the script that was started, and not imported by another.
 * @param {string} url the module's import.meta.url
 */
export function isMain(url) {
  return process.argv[1] === fileURLToPath(url);
}

/**
 * Runs a program in the project folder and resolves to its exit code; a program that cannot be
 * started counts as failed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** For programs whose chatter must stay off standard output. */
export const chatter = /** @type {const} */ (['ignore', 2, 2]);

/** Installs the packages of the lockfile, unless exactly these are there already. */
export async function install() {
  if (installed()) return;
  await alone('install', async () => {
    if (installed()) return;
    console.error('Installing packages …');
    // `npm run` tells where npm is; on Windows a bare `npm` is a script that needs a shell.
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev'];
    const code = npm?.endsWith('npm-cli.js')
      ? await run(process.execPath, [npm, ...args], { stdio: [...chatter] })
      : await run('npm', args, { stdio: [...chatter], shell: process.platform === 'win32' });
    if (code !== 0) throw new Error('npm ci failed: the packages could not be installed.');
  });
}

/** Compares contents rather than dates: a checkout touches the lockfile without changing it. */
function installed() {
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && !present[path])) return true;
    return present[path]?.version === version;
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Does the work while no other process of this project does work of the same name. The holder
 * keeps its lock fresh, so one that was killed blocks the others for seconds only.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const lock = join(root, 'dist', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) {
    const held = statSync(lock, { throwIfNoEntry: false });
    if (held && Date.now() - held.mtimeMs > 15_000) rmSync(lock, { recursive: true, force: true });
    await sleep(100);
  }
  const refresh = setInterval(() => utimesSync(lock, new Date(), new Date()), 1000);
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function taken(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * One hash over all files at and below these paths; it names what a build was made from.
 * @param {string[]} paths
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(path);
  return hash.digest('hex');

  /** @param {string} path */
  function add(path) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else if (stat) {
      hash.update(`${path}\0${stat.size}\0`).update(readFileSync(join(root, path)));
    }
  }
}
