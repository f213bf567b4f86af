import { ClipboardPaste, FileUp, Shapes, Table2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { builtInSets, datasetOfInputs } from '../../training/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit } from '../store/document.ts';
import { takeFile, takeSet, takeText } from './intake.ts';
import parts from './parts.module.css';
import { openWay, useData } from './store.ts';
import { toggleDataTable } from './table/toggle.ts';
import styles from './Ways.module.css';
import { words } from './words.ts';

/** The ways to bring data in: a built-in set, a text that is pasted, a file. */
export function Ways({ hasData }: { hasData: boolean }) {
  const say = useSay();
  const way = useData((data) => data.way);
  const file = useRef<HTMLInputElement>(null);
  const toggle = (other: typeof way) => openWay(way === other ? null : other);
  return (
    <div className={styles.ways}>
      {hasData && <p className={parts.hint}>{say(words.other)}</p>}
      <div className={parts.actions}>
        <button
          type="button"
          className={buttons.secondary}
          aria-expanded={way === 'sets'}
          onClick={() => toggle('sets')}
        >
          <Shapes size={15} aria-hidden="true" />
          {say(words.builtIn)}
        </button>
        <button
          type="button"
          className={buttons.secondary}
          aria-expanded={way === 'paste'}
          onClick={() => toggle('paste')}
        >
          <ClipboardPaste size={15} aria-hidden="true" />
          {say(words.paste)}
        </button>
        <button type="button" className={buttons.secondary} onClick={() => file.current?.click()}>
          <FileUp size={15} aria-hidden="true" />
          {say(words.open)}
        </button>
        {!hasData && (
          <button type="button" className={buttons.secondary} onClick={typeIn}>
            <Table2 size={15} aria-hidden="true" />
            {say(words.blank)}
          </button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        data-role="data-file"
        accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // Emptied, so that choosing the same file again is a change too.
          if (chosen)
            void takeFile(chosen).then(() => {
              target.value = '';
            });
        }}
      />
      {way === 'sets' && <Sets />}
      {way === 'paste' && <Paste />}
    </div>
  );
}

/** What opens at the end of the panel would be seen by nobody. */
function bringIntoView(opened: HTMLElement | null): void {
  opened?.scrollIntoView({ block: 'nearest' });
}

/** Begins with what the inputs hold, in the table. */
function typeIn(): void {
  const graph = currentGraph();
  edit({ ...graph, dataset: datasetOfInputs(graph) });
  openWay(null);
  void toggleDataTable();
}

function Sets() {
  const say = useSay();
  return (
    <ul ref={bringIntoView} className={styles.sets}>
      {builtInSets.map(({ id, name, about }) => (
        <li key={id}>
          <button type="button" className={styles.set} data-set={id} onClick={() => takeSet(id)}>
            <b>{say(name)}</b>
            <span>{say(about)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Takes a text: at once when it is pasted into the empty field, else when asked to. */
function Paste() {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      ref={bringIntoView}
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault();
        takeText(text);
      }}
    >
      <label>
        <span className={parts.hint}>{say(words.pasteHelp)}</span>
        <textarea
          ref={field}
          rows={5}
          value={text}
          aria-label={say(words.pasteLabel)}
          placeholder={'x, y\n0.1, 3.2\n0.2, 3.4'}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          onPaste={(event) => {
            if (text !== '') return;
            const pasted = event.clipboardData.getData('text/plain');
            event.preventDefault();
            // A long text would make the field slow, and is not read there by anybody.
            setText(pasted.slice(0, longestShown));
            takeText(pasted);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') openWay(null);
          }}
        />
      </label>
      <div className={parts.actions}>
        <button type="submit" className={buttons.primary} disabled={text.trim() === ''}>
          {say(words.read)}
        </button>
        <button type="button" className={buttons.secondary} onClick={() => openWay(null)}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  );
}

const longestShown = 20_000;
