/** Between the dots of the canvas, in pixels at zoom 1: what things snap to and are nudged by. */
export const gridStep = 22;
