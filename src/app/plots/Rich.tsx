import { Name } from '../fields/Name.tsx';

/** A line of a picture outside of its drawing: names between backticks are set as mathematics. */
export function Rich({ of }: { of: string }) {
  return of.split('`').map((part, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence
    return i % 2 === 1 ? <Name key={i} of={part} /> : part;
  });
}
