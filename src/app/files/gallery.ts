import chapters from '../../../graphs/gallery.json';
import { type Graph, type Localized, readParsed } from '../../graph/index.ts';

/** One example of the gallery. */
export interface Example {
  readonly id: string;
  readonly graph: Graph;
}

/** Examples that belong together. */
export interface Chapter {
  readonly id: string;
  readonly title: Localized;
  readonly examples: readonly Example[];
}

const files = import.meta.glob<unknown>('../../../graphs/*.json', {
  eager: true,
  import: 'default',
});

/** All examples by chapter. This module carries all of them and is loaded when the gallery opens. */
export const gallery: readonly Chapter[] = chapters.chapters.map(({ id, title, graphs }) => ({
  id,
  title,
  examples: graphs.flatMap((name) => {
    const result = readParsed(files[`../../../graphs/${name}.json`]);
    return result.ok ? [{ id: name, graph: result.graph }] : [];
  }),
}));
