import type { Graph, ReadError } from '../../graph/index.ts';
import { readResult } from '../../practice/readResult.ts';
import { begin } from './store.ts';

/** Reads the file of a result: its graph, and what shows the result again once that is open. */
export function readResultFile(
  text: string,
):
  | { readonly ok: true; readonly graph: Graph; readonly onOpened: () => void }
  | { readonly ok: false; readonly errors: readonly ReadError[] } {
  const read = readResult(text);
  if (!read.ok) return read;
  const { graph, entries, seed, learner, seconds } = read.result;
  const { exercise } = graph;
  if (exercise === undefined) return { ok: false, errors: [noExercise] };
  // Marked anew from the entries: what the file says of its score is not believed.
  const onOpened = () => begin({ exercise, entries, seed, learner, seconds, isFinished: true });
  return { ok: true, graph, onOpened };
}

const noExercise: ReadError = {
  key: 'graph.exercise',
  text: {
    en: 'The graph of this result has no exercise, so there is nothing to show.',
    'zh-CN': '这份结果的图中没有练习，无法显示。',
  },
};
