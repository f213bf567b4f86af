import type { Language } from '../ops/index.ts';

/** A text for people: one for all languages, or one per language tag. */
export type Localized = string | Readonly<Record<string, string>>;

/** The text for this language, else the English one, else any; empty when there is none. */
export function localize(text: Localized | undefined, language: Language): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}
