import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { groupFlowId } from '../../../drawing/index.ts';
import {
  ancestorsOf,
  findGroup,
  findNote,
  type Graph,
  type Group,
  groupOf,
  localize,
} from '../../../graph/index.ts';
import { useSay } from '../../i18n/say.ts';
import { useDocument } from '../../store/document.ts';
import { select, useView } from '../../store/view.ts';
import { fitView, frameFirst } from '../viewport.ts';
import { itemWords } from './itemWords.ts';
import styles from './Trail.module.css';
import { groupWords } from './words.ts';

/** From the graph through the boxes around the selection to the innermost; each leads there. */
export default function Trail() {
  const say = useSay();
  const language = useView((view) => view.language);
  const graph = useDocument((state) => state.graph);
  const view = useView();
  const path = pathTo(graph, view);
  if (path.length === 0) return null;
  return (
    <nav className={styles.trail} aria-label={say(groupWords.trail)}>
      <button
        type="button"
        onClick={() => {
          select([]);
          fitView();
        }}
      >
        {say(groupWords.graph)}
      </button>
      {path.map(({ id, title }, i) => (
        <Fragment key={id}>
          <ChevronRight size={13} aria-hidden="true" />
          <button
            type="button"
            aria-current={i === path.length - 1 ? 'true' : undefined}
            onClick={() => {
              select([], [], { groups: [id] });
              // One within a collapsed group is seen as the card of that.
              const inner = path.slice(0, i + 1).reverse();
              frameFirst(inner.map((group) => groupFlowId(group.id)));
            }}
          >
            {localize(title, language) || say(itemWords.untitled)}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}

interface Marked {
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedGroups: ReadonlySet<string>;
  readonly selectedNotes: ReadonlySet<string>;
}

/** The boxes that hold all that is selected, outermost first. */
function pathTo(graph: Graph, marked: Marked): readonly Group[] {
  const boxes = [
    ...[...marked.selectedNodes].map((id) => groupOf(graph, id)?.id),
    ...[...marked.selectedNotes].map((id) => findNote(graph, id)?.group),
    ...[...marked.selectedGroups].filter((id) => findGroup(graph, id)),
  ];
  const [first = [], ...others] = boxes.map((id) =>
    id === undefined ? [] : ancestorsOf(graph, id),
  );
  return first.filter((group) => others.every((path) => path.includes(group)));
}
