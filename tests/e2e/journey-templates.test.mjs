// Ready-made maps on a pipeline that is there already.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './harness.mjs';
import { exported, openSample, openTemplate, until } from './steps.mjs';

async function showJourney(page) {
  await page.getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('[data-view="journey"]').waitFor();
}

const phases = (page) => page.locator('.phase-name').allInnerTexts();
const notes = (page) => page.locator('[data-view="journey"] [data-lane]:not([data-lane="ideas"]) .note-text').count();
const entry = (page, key) => page.locator(`[data-map-template="${key}"]`);
const becomes = (ask, expected, what) => until(async () => {
  const found = await ask();
  return JSON.stringify(found) === JSON.stringify(expected) || found;
}, what);

/** Opens the list of maps and says what each would add. */
async function offered(page) {
  await page.locator('[data-action="map-templates"]').click();
  await page.getByRole('dialog').waitFor();
  const all = await page.locator('[data-map-template]').evaluateAll((them) => them.map((one) =>
    [one.dataset.mapTemplate, one.querySelector('[data-note="adds"]').textContent]));
  return new Map(all);
}

/** The key before Z that takes a step back. */
const back = (page) => page.keyboard.press('Control+z');

test('method row 15: a map comes onto a blank pipeline and goes with one undo; five phases add two', async (t) => {
  const page = await openTemplate(t, 'blank');
  await showJourney(page);
  const three = ['Awareness', 'Consideration', 'Decision'];
  await becomes(() => phases(page), three, 'three phases');
  assert.equal(await notes(page), 0);

  const list = await offered(page);
  assert.deepEqual([...list.keys()].slice(0, 4), ['b2b', 'b2c', 'b2b-five', 'b2c-five']);
  assert.match(list.get('b2c'), /^Adds \d+ notes$/);
  assert.match(list.get('b2c-five'), /^Adds 2 phases and \d+ notes$/);
  await entry(page, 'b2c').click();
  await page.getByText('Answer the same day, with help before an offer', { exact: true }).waitFor();
  assert.deepEqual(await phases(page), three);
  const some = await notes(page);
  assert.ok(some > 50, `${some} notes`);
  await page.getByText(/^B2C: \d+ notes added/).first().waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);

  await back(page);
  await becomes(() => notes(page), 0, 'all notes are gone at once');
  assert.deepEqual(await phases(page), three);

  await offered(page);
  await entry(page, 'b2c-five').click();
  const five = [...three, 'Retention', 'Advocacy'];
  await becomes(() => phases(page), five, 'two phases more');
  assert.ok(await notes(page) > some);

  // What is there is not offered again.
  const again = await offered(page);
  assert.equal(again.get('b2c-five'), 'All of it is on the map already');
  assert.equal(await entry(page, 'b2c-five').getAttribute('aria-disabled'), 'true');
  const before = await notes(page);
  await entry(page, 'b2c-five').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await notes(page), before);
  await until(() => page.evaluate(() => document.activeElement?.dataset.action === 'map-templates'), 'the button has the focus again');
  await back(page);
  await becomes(() => phases(page), three, 'three again');
});

test('a map is chosen by keyboard alone', async (t) => {
  const page = await openTemplate(t, 'blank');
  await showJourney(page);
  await page.locator('[data-action="map-templates"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await entry(page, 'buyers-journey').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Explain the problem in the buyer’s words', { exact: true }).waitFor();
});

test('a pipeline without phases gets them, and its stages are linked to them', async (t) => {
  const source = await openTemplate(t, 'simple');
  const file = JSON.parse(await exported(source));
  file.phases = [];
  file.notes = [];
  for (const stage of file.stages) delete stage.phase;
  const page = await open(t);
  await page.locator('input[data-file="workspace"]').first()
    .setInputFiles({ name: 'bare.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole('button', { name: 'Open it' }).click();
  await showJourney(page);
  await page.getByText('no map of the buyer\'s way yet').waitFor();
  const list = await offered(page);
  assert.match(list.get('simple'), /^Adds 3 phases and \d+ notes$/);
  await entry(page, 'b2b-five').click();
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Purchase', 'Retention', 'Advocacy'], 'five phases');
  const chips = await page.locator('td.phase-stages').evaluateAll((all) => all.map((one) => one.querySelectorAll('.phase-chip').length));
  assert.deepEqual(chips, [2, 1, 1, 0, 0], 'the stages are shared out before the purchase');
  assert.equal(await page.locator('[data-note="unlinked"]').count(), 0);
  await back(page);
  await page.getByText('no map of the buyer\'s way yet').waitFor();
});

test('on a map on which somebody has worked, what was written stays', async (t) => {
  const page = await openSample(t);
  await showJourney(page);
  const before = JSON.parse(await exported(page));
  const list = await offered(page);
  assert.match(list.get('b2b-five'), /^Adds 2 phases and \d+ notes$/, 'a purchase is a decision');
  await entry(page, 'b2b-five').click();
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Decision', 'Retention', 'Advocacy'], 'two phases more');
  const after = JSON.parse(await exported(page));
  const kept = new Map(after.notes.map((note) => [note.id, note]));
  for (const note of before.notes) assert.deepEqual(kept.get(note.id), note);
  assert.ok(after.notes.length > before.notes.length + 60);
  assert.deepEqual(after.deals, before.deals);
});
