import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortText } from '../../src/formula/index.ts';

test.each([
  ['weight', 10, 'weight'],
  ['averyveryverylongname', 10, 'averyve…me'],
  ['一个非常长的中文标题', 10, '一个非…题'],
  ['一个长标题', 10, '一个长标题'],
  ['🎉🎉🎉🎉🎉', 7, '🎉🎉…'],
])('%s in the room of %d letters is %s', (text, room, short) => {
  expect(shortText(text, room)).toBe(short);
});

test('keeps the beginning and the end, and fits', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), fc.integer({ min: 5, max: 60 }), (text, room) => {
      const short = shortText(text, room);
      if (short === text) return;
      expect([...short].length).toBeLessThanOrEqual(Math.max(room, 5));
      const [head, tail] = short.split('…');
      expect(text.startsWith(head)).toBe(true);
      expect(text.endsWith(tail ?? '')).toBe(true);
    }),
  );
});
