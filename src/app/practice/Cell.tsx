import type { ReactNode } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';

interface Props {
  /** Its column, which it names itself where the row is a card. */
  of: Text;
  id?: string;
  className?: string;
  state?: string;
  kind?: string;
  children: ReactNode;
}

/** A cell of a table whose rows are cards on a phone. */
export function Cell({ of, id, className, state, kind, children }: Props) {
  const say = useSay();
  return (
    <td id={id} className={className} data-state={state} data-kind={kind} data-column={say(of)}>
      {children}
    </td>
  );
}
