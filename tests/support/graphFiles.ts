import { expect } from 'vitest';
import { type ReadError, readErrorText, readGraph } from '../../src/graph/index.ts';

/** What is wrong with the text of a file. */
export function errorsOf(text: string): readonly ReadError[] {
  const result = readGraph(text);
  return result.ok ? [] : result.errors;
}

/** A file with these nodes and further keys, as text: JSON in tests may be broken on purpose. */
export function file(nodes: string, further = ''): string {
  return `{"format":"chainrule-graph","version":1,"nodes":${nodes}${further}}`;
}

/** Every message says what is wrong and what would be right, in both languages. */
export function expectBothLanguages(error: ReadError): void {
  const { en, 'zh-CN': zh } = readErrorText(error);
  expect(en).toMatch(/[.?]$/);
  expect(en).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
  expect(zh).toMatch(/\p{Script=Han}.*[。？]$/su);
  expect(zh).not.toMatch(/undefined|\[object/);
  for (const place of [error.node, error.key]) {
    if (place === undefined) continue;
    expect(en).toContain(place);
    expect(zh).toContain(place);
  }
}
