import type { Text } from '../../ops/index.ts';
import type { Subject } from '../store/view.ts';

/** The menus, left to right. */
export const menuIds = [
  'file',
  'edit',
  'select',
  'insert',
  'arrange',
  'view',
  'run',
  'help',
] as const;

/** A menu of the menu bar, and the folder that holds its commands. */
export type MenuId = (typeof menuIds)[number];

/** Commands that stand together in a menu, set apart by lines. */
export type Section = readonly Command[];

/** Something a person can do, wherever it is offered: menu, button or key. */
export interface Command {
  readonly id: string;
  readonly name: Text;
  /**
   * Keys such as `Mod+Z` (Mod is ⌘ on a Mac, Ctrl elsewhere), the first one shown. They are out
   * of force while text is being typed, except where `whileTyping` says otherwise.
   */
  readonly shortcuts?: readonly string[];
  readonly whileTyping?: boolean;
  /** Whether it opens a field, which what is typed right after its keys is meant for. */
  readonly opensField?: boolean;
  /** True where the browser has an event of its own for these keys, such as `copy`: that is heard. */
  readonly hasEvent?: boolean;
  /** The kinds of thing in whose context menu it stands. */
  readonly on?: readonly Subject['kind'][];
  /** For commands on what is marked: by key they act on the node or edge that has the focus. */
  readonly onSelection?: boolean;
  /** Whether it has to do with what is marked, though it can be done without. */
  readonly heedsSelection?: boolean;
  /**
   * For plain keys that mean something else in other places: a selector of what they are left to.
   * They are left alone, too, while the command cannot be done.
   */
  readonly yieldsTo?: string;
  /**
   * For keys that mean this in one place alone: a selector of what must have the focus. There they
   * go before all others.
   */
  readonly at?: string;
  /** Whether it can be done now; always, if absent. */
  readonly when?: () => boolean;
  /** For choices such as the theme: whether this is the one in force. */
  readonly isOn?: () => boolean;
  readonly run: () => void;
}
