import { useSay } from '../i18n/say.ts';
import type { LegendItem } from './chart.ts';
import styles from './Legend.module.css';
import { symbols } from './look.ts';
import { Rich } from './Rich.tsx';
import { toggleRun, usePlots } from './store.ts';
import { words } from './words.ts';

/** What each line and mark stands for; a run can be taken out here, and put back. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  const say = useSay();
  const hidden = usePlots((plots) => plots.hidden);
  if (items.length === 0) return null;
  return (
    <ul className={styles.legend} data-role="legend">
      {items.map((item) => {
        const { run } = item;
        const content = (
          <>
            {!item.ramp && <Sign of={item} />}
            <span className={styles.text}>
              <Rich of={item.text} />
            </span>
            {item.ramp && <Sign of={item} />}
            {item.end !== undefined && (
              <span className={item.isWrong ? styles.wrongEnd : styles.end}>
                <Rich of={item.end} />
              </span>
            )}
          </>
        );
        return (
          <li key={`${run ?? ''} ${item.text}`}>
            {run === undefined ? (
              <span className={styles.item}>{content}</span>
            ) : (
              <button
                type="button"
                className={styles.item}
                aria-pressed={!hidden.has(run)}
                title={say(words.showRun)}
                onClick={() => toggleRun(run)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Sign({ of: { colour, dash, symbol, isArea, isRing, ramp } }: { of: LegendItem }) {
  if (ramp) {
    return (
      <svg width={72} height={12} viewBox="0 0 72 12" aria-hidden="true">
        {ramp.map((fill, i) => (
          <rect
            key={fill}
            x={(i * 72) / ramp.length}
            y={1}
            width={72 / ramp.length + 0.5}
            height={10}
            fill={fill}
          />
        ))}
      </svg>
    );
  }
  const isBox = isArea && !isRing && symbol === undefined;
  return (
    <svg
      width={isArea ? 14 : 26}
      height={12}
      viewBox={isArea ? '6 -6 14 12' : '0 -6 26 12'}
      aria-hidden="true"
    >
      {!isArea && <path d="M0 0H26" stroke={colour} strokeWidth={2} strokeDasharray={dash} />}
      {isBox && <path d="M7 -5H19V5H7Z" fill={colour} />}
      {isRing && <circle cx={13} cy={0} r={5} fill="none" stroke={colour} strokeWidth={1.8} />}
      {symbol && <path d={symbols[symbol]} transform="translate(13 0)" fill={colour} />}
    </svg>
  );
}
