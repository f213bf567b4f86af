import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import type { Command } from './command.ts';

/** Whether a command can be done now. */
export function isPossible({ when }: Command): boolean {
  return when === undefined || when();
}

/** Follows whether a command can be done. */
export function useIsPossible(command: Command): boolean {
  const byDocument = useDocument(() => isPossible(command));
  const byView = useView(() => isPossible(command));
  return byDocument && byView;
}
