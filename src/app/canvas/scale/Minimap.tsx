import { useStore, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Box } from '../../../drawing/index.ts';
import type { Position } from '../../../graph/index.ts';
import { useSay } from '../../i18n/say.ts';
import { useLens } from '../../store/lens.ts';
import { boxOf } from '../adapter.ts';
import { centreOn } from '../viewport.ts';
import { useLooks } from './Backdrop.tsx';
import type { Picture } from './culling.ts';
import styles from './Minimap.module.css';
import { coloursAt, paint } from './paint.ts';
import { boundsOf, boxInView, contains, grown, type Region } from './region.ts';
import { words } from './words.ts';

/** The room it may take, in pixels. */
const most = { width: 176, height: 120 };

/** With more edges than this they would be one grey. */
const mostEdges = 600;

/** Milliseconds the graph has to be at rest before it is painted anew. */
const patience = 120;

/** The whole graph in small, with a frame around the part in view; absent while that is all of it. */
export default function Minimap({ picture }: { picture: Picture }) {
  const bounds = useMemo(() => boundsOf(picture.nodes.map(boxOf)), [picture.nodes]);
  const isAllInView = useStore(({ transform: [x, y, zoom], width, height }) => {
    const part = boxInView({ x, y, zoom, width, height });
    return bounds === null || contains(part, bounds);
  });
  if (bounds === null || isAllInView) return null;
  return <Chart picture={picture} bounds={bounds} />;
}

function Chart({ picture, bounds }: { picture: Picture; bounds: Box }) {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const region = useMemo(() => regionOf(bounds), [bounds]);
  usePainting(canvas, picture, region);
  const width = region.width * region.zoom;
  const height = region.height * region.zoom;
  const moveTo = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    centreOn({
      x: region.x + (event.clientX - left) / region.zoom,
      y: region.y + (event.clientY - top) / region.zoom,
    });
  };
  return (
    <div
      className={styles.map}
      style={{ width, height }}
      role="img"
      aria-label={say(words.minimap)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
      }}
    >
      <canvas ref={canvas} style={{ width, height }} />
      <Frame region={region} />
    </div>
  );
}

/** The part in view. It follows by itself: nothing else on the page changes while the view moves. */
function Frame({ region }: { region: Region }) {
  const frame = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const place = ({ transform, width, height } = store.getState()) => {
      const [x, y, zoom] = transform;
      const part = boxInView({ x, y, zoom, width, height });
      Object.assign(frame.current?.style ?? {}, {
        left: `${(part.x - region.x) * region.zoom}px`,
        top: `${(part.y - region.y) * region.zoom}px`,
        width: `${part.width * region.zoom}px`,
        height: `${part.height * region.zoom}px`,
      });
    };
    place();
    return store.subscribe(place);
  }, [store, region]);
  return <div ref={frame} className={styles.frame} data-part="view" />;
}

function regionOf(bounds: Box): Region {
  const room = grown(bounds, 0.04 * Math.max(bounds.width, bounds.height));
  const zoom = Math.min(most.width / room.width, most.height / room.height);
  return { ...room, zoom, isFar: true };
}

/** Paints the graph, once it is at rest. */
function usePainting(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  picture: Picture,
  region: Region,
): void {
  const lens = useLens((state) => state.lens);
  const looks = useLooks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` stands for the colours in force
  useEffect(() => {
    const timer = setTimeout(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (!element || !context) return;
      const scale = region.zoom * devicePixelRatio;
      element.width = Math.ceil(region.width * scale);
      element.height = Math.ceil(region.height * scale);
      context.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
      const hasEdges = picture.edges.length <= mostEdges;
      paint(
        context,
        {
          ...picture,
          isPainted: { node: () => true, edge: () => hasEdges },
          dragged: nothing,
          marksOf: (id) => lens?.marksOf(id) ?? [],
        },
        region,
        coloursAt(element),
      );
    }, patience);
    return () => clearTimeout(timer);
  }, [canvas, picture, region, lens, looks]);
}

const nothing: ReadonlyMap<string, Position> = new Map();
