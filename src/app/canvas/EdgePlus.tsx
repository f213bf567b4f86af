import { useStore } from '@xyflow/react';
import type { MouseEvent } from 'react';
import { type Curve, pointOn } from '../../drawing/index.ts';
import { edgesOf, type Position } from '../../graph/index.ts';
import { useSay } from '../i18n/say.ts';
import { useAppearance } from '../store/appearance.ts';
import { currentGraph } from '../store/document.ts';
import { openQuickAdd } from '../store/view.ts';
import styles from './edges.module.css';

/** Places on an edge where the plus may stand, the best first. */
const spots = [0.5, 0.3, 0.7, 0.2, 0.8];

/** Below this zoom there is no telling which edge it stands on. */
const leastZoom = 0.35;

/** Where the plus is to stand. */
export interface EdgePlusProps {
  id: string;
  curve: Curve;
  /** Where the numbers of the edge stand, and half of their width. */
  numbers: Position;
  halfWidth: number;
}

/** The sign on an edge that opens quick-add to put something there; always of the same size. */
export function EdgePlus({ id, curve, numbers, halfWidth }: EdgePlusProps) {
  const say = useSay();
  const edgeStyle = useAppearance((appearance) => appearance.edgeStyle);
  const zoom = useStore((state) => state.transform[2]);
  if (zoom < leastZoom) return null;
  const clearance = ({ x, y }: Position) =>
    Math.max(Math.abs(x - numbers.x) - halfWidth, Math.abs(y - numbers.y) - 18);
  const places = spots.map((spot) => pointOn(curve, spot, edgeStyle));
  const { x, y } =
    places.find((place) => clearance(place) * zoom >= 13) ??
    places.reduce((best, place) => (clearance(place) > clearance(best) ? place : best));
  const insert = (event: MouseEvent) => {
    event.stopPropagation();
    const edge = edgesOf(currentGraph()).find((edge) => edge.id === id);
    if (edge) openQuickAdd({ at: { x: event.clientX, y: event.clientY }, edge });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      role="button"
      aria-label={say(insertHere)}
      className={styles.plus}
      transform={`translate(${x} ${y}) scale(${1 / zoom})`}
      onClick={insert}
    >
      <title>{say(insertHere)}</title>
      <circle className={styles.plusReach} />
      <circle r={10} />
      <path d="M-4.5,0 H4.5 M0,-4.5 V4.5" />
    </g>
  );
}

const insertHere = { en: 'Insert on this edge', 'zh-CN': '在这条边上插入' };
