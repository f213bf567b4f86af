import type { Command } from '../commands/command.ts';

/** The id of a command's button in the transport. */
export function buttonId({ id }: Command): string {
  return `transport-${id}`;
}

/**
 * Runs a command of the transport from a button that is gone afterwards, and hands the focus on to
 * the one in the transport.
 */
export function goOn(command: Command): void {
  command.run();
  document.getElementById(buttonId(command))?.focus();
}
