import { Columns3, Copy, FileDown, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Dataset, localize } from '../../../graph/index.ts';
import type { Text } from '../../../ops/index.ts';
import {
  addColumn,
  addRows,
  removeColumn,
  removeRows,
  splitWords,
  writeTable,
} from '../../../training/index.ts';
import { copyText } from '../../clipboard/copyText.ts';
import buttons from '../../fields/buttons.module.css';
import { fileNameOf, handOver } from '../../files/save.ts';
import { useSay } from '../../i18n/say.ts';
import { useDocument } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import { activate, apply, markedRange, openEditor, useTable } from './store.ts';
import styles from './table.module.css';
import { copiedText, removeRowsName, rowsText, words } from './words.ts';

/** What is done with rows and columns. */
export function Actions({ dataset }: { dataset: Dataset }) {
  const active = useTable((state) => state.active);
  const anchor = useTable((state) => state.anchor);
  const { rows, columns } = markedRange({ active, anchor });
  const count = rows.to - rows.from;
  const column = active.column - 1;
  const addRow = () => {
    if (apply(addRows(dataset, active.row, 1))) {
      activate({ row: active.row + 1, column: Math.max(1, active.column) });
    }
  };
  const addOne = () => {
    if (!apply(addColumn(dataset, active.column))) return;
    activate({ row: 0, column: active.column + 1 });
    openEditor();
  };
  const removeMarkedRows = () => {
    if (!apply(removeRows(dataset, rows.from, rows.to))) return;
    const last = rowsOf(dataset) - count;
    activate({ row: Math.min(rows.from + 1, last), column: active.column });
  };
  const removeOne = () => {
    if (!apply(removeColumn(dataset, column))) return;
    activate({ row: active.row, column: Math.min(active.column, dataset.columns.length - 1) });
  };
  return (
    <span className={styles.actions}>
      <Action name={words.addRowName} label={words.addRow} onClick={addRow}>
        <Plus size={15} aria-hidden="true" />
      </Action>
      <Action name={words.addColumnName} label={words.addColumn} onClick={addOne}>
        <Plus size={15} aria-hidden="true" />
      </Action>
      <Action
        name={removeRowsName(count)}
        label={rowsText(count)}
        isOff={count < 1 || count >= rowsOf(dataset)}
        onClick={removeMarkedRows}
      >
        <Trash2 size={15} aria-hidden="true" />
      </Action>
      <Action
        name={words.removeColumnName}
        label={words.addColumn}
        isOff={columns.to - columns.from !== 1 || column < 0 || dataset.columns.length === 1}
        onClick={removeOne}
      >
        <Trash2 size={15} aria-hidden="true" />
      </Action>
      {dataset.columns[column]?.labels && (
        <Action
          name={words.splitName}
          label={words.split}
          onClick={() => apply(splitWords(dataset, column))}
        >
          <Columns3 size={15} aria-hidden="true" />
        </Action>
      )}
      <Action name={words.copyName} onClick={() => void copyAll(dataset)}>
        <Copy size={15} aria-hidden="true" />
      </Action>
      <Action name={words.exportName} label={words.export} onClick={() => saveAsCsv(dataset)}>
        <FileDown size={15} aria-hidden="true" />
      </Action>
    </span>
  );
}

interface ActionProps {
  label?: Text;
  /** What it is called where the label says too little by itself. */
  name?: Text;
  isOff?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Action({ label, name, isOff = false, onClick, children }: ActionProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className={buttons.secondary}
      aria-label={name && say(name)}
      title={name && say(name)}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
      {label && say(label)}
    </button>
  );
}

function copyAll(dataset: Dataset): Promise<boolean> {
  return copyText(writeTable(dataset.columns, '\t'), copiedText(rowsOf(dataset)));
}

/** With a byte order mark, without which Excel garbles Chinese names. */
function saveAsCsv({ columns }: Dataset): void {
  const { graph } = useDocument.getState();
  const title = localize(graph.title, useView.getState().language);
  const name = fileNameOf([title, 'data']).replace(/\.json$/, '.csv');
  const text = `\ufeff${writeTable(columns, ',', { isFile: true })}\r\n`;
  handOver(name, new Blob([text], { type: 'text/csv' }));
}

function rowsOf({ columns }: Dataset): number {
  return columns[0]?.values.length ?? 0;
}
