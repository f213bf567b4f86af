import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli, chainrule, example, graphFile, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

const open = graphFile('open.json', [
  { id: 'a', op: 'input', value: -2 },
  { id: 'l', op: 'ln', inputs: ['a'] },
  { id: 's', op: 'add', inputs: ['l', null] },
]);

/** At 0 both relu have derivative 0 by convention, although relu(x) − relu(−x) is x. */
const kink = graphFile('kink.json', [
  { id: 'x', op: 'input', value: [1, 0] },
  { id: 'n', op: 'negate', inputs: ['x'] },
  { id: 'p', op: 'relu', inputs: ['x'] },
  { id: 'q', op: 'relu', inputs: ['n'] },
  { id: 'y', op: 'subtract', inputs: ['p', 'q'] },
]);

const broken = graphFile('broken.json', [
  { id: 'a', op: 'input', value: '2' },
  { id: 'b', op: 'lnn', inputs: ['a'] },
]);

describe('check', () => {
  test('tells of a sound graph on one line', async () => {
    expect(await chainrule(['check', example])).toEqual({
      code: 0,
      out: `ok      ${example}: 12 nodes, 12 edges, output z, 6 of 6 gradients agree with finite differences\n`,
      err: '',
    });
  });

  test('finds the whole gallery in order', async () => {
    const folder = dirname(example);
    const files = readdirSync(folder).filter((name) => name !== 'gallery.json');
    const { code, out, err } = await chainrule([
      'check',
      ...files.map((name) => join(folder, name)),
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.startsWith('ok '))).toHaveLength(files.length);
  });

  test('lists problems, which are no errors', async () => {
    const { code, out, err } = await chainrule(['check', open]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'ok      open.json: 3 nodes, 2 edges, output s, no gradients to compare, 2 problems',
      '        Node l: ln of -2 is undefined (operand a).',
      '        Node s: Operand 2 is not connected yet.',
      '',
    ]);
  });

  test('fails on a gradient that finite differences do not confirm', async () => {
    const { code, out, err } = await chainrule(['check', kink]);
    expect(code).toBe(1);
    expect(out).toBe(
      'failed  kink.json: 5 nodes, 5 edges, output y, 1 of 2 gradients agree with finite differences\n',
    );
    expect(err).toMatch(
      /^kink\.json: Node x: the gradient of element 1 is 0, but finite differences give 1\. .*kink/,
    );
  });

  test('goes on after a file that is no graph, and fails in the end', async () => {
    const { code, out, err } = await chainrule(['check', broken, example, 'nowhere.json']);
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => line.slice(0, 20))).toEqual([
      'failed  broken.json:',
      `ok      ${example}`.slice(0, 20),
      'failed  nowhere.json'.slice(0, 20),
      '',
    ]);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /^broken\.json: Node a, "value": expected a finite number.*the text "2"/,
      ),
      expect.stringMatching(
        /^broken\.json: Node b, "op": there is no operation "lnn"\. Did you mean "ln"\?/,
      ),
      'nowhere.json: There is no such file; check the name.',
      '',
    ]);
  });

  test('reads groups and notes, and names the one that is wrong', async () => {
    const nodes = [
      { id: 'x', op: 'input', value: 2 },
      { id: 'y', op: 'square', inputs: ['x'] },
    ];
    const note = { id: 'n', text: 'Four', position: { x: 0, y: 0 }, group: 'g' };
    const sound = { groups: [{ id: 'g', nodes: ['y'], collapsed: true }], notes: [note] };
    graphFile('boxed.json', nodes, sound);
    graphFile('torn.json', nodes, { groups: [{ id: 'g', nodes: ['z'] }], notes: [] });
    graphFile('lost.json', nodes, { notes: [note] });
    const { code, err } = await chainrule(['check', 'boxed.json', 'torn.json', 'lost.json']);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'torn.json: Group g, "nodes": there is no node z; use the id of an existing node or remove it.',
      'lost.json: Note n, "group": there is no group g; use the id of an existing group or remove the key.',
      '',
    ]);
    const json = await chainrule(['check', '--json', 'boxed.json', 'torn.json']);
    expect(JSON.parse(json.out).files).toMatchObject([
      { file: 'boxed.json', ok: true, errors: [] },
      { file: 'torn.json', ok: false, errors: [{ group: 'g', key: 'nodes' }] },
    ]);
    const { out } = await chainrule(['eval', 'boxed.json', '--json']);
    expect(JSON.parse(out)).toMatchObject({ values: { y: 4 }, gradients: { x: 4 } });
  });

  test('gives all of that as JSON', async () => {
    const { code, out, err } = await chainrule(['check', '--json', broken, open, kink, example]);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.json.*\nbroken\.json.*\nkink\.json/);
    const { files } = JSON.parse(out);
    expect(files).toMatchObject([
      {
        file: 'broken.json',
        ok: false,
        errors: [
          { node: 'a', key: 'value' },
          { node: 'b', key: 'op' },
        ],
      },
      {
        file: 'open.json',
        ok: true,
        errors: [],
        nodes: 3,
        edges: 2,
        output: 's',
        gradients: [],
        problems: [
          { kind: 'domain', node: 'l' },
          { kind: 'missing-operand', node: 's', port: 1 },
        ],
      },
      {
        file: 'kink.json',
        ok: false,
        errors: [{ node: 'x' }],
        gradients: [
          { node: 'x', element: 0, gradient: 1, agrees: true },
          { node: 'x', element: 1, gradient: 0, agrees: false },
        ],
      },
      { ok: true, errors: [], problems: [] },
    ]);
  });

  test('takes a sample of a graph with very many leaves', async () => {
    const nodes: object[] = [];
    for (let i = 0; i < 20_000; i++) nodes.push({ id: `w${i}`, op: 'parameter', value: i / 1000 });
    nodes.push({ id: 'sum', op: 'add', inputs: nodes.map((_, i) => `w${i}`) });
    const { code, out } = await chainrule(['check', graphFile('many.json', nodes)]);
    expect(code).toBe(0);
    const [, agree, compared] = /, (\d+) of (\d+) gradients agree/.exec(out) ?? [];
    expect(agree).toBe(compared);
    expect(Number(compared)).toBeGreaterThan(1000);
    expect(Number(compared)).toBeLessThan(20_000);
  });
});
