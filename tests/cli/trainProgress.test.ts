import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { trainCommand } from '../../src/cli/train.ts';
import { file, folder, graphFile, removeFolder } from './cli.ts';

afterAll(removeFolder);

const written = { out: '', err: '' };

beforeEach(() => {
  written.out = '';
  written.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  // A clock by which every look at it is half a second after the last.
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 500;
    return now;
  });
  return () => vi.restoreAllMocks();
});

const bowl = [
  { id: 'x', op: 'parameter', value: 1.2 },
  { id: 'J', op: 'square', inputs: ['x'] },
];

test.each([
  ['--json', (text: string) => JSON.parse(text).epochs],
  ['--csv', (text: string) => text.trim().split('\r\n').length - 2],
  [undefined, (text: string) => Number(/after (\d+) updates/.exec(text)?.[1])],
])('progress is told beside the output of %s, not in it', async (form, epochsIn) => {
  const graph = `${folder}/${graphFile('bowl.json', bowl)}`;
  const args = [graph, '--epochs', '12', '--rate', '0.1', ...(form ? [form] : [])];
  expect(await trainCommand.run(args)).toBe(0);
  expect(written.err).toMatch(/^(epoch \d+ of 12, loss 0\.\d+\n){2,}$/);
  expect(epochsIn(written.out)).toBe(12);
});

test('a graph that goes to a file leaves the output as it is', async () => {
  const graph = `${folder}/${graphFile('kept.json', bowl)}`;
  await trainCommand.run([graph, '--epochs', '3', '--json']);
  const { out } = written;
  written.out = '';
  await trainCommand.run([
    graph,
    '--epochs',
    '3',
    '--json',
    '--out',
    `${folder}/${file('o.json', '')}`,
  ]);
  expect(written.out).toBe(out);
});
