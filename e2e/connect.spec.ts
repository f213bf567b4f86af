import { type Chainrule, expect, middleOf, openGraph, type Point, test } from './page.ts';

const a = { id: 'a', op: 'parameter', value: 2 };
const b = { id: 'b', op: 'parameter', value: 5 };

test('a wire let go on a node takes its first free port', async ({ page }) => {
  const chainrule = await openGraph(page, [a, b, { id: 'd', op: 'subtract' }]);
  await dropOnBody(chainrule, 'a', 'd');
  await expect(chainrule.edge('a->d:0')).toBeAttached();
  await dropOnBody(chainrule, 'b', 'd');
  await expect(chainrule.edge('b->d:1')).toBeAttached();
  await chainrule.expectNode('d', '-3', '1');
  await chainrule.expectEdge('b->d:1', '5', '-1');
  await dropOnBody(chainrule, 'a', 'd');
  await expect(chainrule.notice).toContainText('all 2 ports of d are taken');
  await expect(chainrule.edges).toHaveCount(2);
});

test('a wire can be drawn backwards, from the operand port to the output', async ({ page }) => {
  const chainrule = await openGraph(page, [a, b, { id: 's', op: 'square' }], { output: 's' });
  await chainrule.drag(
    await middleOf(chainrule.port('s', 0)),
    await middleOf(chainrule.port('b', 'out')),
  );
  await chainrule.expectEdge('b->s:0', '5', '10');
  await expect(chainrule.value('s')).toHaveText('25');
});

test('an occupied port takes the new wire in place of the old one', async ({ page }) => {
  const chainrule = await openGraph(page, [a, b, { id: 's', op: 'square', inputs: ['a'] }]);
  await chainrule.connect('b', 's', 0);
  await expect(chainrule.edge('b->s:0')).toBeAttached();
  await expect(chainrule.edge('a->s:0')).toHaveCount(0);
  await expect(chainrule.value('s')).toHaveText('25');
  await chainrule.undo();
  await expect(chainrule.edge('a->s:0')).toBeAttached();
  await expect(chainrule.value('s')).toHaveText('4');
});

test('a sum grows a port when all are taken and loses it again', async ({ page }) => {
  const c = { id: 'c', op: 'input', value: 7, position: { x: 0, y: 200 } };
  const chainrule = await openGraph(page, [a, b, { id: 's', op: 'add', inputs: ['a', 'b'] }, c]);
  await chainrule.connect('c', 's', 2);
  await expect(chainrule.edge('c->s:2')).toBeAttached();
  await expect(chainrule.value('s')).toHaveText('14');
  await expect(chainrule.port('s', 3)).toBeAttached();
  await dropOnBody(chainrule, 'a', 's');
  await expect(chainrule.value('s')).toHaveText('16');
  await expect(chainrule.gradient('a')).toHaveText('2');

  await chainrule.select('b');
  await page.keyboard.press('Delete');
  await expect(chainrule.value('s')).toHaveText('11');
  await expect(chainrule.edge('c->s:1')).toBeAttached();
  await expect(chainrule.problem('s')).toHaveCount(0);
});

test('a node may use the same operand twice', async ({ page }) => {
  const chainrule = await openGraph(page, [a, { id: 'p', op: 'multiply' }]);
  await chainrule.connect('a', 'p', 0);
  await chainrule.connect('a', 'p', 1);
  await chainrule.expectEdge('a->p:1', '2', '2');
  await expect(chainrule.gradient('a')).toHaveText('4');
});

test('a connection that cannot be made is refused and says why', async ({ page }) => {
  const chainrule = await openGraph(page, [
    a,
    { id: 'u', op: 'square', inputs: ['a'] },
    { id: 'v', op: 'add', inputs: ['u', null] },
    b,
  ]);
  await chainrule.connect('v', 'u', 0);
  await expect(chainrule.notice).toContainText('run in a circle (u → v → u)');
  await chainrule.connect('v', 'v', 1);
  await expect(chainrule.notice).toContainText('run in a circle (v → v)');
  await dropOnBody(chainrule, 'a', 'b');
  await expect(chainrule.notice).toContainText('b is a leaf and takes no operands');
  await chainrule.drag(
    await middleOf(chainrule.port('a', 'out')),
    await middleOf(chainrule.port('b', 'out')),
  );
  await expect(chainrule.notice).toContainText('this is an output');
  await chainrule.drag(
    await middleOf(chainrule.port('u', 0)),
    await middleOf(chainrule.port('v', 1)),
  );
  await expect(chainrule.notice).toContainText('both are operand ports');
  // On the palette there is nothing a wire could be let go on.
  await chainrule.drag(
    await middleOf(chainrule.port('a', 'out')),
    await middleOf(page.getByRole('searchbox', { name: 'Search operations' })),
  );
  await expect(chainrule.notice).toContainText('let the wire go on an operand port');

  await expect(chainrule.edges).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('an edge is moved to another port and another source by its ends', async ({ page }) => {
  const chainrule = await openGraph(page, [
    a,
    { id: 'd', op: 'subtract', inputs: ['a', null] },
    { id: 's', op: 'square' },
    b,
  ]);
  const { x, y } = await middleOf(chainrule.port('d', 0));
  await chainrule.drag({ x: x - 18, y }, await middleOf(chainrule.port('s', 0)));
  await expect(chainrule.edge('a->s:0')).toBeAttached();
  await expect(chainrule.edge('a->d:0')).toHaveCount(0);
  await expect(chainrule.value('s')).toHaveText('4');

  const end = await middleOf(chainrule.port('a', 'out'));
  await chainrule.drag({ x: end.x + 18, y: end.y }, await middleOf(chainrule.port('b', 'out')));
  await expect(chainrule.edge('b->s:0')).toBeAttached();
  await expect(chainrule.value('s')).toHaveText('25');
  await chainrule.undo();
  await chainrule.undo();
  await expect(chainrule.edge('a->d:0')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('an edge end dropped where it cannot go stays where it was and says why', async ({ page }) => {
  const chainrule = await openGraph(page, [
    a,
    { id: 'u', op: 'square', inputs: ['a'] },
    { id: 'v', op: 'square', inputs: ['u'] },
  ]);
  const start = await middleOf(chainrule.port('a', 'out'));
  await chainrule.drag({ x: start.x + 18, y: start.y }, await middleOf(chainrule.port('v', 'out')));
  await expect(chainrule.notice).toContainText('run in a circle (u → v → u)');
  await expect(chainrule.edge('a->u:0')).toBeAttached();
});

test('operands can be chosen, changed and removed in the panel', async ({ page }) => {
  const chainrule = await openGraph(page, [a, b, { id: 's', op: 'add' }]);
  await chainrule.select('s');
  const operand = (port: number) =>
    chainrule.panel.getByRole('combobox', { name: `Operand ${port}` });
  await operand(1).selectOption('a');
  await operand(2).selectOption('b');
  await expect(chainrule.value('s')).toHaveText('7');
  await operand(3).selectOption('b');
  await expect(chainrule.value('s')).toHaveText('12');
  await operand(3).press('Control+z');
  await expect(chainrule.value('s')).toHaveText('7');
  await operand(3).press('Control+y');
  await operand(1).selectOption('not connected');
  await expect(chainrule.value('s')).toHaveText('10');
  await operand(2).selectOption('not connected');
  await expect(chainrule.problem('s')).toContainText('Operand 2 is not connected yet');
  await expect(operand(1).locator('option')).toHaveText(['not connected', 'a', 'b']);
});

/** Drags a wire onto a node, away from its ports. */
async function dropOnBody(chainrule: Chainrule, source: string, target: string): Promise<void> {
  const from: Point = await middleOf(chainrule.port(source, 'out'));
  await chainrule.drag(from, await middleOf(chainrule.node(target)));
}

test('what a key connects is told by the keys, wherever the pointer rests', async ({ page }) => {
  const chainrule = await openGraph(page, [
    a,
    { id: 'm', op: 'multiply' },
    { id: 's', op: 'square' },
    { id: 'n', op: 'negate' },
    { id: 't', op: 'tanh' },
  ]);
  const offers = page.getByRole('dialog').getByRole('option');
  const first = offers.first();
  const third = offers.nth(2);
  await chainrule.node('a').focus();
  await page.keyboard.press('c');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  // Where the third offer is going to be when the dialog comes up once more.
  const rest = await middleOf(third);
  await page.keyboard.press('Escape');
  await expect(third).toHaveCount(0);
  await page.mouse.move(rest.x, rest.y);
  await chainrule.node('a').focus();
  await page.keyboard.press('c');
  await expect(third).toBeVisible();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await offers.nth(1).hover();
  await third.hover();
  await expect(third).toHaveAttribute('aria-selected', 'true');
});

test('a node whose value nothing can take is asked for its operands instead', async ({ page }) => {
  const chainrule = await openGraph(page, [a, b, { id: 'm', op: 'multiply' }]);
  await chainrule.node('m').focus();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('option', { name: /^b/ }).click();
  await expect(chainrule.edge('b->m:0')).toBeAttached();
});
