/** A rectangle in canvas coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes filed by the coarse squares they touch, so that a look-up meets only neighbours. */
export class BoxIndex<Item extends Box> {
  private readonly squares = new Map<number, Item[]>();
  /** Those that would touch too many squares: positions in a file can be anything. */
  private readonly vast = new Set<Item>();
  private readonly all = new Set<Item>();

  constructor(items: readonly Item[]) {
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    this.all.add(item);
    const keys = keysOf(item);
    if (keys === undefined) this.vast.add(item);
    for (const key of keys ?? []) {
      const square = this.squares.get(key);
      if (square) square.push(item);
      else this.squares.set(key, [item]);
    }
  }

  remove(item: Item): void {
    this.all.delete(item);
    this.vast.delete(item);
    for (const key of keysOf(item) ?? []) {
      const square = this.squares.get(key);
      square?.splice(square.indexOf(item), 1);
    }
  }

  /** Visits the boxes this one touches; those that touch it in several squares come several times. */
  visit(box: Box, visitor: (item: Item) => void): void {
    const keys = keysOf(box);
    for (const item of keys ? this.vast : this.all) if (touches(item, box)) visitor(item);
    if (keys === undefined) return;
    for (const key of keys) {
      const square = this.squares.get(key);
      if (square === undefined) continue;
      for (const item of square) if (touches(item, box)) visitor(item);
    }
  }

  /** How many of the boxes (that count) this one touches. */
  touching(box: Box, counts: (item: Item) => boolean = () => true): number {
    const met = new Set<Item>();
    this.visit(box, (item) => {
      if (counts(item)) met.add(item);
    });
    return met.size;
  }
}

const square = 128;

/** A box over more squares than these is compared with every other one instead. */
const mostSquares = 2000;

/** Squares by number; far from any canvas two may share one, which costs a comparison. */
function keysOf({ x, y, width, height }: Box): number[] | undefined {
  const [firstColumn, lastColumn] = [Math.floor(x / square), Math.floor((x + width) / square)];
  const [firstRow, lastRow] = [Math.floor(y / square), Math.floor((y + height) / square)];
  const count = (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1);
  if (!(count <= mostSquares) || Math.abs(lastColumn) + Math.abs(lastRow) > 1e9) return undefined;
  const keys: number[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    for (let row = firstRow; row <= lastRow; row++) keys.push(column * 65536 + row);
  }
  return keys;
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
