import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { installedBrowsers, installedFirefoxes } from '../scripts/browser.mjs';

// Workers load this file again and must agree with the main process, so both choices go through
// the environment. `npm test` has tried the browser; a direct call takes the first installed.
process.env.CHAINRULE_PORT ??= String(await freePort());
const browser = process.env.CHAINRULE_BROWSER ?? installedBrowsers()[0];
// Empty where `npm test` found none that can be driven.
const firefox = process.env.CHAINRULE_FIREFOX ?? installedFirefoxes()[0];
const baseURL = `http://127.0.0.1:${process.env.CHAINRULE_PORT}/`;

/** The browser tests: they drive the built page, served as `npm start` serves it. */
export default defineConfig({
  testDir: '../e2e',
  outputDir: '../dist/test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A busy machine must not refuse a whole run by chance. Whatever passes only now is named at the end.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: { executablePath: browser || undefined },
    locale: 'en-US',
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
    viewport: { width: 1440, height: 900 },
  },
  projects: [
    { name: 'chromium' },
    // The main journeys, where there is a Firefox.
    ...(firefox
      ? [
          {
            name: 'firefox',
            grep: /@firefox/,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.CHAINRULE_PORT}`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: baseURL,
    reuseExistingServer: false,
  },
});

/** A port nobody listens on, so that several checkouts can be tested at once. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const free = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(free));
    });
  });
}
