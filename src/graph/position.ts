/** Where a node's card stands on the canvas: top left corner, in pixels at zoom 1. */
export interface Position {
  readonly x: number;
  readonly y: number;
}
