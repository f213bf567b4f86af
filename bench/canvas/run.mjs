// npm run bench:canvas [-- --json] [--quick]: measures the canvas beside a bare React Flow page.
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';
import { build } from '../../scripts/build.mjs';
import { chatter, install, root, run } from '../../scripts/project.mjs';

const vite = join(root, 'node_modules/vite/bin/vite.js');
const config = join(root, 'bench/canvas/vite.config.mjs');

try {
  await install();
  await build('page');
  for (const mode of ['bare', 'main']) {
    const args = [vite, 'build', '--config', config, '--mode', mode];
    if ((await run(process.execPath, args, { stdio: [...chatter] })) !== 0) {
      throw new Error('The bench could not be built.');
    }
  }
  const env = { ...process.env, CHAINRULE_BROWSER: await findBrowser() };
  const main = join(root, 'bench/canvas/dist/main/main.js');
  process.exitCode = await run(process.execPath, [main, ...process.argv.slice(2)], { env });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
