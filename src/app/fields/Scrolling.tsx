import type { HTMLAttributes } from 'react';

interface ScrollingProps extends HTMLAttributes<HTMLElement> {
  as?: 'div' | 'section' | 'ul';
}

/** A part of the page that scrolls by itself: a tab stop, so that keys reach what is further down. */
export function Scrolling({ as: Part = 'div', ...rest }: ScrollingProps) {
  return <Part tabIndex={0} {...rest} />;
}
