import { createElement, Fragment, type ReactNode } from 'react';

interface EachProps<Item> {
  of: readonly Item[];
  children: (item: Item, place: number) => ReactNode;
}

/** Items that are their places: the parts of a sentence, the ports of a node, the cells of a matrix. */
export function Each<Item>({ of, children }: EachProps<Item>): ReactNode {
  // Handed over one by one they need no keys.
  return createElement(Fragment, null, ...of.map(children));
}
