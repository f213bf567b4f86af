import type { SizeFigures } from './figures.ts';

/** A figure the project has set itself, and whether this run met it. */
export interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly figure: number;
  readonly met: boolean;
}

/** Frames come as they can: a ratio of 1 is only known to within this much. */
const noise = 0.06;

/** Holds what was measured against the goals. */
export function judge(sizes: readonly SizeFigures[], frame: number): Goal[] {
  const goals: Goal[] = [];
  const state = (name: string, figure: number, limit: number, slack = 0) => {
    goals.push({ name, limit, figure, met: figure <= limit + slack });
  };
  for (const { nodes, ours, ratios } of sizes) {
    const named = (what: string) => `${nodes} nodes: ${what}`;
    if (nodes === 3_000) state(named('first render, times bare'), ratios.firstRender, 0.5);
    state(named('pan at zoom 1, times bare'), ratios.pan, 1, noise);
    state(named('drag at zoom 1, times bare'), ratios.drag, 1, noise);
    if (nodes === 10_000) {
      state(named('pan at zoom 1, times the frame of the display'), ours.pan / frame, 1, noise);
      state(named('drag at zoom 1, times the frame of the display'), ours.drag / frame, 1, noise);
    }
    state(named('pan of the whole graph, times bare'), ratios.panWhole, 1, noise);
    if (nodes === 1_000)
      state(named('frames from a leaf edit to all numbers'), ours.edit / frame, 2, noise);
  }
  return goals;
}
