import { type Chainrule, expect } from '../page.ts';
import { leave, type Screen, screen, showPanel, tab, takeBack } from './screen.ts';

/** Training, its data and its pictures. */
export const ofTraining: readonly Screen[] = [
  trained('training, with everything unfolded', async ({ page, panel }) => {
    await page.getByRole('tabpanel').locator('button:has(.lucide-step-forward)').click();
    await expect(panel.locator('[data-role="updates"]')).toHaveText('1');
    await expect(panel.locator('[data-role="iterates"] tbody tr')).toHaveCount(2);
  }),
  trained('training to a target', async ({ panel }) => {
    await panel.locator('fieldset label').nth(1).click();
    await expect(panel.locator('td input:not([type])')).toHaveCount(4);
  }),
  screen('a table of data', {
    isReshaped: true,
    show: async (chainrule) => {
      const { page } = chainrule;
      await chainrule.dropFile('1.csv', 'x,y\n1,2\n3\n4,5\n6,7\n8,9\n');
      await expect(page.locator('[data-role="data-source"] li')).toBeAttached();
      await page.locator('[data-fold="scaling"] > summary').click();
      await page.locator('[data-fold="test-set"] > summary').click();
      const share = page.locator('[data-fold="test-set"] input').first();
      await share.fill('50');
      await share.press('Enter');
      await page.locator('#open-data-table').click();
      await expect(page.getByRole('grid')).toBeFocused();
      await expect(page.locator('tr[data-test]')).toHaveCount(2);
      for (const key of ['ArrowRight', 'Enter', 'x', 'Enter']) await page.keyboard.press(key);
      await expect(page.getByRole('grid').getByRole('alert')).toBeVisible();
    },
    leave: async (chainrule) => {
      const { page } = chainrule;
      await page.keyboard.press('Escape');
      const table = page.locator('section').filter({ has: page.getByRole('grid') });
      await table.last().locator('h2 ~ button').click();
      await expect(page.getByRole('grid')).toHaveCount(0);
      await leave(chainrule);
      await takeBack(chainrule);
      await tab(chainrule, 0);
      await expect(chainrule.gradient('z')).toHaveText('1');
      await chainrule.settle();
    },
  }),
  screen('a picture of training, large', {
    isReshaped: true,
    show: async (chainrule) => {
      const { page, panel } = chainrule;
      await tab(chainrule, 3);
      await showPanel(chainrule);
      await panel.locator('[data-role="picture"]').selectOption('over');
      await panel.locator('[data-role="enlarge-plot"]').click();
      const drawn = page.getByRole('main').locator('[data-role="figure"] svg');
      await expect(drawn).toBeVisible();
    },
    leave: async (chainrule) => {
      await chainrule.page.locator('[data-role="close-plot"]').click();
      await leave(chainrule);
      await tab(chainrule, 0);
      await expect(chainrule.gradient('z')).toHaveText('1');
      await chainrule.settle();
    },
  }),
];

/** Something of training, all of it unfolded, and back to the graph as it was. */
function trained(name: string, show: Screen['show']): Screen {
  const folds = (chainrule: Chainrule, isOpen: boolean) =>
    chainrule.panel
      .locator(isOpen ? 'details:not([open]) > summary' : 'details[open] > summary')
      .evaluateAll((summaries: HTMLElement[]) => {
        for (const summary of summaries) summary.click();
      });
  return screen(name, {
    isReshaped: true,
    show: async (chainrule) => {
      await tab(chainrule, 3);
      await showPanel(chainrule);
      await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
      await folds(chainrule, true);
      await expect(chainrule.panel.locator('details:not([open])')).toHaveCount(0);
      await show(chainrule);
    },
    leave: async (chainrule) => {
      await leave(chainrule);
      await folds(chainrule, false);
      await takeBack(chainrule);
      await tab(chainrule, 0);
      await expect(chainrule.gradient('z')).toHaveText('1');
      await expect(chainrule.value('w')).toHaveText('3');
      await chainrule.settle();
    },
  });
}
