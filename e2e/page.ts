import { readFile } from 'node:fs/promises';
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';

export { expect };

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Tests of the page. Whatever the page complains about while one runs (an exception, a line of
 * the content-security policy, an error in the console) fails it. Without `chromium`'s file
 * dialogs, which nobody can drive, the page opens by input and saves by download.
 */
export const test = base.extend({
  context: async ({ context }, use) => {
    const complaints = watch(context);
    await context.addInitScript(() => {
      for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) {
        Object.defineProperty(window, name, { value: undefined, configurable: true });
      }
    });
    await use(context);
    expect(complaints, 'what the page complained about').toEqual([]);
  },
});

/** Collects what pages of a context complain about. */
export function watch(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // What a test itself keeps from loading is no fault of the page.
    const isKeptOff = message.text().endsWith('net::ERR_FAILED');
    if (message.type() === 'error' && !isKeptOff) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  return complaints;
}

/** Opens Chainrule and waits until it shows a graph. */
export async function openPage(page: Page): Promise<Chainrule> {
  await page.goto('./');
  const chainrule = new Chainrule(page);
  await expect(chainrule.nodes.first()).toBeVisible();
  await chainrule.settle();
  return chainrule;
}

/** Opens Chainrule and starts an empty graph. */
export async function openEmpty(page: Page): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await chainrule.newGraph();
  return chainrule;
}

/** A node of a graph file, with its place where the test cares. */
export interface FileNode {
  readonly id: string;
  readonly op: string;
  readonly value?: unknown;
  readonly inputs?: readonly (string | null)[];
  readonly position?: Point;
  readonly label?: string;
}

/** Opens Chainrule on a graph of these nodes, which stand in columns unless they say otherwise. */
export async function openGraph(
  page: Page,
  nodes: readonly FileNode[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await chainrule.dropFile('test.json', graphFile(nodes, more));
  await chainrule.expectNodes(nodes.map(({ id }) => id));
  return chainrule;
}

/** The text of a graph file with these nodes, right or wrong. */
export function graphFile(
  nodes: readonly object[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const placed = nodes.map((node, i) => ({
    position: { x: 250 * (i % 3), y: 150 * Math.floor(i / 3) },
    ...node,
  }));
  return JSON.stringify({ format: 'chainrule-graph', version: 1, nodes: placed, ...more });
}

/** The page in the words of the people who use it. */
export class Chainrule {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** True in Firefox, which is driven in another way and cannot do all of it. */
  get isFirefox(): boolean {
    return this.page.context().browser()?.browserType().name() === 'firefox';
  }

  get nodes(): Locator {
    return this.page.locator('.react-flow__node');
  }

  get edges(): Locator {
    return this.page.locator('[data-edge]');
  }

  /** The sentence of the moment. */
  get notice(): Locator {
    return this.page.getByRole('status');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The panel on the right. */
  get panel(): Locator {
    return this.page.getByRole('complementary').last();
  }

  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`);
  }

  value(id: string): Locator {
    return this.node(id).locator('[data-role="value"]');
  }

  gradient(id: string): Locator {
    return this.node(id).locator('[data-role="gradient"]');
  }

  problem(id: string): Locator {
    return this.node(id).locator('[data-role="problem"]');
  }

  /** The numbers of an edge such as `x->z:0`. */
  edge(id: string): Locator {
    return this.page.locator(`[data-edge="${id}"]`);
  }

  /** What can be seen and clicked of an edge. */
  wire(id: string): Locator {
    return this.page.locator(`.react-flow__edge[data-id="${id}"]`);
  }

  /** An operand port by its number, or the port a value leaves by. */
  port(id: string, port: number | 'out'): Locator {
    return this.node(id).locator(`[data-handleid="${port}"]`);
  }

  /** An operation in the palette. */
  paletteItem(op: string): Locator {
    return this.page.locator(`[data-op="${op}"]`).first();
  }

  /** Expects exactly these nodes, and waits until the view has settled on them. */
  async expectNodes(ids: readonly string[]): Promise<void> {
    const sorted = [...ids].sort();
    const named = async () => Object.keys(await this.places()).filter((id) => !id.includes(':'));
    await expect.poll(async () => (await named()).sort()).toEqual(sorted);
    await this.settle();
  }

  /** Expects the value and gradient on an edge. */
  async expectEdge(id: string, value: string, gradient: string): Promise<void> {
    await expect(this.edge(id).locator('[data-role="value"]')).toHaveText(value);
    await expect(this.edge(id).locator('[data-role="gradient"]')).toHaveText(gradient);
  }

  /** Expects value and gradient on a node. */
  async expectNode(id: string, value: string, gradient: string): Promise<void> {
    await expect(this.value(id)).toHaveText(value);
    await expect(this.gradient(id)).toHaveText(gradient);
  }

  /** Chooses an item of a menu. */
  async choose(menu: string, item: string): Promise<void> {
    const titles = this.page.getByRole('banner').getByText(menu, { exact: true });
    // Narrow windows have one button for all menus.
    if (!(await titles.isVisible())) {
      await this.page.getByRole('banner').getByRole('button').first().click();
    }
    await titles.click();
    await this.page.getByRole('menu').getByText(item, { exact: true }).click();
  }

  /** Presses Tab until the focus has come to the canvas, where it stands on a node or an edge. */
  async enterCanvas(): Promise<void> {
    const { keyboard } = this.page;
    const item = this.page.locator(':is(.react-flow__node, .react-flow__edge):focus');
    for (let stop = 0; stop < 100 && (await item.count()) === 0; stop++) {
      await keyboard.press('Tab');
    }
    await expect(item).toHaveCount(1);
  }

  /** Starts an empty graph; there must be no unsaved work. */
  async newGraph(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+N');
    await expect(this.nodes).toHaveCount(0);
  }

  /** Moves the mouse from one point to another with the button held. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 1, from.y + 1);
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
    await this.drawn();
  }

  /** Waits until what came of the last input is drawn, which is before a second frame. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
  }

  /** Drops a file onto the page, as from a folder of the system; a number is so many zero bytes. */
  async dropFile(name: string, content: string | readonly number[] | number): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ({ name, content }) => {
        const part = typeof content === 'string' ? content : new Uint8Array(content as number);
        const transfer = new DataTransfer();
        transfer.items.add(new File([part], name));
        return transfer;
      },
      { name, content },
    );
    const canvas = this.page.locator('main');
    await canvas.dispatchEvent('dragover', { dataTransfer });
    await canvas.dispatchEvent('drop', { dataTransfer });
  }

  /** Drags an operation from the palette to a point of the window. */
  async dragFromPalette(op: string, to: Point): Promise<void> {
    const before = await this.nodes.count();
    await this.drag(await middleOf(this.paletteItem(op)), to);
    await expect(this.nodes).toHaveCount(before + 1);
  }

  /** Drags a wire from a node's output to an operand port. */
  async connect(source: string, target: string, port: number): Promise<void> {
    const from = await middleOf(this.port(source, 'out'));
    await this.drag(from, await middleOf(this.port(target, port)));
  }

  /** Clicks a number on the canvas and types another text, without ending the edit. */
  async typeValue(id: string, text: string): Promise<void> {
    await this.value(id).click();
    await expect(this.node(id).getByRole('textbox')).toBeFocused();
    await this.page.keyboard.type(text);
  }

  /** Clicks a number on the canvas, types another one and presses Enter. */
  async setValue(id: string, text: string): Promise<void> {
    await this.typeValue(id, text);
    await this.page.keyboard.press('Enter');
    await expect(this.node(id).getByRole('textbox')).toHaveCount(0);
  }

  /** Double-clicks a name on the canvas and types another one. */
  async rename(id: string, name: string): Promise<void> {
    await this.node(id).getByTitle('Double-click to rename').dblclick();
    const field = this.node(id).getByRole('textbox');
    if (this.isFirefox) {
      // Driven, it takes this for two clicks, and fills fields without telling them.
      await this.page.keyboard.press('F2');
      await expect(field).toBeFocused();
      await this.page.keyboard.type(name);
    } else await field.fill(name);
    await this.page.keyboard.press('Enter');
  }

  /** The text of the file that is saved by what is done meanwhile. */
  async savedBy(act: () => Promise<unknown>): Promise<string> {
    if (!this.isFirefox) {
      const [file] = await Promise.all([this.page.waitForEvent('download'), act()]);
      return readFile(await file.path(), 'utf8');
    }
    // Driven, Firefox tells nothing of files that a page has made: what it is given is read instead.
    const given = this.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const create = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            URL.createObjectURL = create;
            if (blob instanceof Blob) void blob.text().then(resolve);
            return create(blob);
          };
        }),
    );
    await act();
    return given;
  }

  /** Clicks a node near its upper border, away from what can be edited on it. */
  async select(id: string): Promise<void> {
    const box = await boxOf(this.node(id));
    await this.page.mouse.click(box.x + 0.32 * box.width, box.y + 0.06 * box.height);
    await expect(this.node(id)).toHaveClass(/selected/);
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo' }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Redo' }).click();
  }

  /** Waits until all commands are there and the view has been where it is for a few frames. */
  async settle(): Promise<void> {
    await expect(this.page.locator('#root > [aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await this.page.locator('.react-flow__viewport').evaluate(
      (viewport) =>
        new Promise<void>((resolve) => {
          let last = '';
          let frames = 0;
          const look = () => {
            const now = getComputedStyle(viewport).transform;
            frames = now === last ? frames + 1 : 0;
            last = now;
            if (frames < 4) requestAnimationFrame(look);
            else resolve();
          };
          look();
        }),
    );
  }

  /** Where each node stands on the canvas, whatever the view shows of it. */
  places(): Promise<Readonly<Record<string, Point>>> {
    return this.nodes.evaluateAll((nodes) =>
      Object.fromEntries(
        nodes.map((node) => {
          const { e: x, f: y } = new DOMMatrix(getComputedStyle(node).transform);
          return [node.getAttribute('data-id'), { x, y }];
        }),
      ),
    );
  }

  /** All numbers on the canvas as they are shown: by node, and value and gradient by edge. */
  numbers() {
    return this.page.evaluate(() => {
      const text = (element: Element, role: string) =>
        element.querySelector(`[data-role="${role}"]`)?.textContent ?? '';
      const nodes = [...document.querySelectorAll('.react-flow__node')];
      const edges = [...document.querySelectorAll('[data-edge]')];
      const byNode = (role: string) =>
        Object.fromEntries(nodes.map((node) => [node.getAttribute('data-id'), text(node, role)]));
      return {
        values: byNode('value'),
        gradients: byNode('gradient'),
        edges: Object.fromEntries(
          edges.map((edge) => [
            edge.getAttribute('data-edge'),
            [text(edge, 'value'), text(edge, 'gradient')],
          ]),
        ),
      };
    });
  }

  /** What stands on the nodes that have a problem. */
  problems(): Promise<string[]> {
    return this.page.locator('[data-role="problem"]').allTextContents();
  }

  /** The whole picture: where each node stands and what it shows. */
  async picture(): Promise<unknown> {
    const texts = await this.nodes.evaluateAll((nodes) => nodes.map((node) => node.textContent));
    return { places: await this.places(), texts };
  }
}

/** The middle of an element, as a point of the window. */
export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Keeps answers to requests for these files back until the function it gives is called. */
export async function holdBack(page: Page, files: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Where an element stands in the window. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on the page`);
  return box;
}
