import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { pointAt } from '../canvas/pointer.ts';
import { focusNode } from '../canvas/viewport.ts';
import { type Command, menuIds, type Section } from '../commands/command.ts';
import { isPossible } from '../commands/possible.ts';
import { menus } from '../commands/registry.ts';
import { useSay } from '../i18n/say.ts';
import { type ContextMenu as Menu, openContextMenu, type Subject } from '../store/view.ts';
import { MenuSections } from './MenuSections.tsx';
import styles from './TopBar.module.css';

/** The menu of something on the canvas, at a point of the window: what can be done with it now. */
export default function ContextMenu({ at, on }: Menu) {
  const say = useSay();
  const opener = useRef(document.activeElement);
  // Whoever opens it by key goes on by key, from the first item.
  const isByKey = useRef(document.activeElement?.matches(':focus-visible') ?? false);
  const chosen = useRef<Command>(null);
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) openContextMenu(null);
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      {/* Within a landmark, so that a screen reader finds it. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className={styles.menu}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={say(titles[on.kind])}
          aria-labelledby={undefined}
          onContextMenu={(event) => event.preventDefault()}
          onFocus={({ target, currentTarget }) => {
            if (target !== currentTarget || !isByKey.current) return;
            isByKey.current = false;
            currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) {
              if (opener.current.isConnected && opener.current !== document.body) {
                opener.current.focus();
              } else focusNode();
            }
            const command = chosen.current;
            if (command === null) return;
            setTimeout(() => {
              pointAt(at);
              command.run();
            });
          }}
        >
          <MenuSections
            parts={DropdownMenu}
            sections={sectionsFor(on.kind)}
            onChoose={(command) => {
              chosen.current = command;
            }}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const titles = {
  canvas: { en: 'Canvas', 'zh-CN': '画布' },
  node: { en: 'Node', 'zh-CN': '节点' },
  edge: { en: 'Edge', 'zh-CN': '连线' },
  group: { en: 'Group', 'zh-CN': '组' },
  note: { en: 'Note', 'zh-CN': '注释' },
} as const;

/** What can be done now with a kind of thing, in the order of the menus. */
function sectionsFor(kind: Subject['kind']): readonly Section[] {
  return menuIds
    .flatMap((id) => menus[id])
    .map((section) =>
      section.filter((command) => command.on?.includes(kind) && isPossible(command)),
    )
    .filter((section) => section.length > 0);
}
