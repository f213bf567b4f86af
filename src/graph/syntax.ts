/** What may come next; behind an opening bracket its closing one may come as well. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma';

/**
 * The place of the first character that makes a text no JSON; its length where it ends too early.
 * JSON.parse knows it, but not every engine tells.
 */
export function syntaxErrorAt(text: string): number {
  /** What closes the lists and objects that are open, innermost last. */
  const closers: string[] = [];
  let expected = 'value' as Expected;
  let at = behind(blank, text, 0);
  for (; at < text.length; at = behind(blank, text, at)) {
    const char = text[at];
    const closer = closers.at(-1);
    const isKey = expected === 'key' || expected === 'first key';
    const mayClose = expected === 'comma' || expected.startsWith('first');
    if (mayClose && char === closer) {
      closers.pop();
      expected = 'comma';
      at++;
    } else if (expected === 'comma') {
      if (char !== ',' || closer === undefined) return at;
      expected = closer === '}' ? 'key' : 'value';
      at++;
    } else if (expected === 'colon') {
      if (char !== ':') return at;
      expected = 'value';
      at++;
    } else if (char === '"') {
      const { end, closed } = readString(text, at);
      if (!closed) return end;
      expected = isKey ? 'colon' : 'comma';
      at = end;
    } else if (isKey) {
      return at;
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      expected = char === '{' ? 'first key' : 'first value';
      at++;
    } else {
      const end = behind(literal, text, at);
      if (end === at) return at;
      expected = 'comma';
      at = end;
    }
  }
  return at;
}

const blank = /[ \t\n\r]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The place behind what a sticky pattern matches here; this place if it does not. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where a string that starts here ends, or what breaks it stands. */
function readString(text: string, start: number): { end: number; closed: boolean } {
  let at = start + 1;
  while (at < text.length && text[at] >= ' ') {
    if (text[at] === '"') return { end: at + 1, closed: true };
    const next = text[at] === '\\' ? behind(escaped, text, at) : at + 1;
    if (next === at) break;
    at = next;
  }
  return { end: at, closed: false };
}
