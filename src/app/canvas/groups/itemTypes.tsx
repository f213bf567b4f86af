import type { NodeProps, NodeTypes } from '@xyflow/react';
import { type ComponentType, lazy, memo } from 'react';
import { Part } from '../../loading/Part.tsx';
import type { BoxNode, CanvasNode, GroupNode, NoteNode } from '../adapter.ts';

/** Groups and notes are drawn by code that is loaded with the first of them. */
function loaded<Kind extends CanvasNode>(
  load: () => Promise<{ default: ComponentType<NodeProps<Kind>> }>,
) {
  const Item = lazy(load);
  return memo((props: NodeProps<Kind>) => (
    <Part>
      <Item {...props} />
    </Part>
  ));
}

/** Components of what is no node of the graph. */
export const itemTypes: NodeTypes = {
  box: loaded<BoxNode>(() => import('./Box.tsx')),
  group: loaded<GroupNode>(() => import('./GroupCard.tsx')),
  note: loaded<NoteNode>(() => import('../notes/NoteItem.tsx')),
};
