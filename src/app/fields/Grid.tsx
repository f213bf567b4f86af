import type { ComponentProps } from 'react';

/** A table of cells that arrows go about in. */
export function Grid(props: Omit<ComponentProps<'table'>, 'role'>) {
  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows go from cell to cell
  return <table role="grid" aria-multiselectable="true" {...props} />;
}
