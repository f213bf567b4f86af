import type { Page } from '@playwright/test';
import { boxOf, type Chainrule, expect, graphFile, middleOf, openPage, test } from './page.ts';
import { emptyPoint, QuickAdd } from './quickAdding.ts';

/** Something the mouse does on the canvas, and the keys that do the same. */
interface Way {
  readonly what: string;
  readonly mouse: (chainrule: Chainrule) => Promise<void>;
  readonly keys: (chainrule: Chainrule) => Promise<void>;
  /** What comes of it; the numbers of all nodes and edges, if not told. */
  readonly seen?: (chainrule: Chainrule) => Promise<unknown>;
}

const nodes = [
  { id: 'a', op: 'parameter', value: 2, position: { x: 0, y: 0 } },
  { id: 'b', op: 'parameter', value: 5, position: { x: 0, y: 220 } },
  { id: 's', op: 'square', inputs: ['a'], position: { x: 300, y: 0 } },
  { id: 'd', op: 'subtract', inputs: ['s', null], position: { x: 600, y: 100 } },
];
const plain = graphFile(nodes, { output: 's' });

const boxed = graphFile(nodes, {
  output: 's',
  groups: [{ id: 'g', title: 'Part', nodes: ['s', 'd'] }],
  notes: [{ id: 'n', text: 'Mind', position: { x: 0, y: 420 } }],
});

/** The focus on a node, an edge, a group or a note, which arrows bring there. */
const at = async ({ page }: Chainrule, id: string, ...keys: string[]) => {
  const item = page.locator(`:is(.react-flow__node, .react-flow__edge)[data-id="${id}"]`);
  await item.focus();
  await expect(item).toBeFocused();
  for (const key of keys) await page.keyboard.press(key);
};

/** Types a name where the focus is asked for it, and presses Enter. */
const name = async ({ page }: Chainrule, text: string) => {
  await expect(page.locator(':is(input, textarea):focus')).toHaveCount(1);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

const numbers = (chainrule: Chainrule): Promise<unknown> => chainrule.numbers();

const marked = ({ page }: Chainrule) =>
  page
    .locator('.react-flow__node.selected')
    .evaluateAll((all) => all.map((node) => node.getAttribute('data-id')).sort());

/** On a graph of four nodes. Frames are drawn by Shift+Space and Ctrl+A, places kept by Alt and arrows. */
const onNodes: readonly Way[] = [
  {
    what: 'one is marked',
    mouse: (chainrule) => chainrule.select('a'),
    keys: (chainrule) => at(chainrule, 'a', 'Space'),
    seen: marked,
  },
  {
    what: 'several are marked',
    mouse: async (chainrule) => {
      await chainrule.select('a');
      await chainrule.node('s').click({ modifiers: ['Shift'], position: { x: 60, y: 8 } });
    },
    keys: async (chainrule) => {
      await at(chainrule, 'a', 'Space');
      await at(chainrule, 's', 'Shift+Space');
    },
    seen: marked,
  },
  {
    what: 'a value is led to a port',
    mouse: (chainrule) => chainrule.connect('b', 'd', 1),
    keys: async (chainrule) => {
      await at(chainrule, 'b', 'c');
      await name(chainrule, 'd 2');
    },
  },
  {
    what: 'a port takes its operand',
    mouse: async (chainrule) =>
      chainrule.drag(
        await middleOf(chainrule.port('d', 1)),
        await middleOf(chainrule.port('b', 'out')),
      ),
    keys: async (chainrule) => {
      await at(chainrule, 'd', 'Shift+C');
      await name(chainrule, 'b');
    },
  },
  {
    what: 'an edge gets another source',
    mouse: async (chainrule) => {
      const { x, y } = await middleOf(chainrule.port('a', 'out'));
      await chainrule.drag({ x: x + 18, y }, await middleOf(chainrule.port('b', 'out')));
    },
    keys: async (chainrule) => {
      await at(chainrule, 'a->s:0', 'Enter');
      await name(chainrule, 'b');
    },
  },
  {
    what: 'an edge is removed',
    mouse: async (chainrule) => {
      await chainrule.wire('s->d:0').click();
      await chainrule.panel.getByRole('button', { name: 'Remove this edge' }).click();
    },
    keys: (chainrule) => at(chainrule, 's->d:0', 'Delete'),
  },
  {
    what: 'what uses a value is added',
    mouse: async (chainrule) => {
      const end = await emptyPoint(chainrule.page, 420, 520);
      await chainrule.drag(await middleOf(chainrule.port('b', 'out')), end);
      await name(chainrule, 'sigmoid');
    },
    keys: async (chainrule) => {
      await at(chainrule, 'b', 'Shift+N');
      await name(chainrule, 'sigmoid');
    },
  },
  {
    what: 'something is put on an edge',
    mouse: async (chainrule) => {
      const { x, y } = await middleOf(chainrule.wire('a->s:0').locator('path').first());
      await chainrule.page.mouse.move(x - 20, y);
      await chainrule.page.mouse.move(x - 14, y);
      await chainrule.page.getByRole('button', { name: 'Insert on this edge' }).click();
      await name(chainrule, 'negate');
    },
    keys: async (chainrule) => {
      await at(chainrule, 'a->s:0', 'n');
      await name(chainrule, 'negate');
    },
  },
  {
    what: 'something is added on its own',
    mouse: async (chainrule) => {
      const { x, y } = await emptyPoint(chainrule.page, 420, 520);
      await chainrule.page.mouse.dblclick(x, y);
      await name(chainrule, 'input');
    },
    keys: async (chainrule) => {
      await at(chainrule, 'a', 'n');
      await name(chainrule, 'input');
    },
  },
  {
    what: 'a number is typed',
    mouse: (chainrule) => chainrule.setValue('a', '7'),
    keys: async (chainrule) => {
      await at(chainrule, 'a', 'Enter');
      await name(chainrule, '7');
    },
  },
  {
    what: 'a number is scrubbed',
    mouse: async (chainrule) => {
      const { x, y } = await middleOf(chainrule.value('a'));
      await chainrule.drag({ x, y }, { x: x + 12, y });
    },
    keys: (chainrule) => at(chainrule, 'a', 'Tab', 'ArrowUp', 'ArrowUp', 'ArrowUp'),
  },
  {
    what: 'a node is renamed',
    mouse: (chainrule) => chainrule.rename('s', 'q'),
    keys: async (chainrule) => {
      await at(chainrule, 's', 'F2');
      await name(chainrule, 'q');
    },
  },
  {
    what: 'another node is the output',
    mouse: async (chainrule) => {
      await chainrule.node('d').hover();
      await chainrule.node('d').getByRole('button', { name: 'make output' }).click();
    },
    keys: (chainrule) => at(chainrule, 'd', 'o'),
  },
  {
    what: 'its menu deletes a node',
    mouse: async (chainrule) => {
      await chainrule.node('s').click({ button: 'right', position: { x: 60, y: 8 } });
      await chainrule.page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    },
    keys: async (chainrule) => {
      await at(chainrule, 's', 'Shift+F10');
      const items = chainrule.page.getByRole('menu').getByRole('menuitem');
      await expect(items.first()).toBeFocused();
      await chainrule.page.keyboard.type('del');
      await expect(items.filter({ hasText: /^Delete/ }).first()).toBeFocused();
      await chainrule.page.keyboard.press('Enter');
    },
  },
];

/** With a group and a note. What is put into a group by a drag is put there in the outline, too. */
const onGroups: readonly Way[] = [
  {
    what: 'a group is closed',
    mouse: ({ page }) => page.getByRole('button', { name: 'Collapse group' }).click(),
    keys: (chainrule) => at(chainrule, 'group:g', 'Enter'),
    seen: ({ page }) => page.getByRole('button', { name: 'Open group' }).count(),
  },
  {
    what: 'a group is renamed',
    mouse: async (chainrule) => {
      await chainrule.page.locator('[data-id="group:g"]').getByText('Part').dblclick();
      await name(chainrule, 'Loss');
    },
    keys: async (chainrule) => {
      await at(chainrule, 'group:g', 'F2');
      await name(chainrule, 'Loss');
    },
    seen: ({ page }) => page.locator('[data-id="group:g"]').innerText(),
  },
  {
    what: 'a node leaves its group',
    mouse: async ({ page }) => {
      const { x, y } = await boxOf(page.locator('.react-flow__node[data-id="s"]'));
      await page.mouse.move(x + 40, y + 6);
      await page.mouse.down();
      await page.keyboard.down('Alt');
      await page.mouse.move(x + 42, y + 10);
      await page.mouse.move(x + 42, y - 160, { steps: 6 });
      await page.mouse.up();
      await page.keyboard.up('Alt');
    },
    keys: (chainrule) => at(chainrule, 's', 'Control+Alt+g'),
    seen: async ({ page }) => {
      // The box is as wide as what is left in it.
      const box = page.locator('.react-flow__node[data-id="group:g"]');
      return box.evaluate((element) => (element as HTMLElement).style.width);
    },
  },
  {
    what: 'a note goes into a group',
    mouse: async (chainrule) => {
      const note = chainrule.page.locator('.react-flow__node[data-id="note:n"]');
      const { x, y } = await boxOf(note);
      const goal = await boxOf(chainrule.node('s'));
      await chainrule.drag({ x: x + 20, y: y + 4 }, { x: goal.x + 20, y: goal.y + 100 });
    },
    keys: async (chainrule) => {
      await at(chainrule, 'note:n', 'Space');
      await at(chainrule, 'group:g', 'Shift+Space');
      await chainrule.page.keyboard.press('Control+Alt+Shift+g');
    },
    // The trail of the note names the group it is in.
    seen: async (chainrule) => {
      const file = await chainrule.savedBy(() => chainrule.choose('File', 'Download a copy'));
      return /"group": "g"/.test(file);
    },
  },
  {
    what: 'a note is rewritten',
    mouse: async (chainrule) => {
      await chainrule.page.locator('[data-id="note:n"]').getByText('Mind').dblclick();
      await name(chainrule, 'Sign');
      await chainrule.page.keyboard.press('Control+Enter');
    },
    keys: async (chainrule) => {
      await at(chainrule, 'note:n', 'Enter');
      await name(chainrule, 'Sign');
      await chainrule.page.keyboard.press('Control+Enter');
    },
    seen: ({ page }) => page.locator('[data-id="note:n"]').innerText(),
  },
];

for (const [kind, file, ways] of [
  ['nodes and edges', plain, onNodes],
  ['groups and notes', boxed, onGroups],
] as const) {
  test(`whatever the mouse does with ${kind}, keys do as well`, async ({ page }) => {
    test.slow();
    const chainrule = await openPage(page);
    for (const { what, mouse, keys, seen = numbers } of ways) {
      await test.step(what, async () => {
        await chainrule.dropFile('test.json', file);
        await chainrule.expectNodes(idsIn(file));
        const before = await seen(chainrule);
        await mouse(chainrule);
        await expect.poll(() => seen(chainrule), `${what} by mouse`).not.toEqual(before);
        const byMouse = await seen(chainrule);
        await takeBack(page);
        await expect.poll(() => seen(chainrule), `${what}, taken back`).toEqual(before);
        await page.mouse.move(0, 0);
        await keys(chainrule);
        await expect.poll(() => seen(chainrule), `${what} by keys`).toEqual(byMouse);
        await takeBack(page);
      });
    }
  });
}

test('keys move the view as a drag of the canvas does, and leave the panel to scroll', async ({
  page,
}) => {
  const chainrule = await openPage(page);
  const place = async () => {
    const { x, y } = await boxOf(chainrule.node('x'));
    return { x: Math.round(x), y: Math.round(y) };
  };
  const start = await place();
  const { width, height } = await boxOf(page.locator('.react-flow'));
  for (const [key, dx, dy] of [
    ['PageDown', 0, -height / 2],
    ['PageUp', 0, 0],
    ['Shift+PageDown', -width / 2, 0],
    ['Shift+PageUp', 0, 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(place).toEqual({
      x: Math.round(start.x + dx),
      y: Math.round(start.y + dy),
    });
  }
  await chainrule.paletteItem('add').focus();
  await page.keyboard.press('PageDown');
  await chainrule.settle();
  expect(await place()).toEqual(start);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('what uses a value is added clear of all other nodes', async ({ page }) => {
    const chainrule = await openPage(page);
    await chainrule.dropFile('test.json', plain);
    await chainrule.expectNodes(idsIn(plain));
    const add = new QuickAdd(page);
    // Where it would stand there is a node already.
    await at(chainrule, 'a', 'Shift+N');
    await expect(add.box).toContainText('以 a 为操作数');
    await name(chainrule, '自然对数');
    await chainrule.expectEdge('a->v:0', '2', '0');
    await expect(chainrule.node('v')).toBeFocused();
    await chainrule.settle();
    const [one, other] = [await boxOf(chainrule.node('v')), await boxOf(chainrule.node('s'))];
    const isApart = one.y + one.height <= other.y || other.y + other.height <= one.y;
    expect(isApart || one.x >= other.x + other.width || other.x >= one.x + one.width).toBe(true);
  });
});

/** Takes back all that was done since the file was opened, and marks nothing. */
async function takeBack(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await undo.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.selected')).toHaveCount(0);
}

/** The nodes of a graph file. */
function idsIn(file: string): string[] {
  const { nodes } = JSON.parse(file) as { nodes: { id: string }[] };
  return nodes.map(({ id }) => id);
}
