/** A line of a note as a picture shows it. */
export interface NoteLine {
  readonly text: string;
  readonly isTitle: boolean;
}

/** The text of a note without the signs of Markdown and TeX, broken to a width in pixels. */
export function noteLines(markdown: string, width: number): NoteLine[] {
  return markdown
    .trim()
    .split('\n')
    .flatMap((source): NoteLine[] => {
      const isTitle = /^#{1,6}\s/.test(source);
      const text = plain(source);
      return broken(text, width, isTitle ? 1.1 : 1).map((line) => ({ text: line, isTitle }));
    });
}

function plain(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\s*[-*+]\s+/, '• ')
    .replace(/^>\s?/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`|\$\$?)/g, '')
    .replace(/\\([a-zA-Z]+)/g, '$1');
}

/** Breaks at spaces, and between Chinese characters. */
function broken(text: string, width: number, scale: number): string[] {
  const pieces = text.match(
    /[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g,
  );
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces ?? ['']) {
    if (line !== '' && widthOf(line + piece.trimEnd()) * scale > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Roughly, at the size of notes. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 13.5 : 7.2), 0);
}
