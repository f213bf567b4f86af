import { useCallback } from 'react';
import type { Language } from '../../ops/index.ts';
import { useView } from '../store/view.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhCN } from './zh-CN.ts';

const trees: Readonly<Record<Language, Words & Tree>> = { en, 'zh-CN': zhCN };

/** The dotted path of a sentence, e.g. `panel.title`. */
export type SentenceKey = Paths<typeof en>;

interface Tree {
  readonly [key: string]: string | Tree;
}

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

/** Gives a sentence in the language that is spoken, its `{{gaps}}` filled. */
export type Translate = (
  key: SentenceKey,
  gaps?: Readonly<Record<string, string | number>>,
) => string;

/** Follows the language that is spoken; the function is the same until it changes. */
export function useTranslation(): { readonly t: Translate } {
  const language = useView((view) => view.language);
  const t = useCallback<Translate>((key, gaps) => sentence(language, key, gaps), [language]);
  return { t };
}

/** A sentence in any language, its `{{gaps}}` filled. */
export function sentence(
  language: Language,
  key: SentenceKey,
  gaps: Readonly<Record<string, string | number>> = {},
): string {
  let found: string | Tree = trees[language];
  for (const part of key.split('.')) found = typeof found === 'string' ? found : found[part];
  return String(found).replaceAll(/\{\{(\w+)\}\}/g, (_, gap) => String(gaps[gap]));
}
