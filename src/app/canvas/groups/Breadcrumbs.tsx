import { lazy } from 'react';
import { Part } from '../../loading/Part.tsx';
import { useDocument } from '../../store/document.ts';

const Trail = lazy(() => import('./Trail.tsx'));

/** Where in the boxes of the graph the selection stands; nothing while the graph has none. */
export function Breadcrumbs() {
  const hasGroups = useDocument(({ graph }) => graph.groups !== undefined);
  if (!hasGroups) return null;
  return (
    <Part>
      <Trail />
    </Part>
  );
}
