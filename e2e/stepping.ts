import type { Locator, Page } from '@playwright/test';
import { type Chainrule, expect, openPage } from './page.ts';

/** The slider that says how many steps have been made. */
export function scrubber(page: Page): Locator {
  return page.getByRole('slider', { name: 'Position in the two passes' });
}

/** Waits until so much of the passes has been made, in words. */
export async function expectPlace(page: Page, text: string): Promise<void> {
  await expect(scrubber(page)).toHaveAttribute('aria-valuetext', text);
}

/** A button of the transport. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Playback' }).getByRole('button', { name });
}

/** Makes so many steps by key. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

/** Opens the page and waits for the transport, which is loaded after the graph. */
export async function openTransport(page: Page): Promise<Chainrule> {
  const chainrule = await openPage(page);
  await expect(scrubber(page)).toBeVisible();
  return chainrule;
}

/** The texts of the numbers an edge shows, the value first. */
export function numbersOf(chainrule: Chainrule, edge: string): Locator {
  return chainrule.edge(edge).locator('text');
}
