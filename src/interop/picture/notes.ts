import type { DrawnNote } from '../../drawing/index.ts';
import { localize, type Note, noteWidth } from '../../graph/index.ts';
import type { Language } from '../../ops/index.ts';
import { type NoteLine, noteLines } from './noteLines.ts';
import { element, xmlText } from './svg.ts';
import type { Run } from './tex.ts';

/** Lines of a note, and the room around them. */
const note = { line: 20, top: 10, side: 14 };

/** How far what hangs on a letter stands below its line. */
const shift = { '-1': 4, '0': 0, '1': -5 } as const;

/** How high a note is in a picture. */
export function noteHeight(of: Note, language: Language): number {
  return noteLinesOf(of, language).length * note.line + 2 * note.top;
}

/** A note with its text and formulas. */
export function noteDrawing(at: DrawnNote, language: Language): string {
  const { x, y, width, height } = at;
  const written = noteLinesOf(at.note, language).map(({ runs, isTitle }, i) => {
    const place = { x: note.side, y: note.top + i * note.line + 14.5, 'xml:space': 'preserve' };
    return element('text', { ...place, class: isTitle ? 'heading' : undefined }, ...spansOf(runs));
  });
  return element(
    'g',
    { class: 'note', 'data-id': at.id, transform: `translate(${x} ${y})` },
    element('rect', { width, height, rx: 8 }),
    ...written,
  );
}

function noteLinesOf({ text, width = noteWidth }: Note, language: Language): readonly NoteLine[] {
  return noteLines(localize(text, language), width - 2 * note.side);
}

function spansOf(runs: readonly Run[]): string[] {
  let level = 0;
  return runs.map((run) => {
    const by = shift[run.level] - level;
    level = shift[run.level];
    const look = run.look === 'plain' ? '' : run.look;
    const classes = [look, run.level === 0 ? '' : 'hung'].filter((name) => name !== '').join(' ');
    const attributes = { dy: by === 0 ? undefined : by, class: classes || undefined };
    return element('tspan', attributes, xmlText(run.text));
  });
}
