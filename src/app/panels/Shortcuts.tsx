import { useState } from 'react';
import { type Command, menuIds } from '../commands/command.ts';
import { focusKeys } from '../commands/focus/index.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { commandsOf } from '../commands/registry.ts';
import { shortcutLabel } from '../commands/shortcut.ts';
import { Scrolling } from '../fields/Scrolling.tsx';
import { SearchField } from '../fields/SearchField.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import styles from './Shortcuts.module.css';
import { onNumber, words } from './shortcutWords.ts';

/** The sheet of shortcuts: those of all commands by menu, then the keys of canvas and fields. */
export function Shortcuts() {
  const say = useSay();
  const titles = useMenuTitles();
  const [text, setText] = useState('');
  useTypedAhead(setText);
  const wanted = text.trim().toLowerCase();
  const groups = [
    ...menuIds.map((id) => ({
      title: titles[id],
      note: undefined,
      rows: commandsOf(id)
        .filter((command) => !focusKeys.includes(command))
        .flatMap(rowOf),
    })),
    {
      title: say(words.onNode),
      note: say(words.actsOn),
      rows: [
        ...focusKeys.flatMap(rowOf),
        { names: [say(words.several)], keys: say(words.severalKeys) },
        { names: [say(words.takeOut)], keys: say(words.takeOutKeys) },
      ],
    },
    {
      title: say(words.onNumber),
      note: undefined,
      rows: onNumber.map(({ name, keys }) => ({ names: [say(name)], keys: say(keys) })),
    },
  ];
  function rowOf({ name, shortcuts }: Command) {
    if (shortcuts === undefined) return [];
    return [
      {
        names: [say(name), name.en, name['zh-CN']],
        keys: shortcuts.map(shortcutLabel).join(' / '),
      },
    ];
  }
  const found = groups
    .map(({ rows, ...group }) => ({
      ...group,
      rows: rows.filter(({ names, keys }) =>
        [...names, keys].some((it) => it.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={styles.shortcutSearch}>
        <SearchField
          label={say(words.search)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Scrolling className={styles.shortcuts}>
        <div>
          {found.map(({ title, note, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
              {note && <p className={styles.shortcutNote}>{note}</p>}
              <dl>
                {rows.map(({ names, keys }) => (
                  <div key={names[0]} className={styles.shortcut}>
                    <dt>{names[0]}</dt>
                    <dd>{keys}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        {found.length === 0 && <p>{say(words.none)}</p>}
      </Scrolling>
    </>
  );
}
