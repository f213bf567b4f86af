import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseXml } from '../support/xml.ts';
import { buildCli, chainrule, example, folder, removeFolder } from './cli.ts';

beforeAll(buildCli);
afterAll(removeFolder);

describe.concurrent('export', () => {
  test('prints the picture of a graph', async () => {
    const { code, out, err } = await chainrule(['export', example, '--format', 'svg']);
    expect([code, err]).toEqual([0, '']);
    expect(parseXml(out.trim()).name).toBe('svg');
    expect(out).toContain('data-edge="x-&gt;z:0"');
    expect(out).toContain('>162<');
  });

  test('writes a file, dark, in Chinese and without numbers where that is asked', async () => {
    const path = join(folder, 'picture.svg');
    const flags = ['--out', path, '--dark', '--no-numbers', '--lang', 'zh-CN'];
    const { code, out, err } = await chainrule(['export', example, ...flags]);
    expect([code, out, err]).toEqual([0, '', '']);
    const svg = await readFile(path, 'utf8');
    expect(svg).toContain('#141517');
    expect(svg).toContain('输出');
    expect(svg).not.toContain('>162<');
  });

  test('lays out a graph that says nothing about places', async () => {
    const graph = await chainrule(['from', 'z = (2w+3b)*(2b+1)']);
    const { code, out } = await chainrule(['export', '-', '--json'], graph.out);
    expect(code).toBe(0);
    const { width, svg } = JSON.parse(out);
    expect(width).toBeGreaterThan(600);
    expect(svg).toContain('data-id="z"');
  });

  test('says what it cannot do', async () => {
    const format = await chainrule(['export', example, '--format', 'png']);
    expect([format.code, format.out]).toEqual([2, '']);
    expect(format.err).toContain('There is no format png');
    const place = await chainrule(['export', example, '--out', join(folder, 'no', 'where.svg')]);
    expect([place.code, place.out]).toEqual([1, '']);
    expect(place.err).toContain('where.svg');
    const missing = await chainrule(['export', 'missing.json']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('missing.json');
  });
});
