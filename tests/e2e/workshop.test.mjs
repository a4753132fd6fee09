// The workshop: notes as fast as people speak, votes, the parking lot, exit cards (method rows 17, 21 and 26), and a timer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './harness.mjs';
import { openSample, until } from './steps.mjs';

const room = (page) => page.locator('[data-part="workshop"]');

/** Opens the workshop of the sample, by keyboard, with a table that is clear. */
async function hold(t, options) {
  const page = await openSample(t, options);
  await page.getByRole('navigation').getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('[data-action="workshop"]').focus();
  await page.keyboard.press('Enter');
  await room(page).waitFor();
  await room(page).locator('[data-tab="results"]').click();
  await room(page).locator('[data-action="clear-workshop"]').click();
  await toast(page).getByText('The table is clear').waitFor();
  await room(page).locator('[data-tab="notes"]').click();
  return page;
}

/** Shows a part of the workshop. */
async function show(page, key) {
  await room(page).locator(`[data-tab="${key}"]`).click();
  await until(async () => (await room(page).locator(`[data-tab="${key}"]`).getAttribute('aria-selected')) === 'true', key);
}

/** Types lines, one Enter each, into a field of the workshop. */
async function type(page, name, ...lines) {
  await room(page).locator(`[data-field="${name}"]`).focus();
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

const cards = (page) => room(page).locator('[data-list="workshop-notes"] .workshop-text');
const count = async (page, locator, expected, what) =>
  until(async () => (await locator.count()) === expected || `${await locator.count()}`, what ?? `${expected} of them`);
const ballot = (page) => room(page).locator('.ballot-row');
const votes = (page, row) => ballot(page).nth(row).getAttribute('data-votes').then(Number);
const toast = (page) => room(page).locator('.toast');

test('method row 17: thirty notes as fast as Enter, the newest in view; Escape leaves', async (t) => {
  const page = await hold(t);
  const writes = () => page.evaluate(() => document.activeElement?.dataset.field === 'workshop-note');
  await until(writes, 'the field has the focus');
  const before = await cards(page).count();
  const lines = Array.from({ length: 30 }, (_, number) => `Pain number ${number + 1}`);
  await type(page, 'workshop-note', ...lines);
  await count(page, cards(page), before + 30);
  assert.equal(await cards(page).first().innerText(), 'Pain number 30');
  const newest = await cards(page).first().boundingBox();
  assert.ok(newest.y > 0 && newest.y + newest.height < 900, 'the newest is in view');
  // Alt with arrows goes to other cells while the field keeps the focus.
  const title = () => room(page).locator('.workshop-title').innerText();
  const here = await title();
  await page.keyboard.press('Alt+ArrowRight');
  await until(async () => (await title()) !== here, 'another phase');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await until(async () => (await title()) === here, 'back again');
  // Undo works here too, outside of fields.
  await room(page).locator('[data-tab="notes"]').focus();
  await page.keyboard.press('Control+z');
  await count(page, cards(page), before + 29);
  await page.keyboard.press('Escape');
  await room(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'workshop', 'the focus is back');
  const onMap = await page.locator('tr[data-lane="pain_points"] > td').first().locator('.note-text').allInnerTexts();
  assert.equal(onMap.at(-1), 'Pain number 29');
});

test('dots are limited for each participant, and the page says so; notes rank by votes', async (t) => {
  const page = await hold(t);
  await show(page, 'votes');
  await type(page, 'participant', 'Ada', 'Ben');
  const people = room(page).locator('[data-voter]');
  await count(page, people, 2);
  const left = (row) => people.nth(row).locator('[data-left]').getAttribute('data-left').then(Number);
  assert.equal(await left(0), 3);
  // By pointer and by key.
  await ballot(page).nth(1).locator('.ballot-give').click();
  await until(async () => (await votes(page, 1)) === 1, 'one dot');
  await ballot(page).nth(1).locator('.ballot-note').focus();
  await page.keyboard.press('+');
  await until(async () => (await votes(page, 1)) === 2, 'two dots');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(async () => (await votes(page, 2)) === 1, 'one dot for the next');
  assert.equal(await left(0), 0);
  await page.keyboard.press('+');
  await until(async () => /Ada has no dots left/.test((await toast(page).innerText().catch(() => ''))), 'the page says so');
  assert.equal(await votes(page, 2), 1, 'no dot was given');
  await page.keyboard.press('-');
  await until(async () => (await votes(page, 2)) === 0 && (await left(0)) === 1, 'one taken back');
  // A number chooses who votes.
  await page.keyboard.press('2');
  await page.keyboard.press('+');
  await until(async () => (await left(1)) === 2 && (await votes(page, 2)) === 1, 'a dot of the second');
  const second = await ballot(page).nth(1).getAttribute('data-note');
  await room(page).locator('[data-pick="workshop-order"] input').nth(1).check();
  await until(async () => (await ballot(page).first().getAttribute('data-note')) === second, 'the most votes first');
  assert.match(await ballot(page).first().locator('.ballot-place').innerText(), /1/);
  // Fewer dots each; nobody loses those that are given.
  await room(page).locator('[data-field="votes-each"]').fill('1');
  await page.keyboard.press('Tab');
  await until(async () => (await left(0)) === 0 && (await left(1)) === 0, 'none left');
  assert.equal(await votes(page, 0), 2);
});

test('arrows walk through the parts and stay on their names; a press leads into the field', async (t) => {
  const page = await hold(t);
  const at = () => page.evaluate(() => document.activeElement?.dataset.tab ?? document.activeElement?.dataset.field ?? null);
  await until(async () => (await at()) === 'workshop-note', 'whoever comes can write');
  await room(page).locator('[data-tab="notes"]').focus();
  for (const key of ['votes', 'parking', 'exits', 'results']) {
    await page.keyboard.press('ArrowRight');
    await until(async () => (await room(page).locator(`[data-tab="${key}"]`).getAttribute('aria-selected')) === 'true', key);
    // What comes into view has had its time to take the focus.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    assert.equal(await at(), key);
  }
  await page.keyboard.press('Home');
  await until(async () => (await at()) === 'notes', 'back at the first');
  await page.keyboard.press('Enter');
  await until(async () => (await at()) === 'workshop-note', 'Enter goes into the field');
  await room(page).locator('[data-tab="parking"]').click();
  await until(async () => (await at()) === 'park', 'so does a click');
});

test('a note that overtakes others by its dots keeps the focus', async (t) => {
  const page = await hold(t);
  await show(page, 'votes');
  await type(page, 'participant', 'Ada');
  await room(page).locator('[data-pick="workshop-order"] input').nth(1).check();
  const note = await ballot(page).nth(2).getAttribute('data-note');
  const focused = () => page.evaluate(() => document.activeElement?.closest('[data-note]')?.dataset.note ?? null);
  await ballot(page).nth(2).locator('.ballot-note').focus();
  await page.keyboard.press('+');
  await until(async () => (await ballot(page).first().getAttribute('data-note')) === note, 'it is the first now');
  await until(async () => (await focused()) === note, 'and has the focus');
  await page.keyboard.press('+');
  await until(async () => (await votes(page, 0)) === 2, 'so that it gets the next dot too');
  // What was pressed to take a dot back cannot be pressed any more: the row has the focus.
  await ballot(page).first().locator('.ballot-take').click();
  await ballot(page).first().locator('.ballot-take').click();
  await until(async () => (await room(page).locator(`.ballot-row[data-note="${note}"]`).getAttribute('data-votes')) === '0', 'no dots');
  await until(async () => (await focused()) === note, 'the focus stays');
});

test('a note that is corrected is called by its cell', async (t) => {
  const page = await hold(t);
  await type(page, 'workshop-note', 'Too many forms');
  await cards(page).first().click();
  const field = room(page).locator('.workshop-field');
  await field.waitFor();
  assert.equal(await field.getAttribute('aria-label'), await room(page).locator('.workshop-title').innerText());
});

test('ideas are voted on too, and the results say what got the most', async (t) => {
  const page = await hold(t);
  await show(page, 'votes');
  await room(page).locator('[data-pick="workshop-ballot"] input').nth(1).check();
  await type(page, 'participant', 'Ada');
  await ballot(page).first().locator('.ballot-give').click();
  await until(async () => (await votes(page, 0)) === 1, 'a dot');
  const idea = await ballot(page).first().locator('.ballot-said > span').innerText();
  await show(page, 'results');
  const results = await room(page).locator('[data-list="results"]').innerText();
  assert.ok(results.includes(`${idea} (1 dot)`), results);
});

test('a parked thought becomes a note in one undo step', async (t) => {
  const page = await hold(t);
  await show(page, 'parking');
  await type(page, 'park', 'Ask legal about the contract', 'Who writes the offer?');
  const parked = room(page).locator('[data-parked]');
  await count(page, parked, 2);
  await room(page).locator('[data-pick="workshop-row"] input').first().check();
  await parked.last().locator('[data-action="make-note"]').click();
  await count(page, parked, 1);
  const texts = () => page.locator('.map .note-text').allInnerTexts();
  await until(async () => (await texts()).includes('Ask legal about the contract'), 'it is on the map');
  await room(page).locator('[data-tab="parking"]').focus();
  await page.keyboard.press('Control+z');
  await count(page, parked, 2, 'parked again');
  assert.ok(!(await texts()).includes('Ask legal about the contract'), 'and off the map');
  await parked.first().locator('.icon-button').click();
  await count(page, parked, 1);
});

test('method rows 21 and 26: a card of what must be true becomes an exit criterion in one undo step', async (t) => {
  const page = await hold(t);
  await show(page, 'exits');
  await type(page, 'proposal', 'The budget is named in writing', 'The decision maker was met');
  const proposals = room(page).locator('[data-proposal]');
  await count(page, proposals, 2);
  const criteria = room(page).locator('[data-criterion]');
  const before = await criteria.count();
  const weights = () => criteria.evaluateAll((all) => all.map((one) => Number(one.dataset.weight)));
  const were = await weights();
  await proposals.last().locator('[data-action="make-criterion"]').click();
  await count(page, criteria, before + 1);
  await count(page, proposals, 1);
  assert.deepEqual(await weights(), [...were, 0], 'a new criterion weighs nothing, and the others weigh as before');
  await show(page, 'results');
  const results = await room(page).locator('[data-list="results"]').innerText();
  assert.match(results, /The budget is named in writing/);
  assert.match(results, /The decision maker was met/);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await room(page).locator('[data-action="copy-results"]').click();
  await toast(page).getByText('in the clipboard').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /New exit criteria\n- .*The budget is named in writing/);
  await room(page).locator('[data-tab="results"]').focus();
  await page.keyboard.press('Control+z');
  await show(page, 'exits');
  await count(page, proposals, 2);
  await count(page, criteria, before);
});

test('the criteria that a workshop made go with its table, and come back by undo', async (t) => {
  const page = await hold(t);
  await show(page, 'exits');
  await type(page, 'proposal', 'The budget is named in writing');
  await room(page).locator('[data-proposal] [data-action="make-criterion"]').first().click();
  await room(page).locator('[data-criterion]').filter({ hasText: 'The budget is named in writing' }).waitFor();
  await show(page, 'results');
  const results = () => room(page).locator('[data-list="results"]').innerText();
  assert.match(await results(), /New exit criteria\s+.*The budget is named in writing/);
  const clear = room(page).locator('[data-action="clear-workshop"]');
  assert.ok(await clear.isEnabled());
  await clear.click();
  await toast(page).getByText('The table is clear').waitFor();
  await until(async () => !(await results()).includes('New exit criteria'), 'they are no news any more');
  await until(() => clear.isDisabled(), 'nothing is left to clear');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await results()).includes('New exit criteria'), 'as before');
});

test('dots on a note that is moved out of the vote can be given again', async (t) => {
  const page = await hold(t);
  await show(page, 'votes');
  await type(page, 'participant', 'Ada');
  const left = () => room(page).locator('[data-voter] [data-left]').first().getAttribute('data-left').then(Number);
  const note = await ballot(page).first().getAttribute('data-note');
  for (let dots = 1; dots <= 3; dots += 1) {
    await ballot(page).first().locator('.ballot-give').click();
    await until(async () => (await votes(page, 0)) === dots, `${dots} given`);
  }
  assert.equal(await left(), 0);
  await room(page).locator('[data-action="leave-workshop"]').click();
  await room(page).waitFor({ state: 'detached' });
  await page.locator(`.note-item[data-note="${note}"] .note-text`).click({ button: 'right' });
  await page.locator('.note-menu [data-field="note-row"]').selectOption({ label: 'Obstacles' });
  await page.locator(`tr[data-lane="obstacles"] [data-note="${note}"]`).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-action="workshop"]').click();
  await room(page).waitFor();
  assert.equal(await left(), 3);
});

test('the timer runs by the clock, pauses, and says that time is up', async (t) => {
  const page = await hold(t, { before: (page) => page.clock.install() });
  const timer = room(page).locator('[data-timer]');
  const left = async () => Number(await timer.locator('[data-seconds]').getAttribute('data-seconds'));
  await room(page).locator('[data-field="workshop-minutes"]').fill('2');
  await page.keyboard.press('Tab');
  await until(async () => (await left()) === 120, 'two minutes');
  const press = timer.locator('[data-action="timer"]');
  await press.click();
  await page.clock.runFor(30_000);
  await until(async () => Math.abs((await left()) - 90) <= 1 || `${await left()}`, 'half a minute less');
  await press.click();
  const paused = await left();
  await page.clock.runFor(20_000);
  assert.equal(await left(), paused, 'it stands still');
  // It goes on while the workshop is left.
  await press.click();
  await page.keyboard.press('Escape');
  await room(page).waitFor({ state: 'detached' });
  await page.clock.runFor(60_000);
  await page.locator('[data-action="workshop"]').click();
  await until(async () => Math.abs((await left()) - (paused - 60)) <= 1 || `${await left()}`, 'a minute less');
  await page.clock.runFor(40_000);
  await until(async () => (await timer.getAttribute('data-timer')) === 'up', 'time is up');
  assert.match(await timer.innerText(), /Time is up/);
  assert.match(await room(page).locator('[role="status"]').innerText(), /Time is up/);
  await timer.locator('[data-action="timer-reset"]').click();
  await until(async () => (await left()) === 120, 'as at first');
});

test('the row of ideas comes onto the map with the first idea, and goes with it by one undo', async (t) => {
  const page = await open(t);
  await page.locator('[data-template="blank"]').click();
  await page.getByRole('navigation').getByRole('button', { name: 'Journey', exact: true }).click();
  const ideas = page.locator('tr[data-lane="ideas"]');
  await page.locator('tr[data-lane="response"]').waitFor();
  assert.equal(await ideas.count(), 0);
  await page.locator('[data-action="workshop"]').click();
  await show(page, 'votes');
  await room(page).locator('[data-pick="workshop-ballot"] input').nth(1).check();
  await room(page).locator('[data-action="write-ideas"]').click();
  await type(page, 'workshop-note', 'A trial without a call');
  await count(page, cards(page), 1);
  await count(page, ideas, 1);
  assert.deepEqual(await ideas.locator('.note-text').allInnerTexts(), ['A trial without a call']);
  await room(page).locator('[data-tab="notes"]').focus();
  await page.keyboard.press('Control+z');
  await count(page, ideas, 0);
  await count(page, cards(page), 0);
});
