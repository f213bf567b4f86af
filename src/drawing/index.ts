export { type Box, BoxIndex } from './boxes.ts';
export * from './drawing.ts';
export * from './geometry.ts';
export { cardLayout, cardPort, sizeOfCard } from './groupCard.ts';
export { labelHeight, labelWidth, moreHeight, placeLabels, slotWidth } from './labels.ts';
export { type Graphviz, type LayoutNeeds, layout, partOf } from './layout.ts';
export { type Obstacle, turnOf } from './routing.ts';
export * from './shown.ts';
export { mostPlaced, type Way, type Wire, waysOf } from './ways.ts';
