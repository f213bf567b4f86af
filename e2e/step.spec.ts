import { boxOf, expect, type FileNode, holdBack, openPage, test } from './page.ts';
import { button, expectPlace, numbersOf, openTransport, press, scrubber } from './stepping.ts';

test('stepping shows only what has been computed so far', { tag: '@firefox' }, async ({ page }) => {
  const chainrule = await openTransport(page);
  await expect(page.getByText('Play it step by step')).toBeVisible();
  await chainrule.expectNode('z', '162', '1');

  await page.getByRole('tab', { name: 'Step' }).click();
  await expect(chainrule.panel).toContainText('Watch the numbers being made');
  await expect(chainrule.edges.locator('text')).toHaveCount(0);
  await expect(chainrule.value('z')).toHaveCount(0);
  await expect(chainrule.gradient('b')).toHaveCount(0);
  // What is given stays there to be changed.
  await expect(chainrule.value('w')).toHaveText('3');

  const next = button(page, 'Next step');
  await next.click();
  await expectPlace(page, 'Forward · node 1 of 12');
  await expect(chainrule.panel).toContainText('What is w?');
  await expect(numbersOf(chainrule, 'w->m1:1')).toHaveText(['3']);
  for (let i = 0; i < 3; i++) await next.click();
  await expect(chainrule.panel).toContainText('Multiply 2 and w.');
  await expect(chainrule.value('m1')).toHaveText('6');
  await expect(chainrule.value('m2')).toHaveCount(0);
  await expect(chainrule.node('m1').locator('[data-marks="current"]')).toHaveCount(1);
  await expect(chainrule.node('w').locator('[data-marks="operand"]')).toHaveCount(1);
  await expect(chainrule.wire('w->m1:1').locator('[data-marks="forward"]')).toHaveCount(1);

  await button(page, 'Step back').click();
  await expect(chainrule.value('m1')).toHaveCount(0);
  await button(page, 'To the end').click();
  await chainrule.expectNode('b', '4', '63');
  await expect(chainrule.panel).toContainText('Both passes are done');
  await button(page, 'To the start').click();
  await expect(chainrule.edges.locator('text')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await chainrule.expectEdge('b->m3:0', '4', '36');
  await chainrule.expectNode('z', '162', '1');
});

test('a backward step is upstream × local = contribution, and paths that meet add up', async ({
  page,
}) => {
  const chainrule = await openTransport(page);
  await press(page, 'ArrowRight', 12);
  await expectPlace(page, 'Forward · node 12 of 12');
  await expect(page.locator('.react-flow [data-role="gradient"]')).toHaveCount(0);
  await press(page, 'ArrowRight');
  await expect(chainrule.panel).toContainText('The backward pass starts at the output');
  await chainrule.expectNode('z', '162', '1');
  await chainrule.expectNode('x', '18', '9');
  await expect(numbersOf(chainrule, 'x->z:0')).toHaveText(['18', '9']);

  await press(page, 'ArrowRight', 4);
  await expectPlace(page, 'Backward · edge 5 of 12');
  await expect(chainrule.panel).toContainText('Two edges lead from b on to z');
  await expect(chainrule.panel).toContainText(
    '18upstream gradient×2local derivative=36contribution',
  );
  await expect(chainrule.panel).toContainText('So far 0+ this edge 36= now 36');
  await expect(chainrule.gradient('b')).toHaveText('36');
  await expect(numbersOf(chainrule, 'b->m2:1')).toHaveText(['4']);
  await expect(chainrule.panel.getByRole('button', { name: 'm2' })).toContainText('to come');
  await expect(chainrule.wire('b->m3:0').locator('[data-marks~="backward"]')).toHaveCount(1);
  for (const edge of ['m3->y:0', 'y->z:1']) {
    await expect(chainrule.wire(edge).locator('[data-marks~="lit"]')).toHaveCount(1);
  }

  await press(page, 'ArrowRight', 5);
  await expectPlace(page, 'Backward · edge 10 of 12');
  await expect(chainrule.panel).toContainText('So far 36+ this edge 27= now 63');
  await expect(chainrule.gradient('b')).toHaveText('63');
  await expect(chainrule.panel.getByRole('listitem')).toHaveText([
    /b → m3 → y → z\s*2 · 1 · 18 = 36/,
    /b → m2 → x → z\s*3 · 1 · 9 = 27/,
  ]);
  await expect(chainrule.panel).toContainText('36 + 27 = 63');
  await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
});

test('a path in the panel is lit on the graph while it is pointed at or has the focus', async ({
  page,
}) => {
  const chainrule = await openTransport(page);
  await press(page, 'ArrowRight', 22);
  await expectPlace(page, 'Backward · edge 10 of 12');
  const isLit = (edge: string) => chainrule.wire(edge).locator('[data-marks~="lit"]');
  const paths = chainrule.panel.getByRole('listitem').getByRole('button');
  const [first, second] = [paths.nth(0), paths.nth(1)];
  await first.hover();
  await expect(isLit('y->z:1')).toHaveCount(1);
  await expect(isLit('x->z:0')).toHaveCount(0);
  await second.focus();
  await expect(isLit('x->z:0')).toHaveCount(1);
  await expect(isLit('y->z:1')).toHaveCount(0);
  await second.blur();
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(5, 5);
  await expect(isLit('y->z:1')).toHaveCount(1);
});

test('every step is read out', async ({ page }) => {
  await openTransport(page);
  const live = page.locator('[data-role="announcement"]');
  await expect(live).toHaveAttribute('aria-live', 'polite');
  await press(page, 'ArrowRight', 4);
  await expect(live).toHaveText('Forward · node 4 of 12. Multiply: m1 is 6.');
  await press(page, 'ArrowRight', 18);
  await expect(live).toHaveText(
    'Backward · edge 10 of 12. From m2 back to b: 9 × 3 = 27. So far 36, now 63.',
  );
});

test('numbers changed while stepping are the ones shown, and edits keep the place', async ({
  page,
}) => {
  const chainrule = await openTransport(page);
  await press(page, 'ArrowRight', 22);
  await expect(chainrule.gradient('b')).toHaveText('63');
  await chainrule.setValue('w', '10');
  await chainrule.expectNode('b', '4', '91');
  await expect(chainrule.panel).toContainText('So far 64+ this edge 27= now 91');
  await expectPlace(page, 'Backward · edge 10 of 12');

  // Without this edge the output cannot be computed, and there is no backward pass.
  await chainrule.wire('c4->y:1').focus();
  await page.keyboard.press('Delete');
  await expectPlace(page, 'Forward · node 10 of 10');
  await expect(chainrule.gradient('b')).toHaveCount(0);
  await expect(chainrule.panel).toContainText('the output cannot be computed yet');
  await chainrule.undo();
  await expectPlace(page, 'Backward · edge 10 of 12');
  await chainrule.expectNode('b', '4', '91');

  // Another output, other steps: the edge is the place, not its number.
  await chainrule.node('x').focus();
  await page.keyboard.press('o');
  await expectPlace(page, 'Backward · edge 4 of 6');
  await expect(chainrule.gradient('b')).toHaveText('3');
});

test('another document starts before its first step', async ({ page }) => {
  const chainrule = await openTransport(page);
  await press(page, 'ArrowRight', 9);
  await chainrule.dropFile(
    'other.json',
    JSON.stringify({
      format: 'chainrule-graph',
      version: 1,
      nodes: [
        { id: 'a', op: 'input', value: -3, position: { x: 0, y: 0 } },
        { id: 'r', op: 'relu', inputs: ['a'], position: { x: 250, y: 0 } },
      ],
    }),
  );
  await chainrule.expectNodes(['a', 'r']);
  await expectPlace(page, 'Before the first step');
  await press(page, 'End');
  await expect(chainrule.panel).toContainText('a = -3 is below 0, so the gate is shut');
  await expect(chainrule.gradient('a')).toHaveText('0');
});

test('says what is missing where there is nothing to step through', async ({ page }) => {
  const chainrule = await openTransport(page);
  await page.getByRole('tab', { name: 'Step' }).click();
  await chainrule.newGraph();
  await expect(chainrule.panel).toContainText('Nothing to step through yet');
  await chainrule.dropFile(
    'open.json',
    JSON.stringify({
      format: 'chainrule-graph',
      version: 1,
      nodes: [
        { id: 'a', op: 'input', value: 2, position: { x: 0, y: 0 } },
        { id: 'p', op: 'square', inputs: ['a'], position: { x: 250, y: 0 } },
        { id: 'q', op: 'add', inputs: ['a', null], position: { x: 250, y: 150 } },
      ],
    }),
  );
  await chainrule.expectNodes(['a', 'p', 'q']);
  await expect(chainrule.panel).toContainText('no output is chosen');
  await chainrule.panel.getByRole('button', { name: 'q' }).click();
  await expect(chainrule.node('q')).toHaveClass(/selected/);
  await press(page, 'End');
  await expectPlace(page, 'Forward · node 2 of 2');
  await expect(chainrule.value('p')).toHaveText('4');
});

test('turning to practice and back keeps the place and what is seen', async ({ page }) => {
  const chainrule = await openTransport(page);
  await press(page, 'ArrowRight', 4);
  await expectPlace(page, 'Forward · node 4 of 12');
  await expect(chainrule.value('m1')).toHaveText('6');
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(scrubber(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Step' }).click();
  await expectPlace(page, 'Forward · node 4 of 12');
  await expect(chainrule.value('m1')).toHaveText('6');
  await expect(chainrule.value('m2')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await chainrule.expectNode('z', '162', '1');
});

test('a step that is still being loaded calls nobody back from practice', async ({ page }) => {
  const release = await holdBack(page, '**/moves-*.js');
  await openPage(page);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Practise' }).click();
  await expect(page.getByRole('region', { name: 'Exercise' })).toBeAttached();
  release();
  await expect(page.getByRole('tabpanel', { name: 'Practise' }).getByRole('list')).toBeVisible();
  await page.getByRole('tab', { name: 'Step' }).click();
  await expectPlace(page, 'Before the first step');
});

test('long numbers and long paths stay within the panel', async ({ page }) => {
  const chainrule = await openTransport(page);
  await page.keyboard.press('Control+e');
  await page.locator('[data-example="mlp-2-3-3"]').click();
  await expect(chainrule.node('loss')).toBeAttached();
  await press(page, 'End');
  await press(page, 'ArrowLeft', 7);
  await expect(chainrule.panel.locator('.katex').first()).toBeVisible();
  const cutOff = await chainrule.panel.evaluate((panel) =>
    [panel, ...panel.querySelectorAll('*')]
      .filter((element) => element instanceof HTMLElement && !element.closest('.katex'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => element.textContent),
  );
  expect(cutOff).toEqual([]);
});

test('what a step is about comes into view in a large graph', async ({ page }) => {
  const nodes: FileNode[] = [{ id: 'n0', op: 'parameter', value: 1 }];
  for (let i = 1; i < 400; i++) {
    const position = { x: 260 * i, y: 40 * (i % 7) };
    nodes.push({ id: `n${i}`, op: 'identity', inputs: [`n${i - 1}`], position });
  }
  await openPage(page);
  const chainrule = new (await import('./page.ts')).Chainrule(page);
  await chainrule.dropFile(
    'long.json',
    JSON.stringify({ format: 'chainrule-graph', version: 1, nodes }),
  );
  await expect(chainrule.node('n0')).toBeVisible();
  await press(page, 'End');
  await expectPlace(page, 'Backward · edge 399 of 399');
  await expect(chainrule.node('n0')).toBeInViewport();
  await scrubber(page).focus();
  const { x, y, width, height } = await boxOf(scrubber(page));
  await page.mouse.click(x + 9 + 0.25 * (width - 18), y + height / 2);
  await expectPlace(page, 'Forward · node 200 of 400');
  await expect(chainrule.node('n199')).toBeInViewport();
  // The first node stays drawn, for Tab leads to it.
  await expect(chainrule.node('n2')).toHaveCount(0);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the panel explains in Chinese', async ({ page }) => {
    const chainrule = await openPage(page);
    await expect(page.getByRole('slider', { name: '两次传播中的位置' })).toBeVisible();
    await press(page, 'ArrowRight', 22);
    await expect(chainrule.panel).toContainText('反向传播 · 第 10 / 12 条边');
    await expect(chainrule.panel).toContainText('b 的变化如何影响 z？');
    await expect(chainrule.panel).toContainText('从 b 有 2 条边通向 z');
    await expect(chainrule.panel).toContainText('9上游梯度×3局部导数=27贡献');
    await expect(chainrule.panel).toContainText('已累加 36+ 这条边 27= 合计 63');
    await press(page, 'ArrowLeft');
    await expect(chainrule.panel).toContainText('常量 3 的变化如何影响 z？');
  });
});
