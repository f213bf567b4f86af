import type { $ZodIssue } from 'zod/v4/core';
import type { Text } from '../ops/index.ts';
import { expected, expectedAt } from './expected.ts';
import { isName } from './name.ts';
import { clip, type ReadError, unknownOp } from './readError.ts';
import { graphSchema, knownKeys } from './schema.ts';

/** Errors in the form of a file: keys, and what stands at each of them. */
export function checkForm(file: Record<string, unknown>): ReadError[] {
  const result = graphSchema.safeParse(file);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): ReadError[] => {
    const isKey = issue.code === 'invalid_key';
    const path = issue.path.slice(0, isKey ? -1 : undefined);
    const { key, rule, at, entry, ...owner } = placeOf(file, path);
    if (issue.code === 'unrecognized_keys') {
      const stem = isSection(issue.path[0]) ? `${key}.` : '';
      const text = unknownKey(knownKeys[rule] ?? []);
      return issue.keys.map((name) => ({ ...owner, key: stem + name, text }));
    }
    const right = expectedAt(rule) ?? expectedBy(issue);
    const wrong = isKey ? issue.path.at(-1) : valueAt(file, issue.path);
    const whole = isKey ? wrong : valueAt(file, at);
    const found = entry === undefined ? describe(whole, right) : named(entry, wrong);
    const text =
      rule === 'op' && typeof wrong === 'string'
        ? unknownOp(wrong)
        : {
            en: `expected ${right.en}, found ${found.en}.`,
            'zh-CN': `应为${right['zh-CN']}，实际为${found['zh-CN']}。`,
          };
    return [{ ...owner, key, text }];
  });
}

/** Where in a file an issue lies, as people name it. */
interface Place {
  readonly node?: string;
  readonly group?: string;
  readonly note?: string;
  readonly key?: string;
  /** What `expected` and `knownKeys` call the key. */
  readonly rule: string;
  /** What is to be described: the value of the key as a whole. */
  readonly at: readonly PropertyKey[];
  /** The part of it that is wrong, where it helps to know which. */
  readonly entry?: string | number;
}

/** The lists of a file whose items have an id, and what these are called. */
const listed: ReadonlyMap<string, 'node' | 'group' | 'note'> = new Map([
  ['nodes', 'node'],
  ['groups', 'group'],
  ['notes', 'note'],
]);

function placeOf(file: Record<string, unknown>, path: readonly PropertyKey[]): Place {
  const [top, index, itemKey, entry] = path;
  const kind = isText(top) ? listed.get(top) : undefined;
  if (kind !== undefined && typeof index === 'number') {
    const at = path.slice(0, 3);
    const owner = { [kind]: nameAt(file, [top, index, 'id'], index) };
    if (typeof itemKey !== 'string') return { ...owner, rule: kind, at };
    const rule = kind === 'node' ? itemKey : `${kind}.${itemKey}`;
    // Options and positions are objects: it helps to know which of their entries is wrong.
    return { ...owner, key: itemKey, rule, at, entry: isText(entry) ? entry : undefined };
  }
  if (!isSection(top)) {
    return isText(top) ? { key: top, rule: top, at: [top] } : { rule: 'file', at: [] };
  }
  const keys = path.filter(isText);
  const rule = keys.map((key, i) => (i === 3 ? '*' : key)).join('.');
  const last = path.at(-1);
  return {
    key: keys.join('.'),
    rule,
    at: path,
    entry: typeof last === 'number' ? last : undefined,
  };
}

/** Whether a key of a file holds a section, whose keys are named with it: `exercise.asked`. */
function isSection(key: PropertyKey | undefined): boolean {
  return key === 'exercise' || key === 'dataset' || key === 'training';
}

/** What an issue says should stand there. */
function expectedBy(issue: $ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames.get(issue.expected) ?? expected.section;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue ? oneOf(issue.options ?? []) : expected.section;
    case 'too_small':
      return issue.inclusive
        ? { en: `${issue.minimum} or more`, 'zh-CN': `不小于 ${issue.minimum}` }
        : { en: `more than ${issue.minimum}`, 'zh-CN': `大于 ${issue.minimum}` };
    case 'too_big':
      return issue.inclusive
        ? { en: `${issue.maximum} or less`, 'zh-CN': `不大于 ${issue.maximum}` }
        : { en: `less than ${issue.maximum}`, 'zh-CN': `小于 ${issue.maximum}` };
    default:
      return expected.id;
  }
}

const typeNames: ReadonlyMap<string, Text> = new Map([
  ['number', { en: 'a finite number', 'zh-CN': '有限的数' }],
  ['int', { en: 'a whole number', 'zh-CN': '整数' }],
  ['string', expected.label],
  ['array', { en: 'a list', 'zh-CN': '列表' }],
  ['object', { en: 'an object', 'zh-CN': '对象' }],
  ['record', { en: 'an object', 'zh-CN': '对象' }],
]);

function oneOf(values: readonly unknown[]): Text {
  const all = values.map((value) => JSON.stringify(value));
  return { en: all.join(' or '), 'zh-CN': all.join(' 或 ') };
}

function unknownKey(known: readonly string[]): Text {
  if (known.length === 0) {
    return { en: 'this key is unknown; remove it.', 'zh-CN': '未知的键，请删去。' };
  }
  return {
    en: `this key is unknown; remove it. Known keys: ${known.join(', ')}.`,
    'zh-CN': `未知的键，请删去。可用的键有：${known.join('、')}。`,
  };
}

/** Names a JSON value; where numbers are expected, says which one of a nested value is none. */
export function describe(value: unknown, right?: Text): Text {
  if (value === undefined) return { en: 'nothing', 'zh-CN': '空缺' };
  if (value === null) return { en: 'null', 'zh-CN': ' null' };
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { en: `the number ${value}`, 'zh-CN': `数 ${value}` }
      : { en: 'a number too large for a double', 'zh-CN': '超出双精度范围的数' };
  }
  if (typeof value === 'string') {
    const shown = JSON.stringify(clip(value));
    return { en: `the text ${shown}`, 'zh-CN': `文本 ${shown}` };
  }
  if (typeof value === 'boolean') return { en: `${value}`, 'zh-CN': ` ${value}` };
  const odd = right === undefined ? undefined : oddEntry(value, right);
  if (Array.isArray(value)) {
    if (value.length === 0) return { en: 'an empty list', 'zh-CN': '空列表' };
    if (odd === undefined) return { en: 'a list', 'zh-CN': '列表' };
    return { en: `${odd.en} in the list`, 'zh-CN': `列表中有${odd['zh-CN']}` };
  }
  if (odd === undefined) return { en: 'an object', 'zh-CN': '对象' };
  return { en: `${odd.en} in the object`, 'zh-CN': `对象中有${odd['zh-CN']}` };
}

/** Names what cannot stand in a list or object where this is expected. */
function oddEntry(value: object, right: Text): Text | undefined {
  const fits = fitting.get(right);
  if (fits === undefined) return undefined;
  const entries = Object.values(value);
  const odd = entries.flat().find((item) => !fits(item));
  if (odd !== undefined) return describe(odd);
  if (right !== expected.value || !entries.some(Array.isArray)) return undefined;
  return entries.some((row) => Array.isArray(row) && row.length === 0)
    ? { en: 'an empty row', 'zh-CN': '空行' }
    : { en: 'rows beside numbers', 'zh-CN': '混在一起的行与数' };
}

/** What the entries of lists and objects may be, by what is expected of the whole. */
const fitting: ReadonlyMap<Text, (entry: unknown) => boolean> = new Map<
  Text,
  (entry: unknown) => boolean
>([
  [expected.value, Number.isFinite],
  [expected.inputs, (entry) => entry === null || isNameLike(entry)],
  [expected['group.nodes'], isNameLike],
  [expected.title, isText],
]);

/** The description of an entry with its key or its place in a list. */
function named(entry: string | number, value: unknown): Text {
  const found = describe(value);
  const bare = found['zh-CN'].trimStart();
  return typeof entry === 'number'
    ? { en: `${found.en} as entry ${entry + 1}`, 'zh-CN': `第 ${entry + 1} 项的${bare}` }
    : { en: `${found.en} for "${entry}"`, 'zh-CN': ` "${entry}" 处的${bare}` };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNameLike(item: unknown): boolean {
  return isText(item) && isName(item);
}

/** The id at a path for messages, or its place in the list where it is no usable one. */
function nameAt(
  file: Record<string, unknown>,
  path: readonly PropertyKey[],
  index: number,
): string {
  const id = valueAt(file, path);
  return isNameLike(id) ? String(id) : `${index + 1}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}
