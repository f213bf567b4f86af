import { isOfCanvas, openMenuOn } from '../../canvas/contextMenu.ts';
import type { Command } from '../command.ts';

/** Opens the menu of what has the focus on the canvas. The menu key has an event of its own. */
export const contextMenu: Command = {
  id: 'context-menu',
  name: { en: 'Menu of what has the focus', 'zh-CN': '打开焦点处的菜单' },
  shortcuts: ['Shift+F10'],
  yieldsTo: 'input, textarea, select, [role=menu]',
  when: () => focused() !== undefined,
  run: () => {
    const element = focused();
    if (element) openMenuOn(element);
  },
};

function focused(): Element | undefined {
  const { activeElement } = document;
  return activeElement && isOfCanvas(activeElement) ? activeElement : undefined;
}
