import QuickAdd from '../quickAdd/QuickAdd.tsx';
import { addOffered, dropOnEdge, offerNodes, offerOp } from './dropping.ts';
import { EdgePlus } from './EdgePlus.tsx';
import { LooseWire } from './LooseWire.tsx';
import type { Tools } from './later.ts';
import { onConnectEnd } from './loose.ts';

/** What works on the canvas, in one file to load. */
export const tools: Tools = {
  QuickAdd,
  LooseWire,
  EdgePlus,
  offerNodes,
  offerOp,
  dropOnEdge,
  addOffered,
  onConnectEnd,
};
