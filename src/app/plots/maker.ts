import { useMemo } from 'react';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import type { Maker } from './words.ts';

/** The language and digits of the page, for makers of pictures. */
export function useMaker(): Maker {
  const say = useSay();
  const { number } = useNumbers();
  return useMemo(() => ({ say, number }), [say, number]);
}
