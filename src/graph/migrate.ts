/** The version this code writes; reading brings older files up to it. */
export const currentVersion = 1;

/** Turns the parsed JSON of a file of one version into that of the next. */
type Migration = (file: Record<string, unknown>) => Record<string, unknown>;

/** `migrations[n]` leads from version n to n + 1. Version 1 is the first, so there is none yet. */
const migrations: Readonly<Record<number, Migration>> = {};

/** The version of the exercise section, which changes apart from that of the file. */
export const exerciseVersion = 1;

/** `exerciseMigrations[n]` leads a section from version n to n + 1. */
export const exerciseMigrations: Readonly<Record<number, Migration>> = {};

/** Brings the parsed JSON of an older file or section to the current version, step by step. */
export function migrate(
  file: Record<string, unknown>,
  version: number,
  steps = migrations,
  target = currentVersion,
): Record<string, unknown> {
  let current = file;
  for (let from = version; from < target; from++) {
    current = { ...(steps[from]?.(current) ?? current), version: from + 1 };
  }
  return current;
}
