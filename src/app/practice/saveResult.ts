import { localize } from '../../graph/index.ts';
import { writeResult } from '../../practice/result.ts';
import { fileNameOf, handOver } from '../files/save.ts';
import { useView } from '../store/view.ts';
import { type Session, secondsOf } from './session.ts';

/** Hands the result over as a file, named after the exercise and the learner. */
export function saveResult(session: Session): void {
  const { assignment, review, entries, seed } = session;
  const { graph, exercise } = assignment;
  const { language } = useView.getState();
  const learner = session.learner.trim();
  const text = writeResult({
    format: 'chainrule-result',
    version: 1,
    ...(learner !== '' && { learner }),
    language,
    ...(seed !== undefined && { seed }),
    entries,
    seconds: Math.round(secondsOf(session)),
    score: { points: review.score, most: review.most },
    graph: { ...graph, exercise },
  });
  handOver(fileNameOf([localize(graph.title, language), learner, 'result']), text);
}
