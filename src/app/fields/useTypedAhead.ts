import { useEffect } from 'react';
import { takeTyped } from './typeahead.ts';

/**
 * Hands a field what was typed between the keys that asked for it and the moment it is there. For
 * fields of commands with `opensField`; `asked` changes where they ask for the same field anew.
 */
export function useTypedAhead(take: (text: string) => void, asked?: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a field that is asked for is handed it
  useEffect(() => {
    const typed = takeTyped();
    if (typed !== '') take(typed);
  }, [asked]);
}
