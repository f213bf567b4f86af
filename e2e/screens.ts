import type { Locator, Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, graphFile } from './page.ts';

/** Something the page can look like, reached without a word of any language. */
export interface Screen {
  readonly name: string;
  /** What is new on it, where the rest of the page is out of reach behind it. */
  readonly part: string;
  /** True where narrow windows show it in another form. */
  readonly isReshaped: boolean;
  /** True where both languages stand side by side on purpose. */
  readonly isBilingual: boolean;
  readonly show: (chainrule: Chainrule) => Promise<void>;
  readonly leave: (chainrule: Chainrule) => Promise<void>;
}

/** Every screen of the page; each starts and ends with the worked example, nothing selected. */
export const screens: readonly Screen[] = [
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
  trained('training, with everything unfolded', async ({ page, panel }) => {
    await page.getByRole('tabpanel').locator('button:has(.lucide-step-forward)').click();
    await expect(panel.locator('[data-role="updates"]')).toHaveText('1');
    await expect(panel.locator('[data-role="iterates"] tbody tr')).toHaveCount(2);
  }),
  trained('training to a target', async ({ panel }) => {
    await panel.locator('fieldset label').nth(1).click();
    await expect(panel.locator('td input:not([type])')).toHaveCount(4);
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
  menu(0, { isReshaped: true }),
  menu(1, { isReshaped: true, part: '[role=menu]' }),
  menu(2, { part: '[role=menu]' }),
  menu(3, { part: '[role=menu]' }),
  menu(4, { part: '[role=menu]' }),
  menu(5, { part: '[role=menu]' }),
  menu(6, { part: '[role=menu]' }),
  menu(7, { part: '[role=menu]' }),
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
  screen('the gradient check', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await openMenu(page, 6);
      await page.getByRole('menuitem').last().click();
      await dialog.locator('summary').click();
      await expect(dialog.getByRole('rowheader')).toHaveCount(12);
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
  screen('the appearance', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await openMenu(page, 5);
      await page.getByRole('menuitem').last().click();
      await expect(dialog.getByRole('radio').first()).toBeVisible();
    },
  }),
  screen('the gallery', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async (chainrule) => {
      await chainrule.page.keyboard.press('Control+e');
      await expect(chainrule.page.locator('[data-example]').first()).toBeVisible();
    },
  }),
  screen('the shortcuts', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async (chainrule) => {
      await chainrule.page.keyboard.press('?');
      await expect(chainrule.dialog).toBeVisible();
    },
  }),
  screen('a picture to export', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+Shift+E');
      await expect(dialog.getByRole('img')).toBeVisible();
    },
  }),
  screen('the command palette', {
    part: '[role=dialog]',
    isReshaped: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+k');
      await expect(dialog.getByRole('option').first()).toBeVisible();
    },
  }),
  screen('what the command palette finds', {
    part: '[role=dialog]',
    isBilingual: true,
    show: async ({ page, dialog }) => {
      await page.keyboard.press('Control+k');
      await dialog.getByRole('combobox').fill('align');
      await expect(dialog.locator('[aria-disabled="true"]').first()).toBeVisible();
    },
  }),
  screen('the context menu of a node', {
    part: '[role=menu]',
    show: async (chainrule) => {
      await chainrule.node('x').focus();
      await chainrule.page.keyboard.press('Shift+F10');
      const items = chainrule.page.getByRole('menu').getByRole('menuitem');
      await expect(items.first()).toBeFocused();
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
  screen('the errors of a file', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      await chainrule.dropFile('bad.json', graphFile([{ id: '1', op: 'input' }], { odd: 1 }));
      await expect(chainrule.dialog).toBeVisible();
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
  screen('saving a template', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      const { page } = chainrule;
      await chainrule.select('x');
      await page.getByRole('banner').locator('[aria-haspopup="menu"]').nth(3).click();
      await page.getByRole('menuitem').last().click();
      await expect(chainrule.dialog.getByRole('textbox')).toBeVisible();
    },
  }),
  screen('unsaved work', {
    part: '[role=dialog]',
    show: async (chainrule) => {
      await chainrule.value('w').focus();
      await chainrule.page.keyboard.press('ArrowUp');
      await chainrule.page.keyboard.press('Control+Alt+n');
      await expect(chainrule.dialog).toBeVisible();
    },
    leave: async (chainrule) => {
      await leave(chainrule);
      await takeBack(chainrule);
    },
  }),
  screen('problems and a notice', {
    isReshaped: true,
    show: async (chainrule) => {
      const nodes = [
        { id: 'a', op: 'input', value: -1 },
        { id: 'l', op: 'ln', inputs: ['a'] },
        { id: 's', op: 'add', inputs: ['a', null] },
        { id: 'L', op: 'hinge', inputs: ['a', 'l'] },
      ];
      await chainrule.dropFile('problems.json', graphFile(nodes));
      await expect(chainrule.problem('l')).toBeVisible();
      await chainrule.settle();
      await chainrule.connect('s', 's', 1);
      await expect(chainrule.notice).toHaveText(/./);
      await showPanel(chainrule);
    },
    leave: async (chainrule) => {
      await leave(chainrule);
      await chainrule.page.reload();
      await expect(chainrule.nodes).toHaveCount(4);
      await chainrule.settle();
    },
  }),
  screen('groups and a note', {
    isReshaped: true,
    show: async (chainrule) => {
      const { page } = chainrule;
      const nodes = [
        { id: 'x', op: 'input', value: 2 },
        { id: 'p', op: 'square', inputs: ['x'] },
        { id: 'q', op: 'exp', inputs: ['x'] },
        { id: 's', op: 'add', inputs: ['p', 'q'] },
      ];
      const groups = [
        { id: 'outer', title: 'A', nodes: ['s'] },
        { id: 'open', title: 'B', nodes: ['p'], parent: 'outer' },
        { id: 'closed', title: 'C', nodes: ['q'], collapsed: true },
      ];
      const text = '## N\n\n- *e* [l](https://example.org)\n- `c` $x^2$';
      const notes = [{ id: 'note', text, position: { x: 600, y: 180 } }];
      await chainrule.dropFile('groups.json', graphFile(nodes, { groups, notes }));
      await expect(page.locator('.react-flow__node-note .katex')).toBeAttached();
      await chainrule.settle();
      await page.locator('[data-id="group:open"]').getByText('B').click();
      await expect(page.getByRole('navigation')).toBeVisible();
      await showPanel(chainrule);
      await expect(chainrule.panel.getByRole('textbox').first()).toHaveValue('B');
    },
  }),
  screen('a direct solution beside the descent', {
    isReshaped: true,
    show: async (chainrule) => {
      const nodes = [
        { id: 'x', op: 'input', value: 1 },
        { id: 'y', op: 'input', value: 2 },
        { id: 'w', op: 'parameter', value: 0 },
        { id: 'b', op: 'parameter', value: 0 },
        { id: 'm', op: 'multiply', inputs: ['w', 'x'] },
        { id: 'a', op: 'add', inputs: ['m', 'b'] },
        { id: 'J', op: 'squaredError', inputs: ['a', 'y'] },
      ];
      const dataset = {
        version: 1,
        columns: [
          { name: 'x', values: [1, 2, 3, 4] },
          { name: 'y', values: [2, 3, 5, 6] },
        ],
        ...{ bind: { x: 'x', y: 'y' }, scale: { x: 'standard' }, test: { share: 0.25 } },
      };
      await chainrule.dropFile('squares.json', graphFile(nodes, { dataset }));
      await expect(chainrule.nodes).toHaveCount(nodes.length);
      await chainrule.settle();
      await tab(chainrule, 3);
      await showPanel(chainrule);
      const fold = chainrule.panel.locator('[data-fold="direct"]');
      await fold.locator('> summary').click();
      await expect(fold.getByRole('row')).toHaveCount(5);
    },
    leave: async (chainrule) => {
      await leave(chainrule);
      await tab(chainrule, 0);
    },
  }),
  screen('an empty canvas', {
    show: async (chainrule) => {
      await chainrule.page.keyboard.press('Control+Alt+n');
      await expect(chainrule.nodes).toHaveCount(0);
      await showPanel(chainrule);
    },
  }),
];

function screen(name: string, how: Partial<Screen> & Pick<Screen, 'show'>): Screen {
  return { name, part: 'body', isReshaped: false, isBilingual: false, leave, ...how };
}

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

/** Takes back all that was done: the next screen finds the example as it was opened. */
async function takeBack({ page }: Chainrule): Promise<void> {
  const undo = page.locator('header button:enabled:has([class*="lucide-undo"])');
  for (let i = 0; i < 9 && (await undo.count()) > 0; i++) {
    await undo.first().evaluate((button: HTMLElement) => button.click());
  }
  await expect(undo).toHaveCount(0);
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

/** Turns to a panel; on narrow windows its tab lies in a sheet that may be closed. */
async function tab({ page }: Chainrule, number: number): Promise<void> {
  await page
    .getByRole('tab', { includeHidden: true })
    .nth(number)
    .evaluate((element: HTMLElement) => element.click());
}

function menu(number: number, how: Partial<Screen>): Screen {
  return screen(`menu ${number + 1}`, {
    show: async ({ page }) => {
      await openMenu(page, number);
    },
    ...how,
  });
}

/** Opens a menu, which on narrow windows stands in a list behind one button. */
async function openMenu(page: Page, number: number): Promise<void> {
  const buttons = page.getByRole('banner').locator('[aria-haspopup="menu"]');
  const isNarrow = (await buttons.count()) === 1;
  await buttons.nth(isNarrow ? 0 : number).click();
  await expect(page.getByRole('menu')).toBeVisible();
  if (!isNarrow) return;
  await page.getByRole('menuitem').nth(number).click();
  await expect(page.getByRole('menu').getByRole('separator').first()).toBeVisible();
}

/** On narrow windows the panel is a sheet of its own, which slides in. */
async function showPanel({ page, panel }: Chainrule): Promise<void> {
  const button = page.getByRole('main').locator('> div > button[aria-expanded]').last();
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(panel).toHaveCSS('transform', 'none');
}

async function leave(chainrule: Chainrule): Promise<void> {
  const { page } = chainrule;
  const open = page.getByRole('main').locator('> div > button[aria-expanded="true"]');
  if (await open.isVisible()) await open.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
}
