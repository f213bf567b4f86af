import * as z from 'zod/mini';
import { ops } from '../ops/index.ts';
import { namePattern } from './name.ts';

// zod's fast path compiles code at run time, which the page's content-security policy forbids.
z.config({ jitless: true });

const name = z.string().check(z.regex(namePattern));
const row = z.array(z.number()).check(z.minLength(1));
const tensor = z.union([z.number(), row, z.array(row).check(z.minLength(1))]);
const localized = z.union([z.string(), z.record(z.string(), z.string())]);
const laterSection = z.optional(z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]));

const node = z.strictObject({
  id: name,
  op: z.enum([...ops.keys()]),
  inputs: z.optional(z.array(z.nullable(name))),
  value: z.optional(tensor),
  options: z.optional(z.record(z.string(), z.number())),
  position: z.optional(z.strictObject({ x: z.number(), y: z.number() })),
  label: z.optional(z.string()),
});

/** The form of a graph file; what only the whole graph can tell is checked by `readGraph`. */
export const graphSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal('chainrule-graph'),
  version: z.literal(1),
  title: z.optional(localized),
  description: z.optional(localized),
  nodes: z.array(node),
  output: z.optional(name),
  groups: laterSection,
  notes: laterSection,
  exercise: laterSection,
  dataset: laterSection,
  training: laterSection,
});

/** Keys a file and a node may have. */
export const knownKeys = {
  file: Object.keys(graphSchema.shape),
  node: Object.keys(node.shape),
  position: ['x', 'y'],
} as const;

/** The JSON Schema published as `public/schema/graph-v1.json`. */
export function jsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Chainrule graph',
    ...z.toJSONSchema(graphSchema),
  };
}
