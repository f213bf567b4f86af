const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

interface Keys {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

function parse(shortcut: string): Keys {
  const parts = shortcut.split('+');
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: parts[parts.length - 1].toLowerCase(),
  };
}

/** Whether a key press is this shortcut. Printable signs such as `?` are taken as they are typed. */
export function isPressed(shortcut: string, event: KeyboardEvent): boolean {
  const { mod, shift, alt, key } = parse(shortcut);
  if ((event.key === ' ' ? 'space' : event.key.toLowerCase()) !== key) return false;
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  const pressed = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return pressed === mod && !other && event.altKey === alt && (isSign || event.shiftKey === shift);
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const keySigns: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A shortcut as it is printed beside a menu item. */
export function shortcutLabel(shortcut: string): string {
  const parts = shortcut
    .split('+')
    .map(
      (part) =>
        (isMac ? macSigns[part] : part === 'Mod' ? 'Ctrl' : undefined) ?? keySigns[part] ?? part,
    );
  return parts.join(isMac ? '' : '+');
}

/** A shortcut in the form of the `aria-keyshortcuts` attribute. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
}
