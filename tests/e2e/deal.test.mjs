// A deal's story: the panel's sections, the gates, the marks of the cards, with real input. Rows of the mission are named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dragTo, open, reload } from './harness.mjs';
import { add, card, choose, column, exported, openTemplate, saved, titles, until } from './steps.mjs';

/** The panel, or what is in it. */
const panel = (page, selector = '') => page.locator(`.panel ${selector}`);
const field = (page, name) => panel(page, `[data-field="${name}"]`);
const dialog = (page, selector = '') => page.locator(`dialog ${selector}`);
const toast = (page) => page.locator('.toast').innerText();

/** Opens the deal of that title from the board. */
async function openDeal(page, title) {
  await card(page, title).locator('.card-title').click();
  await panel(page).waitFor();
}

/** A section of the panel, unfolded. */
async function section(page, name) {
  const found = panel(page, `[data-section="${name}"]`);
  if (!(await found.evaluate((details) => details.open))) await found.locator('summary').first().click();
  // What is in it is made when it opens.
  await found.locator('summary ~ *').first().waitFor();
  return found;
}

async function type(page, name, value) {
  await field(page, name).fill(value);
  await field(page, name).blur();
}

/** A process with one open deal, opened. */
async function withDeal(t, template, title, options) {
  const page = await openTemplate(t, template, options);
  await add(page, 0, title);
  await openDeal(page, title);
  return page;
}

/** A day so many days from today, as a field takes it. */
const day = (from = 0) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const marks = (page, title) => card(page, title).locator('[data-mark]').evaluateAll((all) => all.map((mark) => mark.dataset.mark));

/** Marks whatever would run if a text were taken for markup. */
const trap = (page) => page.addInitScript(() => { window.trapped = false; });
const hostile = '<img src=x onerror="window.trapped=true">';

test('method row 2: BANT on a deal; what was said stays with its day, and one no is named', async (t) => {
  const page = await withDeal(t, 'seven-step', 'Bant');
  const part = await section(page, 'qualify');
  const question = (name) => part.locator(`[data-question="${name}"]`);
  for (const name of ['budget', 'authority', 'need']) await question(name).getByText('Yes', { exact: true }).click();
  assert.match(await part.locator('[data-part="verdict"]').innerText(), /Not all/);
  await question('timescale').getByText('Yes', { exact: true }).click();
  assert.match(await part.locator('[data-part="verdict"]').innerText(), /^Qualified/);
  await question('budget').locator('[data-field="answer"]').fill(`20,000 ${hostile}`);
  await page.keyboard.press('Enter');
  // By keys: the arrows change the answer.
  await question('authority').getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await part.locator('[data-part="verdict"]').innerText(), /Not qualified: Authority/);
  await saved(page);
  await reload(page);
  await openDeal(page, 'Bant');
  assert.equal(await (await section(page, 'qualify')).locator('[data-question="budget"] [data-field="answer"]').inputValue(), `20,000 ${hostile}`);
  assert.equal(await question('authority').getByRole('radio', { name: 'No' }).isChecked(), true);
});

test('method row 3: objections with kind, words and answer; the playbook answers with one click; overcome and back', async (t) => {
  const page = await withDeal(t, 'seven-step', 'Objects');
  const part = await section(page, 'objections');
  await part.locator('[data-add="objection"]').click();
  await part.locator('form [data-field="objection-kind"]').selectOption('Price');
  await part.locator('form [data-field="objection-words"]').fill('Too dear <b>for us</b>');
  await page.keyboard.press('Enter');
  const row = part.locator('[data-item]');
  await row.waitFor();
  assert.equal(await row.locator('[data-field="objection-words"]').inputValue(), 'Too dear <b>for us</b>');
  assert.deepEqual(await marks(page, 'Objects').then((all) => all.includes('objections')), true);
  assert.match(await card(page, 'Objects').getAttribute('aria-label'), /1 open objection/);
  const suggestion = row.locator('[data-action="use-answer"]').first();
  const answer = await suggestion.locator('span').innerText();
  await suggestion.click();
  assert.equal(await row.locator('[data-field="objection-answer"]').inputValue(), answer);
  await row.getByLabel('Overcome').check();
  assert.equal(await row.locator('[data-action="use-answer"]').count(), 0, 'an overcome objection needs no answer');
  assert.equal(await marks(page, 'Objects').then((all) => all.includes('objections')), false);
  await row.getByLabel('Overcome').uncheck();
  await row.getByRole('button', { name: /^Remove/ }).click();
  assert.equal(await part.locator('[data-item]').count(), 0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await openDeal(page, 'Objects');
  assert.equal(await (await section(page, 'objections')).locator('[data-item]').count(), 1, 'removing is undone');
});

test('method rows 9 and 10: the owner does what is planned; activities are planned, done, dated, edited, removed', async (t) => {
  const page = await withDeal(t, 'simple', 'Active');
  await type(page, 'owner', 'Bo Berg');
  const part = await section(page, 'steps');
  assert.match(await part.locator('[data-part="next-step"]').innerText(), /No next step/);
  assert.deepEqual((await marks(page, 'Active')).includes('no-step'), true, 'method row 31: no next step is on the card');
  await part.locator('[data-add="activity"]').click();
  const form = part.locator('[data-form="activity"]');
  assert.equal(await form.locator('[data-field="activity-by"]').inputValue(), 'Bo Berg');
  await form.locator('[data-field="activity-text"]').fill('Send the offer');
  await form.locator('[data-field="activity-kind"]').selectOption({ label: 'E-mail' });
  await form.locator('[data-field="activity-day"]').fill(day(-3));
  await form.locator('[data-action="plan"]').click();
  const planned = part.locator('[data-list="planned"] [data-item]');
  await planned.waitFor();
  assert.match(await part.locator('[data-part="next-step"]').innerText(), /Overdue by 3 days: Send the offer/);
  assert.match(await card(page, 'Active').getAttribute('aria-label'), /Next step overdue by 3 days/);
  assert.deepEqual((await marks(page, 'Active')).includes('overdue'), true, 'method row 31: overdue is on the card');
  await planned.locator('[data-field="day"]').fill(day(4));
  await planned.locator('[data-field="day"]').blur();
  assert.match(await part.locator('[data-part="next-step"]').innerText(), /^Next: Send the offer/);
  assert.deepEqual((await marks(page, 'Active')).filter((mark) => mark !== 'criteria'), []);

  // By keys: ticking it done keeps the focus on it.
  await planned.locator('[data-field="done"]').focus();
  await page.keyboard.press('Space');
  const done = part.locator('[data-list="done"] [data-item]');
  await done.waitFor();
  await until(() => done.locator('[data-field="done"]').evaluate((e) => e === document.activeElement), 'the box has the focus');
  await done.locator('[data-field="text"]').fill('Sent the offer');
  await done.locator('[data-field="text"]').blur();

  await part.locator('[data-add="activity"]').click();
  await page.keyboard.type('Talked for an hour');
  await form.locator('[data-action="log"]').click();
  await until(async () => (await done.count()) === 2, 'both are done');
  const texts = await done.locator('[data-field="text"]').evaluateAll((all) => all.map((field) => field.value));
  assert.deepEqual(texts, ['Talked for an hour', 'Sent the offer'], 'newest first');
  await part.locator('[data-add="activity"]').click();
  await page.keyboard.press('Escape');
  assert.equal(await form.count(), 0, 'Escape closes the form, not the deal');
  await until(() => part.locator('[data-add="activity"]').evaluate((e) => e === document.activeElement), 'the button has the focus');
  await done.first().getByRole('button', { name: /^Remove/ }).click();
  assert.equal(await done.count(), 1);
});

test('method rows 14 and 47: persona, segments and tags of a deal, known values offered to the next', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Second', 'First');
  await openDeal(page, 'First');
  const part = await section(page, 'segments');
  await part.getByLabel('Region').fill('North');
  await part.getByLabel('Region').blur();
  await part.getByLabel('Industry').fill(hostile);
  await part.getByLabel('Industry').blur();
  await field(page, 'tag').fill('rush, key account');
  await page.keyboard.press('Enter');
  await until(async () => (await part.locator('[data-tag]').count()) === 2, 'both tags stand there');
  await part.getByRole('button', { name: 'Remove rush' }).click();
  await until(async () => (await part.locator('[data-tag]').count()) === 1, 'one tag is gone');
  await page.keyboard.press('Escape');
  await openDeal(page, 'Second');
  const region = (await section(page, 'segments')).getByLabel('Region');
  const list = await region.getAttribute('list');
  await until(async () => (await page.locator(`#${list} option`).evaluateAll((all) => all.map((o) => o.value))).includes('North'), 'known regions are offered');
  assert.equal(await region.inputValue(), '');
  assert.equal(await page.evaluate(() => document.querySelectorAll('img').length), 0, 'text stays text');
});

test('method row 14: a persona is set on a deal of the sample and kept', async (t) => {
  const page = await open(t);
  await page.locator('[data-start="sample"]').click();
  await page.locator('.card').first().waitFor();
  const title = (await titles(page, 0))[0];
  await openDeal(page, title);
  const persona = (await section(page, 'segments')).locator('[data-field="persona"]');
  const offered = await persona.locator('option').allInnerTexts();
  assert.ok(offered.length > 2, 'personas are offered');
  const last = offered[offered.length - 1];
  await persona.selectOption({ label: last });
  await saved(page);
  await reload(page);
  await openDeal(page, title);
  const chosen = (await section(page, 'segments')).locator('[data-field="persona"] option:checked');
  assert.equal(await chosen.innerText(), last);
});

test('method row 23: a win keeps the pain point and the motive that closed it; method row 45: care and referral after it', async (t) => {
  const page = await withDeal(t, 'simple', 'Wins');
  await panel(page).getByRole('button', { name: 'Won…' }).click();
  await dialog(page, '[data-field="pain"]').fill('Planning by hand');
  await dialog(page, '[data-field="motive"]').fill('Fewer mistakes');
  await dialog(page, '[data-action="win"]').click();
  const part = await section(page, 'after-win');
  await part.waitFor();
  assert.equal(await field(page, 'pain').inputValue(), 'Planning by hand');
  assert.equal(await field(page, 'motive').inputValue(), 'Fewer mistakes');
  assert.equal(await field(page, 'care-next').count(), 0);
  await field(page, 'care').selectOption('2');
  const first = await field(page, 'care-next').inputValue();
  assert.ok(first > day(55) && first < day(65), `two months from now: ${first}`);
  await field(page, 'care-next').fill(day(-1));
  await field(page, 'care-next').blur();
  assert.match(await part.innerText(), /overdue by 1 day/);
  await part.locator('[data-action="contacted"]').click();
  await until(async () => (await field(page, 'care-next').inputValue()) === first, 'the next contact is two months away again');
  assert.equal(await (await section(page, 'steps')).locator('[data-list="done"] [data-item]').count(), 1, 'the contact is logged');
  await part.getByLabel('Asked for a referral').check();
  assert.match(await part.innerText(), /since/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.equal(await part.getByLabel('Asked for a referral').isChecked(), false);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await until(async () => (await field(page, 'care-next').inputValue()) === day(-1), 'contact and date go back in one step');
});

test('method row 26: the tasks of the stage stand on the deal; all done, it is offered to move on', async (t) => {
  const page = await withDeal(t, 'seven-step', 'Tasks');
  const part = await section(page, 'stage');
  const tasks = part.locator('[data-field="task"]');
  const count = await tasks.count();
  assert.ok(count > 1);
  const onward = part.locator('[data-action="move-on"]');
  for (let task = 0; task < count; task += 1) {
    assert.equal(await onward.count(), 0, 'not before all is done');
    await tasks.nth(task).check();
  }
  assert.match(await part.innerText(), /done [A-Z]/);
  // What guards a gate is asked for too.
  for (const criterion of await part.locator('[data-field="criterion"]').all()) await criterion.check();
  await onward.click();
  assert.deepEqual(await titles(page, 1), ['Tasks']);
  assert.equal(await onward.count(), 0);
});

test('method rows 27 and 44: a lost deal keeps its reason, is re-opened, and the loss stays in its history', async (t) => {
  const page = await withDeal(t, 'simple', 'Loses');
  await panel(page).getByRole('button', { name: 'Lost…' }).click();
  await dialog(page).getByText('Wrong time').click();
  await dialog(page, '[data-action="lose"]').click();
  assert.equal(await field(page, 'loss-reason').inputValue(), 'Wrong time');
  const list = await field(page, 'loss-reason').getAttribute('list');
  assert.ok((await page.locator(`#${list} option`).evaluateAll((all) => all.map((o) => o.value))).includes('Chose none'));
  await type(page, 'loss-reason', 'Chose none');
  await panel(page, '[data-action="archive"]').click();
  await panel(page, '[data-part="archived"]').waitFor();
  await panel(page).getByRole('button', { name: 'Re-open' }).click();
  const history = await section(page, 'history');
  const told = await history.locator('li span').allInnerTexts();
  assert.deepEqual(told, ['Re-opened', 'Lost: Chose none', 'Created in Created']);
  assert.deepEqual(await titles(page, 0), ['Loses']);
});

test('method row 32: documents are links with kind, state and day; what is no web or mail link is refused and never followed', async (t) => {
  const page = await openTemplate(t, 'simple', { before: trap });
  await add(page, 0, 'Papers');
  await openDeal(page, 'Papers');
  const part = await section(page, 'documents');
  await part.locator('[data-add="document"]').click();
  const form = part.locator('[data-form="document"]');
  for (const bad of ['javascript:window.trapped=true', 'data:text/html,<script>1</script>', 'example.com', 'file:///etc/passwd']) {
    await form.locator('[data-field="document-link"]').fill(bad);
    await form.locator('button[type="submit"]').click();
    assert.match(await toast(page), /cannot be kept/, bad);
    assert.equal(await part.locator('[data-item]').count(), 0);
  }
  await form.locator('[data-field="document-link"]').fill('https://example.com/offer.pdf?a=1#b');
  await form.locator('[data-field="document-name"]').fill(hostile);
  await form.locator('[data-field="document-kind"]').fill('Offer');
  await form.locator('[data-field="document-state"]').selectOption({ label: 'Sent' });
  await page.keyboard.press('Tab');
  await form.locator('button[type="submit"]').click();
  const row = part.locator('[data-item]');
  await row.waitFor();
  const link = row.locator('a');
  assert.equal(await link.getAttribute('href'), 'https://example.com/offer.pdf?a=1#b');
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.equal(await link.getAttribute('target'), '_blank');
  assert.equal(await link.innerText(), 'https://example.com/offer.pdf?a=1#b', 'a link says where it leads');
  assert.equal(await row.locator('[data-field="day"]').inputValue(), day());
  await row.getByText('Change the link').click();
  await row.locator('[data-field="link"]').fill('javascript:window.trapped=true');
  await row.locator('[data-field="link"]').blur();
  assert.match(await toast(page), /no link that can be kept/);
  assert.equal(await row.locator('[data-field="link"]').inputValue(), 'https://example.com/offer.pdf?a=1#b');
  await row.locator('[data-field="state"]').selectOption({ label: 'Signed' });
  await saved(page);
  await reload(page);
  await openDeal(page, 'Papers');
  const kept = (await section(page, 'documents')).locator('[data-item]');
  assert.equal(await kept.locator('[data-field="name"]').inputValue(), hostile);
  assert.equal(await kept.locator('[data-field="state"] option:checked').innerText(), 'Signed');
  assert.equal(await page.evaluate(() => window.trapped || document.querySelectorAll('img').length), 0);
});

test('method rows 16 and 35: the chance is earned by criteria, which are milestones with their days; set by hand it is marked and can be taken back', async (t) => {
  const page = await withDeal(t, 'bases', 'Earns');
  const part = await section(page, 'stage');
  const chance = part.locator('[data-part="chance"]');
  assert.match(await chance.innerText(), /0 %, earned by the criteria/);
  await part.getByLabel('Talked with the decision maker').check();
  assert.match(await chance.innerText(), /8 %, earned/);
  await part.getByLabel('Meeting obtained').check();
  assert.match(await chance.innerText(), /16 %, earned/);
  assert.match(await part.innerText(), /since [A-Z][a-z]+ \d+/, 'a criterion that is met has its day');
  assert.match(await card(page, 'Earns').getAttribute('aria-label'), /2 of 3 criteria met/);
  await type(page, 'chance', '60');
  assert.match(await chance.innerText(), /Set by hand. Its criteria have earned 16 %/);
  assert.ok((await marks(page, 'Earns')).includes('override'));
  await chance.getByRole('button', { name: 'Take it back' }).click();
  assert.match(await chance.innerText(), /16 %, earned/);
  assert.ok(!(await marks(page, 'Earns')).includes('override'));
});

test('method row 36: a gate warns, and one that blocks opens a dialog on every way: drag, keys, menu, list, won', async (t) => {
  const page = await openTemplate(t, 'bases');
  await add(page, 0, 'Gated');
  const gate = page.locator('[data-dialog="gate"]');
  // The first gate only warns: the deal moves and a message names what is missing.
  await dragTo(page, card(page, 'Gated'), column(page, 1));
  assert.deepEqual(await titles(page, 1), ['Gated']);
  assert.match(await toast(page), /without: Talked with the decision maker, .*Meeting obtained/);
  const stay = async () => {
    await gate.waitFor();
    assert.equal(await gate.locator('[data-action="pass"]').isDisabled(), true);
    await gate.getByRole('button', { name: 'Stay here' }).click();
    assert.equal(await gate.count(), 0);
    assert.deepEqual(await titles(page, 1), ['Gated']);
  };
  await dragTo(page, card(page, 'Gated'), column(page, 2));
  await stay();
  await until(() => card(page, 'Gated').evaluate((e) => e === document.activeElement), 'the card has the focus again');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await stay();
  await card(page, 'Gated').focus();
  await page.keyboard.press('m');
  await page.locator('.move-menu').getByText('Second to third').click();
  await stay();
  await openDeal(page, 'Gated');
  await field(page, 'stage').selectOption({ label: 'Second to third' });
  await stay();
  assert.equal(await field(page, 'stage').locator('option:checked').innerText(), 'First to second');
  await panel(page).getByRole('button', { name: 'Won…' }).click();
  await dialog(page, '[data-action="win"]').click();
  await gate.waitFor();
  assert.ok((await gate.locator('[data-gate]').count()) > 2, 'a win passes every gate above');
  await gate.getByRole('button', { name: 'Stay here' }).click();

  // What is true by now is ticked there and then, and the deal goes on.
  await field(page, 'stage').selectOption({ label: 'Second to third' });
  for (const box of await gate.locator('[data-field="criterion"]').all()) await box.check();
  await gate.locator('[data-action="pass"]').click();
  assert.deepEqual(await titles(page, 2), ['Gated']);

  // Or somebody decides otherwise, with a note that stays.
  await field(page, 'stage').selectOption({ label: 'Conclude' });
  await gate.getByText('Let it pass all the same').click();
  await gate.locator('[data-action="override"]').click();
  assert.match(await toast(page), /Say why/);
  await gate.locator('[data-field="manager"]').fill('Ida');
  await gate.locator('[data-field="note"]').fill(`Their year ends ${hostile}`);
  await gate.locator('[data-action="override"]').click();
  assert.deepEqual(await titles(page, 3), ['Gated']);
  const history = await section(page, 'history');
  assert.match(await history.innerText(), /Gate overridden by Ida: Their year ends <img[^\n]*missing: Funds available, Decision process understood\)/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.deepEqual(await titles(page, 2), ['Gated'], 'overriding and moving are one step');
  assert.equal(await page.evaluate(() => document.querySelectorAll('img').length), 0);
});

test('method row 41: a no to one of four questions leads to the nurture list with reason and day, and one click brings it back', async (t) => {
  const page = await withDeal(t, 'cycle-b2b', 'Later');
  const part = await section(page, 'qualify');
  await part.locator('[data-question="interested"]').getByText('Yes', { exact: true }).click();
  await part.locator('[data-question="affordable"]').getByText('No', { exact: true }).click();
  assert.match(await part.locator('[data-part="verdict"]').innerText(), /Can afford it\?/);
  await part.locator('[data-action="nurture"]').click();
  assert.equal(await dialog(page).getByRole('radio', { name: 'Cannot afford it yet' }).isChecked(), true, 'the no is the reason');
  await dialog(page, '[data-field="until"]').fill(day(-1));
  await dialog(page, '[data-action="nurture"]').click();
  assert.deepEqual(await titles(page, 0), []);
  assert.match(await panel(page, '[data-part="nurtured"]').innerText(), /On the nurture list since/);
  assert.equal(await field(page, 'nurture-reason').inputValue(), 'Cannot afford it yet');
  await page.getByRole('button', { name: 'Nurture', exact: true }).click();
  assert.deepEqual(await titles(page, 0), ['Later']);
  assert.deepEqual(await marks(page, 'Later'), ['nurture-due']);
  await field(page, 'nurture-until').fill(day(30));
  await field(page, 'nurture-until').blur();
  await until(async () => (await marks(page, 'Later')).length === 0, 'its day is yet to come');
  await panel(page, '[data-action="bring-back"]').click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  assert.deepEqual(await titles(page, 0), ['Later']);
  assert.match(await (await section(page, 'history')).innerText(), /Re-opened[\s\S]*nurture list until [^\n]*: Cannot afford it yet/);
});

test('method row 46: a message of the playbook is copied with the deal\'s values filled in, with and without a clipboard', async (t) => {
  const page = await openTemplate(t, 'bases', {
    before: (page) => page.addInitScript(() => {
      window.copied = [];
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied.push(text); } } });
    }),
  });
  await add(page, 0, 'Message');
  await openDeal(page, 'Message');
  await type(page, 'contact', 'Ana [me] Lindqvist');
  await type(page, 'owner', 'Bo Berg');
  const part = await section(page, 'playbook');
  const play = part.locator('.play').filter({ hasText: 'Asking for the meeting' });
  await play.locator('[data-action="copy"]').click();
  await until(async () => (await page.evaluate(() => window.copied.length)) === 1, 'it is copied');
  const text = await page.evaluate(() => window.copied[0]);
  assert.match(text, /^Hello Ana \[me\] Lindqvist,\n\nYou mentioned \[problem\]\./);
  assert.match(text, /\n\nBo Berg$/);
  assert.match(await toast(page), /1 placeholder still/);
  await play.locator('summary').click();
  assert.deepEqual(await play.locator('mark').allInnerTexts(), ['[problem]'], 'what has no value is marked');
  await type(page, 'pain', `too many <b>rotas</b>`);
  assert.equal(await play.locator('mark').count(), 0);
  assert.match(await play.locator('.play-text').innerText(), /You mentioned too many <b>rotas<\/b>\./);
  // A page of an intranet has no clipboard of its own.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.addEventListener('copy', () => window.copied.push(document.activeElement.value), { once: true });
  });
  await play.locator('[data-action="copy"]').focus();
  await page.keyboard.press('Enter');
  await until(async () => (await page.evaluate(() => window.copied.length)) === 2, 'it is copied once more');
  assert.match(await page.evaluate(() => window.copied[1]), /too many <b>rotas<\/b>/);
  assert.equal(await toast(page), 'Copied');
  await until(() => play.locator('[data-action="copy"]').evaluate((e) => e === document.activeElement), 'the button keeps the focus');
});

test('a deal moves to another pipeline and takes its history along; one that is closed is put away', async (t) => {
  const page = await withDeal(t, 'simple', 'Travels');
  await type(page, 'value', '500');
  await page.keyboard.press('Escape');
  await choose(page, 'New pipeline…');
  await page.locator('dialog [data-template="blank"]').click();
  await until(async () => (await page.locator('.columns [data-stage]').count()) === 1, 'the new pipeline is shown');
  await page.locator('.pipeline-choice').selectOption({ index: 0 });
  await openDeal(page, 'Travels');
  await panel(page, '[data-action="transfer"]').click();
  await dialog(page, '[data-action="transfer"]').click();
  assert.match(await toast(page), /Travels is in/);
  assert.equal(await page.locator('.columns .card').count(), 0);
  const told = (await section(page, 'history')).locator('li');
  await until(async () => (await told.count()) === 3, 'its history goes along');
  await page.locator('.pipeline-choice').selectOption({ index: 1 });
  assert.deepEqual(await titles(page, 0), ['Travels']);
  await openDeal(page, 'Travels');
  await panel(page).getByRole('button', { name: 'Lost…' }).click();
  await dialog(page).getByRole('button', { name: 'Skip the reason' }).click();
  await page.getByRole('button', { name: 'Lost', exact: true }).click();
  assert.deepEqual(await titles(page, 0), ['Travels']);
  await panel(page, '[data-action="archive"]').click();
  await until(async () => (await titles(page, 0)).length === 0, 'what is put away stands on no board');
  await panel(page, '[data-action="archive"]').click();
  await until(async () => (await titles(page, 0)).length === 1, 'it is back');
});

test('the value of a deal that changes pipelines is asked for anew only where the currency is another', async (t) => {
  const page = await withDeal(t, 'simple', 'Worth');
  await type(page, 'value', '1000');
  await page.keyboard.press('Escape');
  const nav = (name) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await choose(page, 'New pipeline…');
  await page.locator('dialog [data-template="blank"]').click();
  await until(async () => (await page.locator('.columns [data-stage]').count()) === 1, 'the new pipeline is shown');
  await nav('Process');
  await page.locator('[data-view="process"] [data-field="currency"]').fill('USD');
  await page.keyboard.press('Enter');
  await nav('Board');
  await choose(page, 'New pipeline…');
  await page.locator('dialog [data-template="blank"]').click();
  await page.locator('.pipeline-choice').selectOption({ index: 0 });
  await openDeal(page, 'Worth');
  await panel(page, '[data-action="transfer"]').click();
  const [dollars, euros] = await dialog(page, '[data-field="pipeline"] option').evaluateAll((all) => all.map((one) => one.value));
  await dialog(page, '[data-field="pipeline"]').selectOption(dollars);
  const value = dialog(page, '[data-field="value"]');
  assert.equal(await value.inputValue(), '1000', 'the same number to begin with');
  await value.fill('1200');
  await value.blur();
  await dialog(page, '[data-field="pipeline"]').selectOption(euros);
  await value.waitFor({ state: 'detached' });
  await dialog(page, '[data-action="transfer"]').click();
  await dialog(page, '[data-action="transfer"]').waitFor({ state: 'detached' });
  const kept = Object.values(JSON.parse(await exported(page)).deals).find((deal) => deal.title === 'Worth');
  assert.equal(kept.value, 100_000);
  assert.equal(kept.history.filter((event) => event.revalued).length, 1, 'typed once, changed by nothing else');
});

test('by keys alone: Enter leads into the deal, sections fold and stay so, Escape leads back to the card; 360 px wide too', async (t) => {
  const page = await openTemplate(t, 'seven-step', { viewport: [360, 740] });
  await add(page, 0, 'Keys');
  await card(page, 'Keys').focus();
  await page.keyboard.press('Enter');
  await until(() => panel(page).evaluate((e) => e === document.activeElement), 'the deal has the focus');
  const box = await panel(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360, 'it is within the window');
  assert.equal(await panel(page, '.panel-body').evaluate((e) => e.scrollWidth <= e.clientWidth), true, 'nothing sticks out');
  const stage = panel(page, '[data-section="stage"]');
  const head = stage.locator('summary').first();
  for (let press = 0; press < 20 && !(await head.evaluate((e) => e === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  assert.equal(await stage.evaluate((e) => e.open), false);
  await page.keyboard.press('Escape');
  await until(() => card(page, 'Keys').evaluate((e) => e === document.activeElement), 'the card has the focus');
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  assert.equal(await stage.evaluate((e) => e.open), false, 'what was folded stays so');
});

test('method row 36: where the team has managers, one of them overrides; a full stage says so (method row 9)', async (t) => {
  const page = await openTemplate(t, 'bases');
  await add(page, 1, 'One', 'Two');
  const file = JSON.parse(await exported(page));
  file.meta.people = { '0000000000001': { name: 'Mia', role: 'manager' }, '0000000000002': { name: 'Rep', role: 'representative' } };
  const stages = Object.values(file.stages);
  const second = stages.find((stage) => stage.name === 'First to second');
  second.wip_limit = 1;
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator('[data-file="workspace"]').first().setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer });
  await dialog(page).getByRole('button', { name: 'Open it' }).click();
  await until(async () => (await column(page, 1).locator('.column-count').getAttribute('title')) === '2 deals, more than the 1 that this stage should hold', 'the limit is told');
  assert.match(await column(page, 1).locator('.column-count').innerText(), /2 \/ 1/);
  await openDeal(page, 'One');
  const people = await field(page, 'owner').getAttribute('list');
  const offered = await page.locator(`#${people} option`).evaluateAll((all) => all.map((option) => option.value));
  assert.deepEqual(offered, ['Mia', 'Rep'], 'people of the team are offered as owners');
  await field(page, 'stage').selectOption({ label: 'Second to third' });
  const gate = page.locator('[data-dialog="gate"]');
  await gate.getByText('Let it pass all the same').click();
  assert.deepEqual(await gate.locator('[data-field="manager"] option').allInnerTexts(), ['Mia'], 'only managers may');
  await gate.locator('[data-field="note"]').fill('Agreed by phone');
  await gate.locator('[data-action="override"]').click();
  assert.deepEqual(await titles(page, 2), ['One']);
  assert.match(await (await section(page, 'history')).innerText(), /Gate overridden by Mia: Agreed by phone/);
});
