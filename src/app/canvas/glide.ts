import { create } from 'zustand';
import { noteFlowId } from '../../drawing/index.ts';
import type { Graph, Position } from '../../graph/index.ts';
import { currentGraph } from '../store/document.ts';

type Places = ReadonlyMap<string, Position>;

/** Where things are seen while they glide to where they stand, by ids of the canvas. */
export const useGlide = create<{ readonly places: Places }>()(() => ({ places: new Map() }));

/** In milliseconds. */
const duration = 250;

/** With more nodes than these a picture takes too long for them to be seen moving. */
const mostGliding = 300;

/**
 * Lets all nodes and notes glide from where they stood in one graph to where they stand in the
 * present one, if motion is welcome. The document has the places already; another edit ends it.
 */
export async function glideFrom(before: Graph): Promise<void> {
  const graph = currentGraph();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (calm || graph.nodes.length > mostGliding || document.hidden) return;
  const [from, to] = [placesOf(before), placesOf(graph)];
  const moving = [...to].flatMap(([id, end]) => {
    const start = from.get(id);
    return start && (start.x !== end.x || start.y !== end.y) ? [{ id, start, end }] : [];
  });
  const started = performance.now();
  for (let now = started; now < started + duration; now = await nextFrame()) {
    if (currentGraph() !== graph) break;
    const t = Math.max(0, (now - started) / duration);
    const part = t * t * (3 - 2 * t);
    const places = moving.map(({ id, start, end }): [string, Position] => [
      id,
      { x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y) },
    ]);
    useGlide.setState({ places: new Map(places) });
  }
  useGlide.setState({ places: new Map() });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function placesOf(graph: Graph): Map<string, Position> {
  const places = new Map<string, Position>();
  for (const { id, position } of graph.nodes) if (position) places.set(id, position);
  for (const { id, position } of graph.notes ?? []) places.set(noteFlowId(id), position);
  return places;
}
