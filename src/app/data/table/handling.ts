import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Dataset } from '../../../graph/index.ts';
import { pasteCells, removeColumn, removeRows, writeTable } from '../../../training/index.ts';
import { placeAfter } from '../../fields/gridPlace.ts';
import { notify } from '../../store/view.ts';
import { placeOf } from './ids.ts';
import { activate, apply, markedRange, openEditor, useTable } from './store.ts';
import { copiedText } from './words.ts';

/** What keys, clicks and the clipboard do in the table of this data. While a cell is edited they are its own. */
export function handling(dataset: Dataset) {
  const { columns } = dataset;
  const last = { row: columns[0].values.length, column: columns.length };

  const remove = () => {
    const { active, anchor } = useTable.getState();
    const { rows } = markedRange({ active, anchor });
    if (active.row === 0 && active.column > 0) apply(removeColumn(dataset, active.column - 1));
    else if (active.column === 0) apply(removeRows(dataset, rows.from, rows.to));
    // A cell cannot be without a number: it is opened empty.
    else openEditor('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { active, editing } = useTable.getState();
    if (editing !== null || event.altKey || event.nativeEvent.isComposing) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = placeAfter(event.key, isFar, active, last.row + 1, last.column + 1);
    if (to !== undefined) activate(to, event.shiftKey);
    else if (event.key === 'a' && isFar) {
      activate({ row: 1, column: 1 });
      activate(last, true);
    } else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2') openEditor();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Escape') activate(active);
    else if (event.key.length === 1 && event.key !== ' ') openEditor(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = ({ target, shiftKey }: MouseEvent) => {
    const { active, editing } = useTable.getState();
    const place = target instanceof Element ? placeOf(target) : undefined;
    if (place === undefined || editing !== null) return;
    const isAgain = place.row === active.row && place.column === active.column;
    if (isAgain && !shiftKey && place.column > 0) openEditor();
    else activate(place, shiftKey);
  };

  const onCopy = (event: ClipboardEvent) => {
    const { editing, ...corners } = useTable.getState();
    const { rows, columns: across } = markedRange(corners);
    if (editing !== null || rows.to <= rows.from) return;
    const some = columns.slice(across.from, Math.max(1, across.to));
    const text = writeTable(some, '\t', { header: false, ...rows });
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    notify(copiedText(rows.to - rows.from));
  };

  const onPaste = (event: ClipboardEvent) => {
    const { editing, ...corners } = useTable.getState();
    if (editing !== null) return;
    event.preventDefault();
    const { rows, columns: across } = markedRange(corners);
    apply(pasteCells(dataset, rows.from, across.from, event.clipboardData.getData('text/plain')));
  };

  return { onKeyDown, onClick, onCopy, onPaste };
}
