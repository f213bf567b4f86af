import * as z from 'zod/mini';
import { describe } from '../graph/form.ts';
import { parseJson, type ReadError, readParsed } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import type { Result } from './result.ts';

/** A result, or at least one error. */
export type ResultRead =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly errors: readonly ReadError[] };

/** The version this code writes. */
const currentVersion = 1;

/** More entries than this nobody makes by hand. */
const mostEntries = 10_000;

const seconds = z.number().check(z.minimum(0));
const at = z.optional(seconds);
const text = z.string().check(z.maxLength(2000));
const entry = z.union([
  z.strictObject({ step: text, answer: text, at }),
  z.strictObject({ step: text, hint: z.literal([1, 2, 3]), at }),
  z.strictObject({ found: text, at }),
]);
const score = z.strictObject({ points: z.number(), most: z.number() });

/** The form of a result file; its graph is read as graphs are. */
const resultSchema = z.strictObject({
  format: z.literal('chainrule-result'),
  version: z.literal(currentVersion),
  learner: z.optional(text),
  language: z.enum(['en', 'zh-CN']),
  seed: z.optional(z.int().check(z.minimum(0), z.maximum(2 ** 32 - 1))),
  entries: z.array(entry).check(z.maxLength(mostEntries)),
  seconds,
  score: z.optional(score),
  graph: z.unknown(),
});

/** What each key should hold, for messages. */
const expected: Readonly<Record<string, Text>> = {
  learner: { en: 'a text of up to 2000 characters', 'zh-CN': '不超过 2000 字的文本' },
  language: { en: '"en" or "zh-CN"', 'zh-CN': '"en" 或 "zh-CN"' },
  seed: { en: 'a whole number from 0 to 4294967295', 'zh-CN': '0 到 4294967295 之间的整数' },
  entries: {
    en: `a list of up to ${mostEntries} entries`,
    'zh-CN': `至多 ${mostEntries} 项的列表`,
  },
  entry: {
    en: '{ "step": "gradient:b", "answer": "63" }, { "step": "gradient:b", "hint": 1 } or { "found": "gradient:b" }, each with "at" in seconds or without',
    'zh-CN':
      '{ "step": "gradient:b", "answer": "63" }、{ "step": "gradient:b", "hint": 1 } 或 { "found": "gradient:b" }，可另带以秒计的 "at"',
  },
  seconds: { en: 'a number of seconds from 0 on', 'zh-CN': '不小于 0 的秒数' },
  graph: { en: 'the graph that was worked on', 'zh-CN': '所做练习的图' },
  score: {
    en: 'two numbers { "points": 5, "most": 6 }',
    'zh-CN': '两个数 { "points": 5, "most": 6 }',
  },
};

/** Reads a result file. Never throws for what a file can hold. */
export function readResult(source: string): ResultRead {
  const parsed = parseJson(source);
  if (!parsed.ok) return parsed;
  const file = parsed.value;
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    const found = describe(file);
    return refuse(
      `A result file is a JSON object, but this one holds ${found.en}.`,
      `结果文件应是一个 JSON 对象，而这里是${found['zh-CN']}。`,
    );
  }
  const { format, version } = file as Record<string, unknown>;
  if (format === 'chainrule-graph') {
    return refuse(
      'This is a graph, not a result; hand in the file that is saved when an exercise is done.',
      '这是图文件，不是练习结果；请提交做完练习后保存的结果文件。',
      'format',
    );
  }
  if (format !== 'chainrule-result') {
    return refuse(
      'This is not a Chainrule result: "format" should be "chainrule-result".',
      '这不是 Chainrule 结果文件："format" 应为 "chainrule-result"。',
      'format',
    );
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      `"version" should be a whole number such as ${currentVersion}.`,
      `"version" 应为整数，例如 ${currentVersion}。`,
      'version',
    );
  }
  if (version > currentVersion) {
    return refuse(
      `The result has version ${version}, made by a newer Chainrule; this one reads up to version ${currentVersion}. Update Chainrule to grade it.`,
      `结果版本为 ${version}，由更新的 Chainrule 生成；当前最高支持版本 ${currentVersion}。请先升级 Chainrule。`,
      'version',
    );
  }
  return readForm(file as Record<string, unknown>);
}

function readForm(file: Record<string, unknown>): ResultRead {
  const checked = resultSchema.safeParse(file);
  const graph = readParsed(file.graph);
  const errors = [
    ...(checked.success ? [] : checked.error.issues.flatMap((issue) => errorsOf(file, issue))),
    ...(graph.ok || file.graph === undefined ? [] : graph.errors.map(inGraph)),
  ];
  if (!checked.success || !graph.ok) return { ok: false, errors };
  return { ok: true, result: { ...checked.data, graph: graph.graph } };
}

function errorsOf(file: Record<string, unknown>, issue: z.core.$ZodIssue): ReadError[] {
  const [key, index] = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const shape = key === 'score' ? score.shape : resultSchema.shape;
    const stem = key === undefined ? '' : `${String(key)}.`;
    const known = Object.keys(shape);
    return issue.keys.map((name) => ({
      key: stem + name,
      text: {
        en: `this key is unknown; remove it. Known keys: ${known.join(', ')}.`,
        'zh-CN': `未知的键，请删去。可用的键有：${known.join('、')}。`,
      },
    }));
  }
  const value = file[String(key)];
  if (Array.isArray(value) && typeof index === 'number') {
    const right = expected.entry;
    const found = inside(value[index]);
    const en = `entry ${index + 1}: expected ${right.en}, found ${found.en}.`;
    const zh = `第 ${index + 1} 项：应为${right['zh-CN']}，实际为${found['zh-CN']}。`;
    return [{ key: 'entries', text: { en, 'zh-CN': zh } }];
  }
  const right = expected[String(key)];
  const found = inside(value);
  const text = {
    en: `expected ${right.en}, found ${found.en}.`,
    'zh-CN': `应为${right['zh-CN']}，实际为${found['zh-CN']}。`,
  };
  return [{ key: String(key), text }];
}

/** Describes a value; of an object its keys, of a list its length. */
function inside(value: unknown): Text {
  const whole = describe(value);
  if (Array.isArray(value)) {
    const { length } = value;
    return {
      en: `${whole.en} of length ${length}`,
      'zh-CN': `${whole['zh-CN']}（长度 ${length}）`,
    };
  }
  if (typeof value !== 'object' || value === null) return whole;
  const keys = Object.keys(value)
    .slice(0, 6)
    .map((key) => JSON.stringify(key.slice(0, 40)));
  if (keys.length === 0) return whole;
  return { en: `an object with ${keys.join(', ')}`, 'zh-CN': `带有 ${keys.join('、')} 的对象` };
}

/** An error of the graph that a result holds, with its place in the file. */
function inGraph({ key, ...error }: ReadError): ReadError {
  return { ...error, key: key === undefined ? 'graph' : `graph.${key}` };
}

function refuse(en: string, zh: string, key?: string): ResultRead {
  return { ok: false, errors: [{ key, text: { en, 'zh-CN': zh } }] };
}
