import { describe, expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('document', { activeElement: null });
const { menuIds } = await import('../../src/app/commands/command.ts');
const { commandEntries, opEntries, search } = await import(
  '../../src/app/commandPalette/entries.ts'
);

const all = [...menuIds.flatMap(commandEntries), ...opEntries()];
const find = (text: string, recent: readonly string[] = []) =>
  search(all, text, recent).map(({ id }) => id);

describe('what the command palette finds', () => {
  test('goes by the name in either language, whatever is spoken', () => {
    expect(find('select all')[0]).toBe('select-all');
    expect(find('全选')[0]).toBe('select-all');
    expect(find('深色')[0]).toBe('theme-dark');
    expect(find('Add sigmoid')[0]).toBe('add:sigmoid');
    expect(find('乘法')[0]).toBe('add:multiply');
  });

  test('is found by beginnings and by what was left out', () => {
    expect(find('sel al')[0]).toBe('select-all');
    expect(find('fndcmd')).not.toContain('select-all');
    expect(find('qqzz')).toEqual([]);
  });

  test('puts what cannot be done now behind what can', () => {
    const found = search(all, 'select', []);
    const firstImpossible = found.findIndex(({ isPossible }) => !isPossible);
    expect(found.slice(firstImpossible).some(({ isPossible }) => isPossible)).toBe(false);
  });

  test('puts what was used lately first among equals', () => {
    const [first, second] = find('theme');
    expect(find('theme', [second])[0]).toBe(second);
    expect(first).not.toBe(second);
  });
});
