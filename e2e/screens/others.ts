import { expect, graphFile } from '../page.ts';
import { leave, type Screen, screen, showPanel, tab } from './screen.ts';

/** Graphs other than the example. They take its place, so they come last. */
export const ofOtherGraphs: readonly Screen[] = [
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
