import { CircleDashed, CornerDownRight, Hourglass, Route } from 'lucide-react';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './Cards.module.css';
import parts from './parts.module.css';
import type { Card } from './replies.ts';
import { words } from './words.ts';

const icons = { wrong: Route, carried: CornerDownRight, plain: Hourglass } as const;

/** What is said to a learner: a line for what is right, a card with a sentence for anything else. */
export function Cards({ cards }: { cards: readonly Card[] }) {
  const say = useSay();
  return (
    <>
      {cards.length > 1 && <p className={parts.lead}>{say(words.several)}</p>}
      {cards.map(({ tone, title, texts }) => {
        if (tone === 'right') {
          return (
            <p key={title.en} className={styles.confirmation}>
              <span aria-hidden="true">✓</span> <Prose of={title} />
              {texts.map((text) => (
                <span key={text.en} className={styles.aside}>
                  <Prose of={text} />
                </span>
              ))}
            </p>
          );
        }
        const Icon = title === words.notRight ? CircleDashed : icons[tone];
        return (
          <section key={title.en} className={styles.card} data-tone={tone}>
            <h4>
              <Icon size={16} aria-hidden="true" />
              <span>
                <Prose of={title} />
              </span>
            </h4>
            {texts.map((text) => (
              <p key={text.en}>
                <Prose of={text} />
              </p>
            ))}
          </section>
        );
      })}
    </>
  );
}
