import { expect, test } from 'vitest';
import { readGraph } from '../../../src/graph/index.ts';
import { textOf } from '../../../src/training/data/decode.ts';

const titled = (title: Uint8Array) =>
  Buffer.concat([
    Buffer.from('{"format":"chainrule-graph","version":1,"title":"'),
    title,
    Buffer.from('","nodes":[]}'),
  ]);

const title = (bytes: Uint8Array) => {
  const read = readGraph(textOf(bytes));
  return read.ok ? read.graph.title : read.errors[0].text.en;
};

// 计算图 as Chinese systems of old write it.
const gbk = Uint8Array.of(0xbc, 0xc6, 0xcb, 0xe3, 0xcd, 0xbc);

test.each([
  ['UTF-8', titled(Buffer.from('计算图'))],
  ['GB 18030', titled(gbk)],
  ['UTF-16', Buffer.from(`\ufeff${titled(Buffer.from('计算图')).toString()}`, 'utf16le')],
])('a graph file in %s keeps its Chinese', (_, bytes) => {
  expect(title(bytes)).toBe('计算图');
});

test('a picture is no text', () => {
  expect(title(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))).toMatch(/binary file/);
});
