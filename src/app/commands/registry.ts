import { arrangeMenu, moves } from './arrange/menu.ts';
import type { Command, MenuId, Section } from './command.ts';
import { editMenu } from './edit/menu.ts';
import { fileMenu } from './file/menu.ts';
import { helpMenu } from './help/menu.ts';
import { insertMenu } from './insert/menu.ts';
import { runMenu } from './run/menu.ts';
import { selectMenu } from './select/menu.ts';
import { looks } from './view/appearance.ts';
import { viewMenu } from './view/menu.ts';

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

/** Everything a person can do; what is too much for the menus stands in the command palette alone. */
export const commands: readonly Command[] = [...Object.values(menus).flat(2), ...moves, ...looks];
