/**
 * A text from a stranger's file on one line: without control characters, which a terminal would
 * obey, and without marks that turn the direction of what follows.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').trim();
}
