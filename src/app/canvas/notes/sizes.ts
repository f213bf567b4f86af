import { create } from 'zustand';
import type { Size } from '../../../drawing/index.ts';
import { type Note, noteWidth } from '../../../graph/index.ts';

/** The least and the most width a note can be given. */
export const noteWidths = { least: 120, most: 720 };

/** How high notes turned out to be, by id, at the width and text they have. */
export const useNoteHeights = create<{ readonly heights: ReadonlyMap<string, number> }>()(() => ({
  heights: new Map(),
}));

/** Reports the height of a note once it is seen. */
export function noteMeasured(id: string, height: number): void {
  useNoteHeights.setState(({ heights }) => {
    if (heights.get(id) === height) return {};
    return { heights: new Map(heights).set(id, height) };
  });
}

/** The size of a note; before it is seen its height is guessed. */
export function sizeOfNote(note: Note, heights: ReadonlyMap<string, number>): Size {
  return { width: note.width ?? noteWidth, height: heights.get(note.id) ?? 60 };
}
