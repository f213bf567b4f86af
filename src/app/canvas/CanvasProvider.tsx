import { ReactFlowProvider } from '@xyflow/react';

/** Lets what stands beside the canvas (the zoom bar) follow its view. */
export const CanvasProvider = ReactFlowProvider;
