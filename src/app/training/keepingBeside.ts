import { createStore, del, get, keys, promisifyRequest } from 'idb-keyval';
import { currentGraph, useDocument } from '../store/document.ts';
import { type KeptRun, packedBeside, unpackedBeside } from './keptRun.ts';
import { freshId, mostRuns } from './session.ts';
import { type Run, type TrainingState, useTraining } from './store.ts';

/** Runs that are compared, as they are kept beyond the page. */
interface Kept {
  /** Those older than the run on the canvas; all of them where that is none. */
  readonly older: readonly KeptRun[];
  readonly newer: readonly KeptRun[];
}

const store = createStore('chainrule-compared', 'runs');

/** Comparisons of other tabs that are kept, at most. */
const mostOthers = 3;

/** The runs beside the one on the canvas. */
function beside({ runs, current }: TrainingState): readonly Run[] {
  return runs.filter(({ id }) => id !== current);
}

/** Keeps what is compared now under the name of a tab, or that nothing is. */
export async function writeBeside(tab: string): Promise<void> {
  const state = useTraining.getState();
  const others = beside(state);
  const place = state.runs.findIndex(({ id }) => id === state.current);
  const end = place < 0 ? others.length : place;
  const kept: Kept = {
    older: packedBeside(others.slice(0, end), others.length),
    newer: packedBeside(others.slice(end), others.length),
  };
  await store('readwrite', (runs) => {
    if (others.length === 0) runs.delete(tab);
    else runs.put(kept, tab);
    // Left to itself, it is given up when the page goes away.
    runs.transaction.commit();
    return promisifyRequest(runs.transaction);
  });
}

/** Whether there is anything new to keep of what is compared. */
export function hasMovedBeside(state: TrainingState, before: TrainingState): boolean {
  if (state.runs === before.runs && state.current === before.current) return false;
  const [now, then] = [beside(state), beside(before)];
  return now.length !== then.length || now.some((run, i) => run !== then[i]);
}

/** Brings back what was compared before the page was loaded again, around the run on the canvas. */
export async function restoreBeside(tab: string): Promise<void> {
  const { opened } = useDocument.getState();
  const kept = await get<Kept>(tab, store);
  const others = (await keys<string>(store)).filter((name) => name !== tab);
  for (const name of others.slice(mostOthers)) void del(name, store);
  if (kept === undefined || useDocument.getState().opened !== opened) return;
  const older = unpackedBeside(kept.older, currentGraph(), freshId);
  const newer = unpackedBeside(kept.newer, currentGraph(), freshId);
  useTraining.setState(({ runs }) => ({ runs: [...older, ...runs, ...newer].slice(-mostRuns) }));
}
