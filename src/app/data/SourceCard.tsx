import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { BadRow, Delimiter, Encoding, SetSetting, TableForm } from '../../training/index.ts';
import { builtInSets, dependsOnSeed, encodings } from '../../training/index.ts';
import buttons from '../fields/buttons.module.css';
import { Choice } from '../fields/Choice.tsx';
import field from '../fields/field.module.css';
import { IconButton } from '../fields/IconButton.tsx';
import { between, NumberField } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { redecode, remake, reread } from './intake.ts';
import parts from './parts.module.css';
import { Seed } from './Seed.tsx';
import styles from './SourceCard.module.css';
import { forgetSource } from './source.ts';
import type { SetSource, Source, TextSource } from './store.ts';
import {
  delimiterNames,
  encodingNames,
  leftOutColumnsText,
  leftOutText,
  lineText,
  moreText,
  setSeedOf,
  withoutText,
  words,
} from './words.ts';

/** The last source that was brought into view; undoing may bring its card back later. */
let seen = 0;

/** How data was read or made, to be changed while it is as it came. */
export function SourceCard({ source: { of, number } }: { source: Source }) {
  const card = useRef<HTMLDivElement>(null);
  // What brought the data in may be gone: the focus goes to what came of it, once.
  useEffect(() => {
    if (seen >= number) return;
    seen = number;
    card.current?.focus();
  }, [number]);
  return (
    <div ref={card} className={styles.card} tabIndex={-1} data-role="data-source">
      <IconButton
        name={words.done}
        className={`${buttons.icon} ${styles.close}`}
        onClick={forgetSource}
      >
        <X size={15} aria-hidden="true" />
      </IconButton>
      {of.kind === 'text' ? <TextCard source={of} /> : <SetCard source={of} />}
    </div>
  );
}

function TextCard({ source: { result, form, file } }: { source: TextSource }) {
  const say = useSay();
  const found: TableForm = result.ok ? result.form : form;
  return (
    <>
      <h4 className={styles.name}>{file?.name ?? say(words.pasted)}</h4>
      {!result.ok && (
        <p role="alert" className={parts.wrong}>
          {say(words.notRead)} {say(result.reason)}
        </p>
      )}
      <BadRows bad={result.bad} without={form.without ?? []} />
      {result.ok && result.leftOut.length > 0 && (
        <p className={parts.hint}>{say(leftOutColumnsText(result.leftOut))}</p>
      )}
      <label className={parts.row}>
        <span>{say(words.delimiter)}</span>
        <select
          className={field.box}
          value={found.delimiter ?? ''}
          onChange={({ target }) => reread({ delimiter: target.value as Delimiter })}
        >
          {found.delimiter === undefined && <option value="" hidden />}
          {Object.entries(delimiterNames).map(([delimiter, name]) => (
            <option key={delimiter} value={delimiter}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <label className={parts.row}>
        <span>{say(words.header)}</span>
        <select
          className={field.box}
          value={found.header === undefined ? '' : String(found.header)}
          onChange={({ target }) => reread({ header: target.value === 'true' })}
        >
          {found.header === undefined && <option value="" hidden />}
          <option value="true">{say(words.headerYes)}</option>
          <option value="false">{say(words.headerNo)}</option>
        </select>
      </label>
      <label className={parts.row}>
        <span>{say(words.decimal)}</span>
        <select
          className={field.box}
          value={found.decimalComma === undefined ? '' : String(found.decimalComma)}
          onChange={({ target }) => reread({ decimalComma: target.value === 'true' })}
        >
          {found.decimalComma === undefined && <option value="" hidden />}
          <option value="false">{say(words.point)}</option>
          <option value="true">{say(words.comma)}</option>
        </select>
      </label>
      {file && file.encoding !== 'utf-8' && (
        <label className={parts.row}>
          <span>{say(words.encoding)}</span>
          <select
            className={field.box}
            value={file.encoding}
            onChange={({ target }) => redecode(target.value as Encoding)}
          >
            {encodings.map((encoding) => (
              <option key={encoding} value={encoding}>
                {encodingNames[encoding]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** Rows named at most; a file in the wrong form has no other. */
const mostNamed = 100;

interface BadRowsProps {
  bad: readonly BadRow[];
  /** Columns that are left out already. */
  without: readonly string[];
}

/** The rows that were left out, each by its line with the reason, and the columns they fail at. */
function BadRows({ bad, without }: BadRowsProps) {
  const say = useSay();
  if (bad.length === 0 && without.length === 0) return null;
  const named = bad.slice(0, mostNamed);
  const columns = new Map<string, number>();
  for (const { column } of bad) {
    if (column !== undefined) columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  return (
    <>
      {bad.length > 0 && (
        <details className={styles.bad} open={bad.length <= 3}>
          <summary>{say(leftOutText(bad.length))}</summary>
          <ul>
            {named.map(({ line, reason }) => (
              <li key={line}>{say(lineText(line, reason))}</li>
            ))}
            {bad.length > named.length && <li>{say(moreText(bad.length - named.length))}</li>}
          </ul>
        </details>
      )}
      <div className={parts.actions}>
        {[...columns].map(([column, rows]) => (
          <button
            key={column}
            type="button"
            className={buttons.secondary}
            onClick={() => reread({ without: [...without, column] })}
          >
            {say(withoutText(column, rows))}
          </button>
        ))}
        {without.length > 0 && (
          <button
            type="button"
            className={buttons.secondary}
            onClick={() => reread({ without: [] })}
          >
            {say(words.allColumns)}
          </button>
        )}
      </div>
    </>
  );
}

function SetCard({ source: { id, settings, seed } }: { source: SetSource }) {
  const say = useSay();
  const set = builtInSets.find((each) => each.id === id);
  if (set === undefined) return null;
  const change = (setting: string, value: number | string) =>
    remake({ settings: { ...settings, [setting]: value } });
  return (
    <>
      <h4 className={styles.name}>{say(set.name)}</h4>
      <p className={parts.hint}>{say(set.about)}</p>
      <div className={styles.fields}>
        {set.settings.map((setting) => (
          <SettingField
            key={setting.id}
            setting={setting}
            value={settings[setting.id] ?? setting.default}
            onChange={(value) => change(setting.id, value)}
          />
        ))}
        {dependsOnSeed(id, settings) && (
          <Seed
            name={setSeedOf(set.name)}
            another={words.another}
            value={seed}
            onChange={(next) => remake({ seed: next })}
          />
        )}
      </div>
    </>
  );
}

interface SettingProps {
  setting: SetSetting;
  value: number | string;
  onChange: (value: number | string) => void;
}

function SettingField({ setting, value, onChange }: SettingProps) {
  const say = useSay();
  if (setting.kind === 'choice') {
    const { name, choices } = setting;
    const of = choices.map((choice) => [choice.id, choice.name] as const);
    return <Choice label={name} value={String(value)} of={of} onChange={onChange} />;
  }
  const { name, least, most, step } = setting;
  return (
    <NumberField
      label={say(name)}
      name={say(name)}
      value={Number(value)}
      refuse={between(least, most)}
      onChange={(number) => onChange(Number.isInteger(step) ? Math.round(number) : number)}
    />
  );
}
