export { type Box, BoxIndex } from './boxes.ts';
export * from './drawing.ts';
export * from './geometry.ts';
export { cardLayout, cardPort, sizeOfCard } from './groupCard.ts';
export {
  labelHeight,
  labelWidth,
  moreHeight,
  placeLabels,
  scaleOnEdge,
  slotWidth,
} from './labels.ts';
export { type Graphviz, type LayoutNeeds, layout, partOf } from './layout.ts';
export { nearestFree } from './places.ts';
export { type Obstacle, turnOf } from './routing.ts';
export * from './shown.ts';
export type { Way, Wire } from './way.ts';
export { mostPlaced, waysOf } from './ways.ts';
