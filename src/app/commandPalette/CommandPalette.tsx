import { Command as Cmdk } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../ops/index.ts';
import { focusNode } from '../canvas/viewport.ts';
import { menuIds } from '../commands/command.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { ariaShortcut, shortcutLabel } from '../commands/shortcut.ts';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import styles from './CommandPalette.module.css';
import { commandEntries, type Entry, exampleEntries, opEntries, search } from './entries.ts';
import { noteChosen, recentIds } from './recent.ts';
import { words } from './words.ts';

/** A search over everything that can be done, added or opened; arrows move, Enter does it. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const opener = useRef(document.activeElement);
  const chosen = useRef<Entry>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const isSearching = text.trim() !== '';
  useTypedAhead(setText);
  // What was typed last decides, so the list starts from its top.
  useEffect(() => {
    if (text !== undefined) list.current?.scrollTo({ top: 0 });
  }, [text]);
  const choose = (entry: Entry) => {
    chosen.current = entry;
    noteChosen(entry.id);
    onClose();
  };
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            field.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack(opener.current);
            if (chosen.current) setTimeout(chosen.current.run);
          }}
        >
          <Radix.Title className="visually-hidden">{say(words.title)}</Radix.Title>
          <Cmdk label={say(words.title)} shouldFilter={false} vimBindings={false} loop>
            <div className={styles.search}>
              <Search size={17} aria-hidden="true" />
              <Cmdk.Input
                ref={field}
                value={text}
                onValueChange={setText}
                placeholder={say(words.search)}
                aria-label={say(words.search)}
              />
            </div>
            <Cmdk.List ref={list} className={styles.list} label={say(words.title)}>
              {isSearching ? (
                <Found text={text} onChoose={choose} />
              ) : (
                <AllCommands onChoose={choose} />
              )}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ListProps {
  onChoose: (entry: Entry) => void;
}

/** Everything that can be done now, by menu, after what was used last. */
function AllCommands({ onChoose }: ListProps) {
  const say = useSay();
  const titles = useMenuTitles();
  const groups = useMemo(() => menuIds.map((id) => ({ id, entries: possible(id) })), []);
  const all = groups.flatMap(({ entries }) => entries);
  const recent = recentIds().flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  return (
    <>
      {recent.length > 0 && (
        <Cmdk.Group className={styles.group} heading={say(words.recent)}>
          {recent.map((entry) => (
            <Item key={entry.id} value={`recent:${entry.id}`} entry={entry} onChoose={onChoose} />
          ))}
        </Cmdk.Group>
      )}
      {groups.map(
        ({ id, entries }) =>
          entries.length > 0 && (
            <Cmdk.Group key={id} className={styles.group} heading={titles[id]}>
              {entries.map((entry) => (
                <Item key={entry.id} entry={entry} onChoose={onChoose} />
              ))}
            </Cmdk.Group>
          ),
      )}
    </>
  );
}

function possible(menu: (typeof menuIds)[number]): readonly Entry[] {
  return commandEntries(menu).filter(({ isPossible }) => isPossible);
}

/** What a text finds among commands, operations and examples. */
function Found({ text, onChoose }: ListProps & { text: string }) {
  const say = useSay();
  const [examples, setExamples] = useState<readonly Entry[]>([]);
  const commands = useMemo(() => [...menuIds.flatMap(commandEntries), ...opEntries()], []);
  const found = search([...commands, ...examples], text, recentIds()).slice(0, mostFound);
  useEffect(() => {
    let isGone = false;
    void import('../files/gallery.ts').then(({ gallery }) => {
      if (!isGone) setExamples(exampleEntries(gallery));
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (found.length === 0) {
    return <Cmdk.Empty className={styles.none}>{say(words.none)}</Cmdk.Empty>;
  }
  return (
    <Cmdk.Group className={styles.group} heading={say(words.results)}>
      {found.map((entry) => (
        <Item key={entry.id} entry={entry} text={text} onChoose={onChoose} />
      ))}
    </Cmdk.Group>
  );
}

const mostFound = 40;

interface ItemProps extends ListProps {
  entry: Entry;
  value?: string;
  text?: string;
}

function Item({ entry, value = entry.id, text, onChoose }: ItemProps) {
  const say = useSay();
  const language = useView((view) => view.language);
  const { shortcut, isPossible, isOn } = entry;
  const inOther = text === undefined ? undefined : nameInOther(entry, text, language);
  return (
    <Cmdk.Item
      className={styles.item}
      value={value}
      disabled={!isPossible}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      onSelect={() => onChoose(entry)}
    >
      <span>
        {say(entry.name)}
        {inOther && <span className={styles.other}>{inOther}</span>}
      </span>
      {isOn && <Check size={14} aria-hidden="true" />}
      {!isPossible && <span className={styles.note}>{say(words.notNow)}</span>}
      {shortcut && (
        <span className={styles.keys} aria-hidden="true">
          {shortcutLabel(shortcut)}
        </span>
      )}
    </Cmdk.Item>
  );
}

/** The name in the other language, where that is the one that was typed. */
function nameInOther({ name }: Entry, text: string, language: Language): string | undefined {
  const other = name[language === 'en' ? 'zh-CN' : 'en'];
  const has = (hay: string) => hay.toLowerCase().includes(text.trim().toLowerCase());
  return has(other) && !has(name[language]) ? other : undefined;
}

function giveBack(opener: Element | null): void {
  const isThere = opener?.isConnected && opener !== document.body;
  if (isThere && (opener instanceof HTMLElement || opener instanceof SVGElement)) opener.focus();
  else focusNode();
}
