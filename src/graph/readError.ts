import { type Language, ops, type Text } from '../ops/index.ts';

/**
 * Why a file is no graph: which node, group or note and which key (where they apply), and a sentence
 * with the fix.
 */
export interface ReadError {
  readonly node?: string;
  readonly group?: string;
  readonly note?: string;
  readonly key?: string;
  readonly text: Text;
}

/** One line for people: node (or group, or note) and key, then the sentence. */
export function readErrorText(error: ReadError): Text {
  const line = (language: Language, comma: string, colon: string) => {
    const things = (['node', 'group', 'note'] as const).flatMap((kind) => {
      const id = error[kind];
      return id === undefined ? [] : [`${kinds[kind][language]} ${id}`];
    });
    const where = [...things, ...(error.key === undefined ? [] : [`"${error.key}"`])].join(comma);
    return where === '' ? error.text[language] : `${where}${colon}${error.text[language]}`;
  };
  return { en: line('en', ', ', ': '), 'zh-CN': line('zh-CN', '，', '：') };
}

const kinds = {
  node: { en: 'Node', 'zh-CN': '节点' },
  group: { en: 'Group', 'zh-CN': '分组' },
  note: { en: 'Note', 'zh-CN': '注释' },
} as const satisfies Readonly<Record<string, Text>>;

/** An error on a key of a node. */
export function at(node: string, key: string, en: string, zh: string): ReadError {
  return { node, key, text: { en, 'zh-CN': zh } };
}

/** What to say of an op there is none of; names the one that may be meant. */
export function unknownOp(id: string): Text {
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

/** A text from a stranger, short enough to be quoted. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
