import { useRef } from 'react';
import { quantityName } from '../../practice/index.ts';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { useWantedFocus } from './focus.ts';
import parts from './parts.module.css';
import { readyIn, type Session } from './session.ts';
import { choose } from './store.ts';
import { words } from './words.ts';

/** The learner's turn to pick: the blanks that are ready, as they are lit on the canvas. */
export function PickPanel({ session }: { session: Session }) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useWantedFocus(title);
  return (
    <>
      <div>
        <h3 ref={title} tabIndex={-1} className={parts.title}>
          {say(words.pickNext)}
        </h3>
        <p className={parts.lead}>{say(words.pickNextLead)}</p>
      </div>
      <ul className={parts.links} aria-label={say(words.ready)}>
        {readyIn(session.review).map((id) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id, 'panel')}>
              <Prose of={quantityName(session.assignment.graph, id)} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
