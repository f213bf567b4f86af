import { Maximize2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Fold } from '../../fields/Fold.tsx';
import { useSay } from '../../i18n/say.ts';
import { setCover, useCover } from '../../store/cover.ts';
import { useView } from '../../store/view.ts';
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
            <button
              type="button"
              id={openerId}
              className={styles.icon}
              aria-label={say(words.enlarge)}
              title={say(words.enlarge)}
              onClick={open}
            >
              <Maximize2 size={15} aria-hidden="true" />
            </button>
          </div>
          <Settings run={run} />
        </>
      )}
    </Fold>
  );
}

/** The table large in front of the canvas; Esc gives the canvas back. */
function LargeIterates() {
  const say = useSay();
  const run = useTraining(currentRun);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={section} className={styles.large} tabIndex={-1} aria-label={say(words.title)}>
      <header>
        <h2>{say(words.title)}</h2>
        {run && <Exports run={run} />}
        <button
          type="button"
          className={styles.icon}
          aria-label={say(words.close)}
          title={say(words.close)}
          onClick={close}
        >
          <X size={17} aria-hidden="true" />
        </button>
      </header>
      {run ? <IteratesTable run={run} /> : <p className={styles.note}>{say(words.none)}</p>}
    </section>
  );
}

let sheetBefore: ReturnType<typeof useView.getState>['sheet'] = null;

function open(): void {
  sheetBefore = useView.getState().sheet;
  // On narrow windows the panel would stand over it.
  useView.setState({ sheet: null });
  setCover(LargeIterates);
}

function close(): void {
  if (useCover.getState().Cover !== LargeIterates) return;
  setCover(null);
  useView.setState({ sheet: sheetBefore });
  requestAnimationFrame(() => document.getElementById(openerId)?.focus());
}
