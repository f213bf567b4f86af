import { type History, lastUpTo, merged } from '../../training/index.ts';
import { onReply, tell } from './runner.ts';
import { keepOpen, show } from './session.ts';
import { type Run, updateRun, useTraining } from './store.ts';

/** Iterates that are kept besides the history, and numbers of them, at most. */
const most = { points: 1024, numbers: 1 << 21 };

/** The run the worker goes over once more. */
let asked: number | null = null;

/** Has an iterate that was left out of the history of a run worked out again, and shows it then. */
export function seek(run: Run, count: number): void {
  useTraining.setState({ sought: count });
  // One at a time: whoever drags the slider wants to see the last one only.
  if (asked === run.id) return;
  const from = lastUpTo(merged(run.history, run.found), count);
  if (from === undefined) return;
  keepOpen(run);
  asked = run.id;
  tell({ kind: 'find', run: run.id, from, count });
}

/** Takes iterates that were worked out, and shows the one that is still sought. */
function take(run: Run, points: History): void {
  const width = Math.max(
    1,
    run.trained.reduce((sum, { size }) => sum + size, 0),
  );
  const room = Math.max(1, Math.min(most.points, Math.floor(most.numbers / width)));
  const all = merged(points, run.found);
  const found = all.length > room ? points.slice(-room) : all;
  updateRun(run.id, { found });
  const { current, sought } = useTraining.getState();
  if (run.id !== current || sought === null || run.status === 'running') return;
  const point = found.find(({ count }) => count === sought);
  if (point) show(point);
  else seek({ ...run, found }, sought);
}

onReply((reply) => {
  if (reply.kind === 'report' || reply.run !== asked) return;
  asked = null;
  const run = useTraining.getState().runs.find(({ id }) => id === reply.run);
  if (run && reply.kind === 'found') take(run, reply.points);
});
// Nobody hears of what was asked of a run that is left.
useTraining.subscribe(({ current }, before) => {
  if (current !== before.current) asked = null;
});
