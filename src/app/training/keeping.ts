import { createStore, del, entries, get, promisifyRequest } from 'idb-keyval';
import { currentGraph, useDocument } from '../store/document.ts';
import { hasMovedBeside, restoreBeside, writeBeside } from './keepingBeside.ts';
import { type KeptRun, packed, unpacked } from './keptRun.ts';
import { freshId } from './session.ts';
import { currentRun, useTraining } from './store.ts';

const store = createStore('chainrule-runs', 'runs');

/** Runs of other tabs that are kept, at most. */
const mostOthers = 7;

/** Milliseconds between two times that a run under way is kept. */
const pause = 1000;

/** The name of this tab, which it has from its draft; see `store/drafts.ts`. */
function tab(): string {
  try {
    return sessionStorage.getItem('tab') ?? 'tab';
  } catch {
    return 'tab';
  }
}

/** Storage can be refused, full or broken at any time; then a run is gone with the page. */
async function attempt<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

let writing = Promise.resolve();

/** Does something in its turn; asked for again before that, it is done once. */
function inTurn(work: () => Promise<void>): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    writing = writing.then(() => {
      isWaiting = false;
      return attempt(work, undefined);
    });
  };
}

/** Keeps the run that is on the canvas, as it is when its turn comes. */
const keep = inTurn(write);

/** Keeps the runs beside it, unless another document has come in the meantime. */
const keepBeside = inTurn(async () => {
  if (useDocument.getState().opened === seen) await writeBeside(tab());
});

async function write(): Promise<void> {
  const state = useTraining.getState();
  const run = currentRun(state);
  const kept = run && packed(run, state.at);
  if (kept === undefined) return;
  await store('readwrite', (runs) => {
    runs.put(kept, tab());
    // Left to itself, it is given up when the page goes away.
    runs.transaction.commit();
    return promisifyRequest(runs.transaction);
  });
}

/** Shows the run again that brought the document to where it is. */
async function restore(): Promise<void> {
  const { opened } = useDocument.getState();
  const own = await attempt(() => get<KeptRun>(tab(), store), undefined);
  if (own && show(own, opened)) return;
  const others = await attempt(() => entries<string, KeptRun>(store), []);
  others.some(([, kept]) => show(kept, opened));
  const old = others.map(([name]) => name).filter((name) => name !== tab());
  for (const name of old.slice(mostOthers)) void attempt(() => del(name, store), undefined);
}

function show(kept: KeptRun, opened: number): boolean {
  if (useDocument.getState().opened !== opened || useTraining.getState().runs.length > 0)
    return false;
  const found = unpacked(kept, currentGraph(), freshId);
  if (found === undefined) return false;
  useTraining.setState({ runs: [found.run], current: found.run.id, at: found.at });
  return true;
}

let isTimed = false;
let isTimedBeside = false;
let { opened: seen } = useDocument.getState();

useTraining.subscribe((state, before) => {
  // Runs that go with their document are not left.
  if (useDocument.getState().opened !== seen || !hasMovedBeside(state, before)) return;
  if (!state.runs.some(({ status }) => status === 'running')) keepBeside();
  else if (!isTimedBeside) {
    isTimedBeside = true;
    setTimeout(() => {
      isTimedBeside = false;
      keepBeside();
    }, pause);
  }
});

useTraining.subscribe((state, before) => {
  const [run, old] = [currentRun(state), currentRun(before)];
  if (run === undefined) {
    // What was left by a reset or an edit is not to come back; that of another document may.
    const isLeft = old !== undefined && useDocument.getState().opened === seen;
    if (isLeft) writing = writing.then(() => attempt(() => del(tab(), store), undefined));
    return;
  }
  if (run === old && state.at === before.at) return;
  if (run.status !== 'running') keep();
  else if (!isTimed) {
    isTimed = true;
    setTimeout(() => {
      isTimed = false;
      keep();
    }, pause);
  }
});
addEventListener('pagehide', keep);
useDocument.subscribe(({ opened }) => {
  if (opened === seen) return;
  seen = opened;
  void restore();
});
void restore().then(() => attempt(() => restoreBeside(tab()), undefined));
