import { expect, openPage, test } from './page.ts';

test('opens on the worked example with the numbers of every edge', { tag: '@firefox' }, async ({
  page,
}) => {
  const chainrule = await openPage(page);
  await expect(page).toHaveTitle('Linear back-propagation: z = x·y – Chainrule');
  await expect(chainrule.nodes).toHaveCount(12);
  await expect(chainrule.edges).toHaveCount(12);
  await chainrule.expectEdge('c1->m1:0', '2', '27');
  await chainrule.expectEdge('w->m1:1', '3', '18');
  await chainrule.expectEdge('c2->m2:0', '3', '36');
  await chainrule.expectEdge('b->m2:1', '4', '27');
  await chainrule.expectEdge('m1->x:0', '6', '9');
  await chainrule.expectEdge('m2->x:1', '12', '9');
  await chainrule.expectEdge('b->m3:0', '4', '36');
  await chainrule.expectEdge('c3->m3:1', '2', '72');
  await chainrule.expectEdge('m3->y:0', '8', '18');
  await chainrule.expectEdge('c4->y:1', '1', '18');
  await chainrule.expectEdge('x->z:0', '18', '9');
  await chainrule.expectEdge('y->z:1', '9', '18');
});

test('the tab of the browser names the graph, in the language of the page', async ({ page }) => {
  const chainrule = await openPage(page);
  const title = page.getByRole('banner').getByRole('textbox');
  await title.fill('Mine');
  await title.press('Enter');
  await expect(page).toHaveTitle('Mine – Chainrule');
  await chainrule.undo();
  await chainrule.choose('View', '简体中文');
  await expect(page).toHaveTitle('线性反向传播：z = x·y – Chainrule');
  await chainrule.newGraph();
  await expect(page).toHaveTitle('未命名的图 – Chainrule');
});

test('shows the value and the gradient of every node', async ({ page }) => {
  const chainrule = await openPage(page);
  await chainrule.expectNode('w', '3', '18');
  await chainrule.expectNode('b', '4', '63');
  await chainrule.expectNode('c1', '2', '27');
  await chainrule.expectNode('x', '18', '9');
  await chainrule.expectNode('y', '9', '18');
  await chainrule.expectNode('z', '162', '1');
  await expect(chainrule.node('z')).toContainText('output');
});

test('explains in the panel where a gradient comes from', async ({ page }) => {
  const chainrule = await openPage(page);
  await expect(chainrule.panel).toContainText('b: it is used twice');
  await chainrule.select('b');
  await expect(chainrule.panel.getByRole('listitem')).toHaveText([
    /m2.*9 × 3 = 27/,
    /m3.*18 × 2 = 36/,
  ]);
  await expect(chainrule.panel).toContainText('= 63');
  await chainrule.wire('x->z:0').click();
  await expect(chainrule.panel).toContainText('1Upstream gradient×9Local derivative=9Contribution');
});
