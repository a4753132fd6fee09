// The team, the personas, the lists of words, the self-assessment and the review notes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reload } from './harness.mjs';
import { card, exported, openSample, saved, until } from './steps.mjs';

/** Opens a tab of the process view of the sample. */
async function tab(t, name, options) {
  const page = await openSample(t, options);
  await page.getByRole('navigation').getByRole('button', { name: 'Process', exact: true }).click();
  await page.getByRole('tab', { name, exact: true }).click();
  return page;
}

const person = (page, name) => page.locator(`[data-person="${name}"]`);
const value = (locator) => locator.getAttribute('data-value');

test('method row 9: people have roles, and a new name goes to all their deals at once', async (t) => {
  const page = await tab(t, 'Team');
  const wei = person(page, 'Lin Wei');
  assert.equal(await wei.locator('[data-field="role"]').inputValue(), 'representative');
  const open = await value(wei.locator('[data-metric="owner-open"]'));
  await wei.locator('[data-field="role"]').selectOption('manager');
  await until(async () => (await page.locator('.people tbody tr').nth(1).getAttribute('data-person')) === 'Sari Virtanen'
    || (await page.locator('.people tbody tr').nth(0).getAttribute('data-person')) === 'Lin Wei', 'managers come first');
  await person(page, 'Lin Wei').locator('[data-field="person"]').fill('Lin Wei-Meier');
  await page.keyboard.press('Enter');
  await page.locator('.toast').filter({ hasText: 'Lin Wei is now Lin Wei-Meier' }).waitFor();
  await until(async () => (await value(person(page, 'Lin Wei-Meier').locator('[data-metric="owner-open"]'))) === open, 'the deals go along');
  const kept = JSON.parse(await exported(page));
  assert.equal(kept.deals.filter((deal) => deal.owner === 'Lin Wei').length, 0);
  assert.ok(kept.deals.some((deal) => deal.owner === 'Lin Wei-Meier'));
  // One step back brings the name back everywhere.
  await page.keyboard.press('Control+z');
  await person(page, 'Lin Wei').waitFor();
  assert.equal(JSON.parse(await exported(page)).deals.filter((deal) => deal.owner === 'Lin Wei-Meier').length, 0);
  // Somebody new, by keyboard alone; and out again.
  await page.getByRole('button', { name: 'Add a person', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Noor Haddad');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await person(page, 'Noor Haddad').waitFor();
  await person(page, 'Noor Haddad').getByRole('button', { name: 'Take out of the team' }).click();
  await person(page, 'Noor Haddad').waitFor({ state: 'detached' });
  // Whoever still owns deals stays listed, as named on deals only, and can join again.
  await person(page, 'Aina Rahman').getByRole('button', { name: 'Take out of the team' }).click();
  await person(page, 'Aina Rahman').getByText('Only named on deals').waitFor();
  await person(page, 'Aina Rahman').getByRole('button', { name: 'Add to the team' }).click();
  await person(page, 'Aina Rahman').locator('[data-field="role"]').waitFor();
});

test('method row 14: personas are described, counted, and taken off the deals when they go', async (t) => {
  const page = await tab(t, 'Team');
  const first = page.locator('[data-persona]').first();
  assert.ok(Number(await value(first.locator('[data-metric="persona-deals"]'))) > 0);
  await page.getByRole('button', { name: 'Add a persona' }).click();
  await page.keyboard.type('<b>Buyer</b>');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const added = page.locator('[data-persona]').last();
  assert.equal(await added.locator('[data-field="persona"]').inputValue(), '<b>Buyer</b>');
  await added.locator('[data-field="persona-about"]').fill('Wants a short list');
  await page.keyboard.press('Tab');
  await saved(page);
  await reload(page);
  assert.equal(await page.locator('[data-persona]').last().locator('[data-field="persona-about"]').inputValue(), 'Wants a short list');
  const count = await page.locator('[data-persona]').count();
  await page.locator('[data-persona]').first().getByRole('button', { name: 'Remove the persona' }).click();
  await until(async () => (await page.locator('[data-persona]').count()) === count - 1, 'one less');
  const id = JSON.parse(await exported(page));
  const known = Object.keys(id.meta.personas);
  assert.ok(id.deals.every((deal) => !deal.story?.persona || known.includes(deal.story.persona)));
  await page.keyboard.press('Control+z');
  await until(async () => (await page.locator('[data-persona]').count()) === count, 'it is back');
});

test('method row 27: the list of loss reasons is the team\'s own, and an emptied one brings the usual words back', async (t) => {
  const page = await tab(t, 'Team');
  const list = page.locator('[data-list="loss-reasons"] textarea');
  const usual = await list.inputValue();
  await list.fill('Too far away\n\n  Too far away \nNo lift');
  await page.keyboard.press('Tab');
  await until(async () => (await list.inputValue()) === 'Too far away\nNo lift', 'blank and repeated lines are left out');
  await page.getByRole('navigation').getByRole('button', { name: 'Board', exact: true }).click();
  await page.locator('.columns .card').first().click();
  await page.locator('.panel').getByRole('button', { name: 'Lost…' }).click();
  const offered = page.locator('dialog .reasons');
  await offered.waitFor();
  assert.deepEqual(await offered.locator('.reason span').allInnerTexts(), ['Too far away', 'No lift']);
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('button', { name: 'Process', exact: true }).click();
  await list.fill('');
  await page.keyboard.press('Tab');
  await until(async () => (await list.inputValue()) === usual, 'the usual words');
  assert.equal(await card(page, 'nothing').count(), 0);
});

test('method row 11: the process is assessed in four statements, dated and kept', async (t) => {
  const page = await tab(t, 'Reviews');
  const kept = page.locator('.assessments > li');
  const before = await kept.count();
  const statements = page.locator('[data-field="statement"]');
  // A later statement counts only if those before it hold.
  await statements.nth(1).check();
  await page.locator('.assess-level').getByText('No process').waitFor();
  await statements.nth(0).focus();
  await page.keyboard.press('Space');
  await page.locator('.assess-level').getByText('Standard, not enforced').waitFor();
  await page.locator('[data-field="assessment-note"]').fill('Gates are open');
  await page.locator('[data-action="assess"]').click();
  await until(async () => (await kept.count()) === before + 1, 'one more');
  assert.equal(await value(kept.first()), '3');
  assert.match(await kept.first().innerText(), /Gates are open/);
  await saved(page);
  await reload(page);
  assert.equal(await kept.count(), before + 1);
  await kept.first().getByRole('button', { name: 'Remove the assessment' }).click();
  await until(async () => (await kept.count()) === before, 'it is gone');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await kept.count()) === before + 1, 'and back');
});

test('method row 12: a dated review note is linked to the stages that changed', async (t) => {
  const page = await tab(t, 'Reviews');
  const kept = page.locator('.review-note');
  const before = await kept.count();
  await page.locator('[data-action="review"]').click();
  await page.locator('.toast').waitFor();
  assert.equal(await kept.count(), before, 'a note without words is refused');
  await page.locator('[data-field="review"]').fill('We ask for the budget first <script>alert(1)</script>');
  await page.locator('[data-field="review-day"]').fill('2026-01-15');
  await page.locator('.review-stages').getByRole('button', { name: 'Contact', exact: true }).click();
  await page.locator('[data-action="review"]').click();
  await until(async () => (await kept.count()) === before + 1, 'one more');
  const note = kept.filter({ has: page.locator('time[datetime="2026-01-15"]') });
  assert.equal(await note.locator('[data-field="review-text"]').inputValue(), 'We ask for the budget first <script>alert(1)</script>');
  await note.getByRole('button', { name: 'Contact', exact: true }).click();
  // The link leads to the stage.
  await until(async () => (await page.locator('[data-editor] [data-field="stage-name"]').inputValue()) === 'Contact', 'the stage is open');
});

test('an assessment and a note that are not saved yet wait while tabs and views come and go', async (t) => {
  const page = await tab(t, 'Reviews');
  const statements = page.locator('[data-field="statement"]');
  await statements.nth(0).check();
  await page.locator('[data-field="assessment-note"]').fill('Gates are open');
  await page.locator('[data-field="review"]').fill('We ask for the budget first');
  await page.locator('[data-field="review-day"]').fill('2026-01-15');
  await page.locator('.review-stages').getByRole('button', { name: 'Contact', exact: true }).click();
  const there = async () => {
    await page.locator('[data-field="review"]').waitFor();
    assert.equal(await page.locator('[data-field="review"]').inputValue(), 'We ask for the budget first');
    assert.equal(await page.locator('[data-field="review-day"]').inputValue(), '2026-01-15');
    const chip = page.locator('.review-stages').getByRole('button', { name: 'Contact', exact: true });
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('[data-field="assessment-note"]').inputValue(), 'Gates are open');
    assert.ok(await statements.nth(0).isChecked());
  };
  await page.getByRole('tab', { name: 'Stages', exact: true }).click();
  await page.getByRole('tab', { name: 'Reviews', exact: true }).click();
  await there();
  await page.getByRole('navigation').getByRole('button', { name: 'Board', exact: true }).click();
  await page.locator('[data-view="board"]').waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Process', exact: true }).click();
  await there();
});
