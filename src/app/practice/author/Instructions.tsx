import type { Exercise } from '../../../graph/index.ts';
import type { Language } from '../../../ops/index.ts';
import { useSay } from '../../i18n/say.ts';
import { endGesture } from '../../store/document.ts';
import parts from '../parts.module.css';
import styles from './author.module.css';
import { change } from './marks.ts';
import { authorWords as words } from './words.ts';

const languages = [
  { language: 'en', name: words.english },
  { language: 'zh-CN', name: words.chinese },
] as const;

/** What learners are told before they start, in both languages. */
export function Instructions({ exercise }: { exercise: Exercise }) {
  const say = useSay();
  const texts = byLanguage(exercise.instructions);
  const write = (language: Language, text: string) => {
    const kept = Object.entries({ ...texts, [language]: text }).filter(([, each]) => each !== '');
    const instructions = kept.length > 0 ? Object.fromEntries(kept) : undefined;
    change({ instructions }, `instructions:${language}`);
  };
  return (
    <section>
      <h4 className={parts.heading}>{say(words.instructions)}</h4>
      {languages.map(({ language, name }) => (
        <textarea
          key={language}
          className={styles.text}
          rows={2}
          lang={language}
          aria-label={`${say(words.instructions)}: ${say(name)}`}
          placeholder={say(name)}
          value={texts[language] ?? ''}
          onChange={({ target }) => write(language, target.value)}
          onBlur={endGesture}
        />
      ))}
    </section>
  );
}

function byLanguage(text: Exercise['instructions']): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  return typeof text === 'string' ? { en: text } : text;
}
