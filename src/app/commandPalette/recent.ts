import { keep, recall } from '../store/keep.ts';

const most = 5;

/** What was chosen in the command palette lately, the last one first. */
export function recentIds(): readonly string[] {
  return recall('recent-commands')?.split(' ').filter(Boolean) ?? [];
}

/** Notes that something was chosen. */
export function noteChosen(id: string): void {
  const others = recentIds().filter((other) => other !== id);
  keep('recent-commands', [id, ...others].slice(0, most).join(' '));
}
