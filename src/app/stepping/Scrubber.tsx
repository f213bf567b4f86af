import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { stepCount, stepMaking, type Trace } from '../../engine/index.ts';
import { keepTouch } from '../fields/keepTouch.ts';
import { useSay } from '../i18n/say.ts';
import { goTo, reveal, scrubTo } from './moves.ts';
import styles from './Scrubber.module.css';
import { useTrace } from './trace.ts';
import { placeText, words } from './words.ts';

/** A slider over all steps, with both passes marked, and on it the path that is pointed at. */
export function Scrubber({ trace, steps }: { trace: Trace; steps: number }) {
  const say = useSay();
  const rail = useRef<HTMLDivElement>(null);
  const pointed = useTrace((state) => state.pointed);
  const { forward, backward } = trace;
  const last = stepCount(trace);
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = rail.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0 || last === 0) return;
    const share = (event.clientX - box.left) / box.width;
    const goal = Math.round(Math.max(0, Math.min(1, share)) * last);
    if (event.type === 'pointerdown' || goal !== steps) scrubTo(goal);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const goals: Readonly<Record<string, number>> = {
      ArrowRight: steps + 1,
      ArrowUp: steps + 1,
      ArrowLeft: steps - 1,
      ArrowDown: steps - 1,
      PageUp: steps + 10,
      PageDown: steps - 10,
      Home: 0,
      End: last,
    };
    const goal = goals[event.key];
    if (goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(goal);
  };
  const isBack = steps > forward;
  return (
    <div
      ref={keepTouch}
      role="slider"
      tabIndex={0}
      className={styles.scrubber}
      aria-label={say(words.position)}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={steps}
      aria-valuetext={say(placeText(trace, steps))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
        reveal();
      }}
    >
      <div ref={rail} className={styles.rail}>
        <Pass className={styles.forward} steps={forward} done={Math.min(steps, forward)} />
        <Pass className={styles.backward} steps={backward} done={Math.max(0, steps - forward)} />
        {last > 0 &&
          pointed?.map((edge) => (
            <span
              key={edge}
              className={styles.tick}
              style={{
                left: `${(100 * ((stepMaking(trace, `contribution:${edge}`) ?? 0) + 1)) / last}%`,
              }}
            />
          ))}
        <span
          className={`${styles.thumb} ${isBack ? styles.back : ''}`}
          style={{ left: `${last === 0 ? 0 : (100 * steps) / last}%` }}
        />
      </div>
    </div>
  );
}

/** One pass as a bar: as long as it has steps, filled as far as it has got. */
function Pass({ className, steps, done }: { className: string; steps: number; done: number }) {
  return (
    <span className={`${styles.pass} ${className}`} style={{ flexGrow: steps }}>
      <span
        className={styles.done}
        style={{ width: steps === 0 ? 0 : `${(100 * done) / steps}%` }}
      />
    </span>
  );
}
