// npm run bench [-- --json] [--quick]: measures the engine beside its peers.
// npm run bench:layout [-- --json] [--quick]: measures layout engines on the gallery and on random graphs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatter, fingerprint, install, root, run } from '../scripts/project.mjs';

const bench = join(root, 'bench');

/** Installs the peers unless those of the lockfile are there. Neither start nor test pays for them. */
async function installPeers() {
  const stamp = join(bench, 'node_modules/.installed');
  const wanted = fingerprint(['bench/package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing the peers …');
  const shell = process.platform === 'win32';
  const code = await run('npm', ['ci'], { cwd: bench, stdio: [...chatter], shell });
  if (code !== 0) throw new Error('npm ci failed in bench/: the peers could not be installed.');
  writeFileSync(stamp, wanted);
}

try {
  await install();
  await installPeers();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(bench, 'vite.config.mjs');
  const built = await run(process.execPath, [vite, 'build', '--config', config], {
    stdio: [...chatter],
  });
  if (built !== 0) throw new Error('The bench could not be built.');
  const [, , ...args] = process.argv;
  const name = args[0] === 'layout' ? args.shift() : 'main';
  const main = join(bench, `dist/${name}.js`);
  process.exitCode = await run(process.execPath, ['--expose-gc', main, ...args]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
