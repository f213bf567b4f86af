import type { Text } from '../../../ops/index.ts';
import { useFocus } from '../../canvas/focus.ts';
import { mark } from '../../canvas/marking.ts';
import { elementOf, focusNode, ground } from '../../canvas/viewport.ts';
import { type Direction, walk } from '../../canvas/walk.ts';
import { currentGraph } from '../../store/document.ts';
import type { Command } from '../command.ts';
import { onItem } from './places.ts';

/**
 * The focus walks about on the canvas: along edges, and from node to node by place. What it comes to
 * is selected, as by a click.
 */
export const walking: readonly Command[] = [
  way('right', ['ArrowRight'], { en: 'Go to where it is used', 'zh-CN': '转到使用它的节点' }),
  way('left', ['ArrowLeft'], { en: 'Go to an operand', 'zh-CN': '转到操作数' }),
  way('up', ['ArrowUp'], { en: 'Go to the one above', 'zh-CN': '转到上方一个' }),
  way('down', ['ArrowDown'], { en: 'Go to the one below', 'zh-CN': '转到下方一个' }),
  way('edge-right', ['Shift+ArrowRight', 'E'], {
    en: 'Go to an edge that leaves',
    'zh-CN': '转到输出边',
  }),
  way('edge-left', ['Shift+ArrowLeft'], {
    en: 'Go to an edge that enters',
    'zh-CN': '转到输入边',
  }),
  way('first', ['Home'], { en: 'Go to the first node', 'zh-CN': '转到第一个节点' }),
  way('last', ['End'], { en: 'Go to the last node', 'zh-CN': '转到最后一个节点' }),
  apart('right', 'ArrowRight', {
    en: 'Only the focus: to where it is used',
    'zh-CN': '仅移动焦点：到使用它的节点',
  }),
  apart('left', 'ArrowLeft', {
    en: 'Only the focus: to an operand',
    'zh-CN': '仅移动焦点：到操作数',
  }),
  apart('up', 'ArrowUp', {
    en: 'Only the focus: to the one above',
    'zh-CN': '仅移动焦点：到上方一个',
  }),
  apart('down', 'ArrowDown', {
    en: 'Only the focus: to the one below',
    'zh-CN': '仅移动焦点：到下方一个',
  }),
];

function way(to: Direction, shortcuts: readonly string[], name: Text): Command {
  return {
    id: `go-${to}`,
    name,
    shortcuts,
    at: onItem,
    when: () => currentGraph().nodes.length > 0,
    run: () => {
      if (!go(to)) return;
      const { at } = useFocus.getState();
      useFocus.setState({ isWalking: true });
      if (at !== undefined) mark(at, true, false);
      useFocus.setState({ isWalking: false });
    },
  };
}

/** Leaves marked what is marked, so that several things far from each other can be. */
function apart(to: Direction, key: string, name: Text): Command {
  const { at, when } = way(to, [], name);
  return {
    id: `look-${to}`,
    name,
    shortcuts: [`Mod+${key}`],
    at,
    when,
    run: () => void go(to),
  };
}

/** Goes with the focus from where it is, or was last; says whether there was a way. */
function go(to: Direction): boolean {
  const { at, among, from } = useFocus.getState();
  const stand = at === undefined ? undefined : walk(ground(), { at, among, from }, to);
  if (stand === undefined) return false;
  useFocus.setState(stand, true);
  // At once where it can be, so that the next key finds it there.
  const element = elementOf(stand.at);
  if (element) element.focus({ preventScroll: true });
  else focusNode(stand.at);
  return true;
}
