import type { FileChooser } from '@playwright/test';
import { type Chainrule, expect, openEmpty, test } from './page.ts';

/** A network of two inputs, two hidden neurons and one output, with squared error: its leaves … */
const leaves = { x1: 1, x2: 2, w1: 0.5, w2: -1, w3: 2, w4: 0.25, v1: 1.5, v2: -2, t: 1 };

/** … and its operations, each with its operands. */
const operations = [
  { name: 'm1', op: 'multiply', operands: ['w1', 'x1'] },
  { name: 'm2', op: 'multiply', operands: ['w2', 'x2'] },
  { name: 'm3', op: 'multiply', operands: ['w3', 'x1'] },
  { name: 'm4', op: 'multiply', operands: ['w4', 'x2'] },
  { name: 'z1', op: 'add', operands: ['m1', 'm2'] },
  { name: 'z2', op: 'add', operands: ['m3', 'm4'] },
  { name: 'h1', op: 'sigmoid', operands: ['z1'] },
  { name: 'h2', op: 'sigmoid', operands: ['z2'] },
  { name: 'm5', op: 'multiply', operands: ['v1', 'h1'] },
  { name: 'm6', op: 'multiply', operands: ['v2', 'h2'] },
  { name: 'y', op: 'add', operands: ['m5', 'm6'] },
  { name: 'E', op: 'squaredError', operands: ['y', 't'] },
] as const;

type OpId = 'parameter' | (typeof operations)[number]['op'];

/** What the operations are called by those who type their names. */
const names: Readonly<Record<'en' | 'zh-CN', Readonly<Record<OpId, string>>>> = {
  en: {
    parameter: 'parameter',
    multiply: 'multiply',
    add: 'add',
    sigmoid: 'sigmoid',
    squaredError: 'squared error',
  },
  'zh-CN': {
    parameter: '参数',
    multiply: '乘法',
    add: '加法',
    sigmoid: 'sigmoid',
    squaredError: '平方误差',
  },
};

/** Loss of the network and its gradient with respect to w1, reckoned by hand. */
function reckon({ x1, x2, w1, w2, w3, w4, v1, v2, t }: typeof leaves) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const h1 = sigmoid(w1 * x1 + w2 * x2);
  const h2 = sigmoid(w3 * x1 + w4 * x2);
  const y = v1 * h1 + v2 * h2;
  return { loss: (y - t) ** 2, ofW1: 2 * (y - t) * v1 * h1 * (1 - h1) * x1 };
}

/** Adds a node by name and leaves the focus on it. */
async function add(chainrule: Chainrule, op: string, name: string): Promise<void> {
  const { page } = chainrule;
  const count = await chainrule.nodes.count();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').locator('textarea')).toBeFocused();
  await page.keyboard.type(op);
  await page.keyboard.press('Enter');
  await expect(chainrule.nodes).toHaveCount(count + 1);
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  await page.keyboard.press('F2');
  await expect(page.locator('.react-flow__node input')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(chainrule.node(name)).toBeFocused();
}

async function setValue(chainrule: Chainrule, name: string, value: number): Promise<void> {
  const { page } = chainrule;
  await page.keyboard.press('Enter');
  await expect(chainrule.node(name).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(String(value));
  await page.keyboard.press('Enter');
  await expect(chainrule.node(name)).toBeFocused();
}

/** Takes the first open operand of what has the focus from a node. */
async function takeFrom(chainrule: Chainrule, source: string, port: string): Promise<void> {
  const { page } = chainrule;
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('dialog').getByRole('combobox').last()).toBeFocused();
  await page.keyboard.type(source);
  await page.keyboard.press('Enter');
  await expect(chainrule.edge(port)).toBeAttached();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
}

async function expectNetwork(chainrule: Chainrule, of: typeof leaves): Promise<void> {
  const { loss, ofW1 } = reckon(of);
  await expect
    .poll(async () => Number(await chainrule.value('E').textContent()))
    .toBeCloseTo(loss, 4);
  await expect
    .poll(async () => Number(await chainrule.gradient('w1').textContent()))
    .toBeCloseTo(ofW1, 4);
}

for (const locale of ['en', 'zh-CN'] as const) {
  test.describe(`by keyboard alone, ${locale}`, () => {
    test.use({ locale: locale === 'en' ? 'en-US' : locale });

    test('builds, edits, saves and reopens a 2-2-1 network', {
      tag: locale === 'en' ? '@firefox' : [],
    }, async ({ page }) => {
      test.setTimeout(180_000);
      const chainrule = await openEmpty(page);
      const { keyboard } = page;
      for (const [name, value] of Object.entries(leaves)) {
        await add(chainrule, names[locale].parameter, name);
        await setValue(chainrule, name, value);
      }
      for (const { name, op, operands } of operations) {
        await add(chainrule, names[locale][op], name);
        for (const [port, source] of operands.entries()) {
          await takeFrom(chainrule, source, `${source}->${name}:${port}`);
        }
      }
      await keyboard.press('o');
      await expectNetwork(chainrule, leaves);

      // Back along the first operands, to the first weight.
      for (let step = 0; step < 6; step++) await keyboard.press('ArrowLeft');
      await expect(chainrule.node('v1')).toBeFocused();
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown']) await keyboard.press(key);
      await expect(chainrule.node('h1')).toBeFocused();
      for (let step = 0; step < 3; step++) await keyboard.press('ArrowLeft');
      await expect(chainrule.node('w1')).toBeFocused();
      await setValue(chainrule, 'w1', 0.75);
      const edited = { ...leaves, w1: 0.75 };
      await expectNetwork(chainrule, edited);
      await keyboard.press('Control+z');
      await expectNetwork(chainrule, leaves);
      await keyboard.press('Control+y');

      // Listened for from here on: begun with the key, listening may come too late.
      const choosers: FileChooser[] = [];
      page.on('filechooser', (chooser) => choosers.push(chooser));
      const text = await chainrule.savedBy(() => keyboard.press('Control+s'));
      await chainrule.newGraph();
      await chainrule.settle();
      await keyboard.press('Control+o');
      await expect.poll(() => choosers.length).toBe(1);
      const [chooser] = choosers;
      await chooser.setFiles({
        name: 'network.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await chainrule.expectNodes([...Object.keys(leaves), ...operations.map(({ name }) => name)]);
      await expectNetwork(chainrule, edited);
    });
  });
}
