/**
 * What is typed between the keys that ask for a field and the moment that field is there: it is kept
 * and handed to the field. Esc, a click, or a field that never comes let it go.
 */
let held: { text: string; readonly end: () => void } | null = null;

/** How long a field may take to come, in milliseconds. */
const longest = 10_000;

/** Keeps what is typed from now on. */
export function holdTyping(): void {
  held?.end();
  const onKeyDown = (event: KeyboardEvent) => {
    if (held === null || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'Escape') held.end();
    else if (event.key === 'Backspace') held.text = held.text.slice(0, -1);
    else if (event.key.length === 1) held.text += event.key;
    // It is meant for the field as well, and there once the field is.
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const end = () => {
    held = null;
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('pointerdown', end, true);
  };
  const timer = setTimeout(end, longest);
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('pointerdown', end, true);
  held = { text: '', end };
}

/** Gives what was typed since then, and keeps nothing any more. */
export function takeTyped(): string {
  const text = held?.text ?? '';
  held?.end();
  return text;
}
