import { lazy, Suspense } from 'react';
import { edgesOf, findGroup, findNode } from '../../graph/index.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import { GraphDetails } from './GraphDetails.tsx';
import styles from './Inspector.module.css';

// The graph comes first; what a selection needs is loaded with the first one.
const NodeDetails = lazy(() => import('./NodeDetails.tsx'));
const EdgeDetails = lazy(() => import('./EdgeDetails.tsx'));
const GroupDetails = lazy(() => import('./GroupDetails.tsx'));
const SeveralDetails = lazy(() => import('./SeveralDetails.tsx'));

/** Shows what is selected: a node, an edge, a group, several things, or else the graph as a whole. */
export function Inspector() {
  const { t } = useTranslation();
  return (
    <div className={styles.inspector}>
      <h2 className="visually-hidden">{t('panel.title')}</h2>
      <Suspense>
        <Selected />
      </Suspense>
    </div>
  );
}

function Selected() {
  const graph = useDocument((state) => state.graph);
  const selectedNodes = useView((view) => view.selectedNodes);
  const selectedEdges = useView((view) => view.selectedEdges);
  const selectedGroups = useView((view) => view.selectedGroups);
  const selectedNotes = useView((view) => view.selectedNotes);
  const [nodeId] = selectedNodes;
  const [groupId] = selectedGroups;
  const [edgeId] = selectedEdges;
  const count = selectedNodes.size + selectedGroups.size + selectedNotes.size;
  if (count > 1 || (count === 0 && selectedEdges.size > 1)) return <SeveralDetails />;
  const node = nodeId === undefined ? undefined : findNode(graph, nodeId);
  if (node) return <NodeDetails node={node} />;
  const edge = edgeId === undefined ? undefined : edgesOf(graph).find(({ id }) => id === edgeId);
  if (edge) return <EdgeDetails edge={edge} />;
  const group = groupId === undefined ? undefined : findGroup(graph, groupId);
  if (group) return <GroupDetails group={group} />;
  return <GraphDetails />;
}
