import type { en } from './en.ts';

/** The tree of sentences with any wording: what every language must fill, key by key. */
export type Words = Wording<typeof en>;

type Wording<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Wording<Tree[Key]>;
};
