import type { ReactNode } from 'react';
import { useSay } from '../i18n/say.ts';
import styles from './CommandButton.module.css';
import type { Command } from './command.ts';
import { useIsPossible } from './possible.ts';
import { ariaShortcut, shortcutLabel } from './shortcut.ts';

interface Props {
  command: Command;
  /** An icon; with `label` also words. */
  children: ReactNode;
  label?: string;
  className?: string;
}

/** A button for a command: named after it, with its shortcut in the tooltip, off when it cannot run. */
export function CommandButton({ command, children, label, className }: Props) {
  const say = useSay();
  const isPossible = useIsPossible(command);
  const name = say(command.name);
  const [shortcut] = command.shortcuts ?? [];
  return (
    <button
      type="button"
      className={className ?? styles.button}
      disabled={!isPossible}
      aria-label={label === undefined ? name : undefined}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      title={shortcut ? `${name} (${shortcutLabel(shortcut)})` : name}
      onClick={command.run}
    >
      {children}
      {label}
    </button>
  );
}
