import * as z from 'zod/mini';
import { ops } from '../ops/index.ts';
import { namePattern } from './name.ts';
import { quantityPatterns } from './quantity.ts';
import { ruleIds } from './training.ts';

// zod's fast path compiles code at run time, which the page's content-security policy forbids.
z.config({ jitless: true });

const name = z.string().check(z.regex(namePattern));
const row = z.array(z.number()).check(z.minLength(1));
const tensor = z.union([z.number(), row, z.array(row).check(z.minLength(1))]);
const localized = z.union([z.string(), z.record(z.string(), z.string())]);
const seed = z.int().check(z.minimum(0), z.maximum(2 ** 32 - 1));
const positive = z.number().check(z.gt(0));
const count = z.int().check(z.minimum(1));

const position = z.strictObject({ x: z.number(), y: z.number() });

const node = z.strictObject({
  id: name,
  op: z.enum([...ops.keys()]),
  inputs: z.optional(z.array(z.nullable(name))),
  value: z.optional(tensor),
  options: z.optional(z.record(z.string(), z.number())),
  position: z.optional(position),
  label: z.optional(z.string()),
});

const group = z.strictObject({
  id: name,
  title: z.optional(localized),
  nodes: z.array(name),
  parent: z.optional(name),
  collapsed: z.optional(z.boolean()),
});

const note = z.strictObject({
  id: name,
  text: localized,
  position,
  width: z.optional(z.number().check(z.gt(0))),
  group: z.optional(name),
});

const quantity = z.string().check(z.regex(new RegExp(quantityPatterns.join('|'), 'u')));
const range = z.strictObject({
  from: z.number(),
  to: z.number(),
  step: z.number().check(z.gt(0)),
});
const variants = z.strictObject({
  seed: z.optional(seed),
  ranges: z.record(name, range),
});
const bug = z.strictObject({ quantity, mistake: z.string() });
const exercise = z.strictObject({
  version: z.literal(1),
  kind: z.optional(z.enum(['compute', 'find-bug'])),
  asked: z.array(quantity),
  hidden: z.optional(z.array(quantity)),
  order: z.optional(z.enum(['given', 'free'])),
  tolerance: z.optional(z.number().check(z.minimum(0), z.maximum(0.5))),
  hints: z.optional(z.literal([0, 1, 2, 3])),
  attempts: z.optional(z.int().check(z.minimum(1))),
  instructions: z.optional(localized),
  variants: z.optional(variants),
  bug: z.optional(bug),
  rate: z.optional(z.number().check(z.gt(0))),
});

const dataset = z.strictObject({
  version: z.literal(1),
  columns: z.array(
    z.strictObject({
      name: z.string().check(z.minLength(1)),
      values: z.array(z.number()).check(z.minLength(1)),
      labels: z.optional(z.array(z.string())),
    }),
  ),
  bind: z.optional(z.record(name, z.string())),
  scale: z.optional(z.record(z.string(), z.enum(['range', 'standard']))),
  test: z.optional(
    z.strictObject({
      share: z.number().check(z.minimum(0), z.lt(1)),
      seed: z.optional(seed),
    }),
  ),
});

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('step'), every: count, factor: positive }),
  z.strictObject({
    kind: z.literal('cosine'),
    over: count,
    least: z.number().check(z.minimum(0)),
  }),
]);
const move = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('gradient'),
    rule: z.enum(ruleIds),
    settings: z.optional(z.record(z.string(), z.number())),
    rate: positive,
    schedule: z.optional(schedule),
  }),
  z.strictObject({
    by: z.literal('target'),
    target: z.number(),
    shares: z.record(name, z.number()),
    factor: z.enum(['kept', 'recomputed']),
    clamps: z.optional(z.record(name, z.strictObject({ below: z.number(), to: z.number() }))),
  }),
]);
const stop = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['loss-below', 'error-below', 'gradient-below']),
    value: z.number(),
  }),
  z.strictObject({ kind: z.literal('iterations'), count }),
  z.strictObject({
    kind: z.literal('no-progress'),
    least: z.number().check(z.minimum(0)),
    patience: count,
  }),
]);
const random = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uniform'), from: z.number(), to: z.number() }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: z.number(),
    deviation: z.number().check(z.minimum(0)),
  }),
  z.strictObject({ kind: z.enum(['xavier', 'he']) }),
]);
const training = z.strictObject({
  version: z.literal(1),
  move,
  frozen: z.optional(z.array(name)),
  batch: z.optional(count),
  order: z.optional(z.enum(['kept', 'shuffled'])),
  seed: z.optional(seed),
  reduction: z.optional(z.enum(['mean', 'sum'])),
  stop: z.optional(z.array(stop)),
  check: z.optional(z.enum(['before', 'after'])),
  start: z.optional(z.record(name, tensor)),
  random: z.optional(random),
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
  groups: z.optional(z.array(group)),
  notes: z.optional(z.array(note)),
  exercise: z.optional(exercise),
  dataset: z.optional(dataset),
  training: z.optional(training),
});

/** The keys that the objects of a file may have; `*` stands for the name of a leaf. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  file: Object.keys(graphSchema.shape),
  node: Object.keys(node.shape),
  position: ['x', 'y'],
  group: Object.keys(group.shape),
  note: Object.keys(note.shape),
  'note.position': ['x', 'y'],
  exercise: Object.keys(exercise.shape),
  'exercise.variants': Object.keys(variants.shape),
  'exercise.variants.ranges.*': Object.keys(range.shape),
  'exercise.bug': Object.keys(bug.shape),
  dataset: Object.keys(dataset.shape),
  'dataset.test': ['share', 'seed'],
  training: Object.keys(training.shape),
};

/** The JSON Schema published as `public/schema/graph-v1.json`. */
export function jsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Chainrule graph',
    ...z.toJSONSchema(graphSchema),
  };
}
