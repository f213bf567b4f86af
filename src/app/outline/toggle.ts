import type { ComponentType } from 'react';
import { setCover, useCover } from '../store/cover.ts';

let outline: ComponentType | null = null;

/** Whether the outline stands in front of the canvas. */
export function isOutlineOpen(): boolean {
  return outline !== null && useCover.getState().Cover === outline;
}

/** Puts the outline in front of the canvas, or takes it away. */
export async function toggleOutline(): Promise<void> {
  if (isOutlineOpen()) {
    const { closeOutline } = await import('./Outline.tsx');
    closeOutline();
    return;
  }
  const { Outline } = await import('./Outline.tsx');
  outline = Outline;
  setCover(Outline);
}
