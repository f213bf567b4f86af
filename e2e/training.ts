import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Chainrule, expect, openPage } from './page.ts';

/** The page while it is about training, in the words of whoever trains. */
export class Training extends Chainrule {
  /** The transport of training, below everything. */
  get bar(): Locator {
    return this.page.locator('main ~ section');
  }

  /** How many updates led to what is on the canvas. */
  get updates(): Locator {
    return this.panel.locator('[data-role="updates"]');
  }

  get loss(): Locator {
    return this.panel.locator('[data-role="loss"]');
  }

  /** Why a run ended. */
  get ending(): Locator {
    return this.panel.locator('[data-role="ending"]');
  }

  /** What screen readers are told. */
  get told(): Locator {
    return this.bar.locator('[data-role="announcement"]');
  }

  get train(): Locator {
    return this.panel.getByRole('button', { name: /^Train( on)?$/ });
  }

  get pause(): Locator {
    return this.panel.getByRole('button', { name: 'Pause' });
  }

  get once(): Locator {
    return this.panel.getByRole('button', { name: 'One update' });
  }

  get reset(): Locator {
    return this.panel.getByRole('button', { name: 'Reset to the start' });
  }

  /** A button of the transport. */
  button(name: string): Locator {
    return this.bar.getByRole('button', { name });
  }

  /** A number of the panel, by its name. */
  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  async fill(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).press('Enter');
    await expect(this.field(name)).toHaveValue(text);
  }

  /** A list to choose from, by its name. */
  list(name: string): Locator {
    return this.panel.getByRole('combobox', { name, exact: true });
  }

  /** Opens a part of the panel that is folded away. */
  async open(fold: string): Promise<Locator> {
    const part = this.panel.locator(`[data-fold="${fold}"]`);
    await part.locator('summary').first().click();
    await expect(part).toHaveAttribute('open', '');
    return part;
  }

  /** Trains and waits until that is over. */
  async trainToEnd(): Promise<void> {
    await this.train.click();
    await expect(this.train).toBeVisible();
    await expect(this.updates).not.toHaveText('0');
  }

  /** Compares so many runs and waits until all of them are over. */
  async compare(count: number): Promise<void> {
    await this.panel.getByRole('button', { name: `Compare ${count}` }).click();
    await expect(this.told).toContainText('Compared.');
  }

  /** The table of iterates as texts, without its line of names. */
  async iterates(): Promise<string[][]> {
    return this.page
      .locator('[data-role="iterates"] tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      );
  }
}

/** Opens an example of the gallery on the page for training. Nothing moves for the sake of the eye. */
export async function openTraining(page: Page, example: string): Promise<Training> {
  const file = await readFile(new URL(`../graphs/${example}.json`, import.meta.url), 'utf8');
  return openToTrain(page, file);
}

/** Opens a graph file on the page for training. */
export async function openToTrain(page: Page, file: string): Promise<Training> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  const training = new Training(page);
  await training.dropFile('graph.json', file);
  await page.getByRole('tab').nth(3).click();
  await expect(training.updates).toHaveText('0');
  await expect(training.bar.getByRole('slider')).toBeVisible();
  await training.settle();
  return training;
}

/** The file of an example, with some of it changed. */
export async function exampleWith(
  example: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<string> {
  const file = await readFile(new URL(`../graphs/${example}.json`, import.meta.url), 'utf8');
  return JSON.stringify({ ...JSON.parse(file), ...changes });
}
