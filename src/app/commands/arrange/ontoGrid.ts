import { gridStep } from '../../canvas/grid.ts';
import { moving } from './moving.ts';

/** Moves each marked thing to the nearest place on the grid. */
export const ontoGrid = moving(
  { id: 'onto-grid', name: { en: 'Move onto the grid', 'zh-CN': '移到网格上' } },
  1,
  (items) => items.map((item) => [item, { x: toLine(item.box.x), y: toLine(item.box.y) }] as const),
);

function toLine(place: number): number {
  return Math.round(place / gridStep) * gridStep - place;
}
