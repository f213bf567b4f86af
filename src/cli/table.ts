/** Rows below a header in aligned columns: the first `texts` of them flush left, numbers right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number,
): string {
  const widths = header.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, row[column].length), title.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (i < texts ? text.padEnd(widths[i]) : text.padStart(widths[i])))
      .join('  ');
  return [header, ...rows].map(line).join('\n');
}
