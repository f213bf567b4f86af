import { Each } from '../fields/Each.tsx';
import { Name } from '../fields/Name.tsx';

/** A line of a picture outside of its drawing: names between backticks are set as mathematics. */
export function Rich({ of }: { of: string }) {
  return <Each of={of.split('`')}>{(part, i) => (i % 2 === 1 ? <Name of={part} /> : part)}</Each>;
}
