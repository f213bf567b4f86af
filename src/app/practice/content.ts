import type { Graph } from '../../graph/index.ts';

/** What an exercise depends on in a document: everything but places, titles and labels. */
export function contentOf({ nodes, output, exercise }: Graph): string {
  const contents = nodes.map(({ id, op, inputs, value, options }) => [
    id,
    op,
    inputs,
    value,
    options,
  ]);
  return JSON.stringify([contents, output, exercise]);
}
