import { create } from 'zustand';
import type { LineStyle } from '../../drawing/index.ts';
import type { Digits } from '../../formula/index.ts';
import { keep, recall } from './keep.ts';

/** The pair of colours for values and gradients; see tokens.css. */
export type Colours = 'teal-orange' | 'green-magenta' | 'blue-gold';

/** How the graph is drawn and its numbers are written, wherever it came from. */
export interface Appearance {
  readonly digits: Digits;
  readonly colours: Colours;
  readonly edgeStyle: LineStyle;
  /** Whether every node tells the shape of its value. */
  readonly showsShapes: boolean;
  /** Whether every edge tells its local derivative. */
  readonly showsLocals: boolean;
}

/** What each setting can be, the default first. */
export const choices = {
  digits: ['significant-6', 'decimals-3', 'decimals-4', 'decimals-6', 'full'],
  colours: ['teal-orange', 'green-magenta', 'blue-gold'],
  edgeStyle: ['curved', 'straight', 'stepped'],
  showsShapes: [false, true],
  showsLocals: [false, true],
} as const satisfies { [Key in keyof Appearance]: readonly Appearance[Key][] };

/** The settings in force. They are kept in the browser and never part of a graph file. */
export const useAppearance = create<Appearance>()(() => read(recall('appearance')));

/** Changes settings, at once and for the next visit. */
export function setAppearance(changes: Partial<Appearance>): void {
  useAppearance.setState(changes);
  keep('appearance', JSON.stringify(useAppearance.getState()));
}

/** Puts the colours on the page, now and whenever they change. */
export function startAppearance(): void {
  const apply = ({ colours }: Appearance) => {
    document.documentElement.dataset.colours = colours;
  };
  apply(useAppearance.getState());
  useAppearance.subscribe(apply);
}

/** What was kept; the default for whatever is missing or no setting (any more). */
export function read(kept: string | null): Appearance {
  const known = parse(kept);
  const one = <Choice>(key: keyof Appearance, of: readonly Choice[]): Choice =>
    of.find((choice) => choice === known[key]) ?? of[0];
  return {
    digits: one('digits', choices.digits),
    colours: one('colours', choices.colours),
    edgeStyle: one('edgeStyle', choices.edgeStyle),
    showsShapes: one('showsShapes', choices.showsShapes),
    showsLocals: one('showsLocals', choices.showsLocals),
  };
}

function parse(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    return { ...(typeof parsed === 'object' ? parsed : {}) };
  } catch {
    return {};
  }
}
