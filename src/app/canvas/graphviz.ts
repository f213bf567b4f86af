/** What the worker is asked: a graph in Graphviz's language. */
export interface DotRequest {
  readonly number: number;
  readonly dot: string;
}

/** What it answers. */
export type DotReply =
  | { readonly number: number; readonly drawn: string }
  | { readonly number: number; readonly failure: string };

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (reply: DotReply) => void>();

/** Longer than this, in milliseconds, nobody waits for a layout. */
const longest = 20_000;

/** Lays out a graph by Graphviz, off the main thread. Rejects where that fails or takes too long. */
export async function graphviz(dot: string): Promise<string> {
  worker ??= start();
  const number = ++asked;
  const timer = setTimeout(() => giveUp('too long'), longest);
  const reply = await new Promise<DotReply>((resolve) => {
    waiting.set(number, resolve);
    worker?.postMessage({ number, dot } satisfies DotRequest);
  });
  clearTimeout(timer);
  if ('failure' in reply) throw new Error(reply.failure);
  return reply.drawn;
}

function start(): Worker {
  const started = new Worker(new URL('./dotWorker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<DotReply>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  // Out of memory, or never loaded.
  started.addEventListener('error', ({ message }) => giveUp(message));
  return started;
}

/** Ends the worker and all it was asked; the next request starts another one. */
function giveUp(failure: string): void {
  worker?.terminate();
  worker = null;
  for (const [number, answer] of waiting) answer({ number, failure });
  waiting.clear();
}
