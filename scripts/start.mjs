// npm start [-- --port N] [-- --no-open]: opens Chainrule, installed and built where needed.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { install } from './project.mjs';
import { serve } from './serve.mjs';

const usage = 'usage: npm start -- [--port NUMBER] [--no-open]';

/** @returns {{ ports: number[], open: boolean } | undefined} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
    });
    const open = !values['no-open'];
    if (values.port === undefined) {
      return { ports: [...Array.from({ length: 20 }, (_, i) => 4173 + i), 0], open };
    }
    const port = Number(values.port);
    return /^\d+$/.test(values.port) && port < 65536 ? { ports: [port], open } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens the default browser where somebody can see it; the printed address serves everyone else.
 * @param {string} address
 */
function openBrowser(address) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  if (CI || (command === 'xdg-open' && !DISPLAY && !WAYLAND_DISPLAY)) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

const wish = readArguments();
if (!wish) {
  console.error(usage);
  process.exit(2);
}
try {
  await install();
  await build('page');
  const address = await serve(wish.ports);
  console.log(`\nChainrule runs at ${address}  (Ctrl+C ends it)\n`);
  if (wish.open) openBrowser(address);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
