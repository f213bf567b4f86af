import type { HTMLAttributes } from 'react';

interface DoubleClickProps extends HTMLAttributes<HTMLElement> {
  as?: 'span' | 'div';
  onDouble: () => void;
}

/** A part of the canvas for which a double-click is a shortcut; what it does a key does as well. */
export function DoubleClick({ as: Part = 'span', onDouble, ...rest }: DoubleClickProps) {
  return (
    <Part
      onDoubleClick={(event) => {
        event.stopPropagation();
        onDouble();
      }}
      {...rest}
    />
  );
}
