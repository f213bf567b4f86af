import { Download, Pencil, Trash2 } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { readGraph, writeGraph } from '../../graph/index.ts';
import { templates } from '../../graph/templates/index.ts';
import type { Text } from '../../ops/index.ts';
import { takeFocus } from '../fields/takeFocus.ts';
import { handOver } from '../files/save.ts';
import { useSay } from '../i18n/say.ts';
import { notify, useView } from '../store/view.ts';
import {
  keepTemplate,
  nameOf,
  type OwnTemplate,
  removeTemplate,
  renameTemplate,
  useOwnTemplates,
} from './own.ts';
import { Part, Shipped } from './TemplateItem.tsx';
import styles from './Templates.module.css';
import { askRemove, words } from './words.ts';

/** The larger parts to drag or tap onto the canvas: those that ship, and those of one's own. */
export default function Templates() {
  const say = useSay();
  const own = useOwnTemplates(({ list }) => list);
  return (
    <div className={styles.templates}>
      <ul className={styles.list}>
        {templates.map((template) => (
          <Shipped key={template.id} template={template} />
        ))}
      </ul>
      <h3 className={styles.heading}>{say(words.own)}</h3>
      {own.length === 0 ? (
        <p className={styles.none}>{say(words.none)}</p>
      ) : (
        <ul className={styles.list}>
          {own.map((template) => (
            <Own key={template.id} template={template} />
          ))}
        </ul>
      )}
      <FromFile />
    </div>
  );
}

/** A template of one's own, with what can be done to it. */
function Own({ template }: { template: OwnTemplate }) {
  const say = useSay();
  useView((view) => view.language);
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const name = nameOf(template);
  const told = (isDone: boolean) => {
    setDoing(null);
    if (!isDone) notify(words.refused, 'wrong');
  };
  if (doing === 'rename') {
    return (
      <li className={styles.item}>
        <NameInput
          name={name}
          onDone={(text) => {
            if (text === undefined || text === name) setDoing(null);
            else told(renameTemplate(template.id, text));
          }}
        />
      </li>
    );
  }
  if (doing === 'remove') {
    return (
      <li className={styles.item}>
        <p className={styles.ask}>{say(askRemove(name))}</p>
        <div className={styles.answers}>
          <button type="button" onClick={() => told(removeTemplate(template.id))}>
            {say(words.remove)}
          </button>
          <button ref={takeFocus} type="button" onClick={() => setDoing(null)}>
            {say(words.keepIt)}
          </button>
        </div>
      </li>
    );
  }
  return (
    <li className={`${styles.item} ${styles.own}`} data-own={name}>
      <Part name={{ en: name, 'zh-CN': name }} build={() => template.graph} />
      <Tool label={words.rename} name={name} onClick={() => setDoing('rename')}>
        <Pencil size={14} aria-hidden="true" />
      </Tool>
      <Tool
        label={words.download}
        name={name}
        onClick={() => handOver(`${name}.json`, writeGraph(template.graph))}
      >
        <Download size={14} aria-hidden="true" />
      </Tool>
      <Tool label={words.remove} name={name} onClick={() => setDoing('remove')}>
        <Trash2 size={14} aria-hidden="true" />
      </Tool>
    </li>
  );
}

interface ToolProps {
  label: Text;
  name: string;
  onClick: () => void;
  children: React.ReactNode;
}

function Tool({ label, name, onClick, children }: ToolProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={`${say(label)}: ${name}`}
      title={say(label)}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function NameInput({ name, onDone }: { name: string; onDone: (text?: string) => void }) {
  const say = useSay();
  const [text, setText] = useState(name);
  const isDone = useRef(false);
  const finish = (keeps: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(keeps && text.trim() !== '' ? text.trim() : undefined);
  };
  return (
    <input
      className={styles.name}
      ref={takeFocus}
      aria-label={say(words.name)}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}

/** Takes a graph file in as a template: a template is nothing else. */
function FromFile() {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    const text = await file?.text().catch(() => '');
    target.value = '';
    if (file === undefined || text === undefined) return;
    const result = readGraph(text);
    if (!result.ok) {
      notify(words.unreadable, 'wrong');
      return;
    }
    const title = nameOf({ id: '', graph: result.graph });
    const isKept = keepTemplate(result.graph, title || file.name.replace(/\.json$/, ''));
    if (!isKept) notify(words.refused, 'wrong');
  };
  return (
    <>
      <button type="button" className={styles.fromFile} onClick={() => input.current?.click()}>
        {say(words.fromFile)}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-input="template"
        onChange={onChange}
      />
    </>
  );
}
