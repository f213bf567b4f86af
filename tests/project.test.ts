import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Package = { resolved?: string; optionalDependencies?: Record<string, string> };

const lockfile: { packages: Record<string, Package> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

describe('the lockfile', () => {
  test('names no registry, so that it installs from any', () => {
    const bound = Object.entries(lockfile.packages).filter(([, { resolved }]) => resolved);
    expect(bound).toEqual([]);
  });

  test('lists the binaries of every platform, without which npm ci fails there', () => {
    const names = new Set(
      Object.keys(lockfile.packages).map((path) => path.replace(/^.*node_modules\//, '')),
    );
    const wanted = Object.values(lockfile.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });
});
