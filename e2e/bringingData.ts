import type { Locator, Page } from '@playwright/test';
import { type Chainrule, expect, openGraph } from './page.ts';

/** A line with a squared error: x and y are the inputs that data goes to. */
export const line = [
  { id: 'x', op: 'input', value: 1 },
  { id: 'y', op: 'input', value: 2 },
  { id: 'w', op: 'parameter', value: 0.5 },
  { id: 'b', op: 'parameter', value: 0 },
  { id: 'm', op: 'multiply', inputs: ['x', 'w'] },
  { id: 'z', op: 'add', inputs: ['m', 'b'] },
  { id: 'loss', op: 'squaredError', inputs: ['z', 'y'] },
];

/** The data of a graph in the words of the people who use it. */
export class Data {
  readonly chainrule: Chainrule;
  readonly page: Page;

  constructor(chainrule: Chainrule) {
    this.chainrule = chainrule;
    this.page = chainrule.page;
  }

  get section(): Locator {
    return this.page.locator('section[aria-labelledby="data-title"]');
  }

  get source(): Locator {
    return this.section.locator('[data-role="data-source"]');
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`#data-${row}-${column}`);
  }

  /** The list that says which column an input takes its values from. */
  columnFor(input: string): Locator {
    return this.section.getByRole('combobox', { name: `Column for ${input}` });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('tab', { includeHidden: true })
      .last()
      .evaluate((tab: HTMLElement) => tab.click());
    // Folded away where there are data already.
    const fold = this.page.locator('[data-fold="data"]');
    await expect(fold).toBeAttached();
    if ((await fold.getAttribute('open')) === null) {
      await fold
        .locator('summary')
        .first()
        .evaluate((summary: HTMLElement) => summary.click());
    }
    await expect(this.section.locator('#data-title')).toBeAttached();
  }

  /** Pastes a text into the field for it, as from another program. */
  async paste(text: string): Promise<void> {
    await this.section.getByRole('button', { name: 'Paste' }).click();
    const field = this.section.getByRole('textbox', { name: 'Rows of numbers' });
    await expect(field).toBeFocused();
    await pasteInto(field, text);
  }

  /** Opens a part of the section that is folded. */
  async unfold(id: string): Promise<void> {
    await this.section.locator(`[data-fold="${id}"] > summary`).click();
  }

  async setShare(percent: string): Promise<void> {
    await this.unfold('test-set');
    const share = this.section.getByRole('textbox', { name: 'Share of rows to test with, in %' });
    await share.fill(percent);
    await share.press('Enter');
  }

  async openTable(): Promise<void> {
    await this.section.getByRole('button', { name: 'Open table' }).click();
    await expect(this.grid).toBeFocused();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** All cells that are drawn, row by row. */
  texts(): Promise<string[][]> {
    return this.grid
      .locator('tbody tr[data-row]')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
  }
}

/** Opens the page on that graph, with the section of data open. */
export async function openData(
  page: Page,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const data = new Data(await openGraph(page, line, more));
  await data.open();
  return data;
}

/** What the clipboard of another program would hand over. */
export async function pasteInto(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox knows no other way to give it one.
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    element.dispatchEvent(paste);
  }, text);
}

/** A dataset section of these columns. */
export function dataset(columns: Readonly<Record<string, readonly number[]>>, more = {}) {
  const list = Object.entries(columns).map(([name, values]) => ({ name, values }));
  return { dataset: { version: 1, columns: list, ...more } };
}
