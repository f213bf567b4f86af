import { useStore } from '@xyflow/react';

/** The zoom of the canvas in percent. */
export function ZoomLevel() {
  const zoom = useStore((state) => state.transform[2]);
  return <>{Math.round(zoom * 100)} %</>;
}
