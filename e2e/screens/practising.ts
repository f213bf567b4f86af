import type { Locator } from '@playwright/test';
import { type Chainrule, expect } from '../page.ts';
import { leave, type Screen, screen, showPanel, tab, takeBack } from './screen.ts';

/** Practice: exercises done, and one made. */
export const ofPractice: readonly Screen[] = [
  practised('what can be practised', async () => {}),
  practised('an answer that is not right, and a hint', async (chainrule) => {
    await beginBackward(chainrule);
    await answer(chainrule, '9', '1');
    await chainrule.panel.locator('button:has(.lucide-lightbulb)').click();
    await expect(chainrule.panel.locator('.katex-display, section .katex').first()).toBeVisible();
  }),
  practised('the questions as a table', async (chainrule) => {
    await beginBackward(chainrule);
    await answer(chainrule, '9', '1');
    await bar(chainrule).locator('button').nth(1).click();
    await expect(chainrule.page.getByRole('table').first()).toBeVisible();
  }),
  practised('the result of an exercise', async (chainrule) => {
    await beginBackward(chainrule);
    await answer(chainrule, '9', '1');
    await bar(chainrule).locator('button').last().click();
    await expect(chainrule.page.getByRole('table').first()).toBeVisible();
  }),
  practised('making an exercise', async (chainrule) => {
    await chainrule.panel.locator('section button').last().click();
    await chainrule.page.locator('[data-quantity="value:x"] button').dispatchEvent('click');
    await expect(chainrule.panel.locator('ol li')).toHaveCount(1);
    await expect(bar(chainrule).locator('button:visible')).not.toHaveCount(0);
  }),
];

/** Something of practice, and back to the numbers of all nodes. */
function practised(name: string, show: Screen['show']): Screen {
  return screen(name, {
    isReshaped: true,
    show: async (chainrule) => {
      await tab(chainrule, 2);
      await showPanel(chainrule);
      await expect(chainrule.panel.locator('ul button')).toHaveCount(5);
      await show(chainrule);
    },
    leave: async (chainrule) => {
      const { page } = chainrule;
      // What was there before is hidden until the bar of practice is loaded.
      const buttons = bar(chainrule).locator('button:visible');
      const progress = page.getByRole('progressbar');
      await leave(chainrule);
      if (await progress.isVisible()) {
        await buttons.last().click();
        if (await progress.isVisible()) await buttons.last().click();
      } else if ((await buttons.count()) > 0) {
        await buttons.first().click();
        await takeBack(chainrule);
      }
      await tab(chainrule, 0);
      await expect(chainrule.gradient('z')).toHaveText('1');
      await chainrule.settle();
    },
  });
}

/** Begins the full backward pass. */
async function beginBackward({ page, panel }: Chainrule): Promise<void> {
  await panel.locator('ul button').last().click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(panel.getByRole('textbox')).toBeFocused();
}

async function answer({ page }: Chainrule, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

function bar({ page }: Chainrule): Locator {
  return page.locator('main ~ section');
}
