import {
  type Edge,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import type { BareGraph } from './graphs.ts';

declare global {
  interface Window {
    /** Shows a graph in a canvas of this size, with the library's own nodes, edges and settings. */
    showBare: (graph: BareGraph, size: { width: number; height: number }) => void;
    moveBare: (view: Viewport) => void;
  }
}

let flow: ReactFlowInstance | undefined;

window.showBare = ({ nodes, edges }, size) => {
  const root = document.getElementById('root');
  if (root === null) return;
  Object.assign(root.style, { width: `${size.width}px`, height: `${size.height}px` });
  createRoot(root).render(
    <ReactFlow
      defaultNodes={nodes.map(({ id, x, y }): Node => ({ id, position: { x, y }, data: {} }))}
      defaultEdges={edges.map(({ id, source, target }): Edge => ({ id, source, target }))}
      // The one setting that is not the default: the whole graph has to fit.
      minZoom={0.001}
      onInit={(instance) => {
        flow = instance;
      }}
    />,
  );
};

window.moveBare = (view) => void flow?.setViewport(view);
