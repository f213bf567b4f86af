import type { Text } from '../ops/index.ts';

const text: Text = { en: 'a text', 'zh-CN': '文本' };
const localized: Text = {
  en: 'a text, or texts by language such as { "en": "…", "zh-CN": "…" }',
  'zh-CN': '文本，或按语言给出的文本，如 { "en": "…", "zh-CN": "…" }',
};
const quantities: Text = {
  en: 'a list of quantities such as "value:x", "gradient:x", "local:x->z:0" or "contribution:x->z:0"',
  'zh-CN': '量的列表，如 "value:x"、"gradient:x"、"local:x->z:0"、"contribution:x->z:0"',
};
const finite: Text = { en: 'a finite number', 'zh-CN': '有限的数' };
const name: Text = {
  en: 'a name: a Latin or Greek letter or _, then letters, digits or _',
  'zh-CN': '名称（拉丁或希腊字母或 _，后接字母、数字或 _）',
};
const place: Text = {
  en: 'two finite numbers { "x": 0, "y": 0 }',
  'zh-CN': '两个有限的数 { "x": 0, "y": 0 }',
};
const groupId: Text = { en: 'the id of a group', 'zh-CN': '某个分组的 id' };
const positive: Text = { en: 'a number above 0', 'zh-CN': '大于 0 的数' };

/** What each key of a file should hold, for messages; `*` stands for the name of a leaf. */
export const expected = {
  $schema: text,
  format: { en: '"chainrule-graph"', 'zh-CN': '"chainrule-graph"' },
  version: { en: 'the number 1', 'zh-CN': '数字 1' },
  title: localized,
  description: localized,
  nodes: { en: 'a list of nodes', 'zh-CN': '节点列表' },
  node: { en: 'an object with "id" and "op"', 'zh-CN': '带有 "id" 和 "op" 的对象' },
  output: { en: 'the id of a node', 'zh-CN': '某个节点的 id' },
  id: name,
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
  position: place,
  label: text,
  groups: { en: 'a list of groups', 'zh-CN': '分组列表' },
  group: { en: 'an object with "id" and "nodes"', 'zh-CN': '带有 "id" 和 "nodes" 的对象' },
  'group.id': name,
  'group.title': localized,
  'group.nodes': { en: 'a list of node ids', 'zh-CN': '节点 id 的列表' },
  'group.parent': groupId,
  'group.collapsed': { en: 'true or false', 'zh-CN': ' true 或 false' },
  notes: { en: 'a list of notes', 'zh-CN': '注释列表' },
  note: {
    en: 'an object with "id", "text" and "position"',
    'zh-CN': '带有 "id"、"text" 和 "position" 的对象',
  },
  'note.id': name,
  'note.text': localized,
  'note.position': place,
  'note.width': positive,
  'note.group': groupId,
  section: { en: 'an object or a list', 'zh-CN': '对象或列表' },
  dataset: {
    en: 'an object with "version" and "columns"',
    'zh-CN': '带有 "version" 和 "columns" 的对象',
  },
  'dataset.version': { en: 'the number 1', 'zh-CN': '数字 1' },
  'dataset.columns.values': {
    en: 'a list of finite numbers',
    'zh-CN': '由有限的数组成的列表',
  },
  training: {
    en: 'an object with "version" and "move"',
    'zh-CN': '带有 "version" 和 "move" 的对象',
  },
  'training.version': { en: 'the number 1', 'zh-CN': '数字 1' },
  exercise: {
    en: 'an object with "version" and "asked"',
    'zh-CN': '带有 "version" 和 "asked" 的对象',
  },
  'exercise.version': { en: 'the number 1', 'zh-CN': '数字 1' },
  'exercise.kind': { en: '"compute" or "find-bug"', 'zh-CN': '"compute" 或 "find-bug"' },
  'exercise.asked': quantities,
  'exercise.hidden': quantities,
  'exercise.order': { en: '"given" or "free"', 'zh-CN': '"given" 或 "free"' },
  'exercise.tolerance': {
    en: 'a number from 0 to 0.5 such as 0.01',
    'zh-CN': '0 到 0.5 之间的数，如 0.01',
  },
  'exercise.hints': { en: '0, 1, 2 or 3', 'zh-CN': '0、1、2 或 3' },
  'exercise.attempts': { en: 'a whole number above 0', 'zh-CN': '正整数' },
  'exercise.instructions': localized,
  'exercise.variants': { en: 'an object with "ranges"', 'zh-CN': '带有 "ranges" 的对象' },
  'exercise.variants.seed': {
    en: 'a whole number from 0 to 4294967295',
    'zh-CN': '0 到 4294967295 之间的整数',
  },
  'exercise.variants.ranges': {
    en: 'ranges by the name of a leaf such as { "w": { "from": -3, "to": 3, "step": 1 } }',
    'zh-CN': '按叶子节点名给出的范围，如 { "w": { "from": -3, "to": 3, "step": 1 } }',
  },
  'exercise.variants.ranges.*': {
    en: 'an object with "from", "to" and "step"',
    'zh-CN': '带有 "from"、"to" 和 "step" 的对象',
  },
  'exercise.variants.ranges.*.from': finite,
  'exercise.variants.ranges.*.to': finite,
  'exercise.variants.ranges.*.step': positive,
  'exercise.bug': {
    en: 'an object with "quantity" and "mistake"',
    'zh-CN': '带有 "quantity" 和 "mistake" 的对象',
  },
  'exercise.bug.quantity': {
    en: 'a quantity such as "gradient:x"',
    'zh-CN': '一个量，如 "gradient:x"',
  },
  'exercise.bug.mistake': { en: 'the id of a mistake', 'zh-CN': '某种错误的 id' },
  'exercise.rate': positive,
} as const satisfies Readonly<Record<string, Text>>;

/** What a key should hold, where there is more to say than its kind of value. */
export function expectedAt(key: string): Text | undefined {
  return Object.hasOwn(expected, key) ? expected[key as keyof typeof expected] : undefined;
}
