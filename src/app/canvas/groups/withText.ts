import type { Localized } from '../../../graph/index.ts';
import type { Language } from '../../../ops/index.ts';

/** A text with its wording in one language changed; one wording for all languages stays one. */
export function withText(
  before: Localized | undefined,
  language: Language,
  text: string,
): Localized {
  return typeof before === 'object' ? { ...before, [language]: text } : text;
}
