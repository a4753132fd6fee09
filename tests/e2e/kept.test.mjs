// What is typed is kept, what is asked is heard, and the focus goes on from where it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, card, choose, column, exported, openSample, openTemplate, saved, titles, until } from './steps.mjs';

const panel = (page, selector = '') => page.locator(`.panel ${selector}`);
const field = (page, name) => panel(page, `[data-field="${name}"]`);
const onCard = (page) => page.evaluate(() => document.activeElement?.closest('[data-deal]')?.dataset.deal ?? document.activeElement?.tagName);
const deals = async (page) => Object.values(JSON.parse(await exported(page)).deals);
const deal = async (page, title) => (await deals(page)).find((one) => one.title === title);

async function withDeal(t, title, options) {
  const page = await openTemplate(t, 'simple', options);
  await add(page, 0, title);
  await card(page, title).locator('.card-title').click();
  await panel(page).waitFor();
  return page;
}

/** A section of the panel, unfolded. */
async function section(page, name) {
  const found = panel(page, `[data-section="${name}"]`);
  if (!(await found.evaluate((details) => details.open))) await found.locator('summary').first().click();
  await found.locator('summary ~ *').first().waitFor();
  return found;
}

test('Escape closes the deal and keeps what was being typed', async (t) => {
  const page = await withDeal(t, 'Kept');
  await section(page, 'details');
  await field(page, 'notes').click();
  await page.keyboard.type('A long thought');
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  await until(async () => (await onCard(page)) === await card(page, 'Kept').getAttribute('data-deal'), 'its card has the focus');
  assert.equal((await deal(page, 'Kept')).notes, 'A long thought');
});

test('Escape leaves a dialog with something typed in it, and the page goes on', async (t) => {
  const page = await withDeal(t, 'Stays');
  await panel(page).getByRole('button', { name: 'Lost…' }).click();
  await page.locator('dialog [data-field="reason"]').click();
  await page.keyboard.type('Another reason');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await panel(page).getByRole('button', { name: 'Won…' }).click();
  await page.locator('dialog [data-field="pain"]').click();
  await page.keyboard.type('A pain');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  // The page lives: the next thing typed is taken.
  await page.keyboard.press('Escape');
  await add(page, 0, 'Next');
  assert.deepEqual(await titles(page, 0), ['Next', 'Stays']);
});

test('a date that is typed key by key is one change', async (t) => {
  const page = await withDeal(t, 'Dated');
  await section(page, 'details');
  const expected = field(page, 'expected');
  await expected.focus();
  await page.keyboard.type('05012027');
  await page.keyboard.press('Enter');
  await saved(page);
  const told = await deal(page, 'Dated');
  assert.equal(told.expected, '2027-05-01');
  assert.equal(told.history.filter((event) => event.rescheduled).length, 1, 'no date on the way there');
  // One that is left half written is as before.
  await expected.focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await expected.inputValue(), '2027-05-01');
});

test('a message about a dialog stands in it', async (t) => {
  const page = await withDeal(t, 'Asked');
  await panel(page).getByRole('button', { name: 'Won…' }).click();
  const value = page.locator('dialog [data-field="value"]');
  await value.fill('abc');
  await page.locator('dialog [data-action="win"]').click();
  const message = page.locator('dialog .toast-trouble');
  await message.waitFor();
  assert.ok(await message.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  }), 'nothing lies on it');
  assert.equal(await page.locator('.toast').count(), 1);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

test('a menu and a dialog give the focus back', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'One');
  const id = await card(page, 'One').getAttribute('data-deal');
  const back = (what) => until(async () => (await onCard(page)) === id || (await onCard(page)), what);
  await card(page, 'One').focus();
  await page.keyboard.press('m');
  await page.locator('dialog.move-menu').waitFor();
  await page.keyboard.press('Escape');
  await back('after the menu');
  // By way of the menu into a dialog, and out again.
  await page.keyboard.press('m');
  await page.locator('dialog.move-menu [data-to="lost"]').click();
  await page.locator('dialog [data-field="reason"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await back('after the dialog');
  await page.keyboard.press('m');
  await page.locator('dialog.move-menu [data-to="bottom"]').click();
  await back('after the move');
  await page.keyboard.press('?');
  await page.locator('dialog').waitFor();
  await page.keyboard.press('Escape');
  await back('after the shortcuts');
});

test('undo by keys works from a box and within a dialog', async (t) => {
  const page = await openTemplate(t, 'bases');
  await add(page, 0, 'Undone');
  await card(page, 'Undone').locator('.card-title').click();
  const box = panel(page, 'input[type="checkbox"]').first();
  await box.click();
  await until(() => box.isChecked(), 'ticked');
  await box.focus();
  await page.keyboard.press('Control+z');
  await until(async () => !(await box.isChecked()), 'taken back');
});

test('undo by keys works within a menu, and the page goes on saying what it says after a dialog', async (t) => {
  const page = await openSample(t);
  await page.evaluate(() => { document.querySelector('.spoken').kept = true; });
  await page.getByRole('navigation').getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('.phase-link').first().click();
  const box = page.locator('dialog input[type="checkbox"]').first();
  await box.waitFor();
  const before = await box.isChecked();
  await box.click();
  await until(async () => (await box.isChecked()) !== before, 'changed');
  await page.keyboard.press('Control+z');
  await until(async () => (await box.isChecked()) === before, 'taken back');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.querySelector('.spoken').kept), true, 'the region is the one that was listened to');
});

test('a click on the deal that is open changes nothing in it', async (t) => {
  const page = await withDeal(t, 'Open');
  const part = await section(page, 'steps');
  await part.locator('[data-add="activity"]').click();
  const text = part.locator('input[type="text"], textarea').first();
  await text.fill('Half written');
  await card(page, 'Open').locator('.card-title').click();
  await page.waitForTimeout(100);
  assert.equal(await text.inputValue(), 'Half written');
});

test('a closing always has a day', async (t) => {
  const page = await withDeal(t, 'Closed');
  await panel(page).getByRole('button', { name: 'Won…' }).click();
  await page.locator('dialog [data-action="win"]').click();
  const closed = field(page, 'closed');
  await closed.waitFor();
  const before = await closed.inputValue();
  await closed.fill('');
  await until(async () => (await closed.inputValue()) === before, 'the day is there again');
});

test('a sample with work of one’s own beside it is not cleared by one click', async (t) => {
  const page = await openSample(t);
  await add(page, 0, 'My own');
  await page.locator('.sample-bar').getByRole('button').click();
  const dialog = page.locator('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  assert.ok((await titles(page, 0)).includes('My own'));
});

test('a deal that is added while something is searched for is seen', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Acme');
  await page.getByRole('searchbox').fill('acme');
  await until(async () => (await titles(page, 0)).length === 1, 'found');
  await column(page, 0).locator('.add').click();
  await page.keyboard.type('Beta');
  await page.keyboard.press('Enter');
  await card(page, 'Beta').waitFor();
  await page.keyboard.press('Escape');
});

test('a card that keys carry stays in sight', async (t) => {
  const page = await openTemplate(t, 'seven-step', { viewport: [900, 700] });
  await add(page, 0, 'Carried');
  await card(page, 'Carried').focus();
  await page.keyboard.press('Space');
  const stages = await page.locator('.columns [data-stage]').count();
  for (let at = 1; at < stages; at += 1) await page.keyboard.press('ArrowRight');
  const last = page.locator('.columns [data-stage]').nth(stages - 1);
  assert.ok(await last.evaluate((element) => {
    const room = element.closest('.columns').getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return own.left >= room.left - 1 && own.right <= room.right + 1;
  }), 'the column that it would land in is in sight');
  await page.keyboard.press('Escape');
});

test('a menu item that opens a dialog leads back to the menu', async (t) => {
  const page = await openTemplate(t, 'simple');
  await choose(page, 'Keyboard shortcuts');
  await page.locator('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await until(() => page.getByRole('button', { name: 'Menu', exact: true }).evaluate((element) => element === document.activeElement), 'the menu has the focus');
});
