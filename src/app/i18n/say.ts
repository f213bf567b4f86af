import { useCallback } from 'react';
import type { Text } from '../../ops/index.ts';
import { useView } from '../store/view.ts';

/** Gives the wording of a text in the language that is spoken. */
export function useSay(): (text: Text) => string {
  const language = useView((view) => view.language);
  return useCallback((text: Text) => text[language], [language]);
}
