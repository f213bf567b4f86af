import { memo, useMemo } from 'react';
import type { DataColumn, Dataset } from '../../graph/index.ts';
import { inputsOf } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Fold } from '../fields/Fold.tsx';
import field from '../fields/field.module.css';
import { Name } from '../fields/Name.tsx';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import styles from './Columns.module.css';
import { withFirstRow } from './firstRow.ts';
import parts from './parts.module.css';
import {
  columnOf,
  labelsText,
  rangeText,
  scaledText,
  scalingNames,
  scalingOf,
  words,
} from './words.ts';

/** Which input takes its values from which column. */
export function Bindings({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const inputs = useDocument(({ graph }) => inputsOf(graph).join('\n'));
  // Those that hold nothing without a column.
  const bare = useDocument(({ graph: { nodes } }) =>
    nodes.flatMap(({ id, value }) => (value === undefined ? [id] : [])).join('\n'),
  ).split('\n');
  const bind = dataset.bind ?? {};
  const ids = inputs === '' ? [] : inputs.split('\n');
  return (
    <div className={styles.part}>
      <p className={parts.hint}>{say(ids.length === 0 ? words.noInputs : words.inputsHelp)}</p>
      {ids.map((id) => (
        <label key={id} className={parts.row}>
          <Name of={id} />
          <select
            className={field.box}
            aria-label={say(columnOf(id))}
            value={bind[id] ?? ''}
            onChange={({ target }) => setBinding(id, target.value)}
          >
            <option value="">{say(bare.includes(id) ? words.noColumnYet : words.noColumn)}</option>
            {dataset.columns.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ))}
      {ids.length > 0 && Object.keys(bind).length === 0 && (
        <p className={styles.note}>{say(words.noneBound)}</p>
      )}
    </div>
  );
}

function setBinding(id: string, column: string): void {
  const graph = currentGraph();
  if (graph.dataset === undefined) return;
  const { bind = {}, ...rest } = graph.dataset;
  const { [id]: _, ...others } = bind;
  const next = column === '' ? others : { ...others, [id]: column };
  const hasAny = Object.keys(next).length > 0;
  const dataset = hasAny ? { ...rest, bind: next } : rest;
  edit(withFirstRow({ ...graph, dataset }, graph.dataset));
}

/** What the columns hold, and how each is scaled for training. */
export function Scalings({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const scaled = Object.keys(dataset.scale ?? {}).length;
  return (
    <Fold id="scaling" title={words.scaling} summary={say(scaledText(scaled))}>
      <p className={parts.hint}>{say(words.columnsHelp)}</p>
      {dataset.columns.map((column) => (
        <Scaling
          key={column.name}
          column={column}
          scaling={dataset.scale?.[column.name] ?? 'none'}
        />
      ))}
    </Fold>
  );
}

interface ScalingProps {
  column: DataColumn;
  scaling: keyof typeof scalingNames;
}

const Scaling = memo(function Scaling({ column, scaling }: ScalingProps) {
  const say = useSay();
  const { number } = useNumbers();
  const { name, labels } = column;
  const { least, most } = useMemo(() => rangeOf(column), [column]);
  return (
    <div className={styles.column}>
      <span className={styles.columnName}>{name}</span>
      <span className={styles.range}>
        {say(labels ? labelsText(labels) : rangeText(number(least), number(most)))}
      </span>
      <select
        className={field.box}
        aria-label={say(scalingOf(name))}
        value={scaling}
        onChange={({ target }) => setScaling(name, target.value as keyof typeof scalingNames)}
      >
        {Object.entries(scalingNames).map(([id, text]) => (
          <option key={id} value={id}>
            {say(text)}
          </option>
        ))}
      </select>
      {least === most && scaling !== 'none' && (
        <small className={parts.hint}>{say(words.constant)}</small>
      )}
    </div>
  );
});

function rangeOf({ values }: DataColumn): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const x of values) {
    if (x < least) least = x;
    if (x > most) most = x;
  }
  return { least, most };
}

function setScaling(column: string, scaling: keyof typeof scalingNames): void {
  const graph = currentGraph();
  if (graph.dataset === undefined) return;
  const { scale = {}, ...rest } = graph.dataset;
  const { [column]: _, ...others } = scale;
  const next = scaling === 'none' ? others : { ...others, [column]: scaling };
  const hasAny = Object.keys(next).length > 0;
  edit({ ...graph, dataset: hasAny ? { ...rest, scale: next } : rest });
}
