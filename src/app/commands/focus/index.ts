import type { Command } from '../command.ts';
import { connectTo, operandDown, operandUp, takeOperand } from './connecting.ts';
import { editThis } from './editThis.ts';
import { leaveField, leaveNode, leaveWire } from './leaving.ts';
import { selectThis, selectThisToo } from './marking.ts';
import { walking } from './walking.ts';

/** What is done by name instead of by drawing wires. */
export const connecting: readonly Command[] = [connectTo, takeOperand, operandUp, operandDown];

/** What keys do to whatever has the focus on the canvas; no menu needs them. */
export const focusKeys: readonly Command[] = [
  ...walking,
  editThis,
  selectThis,
  selectThisToo,
  leaveWire,
  leaveField,
  leaveNode,
];
