import { broadcastIndex, type Operation, type Shape } from '../ops/index.ts';

const first = new Int32Array(1);

/**
 * Where within its operand each item of a node looks, in one lane: for elementwise ops at the
 * element that broadcasting puts there, for whole-tensor ops, with one item only, at the first.
 */
export function itemOffsets(op: Operation, shape: Shape, operandShape: Shape): Int32Array {
  return op.layout === 'whole' || shape.length === 0 ? first : broadcastIndex(operandShape, shape);
}

/**
 * Writes where the items of a node find the operand of one port, lane after lane, into every
 * `arity`-th place from `at` on. `slot` is the operand's first one, `stride` what lies between
 * its lanes.
 */
export function layOperand(
  positions: Int32Array,
  at: number,
  arity: number,
  slot: number,
  offsets: Int32Array,
  lanes: number,
  stride: number,
): void {
  let place = at;
  for (let lane = 0; lane < lanes; lane++) {
    for (const offset of offsets) {
      positions[place] = slot + lane * stride + offset;
      place += arity;
    }
  }
}
