import { execFile, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli, chainrule, example, file, folder, graphFile, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

describe.concurrent('the command line', () => {
  test('tells its version and its use', async () => {
    expect(await chainrule(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await chainrule(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(/chainrule eval FILE \[--set w=3 …\] \[--output z\] \[--json\]/);
    expect(help.out).toMatch(/chainrule check FILE …/);
    for (const command of ['eval', 'check']) {
      const { code, out, err } = await chainrule([command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`Usage: chainrule ${command} FILE`));
    }
  });

  test.each<[string[], RegExp]>([
    [[], /chainrule eval FILE/],
    [['evaluate', example], /no command evaluate.*chainrule eval FILE/s],
    [['toString'], /no command toString/],
    [['--verbose'], /no command --verbose/],
    [['eval'], /needs a FILE.*Usage: chainrule eval/s],
    [['eval', example, example], /one FILE, not 2.*Usage: chainrule eval/s],
    [['eval', example, '--verbose'], /Unknown option '--verbose'.*Usage: chainrule eval/s],
    [['eval', example, '--output'], /--output.*Usage: chainrule eval/s],
    [['eval', example, '--set'], /--set.*Usage: chainrule eval/s],
    [['eval', example, '--json=yes'], /--json.*Usage: chainrule eval/s],
    [['check'], /needs a FILE.*Usage: chainrule check/s],
    [['check', example, '--set', 'w=3'], /Unknown option '--set'.*Usage: chainrule check/s],
  ])('%j is bad usage', async (args, message) => {
    const { code, out, err } = await chainrule(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expectNoTrace(err);
  });

  test('stops quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [
      join(import.meta.dirname, '../../dist/cli/chainrule.js'),
      'eval',
      example,
    ]);
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });

  test('runs through npm from any folder, with clean standard output', async () => {
    const script = join(import.meta.dirname, '../../scripts/chainrule.mjs');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [script, 'eval', example, '--json'],
      { cwd: folder },
    );
    expect(JSON.parse(stdout).values.z).toBe(162);
  });
});

/** Messages are for people: no stack, no place in our sources. */
function expectNoTrace(err: string): void {
  expect(err).not.toMatch(/^\s+at |\.js:\d|node:internal|Error:/m);
}

describe.concurrent('a file that is no graph: exit 1, its name and the fix on standard error, nothing else', () => {
  const input = { id: 'x', op: 'input', value: 1 };
  const raw = (nodes: string) => `{"format":"chainrule-graph","version":1,"nodes":${nodes}}`;
  mkdirSync(join(folder, 'directory'));
  symlinkSync('loop.json', join(folder, 'loop.json'));
  openSync(join(folder, 'huge.json'), 'w');
  truncateSync(join(folder, 'huge.json'), 50 * 2 ** 20);

  test.each<[string, string, RegExp]>([
    ['is missing', 'nowhere.json', /no such file; check the name/],
    ['is missing in a file', join(example, 'x.json'), /no such file; check the name/],
    ['is a directory', 'directory', /a directory; name a graph file in it/],
    ['leads nowhere', 'loop.json', /cannot be read \(ELOOP\)/],
    ['is 50 MB long', 'huge.json', /50 MB long.*up to 32 MB/],
    ['is empty', file('empty.json', ''), /empty/],
    ['is binary', file('binary.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), /binary file/],
    ['is an old spreadsheet', file('xls.json', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), /UTF-8/],
    ['is no JSON', file('prose.json', 'z = x·y'), /not valid JSON: z cannot stand in line 1/],
    ['is cut off', file('cut.json', readFileSync(example).subarray(0, 500)), /ends in line/],
    [
      'is of another format',
      file('other.json', '{"format":"onnx"}'),
      /should be "chainrule-graph"/,
    ],
    [
      'is newer',
      file('newer.json', '{"format":"chainrule-graph","version":2,"nodes":[]}'),
      /version 2.*newer/,
    ],
    [
      'has unknown keys',
      graphFile('keys.json', [{ ...input, colour: 'red' }]),
      /Node x, "colour".*unknown; remove/,
    ],
    [
      'has an unknown op',
      graphFile('op.json', [{ id: 'x', op: 'softmaxx' }]),
      /Node x, "op".*no operation/,
    ],
    ['names a node twice', graphFile('twice.json', [input, input]), /Node x, "id".*same id/],
    [
      'has a malformed id',
      graphFile('id.json', [{ id: '1x', op: 'input' }]),
      /Node 1, "id".*letter/,
    ],
    [
      'has a dangling operand',
      graphFile('dangling.json', [{ id: 'y', op: 'ln', inputs: ['q'] }]),
      /Node y, "inputs".*no node q/,
    ],
    [
      'has a cycle',
      graphFile('cycle.json', [{ id: 'y', op: 'ln', inputs: ['y'] }]),
      /Node y, "inputs".*circle: y → y/,
    ],
    [
      'has too many operands',
      graphFile('many.json', [input, { id: 'y', op: 'ln', inputs: ['x', 'x'] }]),
      /Node y, "inputs".*takes 1/,
    ],
    [
      'has a ragged matrix',
      graphFile('ragged.json', [{ ...input, value: [[1, 2], [3]] }]),
      /Node x, "value".*same length/,
    ],
    [
      'has text for a number',
      graphFile('text.json', [{ ...input, value: '1' }]),
      /Node x, "value".*without quotes/,
    ],
    [
      'has a number too large',
      file('large.json', raw('[{"id":"x","op":"input","value":1e400}]')),
      /Node x, "value".*too large/,
    ],
    ['has NaN', file('nan.json', raw('[{"id":"x","op":"input","value":NaN}]')), /NaN cannot stand/],
    [
      'has __proto__ for an id',
      file('proto.json', raw('[{"id":"__proto__","op":"input"}]')),
      /Node __proto__, "id".*reserved/,
    ],
    [
      'has __proto__ for an op',
      graphFile('protoop.json', [{ id: 'x', op: '__proto__' }]),
      /Node x, "op".*no operation/,
    ],
    [
      'has __proto__ for a key',
      file('protokey.json', raw('[{"id":"x","op":"input","__proto__":{}}]')),
      /Node x, "__proto__".*unknown/,
    ],
    ['is nested without end', file('deep.json', raw('['.repeat(1e6))), /not valid JSON|nested/],
  ])('%s', async (_, name, message) => {
    for (const command of ['eval', 'check']) {
      const { code, out, err } = await chainrule([command, name]);
      expect(code).toBe(1);
      expect(out).toBe(command === 'eval' ? '' : `failed  ${name}: cannot be read as a graph\n`);
      expect(err.startsWith(`${name}: `)).toBe(true);
      expect(err).toMatch(message);
      expectNoTrace(err);
    }
  });

  test('has a thousand errors: the first twenty are told', async () => {
    const nodes = Array.from({ length: 1000 }, (_, i) => ({ id: `n${i}`, op: 'none' }));
    const { err } = await chainrule(['eval', graphFile('thousand.json', nodes)]);
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('thousand.json: … and 980 more.');
  });

  test('comes without end: it is not read further than it may be long', async () => {
    const { code, err } = await chainrule(['eval', '-'], Buffer.alloc(40 * 2 ** 20, ' '));
    expect(code).toBe(1);
    expect(err).toMatch(/^standard input: The file is .* MB long; it may have up to 32 MB\.\n$/);
    if (process.platform === 'win32') return;
    const zero = await chainrule(['check', '/dev/zero']);
    expect([zero.code, zero.err]).toEqual([
      1,
      expect.stringMatching(/^\/dev\/zero: .*up to 32 MB/),
    ]);
  });
});
