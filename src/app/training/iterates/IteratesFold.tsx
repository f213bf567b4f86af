import { Maximize2, X } from 'lucide-react';
import { useEffect } from 'react';
import { enlarge, Large, shrink } from '../../cover/Large.tsx';
import { Fold } from '../../fields/Fold.tsx';
import { IconButton } from '../../fields/IconButton.tsx';
import { useSay } from '../../i18n/say.ts';
import { currentRun, useTraining } from '../store.ts';
import { Exports } from './Exports.tsx';
import { IteratesTable } from './IteratesTable.tsx';
import styles from './iterates.module.css';
import { Settings } from './Settings.tsx';
import { words } from './words.ts';

const openerId = 'enlarge-iterates';

/** The table of iterates in the panel. */
export function IteratesFold() {
  const say = useSay();
  const run = useTraining(currentRun);
  const count = run?.history.length ?? 0;
  useEffect(() => close, []);
  return (
    <Fold id="iterates" title={words.title} summary={say(words.count(count))}>
      {run === undefined || count === 0 ? (
        <p className={styles.note}>{say(words.none)}</p>
      ) : (
        <>
          <IteratesTable run={run} />
          <div className={styles.tools}>
            <Exports run={run} />
            <IconButton id={openerId} name={words.enlarge} onClick={() => enlarge(LargeIterates)}>
              <Maximize2 size={15} aria-hidden="true" />
            </IconButton>
          </div>
          <Settings run={run} />
        </>
      )}
    </Fold>
  );
}

/** The table large in front of the canvas. */
function LargeIterates() {
  const say = useSay();
  const run = useTraining(currentRun);
  return (
    <Large name={words.title} onClose={close}>
      <div className={styles.large}>
        <header>
          <h2>{say(words.title)}</h2>
          {run && <Exports run={run} />}
          <IconButton name={words.close} onClick={close}>
            <X size={17} aria-hidden="true" />
          </IconButton>
        </header>
        {run ? <IteratesTable run={run} /> : <p className={styles.note}>{say(words.none)}</p>}
      </div>
    </Large>
  );
}

function close(): void {
  shrink(LargeIterates, `#${openerId}`);
}
