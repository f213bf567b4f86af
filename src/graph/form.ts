import type { Text } from '../ops/index.ts';
import { isName } from './name.ts';
import { clip, type ReadError, unknownOp } from './readError.ts';
import { graphSchema, knownKeys } from './schema.ts';

const titleRule: Text = {
  en: 'a text, or texts by language such as { "en": "…", "zh-CN": "…" }',
  'zh-CN': '文本，或按语言给出的文本，如 { "en": "…", "zh-CN": "…" }',
};

/** What each key should hold, for messages. */
const expected: Readonly<Record<string, Text>> = {
  $schema: { en: 'a text', 'zh-CN': '文本' },
  format: { en: '"chainrule-graph"', 'zh-CN': '"chainrule-graph"' },
  version: { en: 'the number 1', 'zh-CN': '数字 1' },
  title: titleRule,
  description: titleRule,
  nodes: { en: 'a list of nodes', 'zh-CN': '节点列表' },
  node: { en: 'an object with "id" and "op"', 'zh-CN': '带有 "id" 和 "op" 的对象' },
  output: { en: 'the id of a node', 'zh-CN': '某个节点的 id' },
  id: {
    en: 'a name: a Latin or Greek letter or _, then letters, digits or _',
    'zh-CN': '名称（拉丁或希腊字母或 _，后接字母、数字或 _）',
  },
  op: { en: 'the id of an operation such as "multiply"', 'zh-CN': '运算的 id，如 "multiply"' },
  inputs: {
    en: 'a list of node ids, with null for a port that is not connected',
    'zh-CN': '节点 id 的列表，未连接的端口写 null',
  },
  value: {
    en: 'a finite number, or rows of numbers of equal length, without quotes',
    'zh-CN': '有限的数，或长度相同的若干行数，不加引号',
  },
  options: {
    en: 'numbers by option name such as { "slope": 0.01 }',
    'zh-CN': '按选项名给出的数，如 { "slope": 0.01 }',
  },
  position: {
    en: 'two finite numbers { "x": 0, "y": 0 }',
    'zh-CN': '两个有限的数 { "x": 0, "y": 0 }',
  },
  label: { en: 'a text', 'zh-CN': '文本' },
  section: { en: 'an object or a list', 'zh-CN': '对象或列表' },
};

/** Errors in the form of a file: keys, and what stands at each of them. */
export function checkForm(file: Record<string, unknown>): ReadError[] {
  const result = graphSchema.safeParse(file);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): ReadError[] => {
    const [top, index, nodeKey] = issue.path;
    const inNode = top === 'nodes' && typeof index === 'number';
    const node = inNode ? nodeName(file, index) : undefined;
    if (issue.code === 'unrecognized_keys') {
      const known = inNode
        ? nodeKey === undefined
          ? knownKeys.node
          : knownKeys.position
        : knownKeys.file;
      return issue.keys.map((key) => ({ node, key, text: unknownKey(known) }));
    }
    const key = String((inNode ? nodeKey : top) ?? 'node');
    const right = expected[key] ?? expected.section;
    // Options and positions are objects: it helps to know which of their entries is wrong.
    const entry = inNode && typeof issue.path[3] === 'string' ? issue.path[3] : undefined;
    const found =
      entry === undefined
        ? describe(valueAt(file, inNode ? issue.path.slice(0, 3) : [top]), right)
        : named(entry, describe(valueAt(file, issue.path)));
    const text =
      key === 'op' && typeof valueAt(file, issue.path) === 'string'
        ? unknownOp(String(valueAt(file, issue.path)))
        : {
            en: `expected ${right.en}, found ${found.en}.`,
            'zh-CN': `应为${right['zh-CN']}，实际为${found['zh-CN']}。`,
          };
    return [{ node, key: key === 'node' ? undefined : key, text }];
  });
}

function unknownKey(known: readonly string[]): Text {
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
const fitting: ReadonlyMap<Text, (entry: unknown) => boolean> = new Map([
  [expected.value, Number.isFinite],
  [expected.inputs, (entry) => entry === null || isNameLike(entry)],
  [expected.title, (entry) => typeof entry === 'string'],
]);

/** The description of an entry with its key. */
function named(key: string, found: Text): Text {
  return { en: `${found.en} for "${key}"`, 'zh-CN': ` "${key}" 处的${found['zh-CN'].trimStart()}` };
}

function isNameLike(item: unknown): boolean {
  return typeof item === 'string' && isName(item);
}

/** A node's id for messages, or its place in the list where it has no usable one. */
function nodeName(file: Record<string, unknown>, index: number): string {
  const id = valueAt(file, ['nodes', index, 'id']);
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
