import type { Position } from '../../../graph/index.ts';
import { currentGraph, edit } from '../../store/document.ts';
import type { Command } from '../command.ts';
import { type Item, markedItems, moveItems, wholeMoves } from './items.ts';

/**
 * A command that moves what is marked, by what it says for all of it together. It can be done while
 * anything would move.
 */
export function moving(
  command: Omit<Command, 'run' | 'when'>,
  least: number,
  movesOf: (items: readonly Item[]) => Iterable<readonly [Item, Position]>,
): Command {
  const moves = () => {
    const items = markedItems();
    return wholeMoves(items.length < least ? [] : movesOf(items));
  };
  return {
    onSelection: true,
    ...command,
    when: () => moves().size > 0,
    run: () => edit(moveItems(currentGraph(), moves())),
  };
}
