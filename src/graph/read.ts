import type { Text } from '../ops/index.ts';
import { checkConsistency } from './consistency.ts';
import { checkForm, describe } from './form.ts';
import type { Graph } from './graph.ts';
import { currentVersion, exerciseMigrations, exerciseVersion, migrate } from './migrate.ts';
import type { ReadError } from './readError.ts';
import { syntaxErrorAt } from './syntax.ts';

/** A graph, or at least one error. */
export type ReadResult =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly errors: readonly ReadError[] };

type Refused = Extract<ReadResult, { ok: false }>;

/** Files longer than this many bytes or characters are refused unread. */
const longestFile = 32 * 2 ** 20;

/** The error for a file of this length if it is too long; lets callers ask before they load it. */
export function tooLong(length: number): ReadError | undefined {
  if (length <= longestFile) return undefined;
  const megabytes = Math.round(length / 2 ** 20);
  return {
    text: {
      en: `The file is ${megabytes} MB long; it may have up to 32 MB.`,
      'zh-CN': `文件有 ${megabytes} MB，最大为 32 MB。`,
    },
  };
}

/** Nesting deeper than this is no graph, and would exhaust the stack of whoever writes it back. */
const deepestNesting = 32;

/** Reads a graph file. Never throws for what a file can hold. */
export function readGraph(text: string): ReadResult {
  const parsed = parseJson(text);
  return parsed.ok ? readParsed(parsed.value) : parsed;
}

/** What a file holds as JSON, or why it holds none. */
export type ParseResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly ReadError[] };

/** Parses the text of a file of any of our formats; the errors say where it is broken. */
export function parseJson(text: string): ParseResult {
  const long = tooLong(text.length);
  if (long !== undefined) return { ok: false, errors: [long] };
  if (text.trim() === '') return refuse('The file is empty.', '文件是空的。');
  if (text.includes('\0') || text.startsWith('\ufffd')) {
    return refuse(
      'This is a binary file, or text that is not UTF-8. It should be JSON in UTF-8.',
      '这是二进制文件，或不是 UTF-8 编码的文本；应为 UTF-8 编码的 JSON。',
    );
  }
  const json = text.replace(/^\ufeff/, '');
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch {
    return { ok: false, errors: [{ text: syntaxError(json) }] };
  }
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
    return refuseNewer('file', '文件', version, currentVersion, 'version');
  }
  if (nestingExceeds(file, deepestNesting)) {
    return refuse(
      `The file is nested more than ${deepestNesting} levels deep.`,
      `文件的嵌套超过了 ${deepestNesting} 层。`,
    );
  }
  const current = migrate({ ...file }, version);
  const { exercise } = current;
  if (hasVersion(exercise)) {
    if (exercise.version > exerciseVersion) {
      const key = 'exercise.version';
      return refuseNewer('exercise', '练习', exercise.version, exerciseVersion, key);
    }
    current.exercise = migrate(exercise, exercise.version, exerciseMigrations, exerciseVersion);
  }
  const formErrors = checkForm(current);
  if (formErrors.length > 0) return { ok: false, errors: formErrors };
  // The form is right, so the parsed JSON itself is the graph: it keeps the order of keys.
  const graph = current as unknown as Graph;
  const errors = checkConsistency(graph);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, graph };
}

/** Whether it is an object that can be brought from its version to another. */
function hasVersion(section: unknown): section is Record<string, unknown> & { version: number } {
  return (
    typeof section === 'object' &&
    section !== null &&
    'version' in section &&
    typeof section.version === 'number' &&
    Number.isInteger(section.version) &&
    section.version >= 1
  );
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

function refuseNewer(en: string, zh: string, found: number, known: number, key: string): Refused {
  return refuse(
    `The ${en} has version ${found}, made by a newer Chainrule; this one reads up to version ${known}. Update Chainrule to open it.`,
    `${zh}版本为 ${found}，由更新的 Chainrule 生成；当前最高支持版本 ${known}。请先升级 Chainrule。`,
    key,
  );
}

function refuse(en: string, zh: string, key?: string): Refused {
  return { ok: false, errors: [{ key, text: { en, 'zh-CN': zh } }] };
}
