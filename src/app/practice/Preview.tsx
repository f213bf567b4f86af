import { useEffect, useMemo } from 'react';
import type { Exercise, Graph } from '../../graph/index.ts';
import { useDocument } from '../store/document.ts';
import { type Lens, type SlotProps, setLens } from '../store/lens.ts';
import { kindOf } from './naming.ts';
import styles from './PracticeSlot.module.css';
import { type Session, sessionOf } from './session.ts';

/** Shows the sheet of a file's exercise before it is begun: nothing that is asked can be read off. */
export function Preview() {
  const graph = useDocument((state) => state.graph);
  const lens = useMemo(() => graph.exercise && lensOn(graph, graph.exercise), [graph]);
  useEffect(() => setLens(lens ?? null), [lens]);
  useEffect(() => () => setLens(null), []);
  return null;
}

function lensOn(graph: Graph, exercise: Exercise): Lens {
  return previewLens(sessionOf(graph, { exercise }));
}

/** Blanks where numbers are asked. Where one is wrong only the leaves are seen: the clock stands yet. */
function previewLens({ assignment, review }: Session): Lens {
  const searches = review.find !== undefined;
  return {
    see(quantity, edge) {
      const isGivenLeaf =
        quantity.startsWith('value:') && assignment.recipes.get(quantity)?.inputs.length === 0;
      if (searches && !isGivenLeaf) return { as: 'nothing' };
      const seen = review.see(quantity);
      if (seen.as === 'number') return { as: 'number', value: seen.value };
      // An edge repeats the value of its source.
      const isRepeated = edge !== undefined && quantity.startsWith('value:');
      return seen.as === 'blank' && !isRepeated ? { as: 'slot' } : { as: 'nothing' };
    },
    marksOf: () => [],
    Slot: Blank,
    hasLocals: assignment.questions.some(({ quantity }) => quantity.kind === 'local'),
  };
}

/** A blank that cannot be filled in yet. */
function Blank({ quantity }: SlotProps) {
  return (
    <span className={styles.slot} data-kind={kindOf(quantity)}>
      <span className={styles.answer} data-state="later">
        ?
      </span>
    </span>
  );
}
