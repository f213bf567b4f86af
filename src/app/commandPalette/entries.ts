import { defaultFilter } from 'cmdk';
import { localize } from '../../graph/index.ts';
import { ops, type Text } from '../../ops/index.ts';
import { addAt } from '../canvas/adding.ts';
import { focusNode } from '../canvas/viewport.ts';
import type { MenuId } from '../commands/command.ts';
import { isPossible } from '../commands/possible.ts';
import { commandsOf } from '../commands/registry.ts';
import type { Chapter } from '../files/gallery.ts';
import { replaceDocument } from '../files/open.ts';
import { words } from './words.ts';

/** Something the command palette offers. */
export interface Entry {
  readonly id: string;
  readonly name: Text;
  /** What else it is found by. */
  readonly keywords: readonly string[];
  readonly shortcut?: string;
  readonly isPossible: boolean;
  readonly isOn?: boolean;
  readonly run: () => void;
}

/** The commands of a menu, as they can be done now. */
export function commandEntries(menu: MenuId): readonly Entry[] {
  return commandsOf(menu)
    .filter(({ id }) => id !== 'commands')
    .map((command) => ({
      id: command.id,
      name: command.name,
      keywords: [],
      shortcut: command.shortcuts?.[0],
      isPossible: isPossible(command),
      isOn: command.isOn?.(),
      run: command.run,
    }));
}

/** One entry for every operation, which adds it where there is room. */
export function opEntries(): readonly Entry[] {
  return [...ops.values()].map(({ id, name, symbol, keywords = [] }) => ({
    id: `add:${id}`,
    name: words.addOp(name),
    keywords: [name.en, name['zh-CN'], id, symbol, ...keywords],
    isPossible: true,
    run: () => focusNode(addAt(id)),
  }));
}

/** One entry for every worked example, which opens it. */
export function exampleEntries(chapters: readonly Chapter[]): readonly Entry[] {
  return chapters
    .flatMap(({ examples }) => examples)
    .map(({ id, graph }) => {
      const title = { en: localize(graph.title, 'en'), 'zh-CN': localize(graph.title, 'zh-CN') };
      return {
        id: `open:${id}`,
        name: words.open(title),
        keywords: [title.en, title['zh-CN'], id],
        isPossible: true,
        run: () => replaceDocument(graph, { fileName: `${id}.json` }),
      };
    });
}

/** How well a name answers to a text, in (0, 1]; 0 if not at all. */
function likeness(name: string, wanted: string): number {
  const score = defaultFilter(name, wanted);
  // Chinese has no spaces to tell where a word begins.
  const isWhole = name.toLowerCase().includes(wanted.toLowerCase());
  return isWhole ? Math.max(score, 0.85) : score;
}

/** Below this a match is one of scattered letters. */
const leastScore = 0.02;

/**
 * What a text finds by its name in either language or by its keywords, best first; what cannot be
 * done now comes last. What was used lately wins a tie.
 */
export function search(
  entries: readonly Entry[],
  text: string,
  recent: readonly string[],
): readonly Entry[] {
  const wanted = text.trim();
  const scored = entries.map((entry) => {
    const { en, 'zh-CN': zh } = entry.name;
    const scores = [en, zh, ...entry.keywords].map((name) => likeness(name, wanted));
    const score = Math.max(...scores);
    return { entry, score: recent.includes(entry.id) ? 1.02 * score : score };
  });
  return scored
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => Number(b.entry.isPossible) - Number(a.entry.isPossible) || b.score - a.score)
    .map(({ entry }) => entry);
}
