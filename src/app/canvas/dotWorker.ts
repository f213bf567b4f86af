import { instance } from '@viz-js/viz';
import type { DotReply, DotRequest } from './graphviz.ts';

/** Graphviz in a thread of its own: a graph in its language in, the same with places out. */
const viz = instance();

self.addEventListener('message', async ({ data }: MessageEvent<DotRequest>) => {
  const reply: DotReply = await viz
    .then((it) => it.renderString(data.dot, { engine: 'dot', format: 'json0' }))
    .then(
      (drawn) => ({ number: data.number, drawn }),
      (error: unknown) => ({ number: data.number, failure: String(error) }),
    );
  self.postMessage(reply);
});
