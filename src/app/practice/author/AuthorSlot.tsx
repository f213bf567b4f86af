import { EyeOff } from 'lucide-react';
import { plain } from '../../../formula/explain.ts';
import { formatBriefly } from '../../../formula/index.ts';
import { unflatten } from '../../../ops/index.ts';
import { quantityName, slipAt, tensorIn } from '../../../practice/index.ts';
import { useSay } from '../../i18n/say.ts';
import { currentGraph, useDocument } from '../../store/document.ts';
import type { SlotProps } from '../../store/lens.ts';
import { alone } from '../alone.ts';
import { kindOf } from '../naming.ts';
import styles from '../PracticeSlot.module.css';
import author from './author.module.css';
import { assignmentOf } from './authoring.ts';
import { markOf, turn } from './marks.ts';
import { makeWrong } from './slips.ts';
import { markNames, authorWords as words } from './words.ts';

/** A number an author marks: each click or Enter turns it to the next of given, asked, hidden. */
export function AuthorSlot({ quantity: id }: SlotProps) {
  const say = useSay();
  const mark = useDocument(({ graph }) => markOf(assignmentOf(graph).exercise, id));
  const isSearch = useDocument(({ graph }) => graph.exercise?.kind === 'find-bug');
  const text = useDocument(({ graph }) => numberAt(graph, id));
  const wrong = useDocument(({ graph }) => wrongAt(graph, id));
  const name = say(plain(quantityName(currentGraph(), id)));
  if (text === undefined) return null;
  if (isSearch) {
    return (
      <span className={styles.slot} data-kind={kindOf(id)}>
        <button
          type="button"
          className={author.mark}
          data-mark={wrong === undefined ? 'given' : 'wrong'}
          aria-pressed={wrong !== undefined}
          aria-label={`${name} = ${wrong ?? text}`}
          title={say(words.makeThisWrong)}
          onClick={alone(() => makeWrong(id))}
        >
          {wrong ?? text}
        </button>
      </span>
    );
  }
  return (
    <span className={styles.slot} data-kind={kindOf(id)}>
      <button
        type="button"
        className={author.mark}
        data-mark={mark}
        aria-label={`${name} = ${text}: ${say(markNames[mark])}`}
        title={say(words.markedAs(markNames[mark]))}
        onClick={alone(() => turn(assignmentOf(currentGraph()), id))}
      >
        <span>{kindOf(id) === 'local' ? `∂ ${text}` : text}</span>
        {mark === 'asked' && <span aria-hidden="true">?</span>}
        {mark === 'hidden' && <EyeOff size={11} aria-hidden="true" />}
      </button>
    </span>
  );
}

type Document = ReturnType<typeof currentGraph>;

function numberAt(graph: Document, id: string): string | undefined {
  const assignment = assignmentOf(graph);
  const number = tensorIn(assignment, assignment.truth, id);
  return number === undefined ? undefined : formatBriefly(number);
}

/** The number a find-bug exercise shows in place of the right one. */
function wrongAt(graph: Document, id: string): string | undefined {
  const bug = graph.exercise?.bug;
  if (bug?.quantity !== id) return;
  const assignment = assignmentOf(graph);
  const slip = slipAt(assignment, id, bug.mistake);
  const shape = assignment.recipes.get(id)?.shape ?? [];
  return slip && formatBriefly(unflatten(slip.numbers, shape));
}
