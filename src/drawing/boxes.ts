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

  constructor(items: readonly Item[]) {
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    for (const key of keysOf(item)) {
      const square = this.squares.get(key);
      if (square) square.push(item);
      else this.squares.set(key, [item]);
    }
  }

  remove(item: Item): void {
    for (const key of keysOf(item)) {
      const square = this.squares.get(key);
      square?.splice(square.indexOf(item), 1);
    }
  }

  /** The boxes this one touches; those that touch it in several squares come several times. */
  *near(box: Box): Iterable<Item> {
    for (const key of keysOf(box)) {
      for (const item of this.squares.get(key) ?? []) if (touches(item, box)) yield item;
    }
  }

  /** How many of the boxes (that count) this one touches. */
  touching(box: Box, counts: (item: Item) => boolean = () => true): number {
    const met = new Set<Item>();
    for (const key of keysOf(box)) {
      for (const item of this.squares.get(key) ?? []) {
        if (counts(item) && touches(item, box)) met.add(item);
      }
    }
    return met.size;
  }
}

const square = 128;

/** Squares by number; far from any canvas two may share one, which costs a comparison. */
function keysOf({ x, y, width, height }: Box): number[] {
  const keys: number[] = [];
  const lastColumn = Math.floor((x + width) / square);
  const lastRow = Math.floor((y + height) / square);
  for (let column = Math.floor(x / square); column <= lastColumn; column++) {
    for (let row = Math.floor(y / square); row <= lastRow; row++) keys.push(column * 65536 + row);
  }
  return keys;
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
