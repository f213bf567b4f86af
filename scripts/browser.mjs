// Finds the browser for the browser tests, and fetches one where none is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run } from './project.mjs';

/**
 * The Chromiums and Chromes installed here, the one that CHROME_PATH names first.
 * @returns {string[]}
 */
export function installedBrowsers() {
  const { env } = process;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const inPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere =
    process.platform === 'darwin'
      ? ['', env.HOME].flatMap((home) =>
          ['Google Chrome', 'Chromium'].map(
            (name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`,
          ),
        )
      : [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
          folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
        );
  return [env.CHROME_PATH ?? '', ...inPath, ...elsewhere].filter(
    (path) => path && existsSync(path),
  );
}

/**
 * The Firefoxes installed here, the one that FIREFOX_PATH names first.
 * @returns {string[]}
 */
export function installedFirefoxes() {
  const { env } = process;
  const inPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  const elsewhere =
    process.platform === 'darwin'
      ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
      : [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((folder) =>
          folder ? [join(folder, 'Mozilla Firefox', 'firefox.exe')] : [],
        );
  return [env.FIREFOX_PATH ?? '', ...inPath, ...elsewhere].filter(
    (path) => path && existsSync(path),
  );
}

/**
 * A Firefox that can be driven: one installed, else (on Debian, as root) the system's package. The
 * main journeys are tested in it; where none can be had they are left out, and that is said.
 * @returns {Promise<string>} its path, or '' where there is none
 */
export async function findFirefox() {
  for (const path of installedFirefoxes()) if (await startsFirefox(path)) return path;
  if (isDebianRoot() && installedFirefoxes().length === 0) {
    console.log('No Firefox found: trying the firefox-esr package of the system …');
    await apt('firefox-esr');
    for (const path of installedFirefoxes()) if (await startsFirefox(path)) return path;
  }
  console.log('No Firefox that can be driven was found: the main journeys are not tested in one.');
  return '';
}

/**
 * A browser that starts: one installed, else Playwright's own, else (on Debian, as root) the
 * system's package. Throws, and says what to install, where none can be had.
 * @returns {Promise<string>} its path, or '' for Playwright's own
 */
export async function findBrowser() {
  for (const path of installedBrowsers()) if (await starts(path)) return path;
  if (await starts('')) return '';

  console.log('No Chromium or Chrome found: trying the download of Playwright …');
  const playwright = join(root, 'node_modules/playwright/cli.js');
  await run(process.execPath, [playwright, 'install', 'chromium'], { timeout: 300_000 });
  if (await starts('')) return '';

  if (isDebianRoot()) {
    console.log('… without success: trying the chromium package of the system …');
    await apt('chromium');
    for (const path of installedBrowsers()) if (await starts(path)) return path;
  }
  throw new Error(
    'The browser tests need Chromium or Google Chrome, and none could be found or fetched.\n' +
      'Install one (Debian, Ubuntu: apt-get install chromium; elsewhere: npx playwright install ' +
      'chromium, or Google Chrome), or name the program in CHROME_PATH.',
  );
}

/** Sees to a font with Chinese letters where that needs nobody's leave; tests pass without. */
export async function ensureChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (isDebianRoot() && !stdout?.trim()) await apt('fonts-wqy-microhei');
}

/** @param {string} executablePath */
async function starts(executablePath) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ executablePath: executablePath || undefined });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** @param {string} executablePath */
async function startsFirefox(executablePath) {
  const { firefox } = await import('@playwright/test');
  try {
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** @param {string} name */
async function apt(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  return run('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
}
