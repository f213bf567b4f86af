import type { ComponentProps } from 'react';

/**
 * One of a list that keys are kept away from: a field or the list itself keeps the focus, names the
 * active option and heeds the keys; the pointer chooses here.
 */
export function Option(props: Omit<ComponentProps<'div'>, 'role'>) {
  // biome-ignore lint/a11y/useFocusableInteractive: who holds the list keeps the focus
  return <div role="option" {...props} />;
}
