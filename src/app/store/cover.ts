import type { ComponentType } from 'react';
import { create } from 'zustand';

/** What stands in front of the canvas instead of it, e.g. its questions as a table; or nothing. */
export const useCover = create<{ readonly Cover: ComponentType | null }>()(() => ({ Cover: null }));

/** Puts something in front of the canvas, or takes it away. */
export function setCover(Cover: ComponentType | null): void {
  useCover.setState({ Cover });
}
