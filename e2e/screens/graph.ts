import { boxOf, expect } from '../page.ts';
import { leave, type Screen, screen, showPanel } from './screen.ts';

/** What is done on the graph, or beside it. */
export const onGraph: readonly Screen[] = [
  screen('the first screen', { isReshaped: true, show: async () => {} }),
  screen('an operation selected', {
    isReshaped: true,
    show: async (chainrule) => {
      await chainrule.select('x');
      await showPanel(chainrule);
      await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
    },
  }),
  screen('a leaf selected', {
    show: async (chainrule) => {
      await chainrule.select('b');
      await showPanel(chainrule);
      await expect(chainrule.panel.getByRole('spinbutton')).toHaveCount(1);
    },
  }),
  screen('several nodes selected', {
    show: async (chainrule) => {
      await chainrule.select('x');
      await chainrule.page.keyboard.press('u');
      await showPanel(chainrule);
      await expect(chainrule.panel.getByRole('listitem').first()).toBeVisible();
    },
  }),
  screen('an edge selected', {
    show: async (chainrule) => {
      await chainrule.wire('x->z:0').focus();
      await chainrule.page.keyboard.press('Space');
      await showPanel(chainrule);
      await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
    },
  }),
  screen('a number refused', {
    show: async (chainrule) => {
      await chainrule.value('w').focus();
      await chainrule.page.keyboard.press('Enter');
      await chainrule.page.keyboard.type('nonsense');
      await chainrule.page.keyboard.press('Enter');
      await expect(chainrule.node('w').getByRole('alert')).toBeVisible();
    },
  }),
  screen('nearer than the whole graph', {
    show: async (chainrule) => {
      for (let i = 0; i < 3; i++) await chainrule.page.keyboard.press('Control+=');
      await chainrule.settle();
    },
    leave: async (chainrule) => {
      await chainrule.page.keyboard.press('f');
      await chainrule.settle();
    },
  }),
  screen('the list of operations at the cursor', {
    show: async (chainrule) => {
      const { x, y, width, height } = await boxOf(chainrule.page.locator('.react-flow'));
      await chainrule.page.mouse.dblclick(x + width / 2, y + height - 140);
      await expect(chainrule.page.getByRole('listbox')).toBeVisible();
    },
  }),
  screen('a formula being typed', {
    isReshaped: true,
    show: async ({ page }) => {
      await page.keyboard.press('n');
      await expect(page.getByRole('listbox')).toBeVisible();
      await page.keyboard.type('q = (z - 1)^2 + ln(u)');
      await expect(page.getByRole('dialog').locator('.katex')).toBeVisible();
    },
  }),
  screen('a formula refused', {
    show: async ({ page }) => {
      await page.keyboard.press('n');
      await expect(page.getByRole('listbox')).toBeVisible();
      await page.keyboard.type('q = z + unknown(u)');
      await expect(page.locator('[data-role="refusal"]')).toBeVisible();
    },
  }),
  screen('a node nudged', {
    show: async (chainrule) => {
      await chainrule.select('b');
      await showPanel(chainrule);
      const closed = chainrule.panel.locator('details:not([open]) > summary');
      await expect(chainrule.panel.locator('summary')).toBeVisible();
      if (await closed.isVisible()) await closed.click();
      await expect(chainrule.panel.getByRole('table')).toBeVisible();
    },
  }),
  screen('nodes found', {
    isReshaped: true,
    show: async ({ page }) => {
      await page.keyboard.press('Control+f');
      await expect(page.getByRole('search').getByRole('combobox')).toBeFocused();
      await page.keyboard.type('m');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('search').getByRole('option')).toHaveCount(3);
    },
  }),
  screen('the outline', {
    isReshaped: true,
    show: async ({ page }) => {
      await page.keyboard.press('Control+Shift+O');
      await expect(page.locator('[data-cell]:focus')).toBeVisible();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Home');
      for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
      await expect(page.getByRole('grid').getByRole('combobox')).toHaveCount(3);
    },
    leave: async (chainrule) => {
      const { page } = chainrule;
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+O');
      await expect(page.getByRole('grid')).toHaveCount(0);
      await leave(chainrule);
    },
  }),
  screen('templates in the palette', {
    show: async ({ page }) => {
      await page.locator('[data-shelf="templates"] > summary').click();
      await expect(page.locator('[data-template]').first()).toBeVisible();
    },
    leave: async (chainrule) => {
      await chainrule.page.locator('[data-shelf="templates"] > summary').click();
      await leave(chainrule);
    },
  }),
];
