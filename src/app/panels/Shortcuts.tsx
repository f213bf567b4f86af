import { useState } from 'react';
import { type Command, menuIds } from '../commands/command.ts';
import { focusKeys } from '../commands/focus/index.ts';
import { commandsOf } from '../commands/registry.ts';
import { shortcutLabel } from '../commands/shortcut.ts';
import { Scrolling } from '../fields/Scrolling.tsx';
import { SearchField } from '../fields/SearchField.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import styles from './dialogs.module.css';
import { useMenuTitles } from './menuTitles.ts';

/** The sheet of shortcuts: those of all commands by menu, then the keys of canvas and fields. */
export function Shortcuts() {
  const { t } = useTranslation();
  const say = useSay();
  const titles = useMenuTitles();
  const [text, setText] = useState('');
  useTypedAhead(setText);
  const wanted = text.trim().toLowerCase();
  const number = ['edit', 'scrub', 'scale', 'leave'] as const;
  const groups = [
    ...menuIds.map((id) => ({
      title: titles[id],
      rows: commandsOf(id)
        .filter((command) => !focusKeys.includes(command))
        .flatMap(rowOf),
    })),
    {
      title: t('shortcuts.onNode'),
      rows: [
        ...focusKeys.flatMap(rowOf),
        { names: [t('shortcuts.several')], keys: t('shortcuts.severalKey') },
        { names: [t('shortcuts.takeOut')], keys: t('shortcuts.takeOutKey') },
      ],
    },
    {
      title: t('shortcuts.onNumber'),
      rows: number.map((key) => ({
        names: [t(`shortcuts.onNumberKeys.${key}`)],
        keys: t(`shortcuts.onNumberKeys.${key}Key`),
      })),
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
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter(({ names, keys }) =>
        [...names, keys].some((it) => it.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={styles.shortcutSearch}>
        <SearchField
          label={t('shortcuts.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Scrolling className={styles.shortcuts}>
        <div>
          {found.map(({ title, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
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
        {found.length === 0 && <p>{t('shortcuts.none')}</p>}
      </Scrolling>
    </>
  );
}
