import { arrangeMenu, moves } from './arrange/menu.ts';
import { type Command, type MenuId, menuIds, type Section } from './command.ts';
import { editMenu } from './edit/menu.ts';
import { fileMenu } from './file/menu.ts';
import { focusKeys } from './focus/index.ts';
import { helpMenu } from './help/menu.ts';
import { insertMenu } from './insert/menu.ts';
import { runMenu, trainingMoves } from './run/menu.ts';
import { selectMenu } from './select/menu.ts';
import { looks } from './view/appearance.ts';
import { contextMenu } from './view/contextMenu.ts';
import { viewMenu } from './view/menu.ts';
import { panning } from './view/panning.ts';

/**
 * The menus, left to right, each top to bottom. This is where menus, context menus, the command
 * palette, shortcuts and the help sheet read what there is. It is loaded once the first graph is on
 * the page: what the first screen needs imports single commands.
 */
export const menus: Readonly<Record<MenuId, readonly Section[]>> = {
  file: fileMenu,
  edit: editMenu,
  select: selectMenu,
  insert: insertMenu,
  arrange: arrangeMenu,
  view: viewMenu,
  run: runMenu,
  help: helpMenu,
};

/** What is too much for a menu, or of no use in one: it stands in the command palette alone. */
const others: Readonly<Partial<Record<MenuId, Section>>> = {
  arrange: moves,
  view: [...panning, ...looks, contextMenu, ...focusKeys],
  run: trainingMoves,
};

/** All commands that belong to a menu, whether they stand in it or not. */
export function commandsOf(menu: MenuId): readonly Command[] {
  return [...menus[menu].flat(), ...(others[menu] ?? [])];
}

/** Everything a person can do. */
export const commands: readonly Command[] = menuIds.flatMap(commandsOf);
