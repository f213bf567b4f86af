import { type Run, texRuns } from './tex.ts';

/** A line of a note as a picture shows it. */
export interface NoteLine {
  readonly runs: readonly Run[];
  readonly isTitle: boolean;
}

/** The text of a note, without the signs of Markdown and with its TeX set, broken to a width in pixels. */
export function noteLines(markdown: string, width: number): NoteLine[] {
  return markdown
    .trim()
    .replace(/\$\$([\s\S]+?)\$\$/g, (_, tex: string) => `$$${tex.replace(/\s+/g, ' ').trim()}$$`)
    .split('\n')
    .flatMap((source): NoteLine[] => {
      const isTitle = /^#{1,6}\s/.test(source);
      return broken(runsOf(source), width, isTitle ? 1.1 : 1).map((runs) => ({ runs, isTitle }));
    });
}

function runsOf(source: string): Run[] {
  const line = source
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\s*[-*+]\s+/, '• ')
    .replace(/^>\s?/, '');
  const parts = line.split(/(\$\$.+?\$\$|\$[^$]+\$|\*\*.+?\*\*|`[^`]+`)/);
  return parts.flatMap((part): Run[] => {
    if (/^\$.+\$$/.test(part)) return texRuns(part.replace(/^\$\$?|\$\$?$/g, ''));
    if (/^\*\*.+\*\*$/.test(part)) return [{ text: part.slice(2, -2), look: 'bold', level: 0 }];
    if (/^`.+`$/.test(part)) return [{ text: part.slice(1, -1), look: 'plain', level: 0 }];
    const text = part
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(^|[\s(])[*_](\S(?:.*?\S)?)[*_](?=$|[\s).,;:!?])/g, '$1$2')
      .replace(/\\([\\`*_{}[\]()#+\-.!$])/g, '$1');
    return text === '' ? [] : [{ text, look: 'plain', level: 0 }];
  });
}

/** Breaks at spaces, and between Chinese characters. */
function broken(runs: readonly Run[], width: number, scale: number): Run[][] {
  const lines: Run[][] = [];
  let [line, taken]: [Run[], number] = [[], 0];
  for (const run of runs) {
    // What hangs on a letter stays with it.
    const pieces =
      run.level === 0
        ? (run.text.match(
            /[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g,
          ) ?? [])
        : [run.text];
    for (const piece of pieces) {
      const wide = widthOf(piece) * (run.level === 0 ? scale : 0.75);
      if (line.length > 0 && run.level === 0 && taken + widthOf(piece.trimEnd()) * scale > width) {
        lines.push(line);
        [line, taken] = [[], 0];
      }
      if (line.length === 0 && piece.trim() === '') continue;
      const last = line.at(-1);
      if (last && last.look === run.look && last.level === run.level) {
        line[line.length - 1] = { ...last, text: last.text + piece };
      } else line.push({ ...run, text: piece });
      taken += wide;
    }
  }
  return [...lines, line];
}

/** Roughly, at the size of notes. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 13.5 : 7.2), 0);
}
