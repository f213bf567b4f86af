import { Jobs } from './jobs.ts';
import type { Ask, Reply } from './messages.ts';

/** Training in a thread of its own. */
const jobs = new Jobs(
  (reply: Reply) => self.postMessage(reply),
  () => performance.now(),
);

/** A message to itself comes at once, but after those that wait already. */
const { port1, port2 } = new MessageChannel();
let isWaiting = false;

function workOn(): void {
  isWaiting = false;
  const wait = jobs.work();
  if (wait === undefined) return;
  isWaiting = true;
  if (wait > 0) setTimeout(workOn, wait);
  else port2.postMessage(null);
}

port1.onmessage = workOn;

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  jobs.answer(data);
  if (!isWaiting) workOn();
});
