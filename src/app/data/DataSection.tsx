import { Table2, Trash2 } from 'lucide-react';
import type { Dataset } from '../../graph/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { Bindings, Scalings } from './Columns.tsx';
import styles from './DataSection.module.css';
import { Preview } from './Preview.tsx';
import parts from './parts.module.css';
import { SourceCard } from './SourceCard.tsx';
import { forgetSource, useSourceInForce } from './source.ts';
import { useData } from './store.ts';
import { splitOf, TestShare } from './TestShare.tsx';
import { openerId } from './table/close.ts';
import { toggleDataTable } from './table/toggle.ts';
import { Ways } from './Ways.tsx';
import { sizeText, splitText, words } from './words.ts';

/** The data of the graph: which there are, where they come from and where they go. */
export default function DataSection() {
  const say = useSay();
  const dataset = useDocument(({ graph }) => graph.dataset);
  const refusal = useData((data) => data.refusal);
  const source = useSourceInForce();
  return (
    <section className={styles.section} aria-labelledby="data-title">
      <h3 id="data-title" className="visually-hidden">
        {say(words.title)}
      </h3>
      {dataset === undefined ? (
        <p className={styles.lead}>{say(words.lead)}</p>
      ) : (
        <Summary dataset={dataset} />
      )}
      {refusal !== null && (
        <p role="alert" className={parts.wrong}>
          {say(refusal)}
        </p>
      )}
      {source && <SourceCard source={source} />}
      {dataset !== undefined && (
        <>
          <Preview dataset={dataset} />
          <Bindings dataset={dataset} />
          <div>
            <Scalings dataset={dataset} />
            <TestShare dataset={dataset} />
          </div>
        </>
      )}
      <Ways hasData={dataset !== undefined} />
    </section>
  );
}

/** How much data there is, and what can be done with all of it. */
function Summary({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const rows = dataset.columns[0]?.values.length ?? 0;
  const { train, test } = splitOf(rows, dataset.test?.share ?? 0);
  const remove = () => {
    const { dataset: _, ...graph } = currentGraph();
    edit(graph);
    forgetSource();
  };
  return (
    <>
      <p className={styles.size}>
        <b>{say(sizeText(rows, dataset.columns.length))}</b>
        {test > 0 && <span>{say(splitText(train, test))}</span>}
      </p>
      <div className={parts.actions}>
        <button
          type="button"
          id={openerId}
          className={buttons.secondary}
          onClick={() => void toggleDataTable()}
        >
          <Table2 size={15} aria-hidden="true" />
          {say(words.table)}
        </button>
        <button type="button" className={buttons.secondary} onClick={remove}>
          <Trash2 size={15} aria-hidden="true" />
          {say(words.remove)}
        </button>
      </div>
    </>
  );
}
