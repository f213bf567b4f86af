import { arity, isRagged, type Op, ops, type Tensor, type Text } from '../ops/index.ts';
import type { Graph, GraphNode } from './graph.ts';
import { currentVersion, migrate } from './migrate.ts';
import { isName } from './name.ts';
import { cyclePath, indexNodes } from './order.ts';
import { graphSchema, knownKeys } from './schema.ts';
import { syntaxErrorAt } from './syntax.ts';

/** Why a file is no graph: which node and key (where they apply), and a sentence with the fix. */
export interface ReadError {
  readonly node?: string;
  readonly key?: string;
  readonly text: Text;
}

/** A graph, or at least one error. */
export type ReadResult =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly errors: readonly ReadError[] };

/** Files longer than this many bytes or characters are refused unread. */
const longestFile = 32 * 2 ** 20;

/** The error for a file of this length if it is too long; lets callers ask before they load it. */
export function tooLong(length: number): ReadError | undefined {
  if (length <= longestFile) return undefined;
  const megabytes = Math.round(length / 2 ** 20);
  return {
    text: {
      en: `The file is ${megabytes} MB long; a graph file may have up to 32 MB.`,
      'zh-CN': `文件有 ${megabytes} MB，图文件最大为 32 MB。`,
    },
  };
}

/** Nesting deeper than this is no graph, and would exhaust the stack of whoever writes it back. */
const deepestNesting = 32;

/** Reads a graph file. Never throws for what a file can hold. */
export function readGraph(text: string): ReadResult {
  const long = tooLong(text.length);
  if (long !== undefined) return { ok: false, errors: [long] };
  if (text.trim() === '') return refuse('The file is empty.', '文件是空的。');
  if (text.includes('\0') || text.startsWith('\ufffd')) {
    return refuse(
      'This is a binary file, or text that is not UTF-8. A graph file is JSON in UTF-8.',
      '这是二进制文件，或不是 UTF-8 编码的文本；图文件应为 UTF-8 编码的 JSON。',
    );
  }
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, errors: [{ text: syntaxError(text.replace(/^\ufeff/, '')) }] };
  }
  return readParsed(file);
}

/** Reads a graph from already parsed JSON. */
export function readParsed(file: unknown): ReadResult {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    return refuse(
      `A graph file is a JSON object, but this one holds ${describe(file).en}.`,
      `图文件应是一个 JSON 对象，而这里是${describe(file)['zh-CN']}。`,
    );
  }
  if (!('format' in file) || file.format !== 'chainrule-graph') {
    return refuse(
      'This is not a Chainrule graph: "format" should be "chainrule-graph".',
      '这不是 Chainrule 图文件："format" 应为 "chainrule-graph"。',
      'format',
    );
  }
  const version = 'version' in file ? file.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      `"version" should be a whole number such as ${currentVersion}.`,
      `"version" 应为整数，例如 ${currentVersion}。`,
      'version',
    );
  }
  if (version > currentVersion) {
    return refuse(
      `The file has version ${version}, made by a newer Chainrule; this one reads up to version ${currentVersion}. Update Chainrule to open it.`,
      `文件版本为 ${version}，由更新的 Chainrule 生成；当前最高支持版本 ${currentVersion}。请先升级 Chainrule。`,
      'version',
    );
  }
  if (nestingExceeds(file, deepestNesting)) {
    return refuse(
      `The file is nested more than ${deepestNesting} levels deep.`,
      `文件的嵌套超过了 ${deepestNesting} 层。`,
    );
  }
  const current = migrate({ ...file }, version);
  const formErrors = checkForm(current);
  if (formErrors.length > 0) return { ok: false, errors: formErrors };
  // The form is right, so the parsed JSON itself is the graph: it keeps the order of keys.
  const graph = current as unknown as Graph;
  const errors = [
    ...checkNames(graph),
    ...graph.nodes.flatMap(checkNode),
    ...checkLaterSections(graph),
  ];
  if (errors.length === 0) errors.push(...checkReferences(graph));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, graph };
}

/** One line for people: node and key, then the sentence. */
export function readErrorText(error: ReadError): Text {
  const node = error.node === undefined ? [] : [error.node];
  const key = error.key === undefined ? [] : [`"${error.key}"`];
  const line = (text: string, nodeWord: string, colon: string) => {
    const where = [...node.map((id) => `${nodeWord} ${id}`), ...key].join(', ');
    return where === '' ? text : `${where}${colon}${text}`;
  };
  return {
    en: line(error.text.en, 'Node', ': '),
    'zh-CN': line(error.text['zh-CN'], '节点', '：'),
  };
}

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

function checkForm(file: Record<string, unknown>): ReadError[] {
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

function checkNames(graph: Graph): ReadError[] {
  const seen = new Set<string>();
  return graph.nodes.flatMap(({ id }, i): ReadError[] => {
    if (!isName(id)) {
      return [
        at(
          id,
          'id',
          `the name ${id} is reserved; choose another one.`,
          `名称 ${id} 是保留名，请换一个。`,
        ),
      ];
    }
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const en = `node number ${i + 1} has the same id as an earlier one; give it another name.`;
    return [at(id, 'id', en, `第 ${i + 1} 个节点与前面的节点重名，请改名。`)];
  });
}

function checkNode(node: GraphNode): ReadError[] {
  const op = ops.get(node.op);
  if (op === undefined) return [{ node: node.id, key: 'op', text: unknownOp(node.op) }];
  return [...checkOperands(node, op), ...checkValue(node, op), ...checkOptions(node, op)];
}

function checkOperands({ id, inputs }: GraphNode, op: Op): ReadError[] {
  const { most } = arity(op);
  if (inputs === undefined || inputs.length <= most) return [];
  return most === 0
    ? [
        at(
          id,
          'inputs',
          `${op.id} is a leaf and takes no operands; remove the key.`,
          `${op.id} 是叶子节点，没有操作数；请删去这个键。`,
        ),
      ]
    : [
        at(
          id,
          'inputs',
          `${op.id} takes ${most} ${most === 1 ? 'operand' : 'operands'}, but ${inputs.length} are given; remove the last ones.`,
          `${op.id} 只有 ${most} 个操作数，这里给了 ${inputs.length} 个；请删去多余的。`,
        ),
      ];
}

function checkValue({ id, value }: GraphNode, op: Op): ReadError[] {
  if (value === undefined) return [];
  if (op.kind !== 'leaf') {
    return [
      at(
        id,
        'value',
        `only leaves have a value; that of ${op.id} is computed. Remove the key.`,
        `只有叶子节点带数值，${op.id} 的值由计算得到；请删去这个键。`,
      ),
    ];
  }
  if (!isRagged(value)) return [];
  return [
    at(
      id,
      'value',
      `the rows of a matrix must have the same length, but here they have ${rowLengths(value)}.`,
      `矩阵各行长度必须相同，这里分别为 ${rowLengths(value)}。`,
    ),
  ];
}

function checkOptions({ id, options = {} }: GraphNode, op: Op): ReadError[] {
  const rules = op.kind === 'leaf' ? {} : op.options;
  const known = Object.keys(rules);
  return Object.entries(options).flatMap(([key, value]): ReadError[] => {
    if (!known.includes(key)) {
      const en =
        known.length === 0 ? `${op.id} has no options` : `${op.id} knows: ${known.join(', ')}`;
      const zh =
        known.length === 0 ? `${op.id} 没有选项` : `${op.id} 的选项有：${known.join('、')}`;
      return [
        at(id, 'options', `there is no option "${key}"; ${en}.`, `没有选项 "${key}"；${zh}。`),
      ];
    }
    const { least, most } = rules[key];
    if (value >= least && value <= most) return [];
    const en = `the option "${key}" must lie between ${least} and ${most}, not ${value}.`;
    return [
      at(id, 'options', en, `选项 "${key}" 应在 ${least} 与 ${most} 之间，不能是 ${value}。`),
    ];
  });
}

/** Their rooms know what they mean; but what is no number could not be written back. */
function checkLaterSections({ nodes: _, ...sections }: Graph): ReadError[] {
  return Object.entries(sections)
    .filter(([, section]) => holdsInfinity(section))
    .map(([key]) => ({
      key,
      text: {
        en: 'a number in it is too large for a double; write a finite number.',
        'zh-CN': '其中有超出双精度范围的数，请写有限的数。',
      },
    }));
}

function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInfinity);
}

function checkReferences(graph: Graph): ReadError[] {
  const index = indexNodes(graph);
  const errors = graph.nodes.flatMap(({ id, inputs = [] }) =>
    inputs
      .filter((source): source is string => source !== null && !index.has(source))
      .map((source) => dangling(id, 'inputs', source)),
  );
  if (graph.output !== undefined && !index.has(graph.output)) {
    errors.push(dangling(undefined, 'output', graph.output));
  }
  const cycle = errors.length === 0 ? cyclePath(graph) : null;
  if (cycle !== null) {
    const path = cycle.slice(0, 12).join(' → ') + (cycle.length > 12 ? ' → …' : '');
    errors.push(
      at(
        cycle[0],
        'inputs',
        `nodes feed each other in a circle: ${path}. Replace one of these operands.`,
        `节点首尾相连成了环：${path}。请更换其中一个操作数。`,
      ),
    );
  }
  return errors;
}

function dangling(node: string | undefined, key: string, id: string): ReadError {
  const en = `there is no node ${id}; use the id of an existing node${key === 'inputs' ? ' or null' : ''}.`;
  const zh = `没有名为 ${id} 的节点；请改为已有节点的 id${key === 'inputs' ? ' 或 null' : ''}。`;
  return { node, key, text: { en, 'zh-CN': zh } };
}

function unknownKey(known: readonly string[]): Text {
  return {
    en: `this key is unknown; remove it. Known keys: ${known.join(', ')}.`,
    'zh-CN': `未知的键，请删去。可用的键有：${known.join('、')}。`,
  };
}

function unknownOp(id: string): Text {
  const folded = id.toLowerCase();
  const near = [...ops.keys()].find((known) => {
    const other = known.toLowerCase();
    return folded.length > 1 && (other.startsWith(folded) || folded.startsWith(other));
  });
  const shown = JSON.stringify(clip(id));
  const list = [...ops.keys()].join(', ');
  return {
    en: `there is no operation ${shown}. ${near ? `Did you mean "${near}"?` : `Known: ${list}.`}`,
    'zh-CN': `没有名为 ${shown} 的运算。${near ? `是否想写 "${near}"？` : `可用：${list}。`}`,
  };
}

/** Names a JSON value; where numbers are expected, says which one of a nested value is none. */
function describe(value: unknown, right?: Text): Text {
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

function nestingExceeds(value: object, limit: number): boolean {
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) =>
      Object.values(item).filter((inner) => typeof inner === 'object' && inner !== null),
    );
  }
  return false;
}

function rowLengths(value: Tensor): string {
  if (typeof value === 'number') return '';
  return value.map((row) => (typeof row === 'number' ? '–' : row.length)).join(', ');
}

/** Says where a text is no JSON, and what to look for there. */
function syntaxError(text: string): Text {
  const place = syntaxErrorAt(text);
  const lines = text.slice(0, place).split('\n');
  const line = lines.length;
  const column = lines[line - 1].length + 1;
  if (place === text.length) {
    return {
      en: `The file is not valid JSON: it ends in line ${line} before all is closed. Add the missing quote or bracket, or fetch the file again.`,
      'zh-CN': `文件不是有效的 JSON：第 ${line} 行文件结束时还有未闭合的内容。请补上缺少的引号或括号，或重新获取文件。`,
    };
  }
  const found = /^(?:[-+\w.]+|.)/su.exec(text.slice(place, place + 40))?.[0] ?? '';
  const shown = JSON.stringify(found).slice(1, -1);
  const where = {
    en: `The file is not valid JSON: ${shown} cannot stand in line ${line}, column ${column}.`,
    'zh-CN': `文件不是有效的 JSON：第 ${line} 行第 ${column} 列不能是 ${shown}。`,
  };
  return /^[-+]?(?:NaN|Infinity|inf)/i.test(found)
    ? { en: `${where.en} Write a finite number.`, 'zh-CN': `${where['zh-CN']}请写有限的数。` }
    : {
        en: `${where.en} Look for a missing or extra comma, quote or bracket.`,
        'zh-CN': `${where['zh-CN']}请检查是否缺少或多出逗号、引号或括号。`,
      };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function at(node: string, key: string, en: string, zh: string): ReadError {
  return { node, key, text: { en, 'zh-CN': zh } };
}

function refuse(en: string, zh: string, key?: string): ReadResult {
  return { ok: false, errors: [{ key, text: { en, 'zh-CN': zh } }] };
}
