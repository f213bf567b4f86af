import { ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Position } from '../../../graph/index.ts';
import { useEvaluation } from '../../store/evaluation.ts';
import type { Mark } from '../../store/lens.ts';
import { useLens } from '../../store/lens.ts';
import type { Part, Picture } from './culling.ts';
import { coloursAt, paint } from './paint.ts';
import type { Region } from './region.ts';
import { useKeys } from './useScale.ts';

/** Most pixels the backdrop has; on a fine display a large one is painted a little coarser. */
const mostPixels = 8e6;

interface BackdropProps {
  picture: Picture;
  part: Part;
  region: Region;
  dragged: ReadonlyMap<string, Position>;
}

/**
 * What React Flow is not given of a large graph, painted behind what it draws: from afar all boxes
 * and edges, near by the edges that only pass. It moves and scales with the view by itself, and is
 * painted anew when the region or what is in it has changed.
 */
export function Backdrop({ picture, part, region, dragged }: BackdropProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const lens = useLens((state) => state.lens);
  const looks = useLooks();
  const faulty = useFaulty();
  const hasUndrawnDragged = [...dragged.keys()].some((id) => !part.drawn.has(id));
  const moving = hasUndrawnDragged ? dragged : none;
  const lifted = useKeys(dragged);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` stands for the colours in force
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const wanted = region.zoom * devicePixelRatio;
    const scale = Math.min(wanted, Math.sqrt(mostPixels / (region.width * region.height)));
    element.width = Math.ceil(region.width * scale);
    element.height = Math.ceil(region.height * scale);
    context.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
    const wrong = new Set(faulty.split(' '));
    const marksOf = (id: string) => {
      const marks = lens?.marksOf(id) ?? unmarked;
      return marks.length === 0 && wrong.has(id) ? inError : marks;
    };
    const isPainted = {
      // Those that React Flow draws stand above their own boxes, unless they are being dragged.
      node: (id: string) => !(lifted.has(id) && part.drawn.has(id)),
      edge: (id: string) => !part.wires.has(id),
    };
    paint(context, { ...picture, isPainted, dragged: moving, marksOf }, region, coloursAt(element));
  }, [picture, part.drawn, part.wires, region, moving, lifted, lens, looks, faulty]);
  const { x, y, width, height } = region;
  return (
    <ViewportPortal>
      <canvas ref={canvas} className="canvas-backdrop" style={{ left: x, top: y, width, height }} />
    </ViewportPortal>
  );
}

const none: ReadonlyMap<string, Position> = new Map();

const unmarked: readonly Mark[] = [];
const inError: readonly Mark[] = ['wrong'];

/** The nodes that have a problem, by name; a text, so that it stays the same with most edits. */
function useFaulty(): string {
  return useEvaluation(({ problemsOf }) =>
    [...problemsOf]
      .filter(([, problems]) => problems.some(({ kind }) => !kind.startsWith('missing')))
      .map(([id]) => id)
      .join(' '),
  );
}

/** Counts up whenever theme or colours of the page may have changed. */
export function useLooks(): number {
  const [looks, setLooks] = useState(0);
  useLayoutEffect(() => {
    const observer = new MutationObserver(() => setLooks((count) => count + 1));
    observer.observe(document.documentElement, { attributes: true });
    return () => observer.disconnect();
  }, []);
  return looks;
}
