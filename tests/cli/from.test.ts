import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGraph } from '../../src/graph/index.ts';
import { buildCli, chainrule, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

describe.concurrent('from', () => {
  test('prints a graph file that the other commands read', async () => {
    const { code, out, err } = await chainrule(['from', 'w = 3; b = 4; z = (2w+3b)*(2b+1)']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 5)).toEqual([
      '{',
      '  "format": "chainrule-graph",',
      '  "version": 1,',
      '  "nodes": [',
      '    { "id": "w", "op": "parameter", "value": 3 },',
    ]);
    expect(out).toMatch(/\n {2}"output": "z"\n}\n$/);
    const evaluated = JSON.parse((await chainrule(['eval', '-', '--json'], out)).out);
    expect(evaluated.values.z).toBe(162);
    expect(evaluated.gradients).toMatchObject({ w: 18, b: 63 });
    expect(evaluated.problems).toEqual([]);
  });

  test('--json prints the same graph on one line', async () => {
    const formula = 'loss = -(y*ln(a)+(1-y)*ln(1-a))';
    const [pretty, line] = await Promise.all([
      chainrule(['from', formula]),
      chainrule(['from', '--json', formula]),
    ]);
    expect([line.code, line.err]).toEqual([0, '']);
    expect(line.out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(line.out)).toEqual(JSON.parse(pretty.out));
  });

  test('reads several lines from standard input, and formulas that begin with a minus', async () => {
    const input = await chainrule(['from', '-'], 'z = w x\nw = [1, 2] # two\nx = 3\n');
    expect(input.code).toBe(0);
    const read = readGraph(input.out);
    expect(read).toMatchObject({ ok: true, graph: { output: 'z' } });
    expect(JSON.parse((await chainrule(['from', '-x^2', '--json'])).out)).toMatchObject({
      nodes: [{ id: 'x' }, { op: 'square', inputs: ['x'] }, { op: 'negate' }],
    });
  });

  test.each<[string[], string, RegExp]>([
    [['z = 2w + foo(b)'], '', /^formula: Line 1, column 10: There is no function foo\. .*\n$/],
    [['z = z'], '', /^formula: Line 1, column 1: z is computed from itself: z → z\.\n$/],
    [[''], '', /^formula: Line 1, column 1: Write a formula/],
    [['-', '--json'], 'a = 2\r\nb = a >', /^standard input: Line 2, column 7: .*comparisons/],
    [['-'], 'a+'.repeat(6000), /^standard input: Line 1, column 10001: .*too long/],
  ])('%j is no graph: exit 1, with the place', async (args, input, message) => {
    const { code, out, err } = await chainrule(['from', ...args], input);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
  });

  test.each<[string[], RegExp]>([
    [[], /needs a FORMULA.*Usage: chainrule from FORMULA \[--json\]/s],
    [['--json'], /needs a FORMULA/],
    [['z', '=', '2'], /one FORMULA in quotes, not 3/],
    [['z = 2', '--jsn'], /Unknown option '--jsn'.*Usage: chainrule from/s],
  ])('%j is bad usage', async (args, message) => {
    const { code, out, err } = await chainrule(['from', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
