import { boxOf, expect, middleOf, test } from './page.ts';
import { button, expectPlace, openTransport, press, scrubber } from './stepping.ts';

test('keys play, step and jump, but not where they mean something else', async ({ page }) => {
  const chainrule = await openTransport(page);
  await press(page, 'End');
  await expectPlace(page, 'Backward · edge 12 of 12');
  await press(page, 'ArrowLeft', 2);
  await expectPlace(page, 'Backward · edge 10 of 12');
  await press(page, 'Home');
  await expectPlace(page, 'Before the first step');
  await press(page, 'ArrowLeft');
  await expectPlace(page, 'Before the first step');

  const before = await chainrule.places();
  await chainrule.node('x').focus();
  await page.keyboard.press('ArrowRight');
  await expect(chainrule.node('z')).toBeFocused();
  expect(await chainrule.places()).toEqual(before);
  await chainrule.value('w').focus();
  await page.keyboard.press('ArrowRight');
  await expect(chainrule.value('w')).toHaveText('4');
  await page.getByRole('textbox', { name: 'Title of the graph' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expectPlace(page, 'Before the first step');
  await page.getByRole('tab', { name: 'Step' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Practise' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expectPlace(page, 'Before the first step');

  await page.locator('.canvas').focus();
  await page.keyboard.press('Space');
  await expect(button(page, 'Play or pause')).toBeVisible();
  const steps = async () => Number(await scrubber(page).getAttribute('aria-valuenow'));
  await expect.poll(steps).toBeGreaterThanOrEqual(3);
  await page.keyboard.press('Space');
  await expect(button(page, 'Play or pause').locator('.lucide-play')).toBeVisible();
  const stopped = await scrubber(page).getAttribute('aria-valuenow');
  await page.keyboard.press('ArrowRight');
  await expect(scrubber(page)).toHaveAttribute('aria-valuenow', String(Number(stopped) + 1));
});

test('plays to the end, faster on demand, and from the start again', async ({ page }) => {
  const chainrule = await openTransport(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await button(page, 'Play or pause').click();
  await expectPlace(page, 'Backward · edge 12 of 12');
  await expect(chainrule.panel).toContainText('Both passes are done');
  // Slow enough to see the first step go by.
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ index: 0 });
  await button(page, 'Play or pause').click();
  await expectPlace(page, 'Forward · node 1 of 12');
  await button(page, 'Play or pause').click();
});

test('the panel begins, and hands the focus on to the transport', async ({ page }) => {
  const chainrule = await openTransport(page);
  await page.getByRole('tab', { name: 'Step' }).click();
  await chainrule.panel.getByRole('button', { name: 'First step' }).focus();
  await page.keyboard.press('Enter');
  await expectPlace(page, 'Forward · node 1 of 12');
  await expect(button(page, 'Next step')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectPlace(page, 'Forward · node 2 of 12');
  await page.keyboard.press('End');
  await chainrule.panel.getByRole('button', { name: 'Now you: practise' }).click();
  await expect(page.getByRole('tab', { name: 'Practise' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('each pass is run by itself from the menu', async ({ page }) => {
  const chainrule = await openTransport(page);
  await chainrule.choose('Run', 'Run backward pass');
  await expectPlace(page, 'Backward · edge 1 of 12');
  await expectPlace(page, 'Backward · edge 12 of 12');
  await chainrule.choose('Run', 'Run forward pass');
  await expectPlace(page, 'Forward · node 1 of 12');
  await expectPlace(page, 'Forward · node 12 of 12');
  await expect(chainrule.value('z')).toHaveText('162');
  await expect(chainrule.gradient('z')).toHaveCount(0);
});

test.describe('where no motion is wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a pass is there at once and nothing travels', async ({ page }) => {
    const chainrule = await openTransport(page);
    await chainrule.choose('Run', 'Run forward pass');
    await expectPlace(page, 'Forward · node 12 of 12');
    await expect(page.locator('path[pathLength]').first()).toBeHidden();
  });
});

test('the scrubber is a slider for pointer and keys', async ({ page }) => {
  const chainrule = await openTransport(page);
  const { x, y, width, height } = await boxOf(scrubber(page));
  const at = (share: number) => x + 9 + share * (width - 18);
  await page.mouse.move(at(0.5), y + height / 2);
  await page.mouse.down();
  await expectPlace(page, 'Forward · node 12 of 12');
  await page.mouse.move(at(1), y + height / 2, { steps: 6 });
  await expectPlace(page, 'Backward · edge 12 of 12');
  await page.mouse.move(at(0), y + height / 2, { steps: 6 });
  await expectPlace(page, 'Before the first step');
  await page.mouse.move(at(0.25), y - 300, { steps: 6 });
  await expectPlace(page, 'Forward · node 6 of 12');
  await page.mouse.up();
  await expect(chainrule.value('m2')).toHaveText('12');

  await scrubber(page).focus();
  for (const [key, place] of [
    ['ArrowUp', 'Forward · node 7 of 12'],
    ['ArrowDown', 'Forward · node 6 of 12'],
    ['PageUp', 'Backward · edge 4 of 12'],
    ['PageDown', 'Forward · node 6 of 12'],
    ['End', 'Backward · edge 12 of 12'],
    ['ArrowRight', 'Backward · edge 12 of 12'],
    ['Home', 'Before the first step'],
  ]) {
    await page.keyboard.press(key);
    await expectPlace(page, place);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('taps step, a finger scrubs, and a line says what the step was', async ({ page }) => {
    const chainrule = await openTransport(page);
    await button(page, 'Next step').tap();
    await expectPlace(page, 'Forward · node 1 of 12');
    await expect(button(page, 'To the end')).toBeHidden();
    const caption = page.getByTitle('Explain this step');
    await expect(caption).toContainText('w is given: 3.');
    await button(page, 'Next step').tap();
    await expectPlace(page, 'Forward · node 2 of 12');

    const from = await middleOf(scrubber(page));
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x, y: from.y }],
      });
    await touch('touchStart', from.x);
    await expectPlace(page, 'Forward · node 12 of 12');
    await touch('touchMove', from.x + 30);
    await touch('touchMove', 385);
    await touch('touchEnd');
    await expectPlace(page, 'Backward · edge 12 of 12');
    // The finger was lifted while it moved; a tap right after that must arrive all the same.
    await button(page, 'Step back').tap();
    await expectPlace(page, 'Backward · edge 11 of 12');
    await button(page, 'Next step').tap();

    await caption.click();
    await expect(chainrule.panel).toBeVisible();
    await expect(chainrule.panel).toContainText('Gradient of w');
  });
});
