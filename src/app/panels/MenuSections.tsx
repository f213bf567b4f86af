import { Check } from 'lucide-react';
import type { DropdownMenu } from 'radix-ui';
import { Fragment, useRef } from 'react';
import type { Command, Section } from '../commands/command.ts';
import { isPossible } from '../commands/possible.ts';
import { ariaShortcut, shortcutLabel } from '../commands/shortcut.ts';
import { useSay } from '../i18n/say.ts';
import styles from './TopBar.module.css';

/** What every kind of Radix menu is made of. */
type Parts = Pick<typeof DropdownMenu, 'Item' | 'CheckboxItem' | 'Separator'>;

interface Props {
  parts: Parts;
  sections: readonly Section[];
  onChoose: (command: Command) => void;
}

/** The commands of a menu, with lines between its sections. */
export function MenuSections({ parts, sections, onChoose }: Props) {
  return sections.map((section, i) => (
    <Fragment key={section[0].id}>
      {i > 0 && <parts.Separator className={styles.line} />}
      {section.map((command) => (
        <MenuItem key={command.id} parts={parts} command={command} onChoose={onChoose} />
      ))}
    </Fragment>
  ));
}

interface ItemProps extends Pick<Props, 'parts' | 'onChoose'> {
  command: Command;
}

function MenuItem({ parts, command, onChoose }: ItemProps) {
  const say = useSay();
  const [shortcut] = command.shortcuts ?? [];
  const content = (
    <>
      <span>{command.isOn?.() && <Check size={14} aria-hidden="true" />}</span>
      <span>{say(command.name)}</span>
      <span className={styles.keys} aria-hidden="true">
        {shortcut && shortcutLabel(shortcut)}
      </span>
    </>
  );
  const common = {
    className: styles.item,
    disabled: !isPossible(command),
    'aria-keyshortcuts': shortcut && ariaShortcut(shortcut),
    onSelect: () => onChoose(command),
    children: content,
  };
  if (command.isOn) return <parts.CheckboxItem checked={command.isOn()} {...common} />;
  return <parts.Item {...common} />;
}

/**
 * What is chosen in a menu is done once the menu is gone and has given the focus back, so that the
 * focus can go where the command puts it.
 */
export function useAfterMenu() {
  const chosen = useRef<Command>(null);
  return {
    choose(command: Command) {
      chosen.current = command;
    },
    onCloseAutoFocus() {
      const command = chosen.current;
      chosen.current = null;
      if (command) setTimeout(command.run);
    },
  };
}
