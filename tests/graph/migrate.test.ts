import { expect, test } from 'vitest';
import { currentVersion, migrate } from '../../src/graph/migrate.ts';
import { deepFreeze } from '../support/graphs.ts';

/** Versions as they might come: 2 renames a key, 3 adds one. */
const steps = {
  1: ({ name, ...rest }: Record<string, unknown>) => ({ ...rest, title: name }),
  2: (file: Record<string, unknown>) => ({ ...file, notes: [] }),
};

test('an older file goes through every step up to the present version', () => {
  const file = deepFreeze({ version: 1, name: 'n', nodes: [] });
  expect(migrate(file, 1, steps, 3)).toEqual({ version: 3, title: 'n', nodes: [], notes: [] });
  expect(migrate({ version: 2, title: 't' }, 2, steps, 3)).toEqual({
    version: 3,
    title: 't',
    notes: [],
  });
});

test('a version that changes nothing needs no step', () => {
  expect(migrate({ version: 1, nodes: [] }, 1, {}, 2)).toEqual({ version: 2, nodes: [] });
});

test('a file of the present version stays as it is', () => {
  const file = deepFreeze({ version: currentVersion, nodes: [] });
  expect(migrate(file, currentVersion)).toBe(file);
});
