import { create } from 'zustand';

interface NudgeState {
  /** By how much numbers are moved. */
  readonly epsilon: number;
  /** Whether the section in the panel is open; it stays so from node to node. */
  readonly isOpen: boolean;
}

/** What panel and dialog share about nudging. */
export const useNudge = create<NudgeState>()(() => ({ epsilon: 0.001, isOpen: false }));

/** Moves numbers by this much from now on. */
export function setEpsilon(epsilon: number): void {
  useNudge.setState({ epsilon });
}

/** Opens or closes the section in the panel. */
export function openNudge(isOpen: boolean): void {
  useNudge.setState({ isOpen });
}

/** Ten times, or a tenth, without the digits that doubles add. */
export function scaledBy(factor: 10 | 0.1, epsilon: number): number {
  return Number((epsilon * factor).toPrecision(12));
}
