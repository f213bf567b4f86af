import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';

/** Dots closer together than this, in pixels, are thinned out. */
const closest = 12;

/**
 * The dots of the grid. They stand on a sheet that is shifted by less than one distance, so a
 * movement of the view paints nothing anew.
 */
export function Dots({ gap }: { gap: number }) {
  const sheet = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    let last = 0;
    const place = ({ transform } = store.getState()) => {
      const [x, y, zoom] = transform;
      let distance = gap * zoom;
      while (distance < closest) distance *= 2;
      const shift = (by: number) => (((by % distance) + distance) % distance) - 1.5 * distance;
      const style = sheet.current?.style;
      if (style === undefined) return;
      style.transform = `translate(${shift(x)}px, ${shift(y)}px)`;
      if (zoom === last) return;
      last = zoom;
      style.inset = `0 ${-2 * distance}px ${-2 * distance}px 0`;
      style.backgroundSize = `${distance}px ${distance}px`;
      style.setProperty('--dot', `${Math.max(0.6, 0.8 * Math.min(zoom, 1.5))}px`);
    };
    place();
    return store.subscribe(place);
  }, [store, gap]);
  return (
    <div className="canvas-dots">
      <div ref={sheet} />
    </div>
  );
}
