import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli, chainrule, file, folder, graphFile, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

const bowl = [
  { id: 'x', op: 'parameter', value: 1.2 },
  { id: 'J', op: 'square', inputs: ['x'] },
];
/** J = (w·x + b − y)² */
const line = [
  { id: 'x', op: 'input', value: 1 },
  { id: 'y', op: 'input', value: 1 },
  { id: 'w', op: 'parameter', value: 0 },
  { id: 'b', op: 'parameter', value: 0 },
  { id: 'm', op: 'multiply', inputs: ['w', 'x'] },
  { id: 'z', op: 'add', inputs: ['m', 'b'] },
  { id: 'J', op: 'squaredError', inputs: ['z', 'y'] },
];

/** What was said, apart from the progress that follows on a slow machine. */
function said(err: string): string[] {
  return err.split('\n').filter((line) => line !== '' && !line.startsWith('epoch '));
}

describe.concurrent('train', () => {
  test('takes the steps of the course notes on x²', async () => {
    const graph = graphFile('bowl.json', bowl);
    const { code, out, err } = await chainrule([
      'train',
      graph,
      '--rate',
      '0.3',
      '--epochs',
      '4',
      '--json',
    ]);
    expect([code, err]).toEqual([0, '']);
    const run = JSON.parse(out);
    expect(run).toMatchObject({ output: 'J', updates: 4, epochs: 4, ending: null });
    expect(run.parameters.x).toBeCloseTo(0.03072, 12);
    expect(run.history.map(({ loss }: { loss: number }) => loss.toFixed(6))).toEqual([
      ...['1.440000', '0.230400', '0.036864', '0.005898', '0.000944'],
    ]);
  });

  test('fits a line to a table, names the rows it leaves out, and writes the trained graph', async () => {
    const graph = graphFile('line.json', line);
    const data = file('points.csv', 'x,y\n0,1\n1,3\noops,1\n2,5\n3,7\n');
    const args = ['train', graph, '--data', data, '--rate', '0.1', '--epochs', '2000'];
    const { code, out, err } = await chainrule([...args, '--out', 'trained.json']);
    expect(code).toBe(0);
    // On a slow machine the progress follows.
    expect(err).toMatch(/^points\.csv: line 4: “oops” for x is not a number; left out\.\n/);
    expect(out).toMatch(/before +after 2000 updates/);
    const trained = JSON.parse(readFileSync(join(folder, 'trained.json'), 'utf8'));
    const value = (id: string) =>
      trained.nodes.find((node: { id: string }) => node.id === id).value;
    expect(value('w')).toBeCloseTo(2, 6);
    expect(value('b')).toBeCloseTo(1, 6);
    expect(trained.dataset.columns[0]).toEqual({ name: 'x', values: [0, 1, 2, 3] });
  });

  test('gives the same numbers for the same seed, and others for another', async () => {
    const graph = graphFile('seeds.json', line);
    const data = file('seeds.csv', 'x,y\n0,1.1\n1,2.7\n2,5.2\n3,7.1\n');
    const run = async (seed: string) => {
      const args = ['--data', data, '--batch', '1', '--order', 'shuffled', '--start', 'normal'];
      return (await chainrule(['train', graph, ...args, '--epochs', '3', '--seed', seed, '--json']))
        .out;
    };
    const [once, again, other] = await Promise.all([run('7'), run('7'), run('8')]);
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  test('prints the history as a table for spreadsheets', async () => {
    const graph = graphFile('csv.json', bowl);
    const { out } = await chainrule(['train', graph, '--rate', '0.5', '--epochs', '2', '--csv']);
    expect(out).toBe(
      '\ufeff"epoch","updates","loss","x"\r\n0,0,1.44,1.2\r\n1,1,0,0\r\n2,2,0,0\r\n',
    );
  });

  test('does what the training section says, and stops where it says', async () => {
    const graph = graphFile('section.json', bowl, {
      training: {
        version: 1,
        move: { by: 'gradient', rule: 'gradientDescent', rate: 0.3 },
        stop: [{ kind: 'loss-below', value: 1e-3 }],
      },
    });
    const { code, out, err } = await chainrule(['train', graph, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ updates: 4, ending: { kind: 'stopped' } });
    expect(err).toBe('section.json: Stopped: the loss is below 0.001.\n');
  });

  test('that diverges fails, says what happened and keeps the last good parameters', async () => {
    const graph = graphFile('diverges.json', bowl);
    const { code, out, err } = await chainrule([
      'train',
      graph,
      '--rate',
      '1.1',
      '--epochs',
      '5000',
      '--json',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^diverges\.json: The loss grew without bound.*smaller learning rate/);
    expect(JSON.parse(out).ending).toEqual({ kind: 'diverged', how: 'growing' });
    expect(Number.isFinite(JSON.parse(out).parameters.x)).toBe(true);
  });

  const bytes = (label: string, text: string): Buffer => {
    // What a Chinese spreadsheet saves: 温度 and 销量 in GB 18030.
    const signs: Readonly<Record<string, readonly number[]>> = {
      ...{ 温: [0xce, 0xc2], 度: [0xb6, 0xc8], 销: [0xcf, 0xfa], 量: [0xc1, 0xbf] },
    };
    if (label === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
    if (label !== 'gb18030') return Buffer.from(text);
    return Buffer.from([...text].flatMap((sign) => signs[sign] ?? [sign.charCodeAt(0)]));
  };
  const forms: readonly (readonly [string, string, Buffer])[] = [
    ['comma and point', 'plain', bytes('utf-8', 'x,y\n0.5,2\n1.5,4\n')],
    ['semicolon and decimal comma', 'semicolons', bytes('utf-8', 'x;y\r\n0,5;2\r\n1,5;4\r\n')],
    ['tabs', 'tabs', bytes('utf-8', 'y\tx\n2\t0.5\n4\t1.5\n')],
    ['UTF-16 and a byte order mark', 'utf16', bytes('utf-16', 'x\ty\n0.5\t2\n1.5\t4\n')],
    ['no names, in the order of the inputs', 'bare', bytes('utf-8', '0.5,2\n1.5,4\n')],
    ['other names, in GB 18030', 'gb', bytes('gb18030', '温度,销量\n0.5,2\n1.5,4\n')],
    ['digits as wide as characters', 'wide', bytes('utf-8', 'x,y\n０．５,２\n1.5,4\n')],
  ];

  test.each(forms)('reads data with %s', async (_, name, content) => {
    const graph = graphFile(`${name}.json`, line);
    const data = file(`${name}.csv`, content);
    const out = `${name}-trained.json`;
    const args = ['train', graph, '--data', data, '--epochs', '1', '--json', '--out', out];
    const { code, err, out: printed } = await chainrule(args);
    expect([code, said(err)]).toEqual([0, []]);
    // From 0 the gradients by w and b are −2·mean(x·y) and −2·mean(y).
    const { parameters } = JSON.parse(printed);
    expect(parameters.w).toBeCloseTo(0.7, 12);
    expect(parameters.b).toBeCloseTo(0.6, 12);
    const { dataset } = JSON.parse(readFileSync(join(folder, out), 'utf8'));
    const column = (id: string) =>
      dataset.columns.find((each: { name: string }) => each.name === dataset.bind[id]);
    expect(column('x').values).toEqual([0.5, 1.5]);
    expect(column('y').values).toEqual([2, 4]);
    if (name === 'gb') expect(column('x').name).toBe('温度');
  });

  test('names what it leaves out, by line and column, beside an output that can be read', async () => {
    const graph = graphFile('left.json', line);
    const names = Array.from({ length: 60 }, (_, i) => `${i},Ann ${i},${2 * i}`);
    const rows = ['x,who,y', ...names, '1,,2', '3,Bob', '"4,Eve,5'];
    const data = file('left.csv', rows.join('\n'));
    const args = ['train', graph, '--data', data, '--epochs', '2', '--rate', '1e-5'];
    const json = await chainrule([...args, '--json']);
    expect(json.code).toBe(0);
    expect(said(json.err)).toEqual([
      'left.csv: line 63: 2 cells instead of 3; left out.',
      'left.csv: line 64: a quote is never closed; left out.',
      'left.csv: column who: many different words; left out.',
    ]);
    expect(JSON.parse(json.out).epochs).toBe(2);
    const csv = await chainrule([...args, '--csv']);
    expect(said(csv.err)).toEqual(said(json.err));
    expect(csv.out.trim().split('\r\n')).toHaveLength(4);
  });

  const unreadable: readonly (readonly [string, Buffer, RegExp])[] = [
    ['nothing', Buffer.from(''), /^data: There is no data in it\.\n$/],
    ['no good row', Buffer.from('x,y\n1,\n2\n'), /line 2: .*\n.*line 3: .*\n.*No row of it/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and more'), /^data: This is a spreadsheet\./],
    ['no text', Buffer.from([1, 0, 2, 0]), /^data: This is not text\./],
  ];

  test.each(unreadable)('refuses data of %s', async (what, content, message) => {
    const graph = graphFile(`unreadable ${what}.json`, line);
    const data = file(`unreadable ${what}.csv`, content);
    const outcome = await chainrule(['train', graph, '--data', data, '--json']);
    expect([outcome.code, outcome.out]).toEqual([1, '']);
    expect(outcome.err.replaceAll(data, 'data')).toMatch(message);
  });

  test('refuses data that is not there', async () => {
    const graph = graphFile('nowhere.json', line);
    const outcome = await chainrule(['train', graph, '--data', 'nowhere.csv']);
    expect([outcome.code, outcome.out]).toEqual([1, '']);
    expect(outcome.err).toMatch(/^nowhere\.csv: There is no such file/);
  });

  const wrong: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['a rule there is none of', ['--rule', 'adm'], 2, /--rule takes gradientDescent, .*not "adm"/],
    ['a rate of 0', ['--rate', '0'], 2, /--rate takes a number above 0, not "0"/],
    ['half an epoch', ['--epochs', '0.5'], 2, /--epochs takes a whole number/],
    ['an output there is none of', ['--output', 'q'], 1, /There is no node q.*Nodes: x, J/],
    ['two forms at once', ['--json', '--csv'], 2, /exclude each other/],
  ];

  test.each(wrong)('refuses %s', async (_, args, code, message) => {
    const graph = graphFile(`wrong${args.join('')}.json`, bowl);
    const outcome = await chainrule(['train', graph, ...args]);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
    expect(outcome.out).toBe('');
  });

  test('refuses data without a column for any input, and graphs without a parameter', async () => {
    const graph = graphFile('unbound.json', line);
    const data = file('unbound.csv', 'age,height,weight\n1,2,3\n');
    const unbound = await chainrule(['train', graph, '--data', data]);
    expect(unbound.code).toBe(1);
    expect(unbound.err).toMatch(
      /No column has the name of an input\. Columns: age, height, weight\. Inputs: x, y\./,
    );
    const constant = graphFile('constant.json', [
      { id: 'x', op: 'input', value: 1 },
      { id: 'J', op: 'square', inputs: ['x'] },
    ]);
    const nothing = await chainrule(['train', constant]);
    expect(nothing.code).toBe(1);
    expect(nothing.err).toMatch(/there is nothing to train/);
  });
});
