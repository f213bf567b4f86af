// node scripts/serve.mjs [--port N]: serves the built page, on this machine only.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { contentSecurityPolicy } from '../config/csp.mjs';
import { targets } from './build.mjs';
import { isMain, root } from './project.mjs';

const host = '127.0.0.1';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const headers = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'self'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves the built page at the first of these ports that is free (0: any).
 * @param {number[]} ports
 * @returns {Promise<string>} the page's address
 */
export async function serve(ports) {
  const server = createServer(answer);
  for (const port of ports) {
    const got = await listen(server, port);
    if (got !== undefined) return `http://${host}:${got}/`;
  }
  throw new Error(`Port ${ports.join(', ')} is in use: choose another with --port.`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number | undefined>} the port, or undefined where it is taken
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const refused = (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error);
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(request, response) {
  const file =
    request.method === 'GET' || request.method === 'HEAD' ? find(request.url) : undefined;
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  const type = types[/** @type {keyof typeof types} */ (extname(file))];
  const packed =
    /^(text|application|image\/svg)/.test(type ?? '') &&
    /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, {
    ...headers,
    'Content-Type': type ?? 'application/octet-stream',
    // Built files carry a hash of their content in their name.
    'Cache-Control': request.url?.startsWith('/assets/')
      ? 'max-age=31536000, immutable'
      : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(packed && { 'Content-Encoding': 'gzip' }),
  });
  if (request.method === 'HEAD') response.end();
  else if (packed) pipeline(createReadStream(file), createGzip(), response, () => {});
  else pipeline(createReadStream(file), response, () => {});
}

/**
 * The file an address stands for. Addresses that lead out of the page's folder, or to hidden
 * files, stand for none.
 * @param {string} [url]
 */
function find(url = '/') {
  let path;
  try {
    path = decodeURIComponent(url.replace(/[?#].*/, ''));
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || /(^|\/)\./.test(path)) return undefined;
  const file = normalize(
    join(root, targets.page.output, path.endsWith('/') ? `${path}index.html` : path),
  );
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  console.log(await serve([Number(values.port)]));
}
