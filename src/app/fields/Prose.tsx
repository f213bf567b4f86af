import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { Each } from './Each.tsx';
import { Name } from './Name.tsx';

/** A text in which names between backticks are set as mathematics. */
export function Prose({ of }: { of: Text }) {
  const say = useSay();
  return (
    <Each of={say(of).split('`')}>{(part, i) => (i % 2 === 1 ? <Name of={part} /> : part)}</Each>
  );
}
