import type { Text } from '../../ops/index.ts';

/** What browsers and Node have alike. */
declare class TextDecoder {
  constructor(encoding: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** The encodings that a file of data can be read in. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];

/** The text of a file and the encoding it was taken to be in; or why it is no text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: Text };

/**
 * Reads bytes as text: by their byte order mark, else as UTF-8, else, where they are none, as
 * GB 18030, which Chinese spreadsheets write. A given encoding is taken at its word.
 */
export function decode(bytes: Uint8Array, given?: Encoding): Decoded {
  if (given !== undefined) return lenient(bytes, given);
  // Spreadsheets (.xlsx, .ods) are zip files; older ones begin with D0 CF.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { ok: false, reason: spreadsheet };
  }
  if (startsWith(bytes, 0xff, 0xfe)) return lenient(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return lenient(bytes, 'utf-16be');
  if (bytes.subarray(0, 4096).includes(0)) return { ok: false, reason: binary };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // It is in another one.
    }
  }
  return lenient(bytes, 'windows-1252');
}

/** Reads the bytes of a file of ours in the same way; what is no text at all becomes what no reader takes. */
export function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : '\0';
}

function lenient(bytes: Uint8Array, encoding: Encoding): Decoded {
  return { ok: true, text: new TextDecoder(encoding).decode(bytes), encoding };
}

function startsWith(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, i) => bytes[i] === sign);
}

const spreadsheet: Text = {
  en: 'This is a spreadsheet. Save it as CSV there, or copy its cells and paste them here.',
  'zh-CN': '这是电子表格文件。请在表格软件中另存为 CSV，或复制单元格后粘贴到这里。',
};
const binary: Text = {
  en: 'This is not text. Open a CSV or TSV file.',
  'zh-CN': '这不是文本文件。请打开 CSV 或 TSV 文件。',
};
