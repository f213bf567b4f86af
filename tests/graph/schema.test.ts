import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jsonSchema } from '../../src/graph/index.ts';
import { graphSchema } from '../../src/graph/schema.ts';
import { ops } from '../../src/ops/index.ts';
import { editJson, jsonEdits } from '../support/editJson.ts';
import { anyExerciseGraph } from '../support/exercises.ts';
import { anyGraph, compact } from '../support/graphs.ts';

const published = readFileSync(
  new URL('../../public/schema/graph-v1.json', import.meta.url),
  'utf8',
);
const schema: Schema = JSON.parse(published);

/** As much of JSON Schema as the published one uses. */
interface Schema {
  readonly [keyword: string]: unknown;
}

/** Whether a value follows a schema, keyword by keyword; one that is unknown here throws. */
function follows(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`${keyword} is not known`);
    return check(value, argument as never, schema);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keywords: Record<string, (value: unknown, argument: never, schema: Schema) => boolean> = {
  $schema: () => true,
  title: () => true,
  type: (value, type: string) => {
    if (type === 'object') return isObject(value);
    if (type === 'array') return Array.isArray(value);
    if (type === 'integer') return Number.isInteger(value);
    return type === 'null' ? value === null : typeof value === type;
  },
  const: (value, only: unknown) => value === only,
  enum: (value, some: unknown[]) => some.includes(value),
  pattern: (value, pattern: string) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (value, bound: number) => typeof value !== 'number' || value > bound,
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  items: (value, schema: Schema) =>
    !Array.isArray(value) || value.every((item) => follows(item, schema)),
  anyOf: (value, schemas: Schema[]) => schemas.some((schema) => follows(value, schema)),
  required: (value, keys: string[]) =>
    !isObject(value) || keys.every((key) => Object.hasOwn(value, key)),
  properties: (value, schemas: Record<string, Schema>) =>
    !isObject(value) ||
    Object.entries(schemas).every(
      ([key, schema]) => !Object.hasOwn(value, key) || follows(value[key], schema),
    ),
  propertyNames: (value, schema: Schema) =>
    !isObject(value) || Object.keys(value).every((key) => follows(key, schema)),
  additionalProperties: (value, schema: Schema | false, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([key, item]) =>
        Object.hasOwn(properties as object, key) ||
        // Of a map the reader leaves this key out, whatever it holds: it names nothing anywhere.
        (schema !== false && (key === '__proto__' || follows(item, schema))),
    ),
};

test('checking a file compiles no code, which the page forbids', () => {
  expect(z.config().jitless).toBe(true);
});

describe('the published schema', () => {
  test('is the one the reader uses; if not, run `npm run schema`', () => {
    expect(published).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  });

  test('knows every op', () => {
    for (const id of ops.keys()) {
      const file = { format: 'chainrule-graph', version: 1, nodes: [{ id: 'x', op: id }] };
      expect(follows(file, schema), id).toBe(true);
    }
  });

  test('accepts every graph', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph(), anyExerciseGraph), (graph) => {
        expect(follows(JSON.parse(compact(graph)), schema)).toBe(true);
      }),
    );
  });

  test('accepts and refuses what the reader’s own check does', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(anyGraph(), anyExerciseGraph), jsonEdits, (graph, edits) => {
        const file = JSON.parse(compact({ title: { en: 't' }, notes: [], ...graph }));
        editJson(file, edits);
        const accepted = graphSchema.safeParse(file).success;
        seen[accepted ? 'accepted' : 'refused']++;
        expect(follows(file, schema)).toBe(accepted);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(25);
  });
});
