import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, type Point } from './page.ts';

/** The box that asks what to add, in either language. */
export class QuickAdd {
  readonly box: Locator;
  readonly field: Locator;

  constructor(page: Page) {
    this.box = page.getByRole('dialog', { name: /Add to the graph|添加到计算图/ });
    this.field = this.box.getByRole('textbox');
  }

  get options(): Locator {
    return this.box.getByRole('option');
  }

  option(name: string): Locator {
    return this.box.getByRole('option', { name, exact: true });
  }

  /** Why the formula is none. */
  get refusal(): Locator {
    return this.box.locator('[data-role="refusal"]');
  }

  /** The place of the text that is at fault. */
  get fault(): Locator {
    return this.box.locator('[data-role="fault"]');
  }

  get build(): Locator {
    return this.box.getByRole('button', { name: /Build|搭建/ });
  }

  /** Where a formula goes: a graph of its own or the one there is. */
  target(name: string): Locator {
    return this.box.getByRole('radio', { name });
  }

  async choose(name: string): Promise<void> {
    await this.box.getByText(name, { exact: true }).click();
    await expect(this.target(name)).toBeChecked();
  }

  /** Whether the result is to be the output, where that is asked. */
  get makesOutput(): Locator {
    return this.box.getByRole('checkbox');
  }
}

/** A point of the canvas on which nothing stands, seen from its upper left corner. */
export async function emptyPoint(page: Page, x = 120, y = 60): Promise<Point> {
  const box = await boxOf(page.locator('.react-flow'));
  return { x: box.x + x, y: box.y + y };
}

/** Presses Tab until the focus is there. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < 60 && !(await isFocused()); stop++) {
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Expects a point to be another one, or nearly. */
export async function expectNear(found: Point, wanted: Point): Promise<void> {
  expect(Math.hypot(found.x - wanted.x, found.y - wanted.y)).toBeLessThan(6);
}

/** Expects that no two nodes lie on each other. */
export async function expectApart(chainrule: Chainrule, ids?: readonly string[]): Promise<void> {
  await chainrule.settle();
  const nodes = ids ? ids.map((id) => chainrule.node(id)) : await chainrule.nodes.all();
  const boxes = await Promise.all(nodes.map(boxOf));
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1)) {
      const isApart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(isApart, JSON.stringify([one, other])).toBe(true);
    }
  });
}
