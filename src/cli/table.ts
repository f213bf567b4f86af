/** Rows below a header in aligned columns: the first `texts` of them flush left, numbers right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number,
): string {
  const widths = header.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[column])), widthOf(title)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const space = ' '.repeat(widths[i] - widthOf(text));
        return i < texts ? text + space : space + text;
      })
      .join('  ')
      .trimEnd();
  return [header, ...rows].map(line).join('\n');
}

/** Characters that take two cells of a terminal: Chinese and what stands among it, and emoji. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/gu;

/** How many cells of a terminal a text takes; marks that stand on a letter take none. */
function widthOf(text: string): number {
  const letters = text.normalize('NFC').replace(/\p{Mn}/gu, '');
  return [...letters].length + (letters.match(wide)?.length ?? 0);
}
