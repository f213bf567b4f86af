import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSay } from '../i18n/say.ts';
import type { Chart, Drawn, Place, Reading, Size } from './chart.ts';
import styles from './Figure.module.css';
import { Rich } from './Rich.tsx';
import { nearest, stepFrom } from './reading.ts';
import { plain } from './svgText.ts';
import { words } from './words.ts';

interface Props {
  readonly chart: Chart;
  /** True where it takes all the room there is. */
  readonly isLarge?: boolean;
}

/** What is read off at the moment, and where. */
interface Tip {
  readonly at: Place;
  readonly text: string;
  /** Its place among the readings; undefined between them. */
  readonly index?: number;
}

/** A picture as it is seen: drawn to size, its values read by pointing and by the arrow keys. */
export function Figure({ chart, isLarge = false }: Props) {
  const say = useSay();
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const places = useRef(new Map<Reading, Place | undefined>());
  const size = useSize(host, chart.ratio, isLarge);
  const [tip, setTip] = useState<Tip>();
  const [index, setIndex] = useState(0);
  useLayoutEffect(() => {
    if (size === undefined) return;
    drawn.current = chart.draw(size);
    places.current = new Map();
    host.current?.replaceChildren(drawn.current.svg);
    setTip((before) => stillAt(before, chart, drawn.current));
  }, [chart, size]);
  const placeOf = (reading: Reading) => {
    if (!places.current.has(reading)) {
      places.current.set(reading, drawn.current?.toPixel(reading, reading.panel));
    }
    return places.current.get(reading);
  };
  const show = (to: number) => {
    const reading = chart.readings[to];
    if (reading === undefined) return;
    setIndex(to);
    const at = placeOf(reading);
    setTip(at && { at, text: reading.text(), index: to });
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (chart.turn && event.type === 'pointermove' && event.buttons === 1) {
      chart.turn(event.movementX * 0.01, event.movementY * 0.01);
      setTip(undefined);
      return;
    }
    const box = event.currentTarget.getBoundingClientRect();
    const pixel = { x: event.clientX - box.left, y: event.clientY - box.top };
    const found = nearest(chart.readings, placeOf, pixel, chart.between ? 12 : 60);
    if (found !== undefined) return show(found);
    const units = drawn.current?.toUnits?.(pixel);
    const text = units && chart.between?.(units);
    setTip(text === undefined ? undefined : { at: pixel, text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && tip !== undefined) {
      event.stopPropagation();
      setTip(undefined);
      return;
    }
    const way = turns[event.key];
    if (chart.turn && way && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      chart.turn(...way);
      return;
    }
    const to = stepFrom(event.key, chart.readings, index, placeOf);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    show(tip?.index === undefined && event.key !== 'Home' && event.key !== 'End' ? index : to);
  };
  const current = chart.readings[Math.min(index, chart.readings.length - 1)];
  return (
    <div
      data-role="figure"
      className={styles.figure}
      data-large={isLarge || undefined}
      role="slider"
      tabIndex={0}
      aria-label={`${plain(chart.title)}. ${say(chart.turn ? words.turnKeys : words.keys)}`}
      data-turns={chart.turn ? true : undefined}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, chart.readings.length - 1)}
      aria-valuenow={Math.min(index, Math.max(0, chart.readings.length - 1))}
      aria-valuetext={current === undefined ? '–' : plain(current.text()).replaceAll('\n', ', ')}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => setTip(undefined)}
      onBlur={() => setTip(undefined)}
      onKeyDown={onKeyDown}
    >
      <div ref={host} className={styles.drawing} aria-hidden="true" />
      {tip && size && <TipBox tip={tip} size={size} hasSpot={!chart.hasNoSpot} />}
    </div>
  );
}

/** How far each arrow key turns, around and up. */
const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.12, 0],
  ArrowRight: [0.12, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

interface TipProps {
  readonly tip: Tip;
  readonly size: Size;
  readonly hasSpot: boolean;
}

function TipBox({ tip: { at, text }, size, hasSpot }: TipProps) {
  const isRight = at.x > size.width / 2;
  const isLow = at.y > size.height / 2;
  return (
    <>
      {hasSpot && (
        <span className={styles.spot} data-role="spot" style={{ left: at.x, top: at.y }} />
      )}
      <span
        className={styles.tip}
        data-role="tip"
        style={{
          maxWidth: Math.min(240, (isRight ? at.x : size.width - at.x) - 12),
          [isRight ? 'right' : 'left']: isRight ? size.width - at.x + 10 : at.x + 10,
          [isLow ? 'bottom' : 'top']: isLow ? size.height - at.y + 8 : at.y + 8,
        }}
      >
        {text.split('\n').map((line) => (
          <span key={line}>
            <Rich of={line} />
          </span>
        ))}
      </span>
    </>
  );
}

/** The same reading of a picture drawn anew, where there still is one. */
function stillAt(tip: Tip | undefined, chart: Chart, drawn: Drawn | null): Tip | undefined {
  if (tip?.index === undefined) return undefined;
  const reading = chart.readings[tip.index];
  const at = reading && drawn?.toPixel(reading, reading.panel);
  return at && { at, text: reading.text(), index: tip.index };
}

/** The room there is for a picture; its height follows from the width unless it takes all there is. */
function useSize(
  host: React.RefObject<HTMLDivElement | null>,
  ratio: number,
  isLarge: boolean,
): Size | undefined {
  const [room, setRoom] = useState<Size>();
  useEffect(() => {
    const element = host.current?.parentElement;
    if (element == null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      setRoom((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  const { width = 0, height = 0 } = room ?? {};
  const high = isLarge ? height : Math.round(width * ratio);
  return useMemo(
    () => (width > 60 && high > 60 ? { width, height: high } : undefined),
    [width, high],
  );
}
