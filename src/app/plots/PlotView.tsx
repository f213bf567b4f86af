import { Maximize2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import closing from '../fields/closing.module.css';
import field from '../fields/field.module.css';
import { IconButton } from '../fields/IconButton.tsx';
import { useSay } from '../i18n/say.ts';
import type { Chart } from './chart.ts';
import { Figure } from './Figure.tsx';
import { Legend } from './Legend.tsx';
import styles from './PlotView.module.css';
import parts from './parts.module.css';
import { Rich } from './Rich.tsx';
import { SheetTable } from './SheetTable.tsx';
import { formats, saveChart } from './saving.ts';
import { type PictureKind, usePlots } from './store.ts';
import { pictureNames, words } from './words.ts';

/** What every picture gets from where it stands. */
export interface PlotProps {
  /** The pictures that can be chosen, and the one that is. */
  readonly kinds: readonly PictureKind[];
  readonly kind: PictureKind;
  /** True in front of the canvas, with all the room there is. */
  readonly isLarge: boolean;
  /** Makes it large, or small again. */
  readonly onLarge: () => void;
}

interface Props extends PlotProps {
  /** The picture; undefined while there is nothing to draw, and then it is said what to do. */
  readonly chart: Chart | undefined;
  readonly empty: string;
  readonly controls?: ReactNode;
  /** True while the picture is on its way. */
  readonly isDrawing?: boolean;
}

/** A picture with all that goes with it: which one, how it is seen, its legend, and saving it. */
export function PlotView({
  kinds,
  kind,
  chart,
  empty,
  controls,
  isDrawing,
  isLarge,
  onLarge,
}: Props) {
  const say = useSay();
  const asTable = usePlots((plots) => plots.asTable);
  return (
    <div className={styles.view} data-large={isLarge || undefined}>
      <div className={styles.tools}>
        <select
          data-role="picture"
          className={`${field.box} ${styles.select}`}
          aria-label={say(words.picture)}
          value={kind}
          onChange={({ target }) => usePlots.setState({ kind: target.value as PictureKind })}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(pictureNames[one])}
            </option>
          ))}
        </select>
        <IconButton
          name={isLarge ? words.close : words.enlarge}
          className={closing.close}
          data-role={isLarge ? 'close-plot' : 'enlarge-plot'}
          onClick={onLarge}
        >
          {isLarge ? (
            <X size={17} aria-hidden="true" />
          ) : (
            <Maximize2 size={16} aria-hidden="true" />
          )}
        </IconButton>
      </div>
      {controls && <div className={styles.controls}>{controls}</div>}
      {chart === undefined ? (
        <p className={parts.empty}>{isDrawing ? say(words.drawing) : empty}</p>
      ) : (
        <>
          <Legend items={chart.legend} />
          {asTable ? (
            <SheetTable sheet={chart.sheet()} title={chart.title.replaceAll('`', '')} />
          ) : (
            <Figure key={kind} chart={chart} isLarge={isLarge} />
          )}
          {chart.notes.map((note) => (
            <p key={note} className={styles.note}>
              <Rich of={note} />
            </p>
          ))}
          <div className={styles.foot}>
            <label className={parts.check}>
              <input
                type="checkbox"
                checked={asTable}
                onChange={({ target }) => usePlots.setState({ asTable: target.checked })}
              />
              {say(words.asTable)}
            </label>
            <span className={styles.saving}>
              <span aria-hidden="true">{say(words.save)}</span>
              {formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  aria-label={`${say(words.saveAs)} ${format.toUpperCase()}`}
                  onClick={() => void saveChart(chart, format)}
                >
                  {format.toUpperCase()}
                </button>
              ))}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
