import { describe, expect, test, vi } from 'vitest';
import first from '../../graphs/linear-z-graph.json';
import { en } from '../../src/app/i18n/en.ts';
import { zhCN } from '../../src/app/i18n/zh-CN.ts';
import type { Graph } from '../../src/graph/index.ts';

// The registry of commands knows the page it commands, which stands on what a browser offers.
vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('document', { activeElement: null });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { commands } = await import('../../src/app/commands/registry.ts');
const { openDocument } = await import('../../src/app/store/document.ts');
const { select, setMode } = await import('../../src/app/store/view.ts');

const han = /\p{Script=Han}/u;

describe('the sentences of the page', () => {
  const english = new Map(leaves(en));
  const chinese = new Map(leaves(zhCN));
  const keys = [...english.keys()];

  test('have the same keys in both languages', () => {
    expect([...chinese.keys()]).toEqual(keys);
  });

  test('all say something', () => {
    const isEmpty = (text = '') => text.trim() === '';
    expect(keys.filter((key) => isEmpty(english.get(key)) || isEmpty(chinese.get(key)))).toEqual(
      [],
    );
  });

  test('have the same gaps in both languages', () => {
    const gapsOf = (sentences: Map<string, string>) =>
      keys.map((key) => [key, gaps(sentences.get(key))]);
    expect(gapsOf(chinese)).toEqual(gapsOf(english));
  });

  test('are Chinese in Chinese, but for what is the same in every language', () => {
    const foreign = keys.filter((key) => !han.test(chinese.get(key) ?? ''));
    expect(foreign.filter((key) => chinese.get(key) !== english.get(key))).toEqual([]);
  });
});

test('every command has a name in both languages', () => {
  const nameless = commands.filter(({ name }) => !name.en.trim() || !name['zh-CN'].trim());
  expect(nameless.map(({ id }) => id)).toEqual([]);
});

test('every command has an id of its own', () => {
  expect(repeated(commands.map(({ id }) => id))).toEqual([]);
});

test.each(['inspect', 'step', 'practise', 'train'] as const)(
  'no shortcut means two things at once: %s',
  (mode) => {
    openDocument(first as unknown as Graph);
    setMode(mode);
    select(['b', 'x', 'y']);
    // What a key means on a node is another matter than what it means elsewhere.
    const keys = commands
      .filter(({ when }) => when?.() ?? true)
      .flatMap(({ at = '', shortcuts = [] }) => shortcuts.map((shortcut) => `${shortcut} ${at}`));
    expect(keys).not.toEqual([]);
    expect(repeated(keys)).toEqual([]);
  },
);

/** The sentences of a tree with their paths (`app.save`). */
function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

/** What a sentence leaves open: `{{name}}`, sorted. */
function gaps(text = ''): string[] {
  return [...text.matchAll(/\{\{\w+\}\}/g)].map(([gap]) => gap).sort();
}

function repeated(list: readonly string[]): string[] {
  return list.filter((item, i) => list.indexOf(item) !== i);
}
