import { type Chainrule, expect } from '../page.ts';
import { leave, type Screen, screen, showPanel } from './screen.ts';

/** Stepping through the trace. */
export const ofStepping: readonly Screen[] = [
  screen('before the first step', {
    show: async (chainrule) => {
      await chainrule.page
        .getByRole('tab')
        .nth(1)
        .evaluate((tab: HTMLElement) => tab.click());
      await expect(chainrule.edges.locator('text')).toHaveCount(0);
      await showPanel(chainrule);
    },
    leave: leaveSteps,
  }),
  stepped(7, 'a step forward'),
  stepped(22, 'a step backward, where paths meet'),
  stepped(24, 'the last step'),
];

/** So many steps of the trace, and the panel that explains the last one. */
function stepped(steps: number, name: string): Screen {
  return screen(name, {
    show: async (chainrule) => {
      const { page } = chainrule;
      // On a node that a dialog has given the focus back to, the arrows mean something else.
      const scrubber = page.getByRole('slider');
      await expect(scrubber).toBeVisible();
      for (let step = 0; step < steps; step++) await scrubber.press('ArrowRight');
      await showPanel(chainrule);
      await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
    },
    leave: leaveSteps,
  });
}

/** Back to the numbers of all nodes, and for the next time to the first step. */
async function leaveSteps(chainrule: Chainrule): Promise<void> {
  const { page } = chainrule;
  await leave(chainrule);
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page
    .getByRole('tab')
    .nth(0)
    .evaluate((tab: HTMLElement) => tab.click());
  await expect(chainrule.gradient('z')).toHaveText('1');
  await chainrule.settle();
}
