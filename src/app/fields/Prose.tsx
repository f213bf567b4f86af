import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { Name } from './Name.tsx';

/** A text in which names between backticks are set as mathematics. */
export function Prose({ of }: { of: Text }) {
  const say = useSay();
  return say(of)
    .split('`')
    .map((part, i) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence
      if (i % 2 === 1) return <Name key={i} of={part} />;
      return part;
    });
}
