import type { Graph } from '../../graph/index.ts';
import type { Plan, RunData } from '../../training/index.ts';
import type { Ask, Reply, Standing } from './messages.ts';

let worker: Worker | null = null;
const open = new Set<number>();
const listeners: ((reply: Reply) => void)[] = [];

/** Hears what comes of the runs, from now on. */
export function onReply(listen: (reply: Reply) => void): void {
  listeners.push(listen);
}

function say(reply: Reply): void {
  for (const listen of listeners) listen(reply);
}

/** Whether a run is still there to go on with. */
export function isOpen(run: number): boolean {
  return open.has(run);
}

/** Hands a run over to the worker. The numbers of the data are given away, not copied. */
export function openRun(
  run: number,
  graph: Graph,
  output: string,
  plan: Plan,
  data?: RunData,
  from?: Standing,
): void {
  // What the data is made from stays here, and so does all that computes nothing.
  const { format, version, nodes } = graph;
  const buffers = [data?.train, data?.test].flatMap((samples) =>
    samples ? [...samples.inputs.values()].map(({ buffer }) => buffer) : [],
  );
  worker ??= start();
  worker.postMessage(
    {
      kind: 'open',
      run,
      graph: { format, version, nodes },
      output,
      plan,
      data,
      from,
    } satisfies Ask,
    [...new Set(buffers)],
  );
  open.add(run);
}

/** Tells a run something; one that is gone hears nothing. */
export function tell(ask: Exclude<Ask, { kind: 'open' }>): void {
  if (!open.has(ask.run)) return;
  worker?.postMessage(ask);
  if (ask.kind === 'close') open.delete(ask.run);
}

/** Ends all runs at once, even in the middle of an update. */
export function closeAll(): void {
  worker?.terminate();
  worker = null;
  open.clear();
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (started !== worker || !open.has(data.run)) return;
    if (data.kind === 'failed') open.delete(data.run);
    say(data);
  });
  // Out of memory, or never loaded: the next run starts another one.
  started.addEventListener('error', ({ message }) => {
    if (started !== worker) return;
    const lost = [...open];
    closeAll();
    for (const run of lost) say({ kind: 'failed', run, message });
  });
  return started;
}
