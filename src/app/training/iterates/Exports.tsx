import { copyText } from '../../clipboard/copyText.ts';
import { handOver, suggestedName } from '../../files/save.ts';
import { useSay } from '../../i18n/say.ts';
import { inRow, rowIn, useShownRow } from '../rows.ts';
import type { Run } from '../store.ts';
import styles from './iterates.module.css';
import { columnsOf, useIterates } from './store.ts';
import { asText } from './table.ts';
import { words } from './words.ts';

/** The table handed over, as it is written, to a spreadsheet or to notes. */
export function Exports({ run }: { run: Run }) {
  const say = useSay();
  const text = (format: 'csv' | 'md') => {
    const { columns, ...writing } = useIterates.getState();
    const row = rowIn(run.source, useShownRow.getState().row);
    const chosen = columnsOf(run.source, run, columns);
    const rowName = row === undefined ? undefined : say(words.row(row));
    return asText(inRow(run.source, row), run, chosen, writing, format, rowName);
  };
  const save = (format: 'csv' | 'md') => {
    const name = suggestedName().replace(/\.json$/, `-iterates.${format}`);
    const type = format === 'csv' ? 'text/csv' : 'text/markdown';
    handOver(name, new Blob([text(format)], { type }));
  };
  return (
    <p className={styles.exports}>
      {say(words.copy)}
      <button
        type="button"
        title={say(words.copyMarkdown)}
        aria-label={say(words.copyMarkdown)}
        onClick={() => copyText(text('md'))}
      >
        MD
      </button>
      <button
        type="button"
        title={say(words.copyCsv)}
        aria-label={say(words.copyCsv)}
        onClick={() => copyText(text('csv'))}
      >
        CSV
      </button>
      <span />
      {say(words.save)}
      <button
        type="button"
        title={say(words.saveMarkdown)}
        aria-label={say(words.saveMarkdown)}
        onClick={() => save('md')}
      >
        MD
      </button>
      <button
        type="button"
        title={say(words.saveCsv)}
        aria-label={say(words.saveCsv)}
        onClick={() => save('csv')}
      >
        CSV
      </button>
    </p>
  );
}
