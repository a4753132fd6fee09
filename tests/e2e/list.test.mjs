// The list with real input: order, filter, columns, editing in place, many at once, the nurture list, customers to contact.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blame, reload, open } from './harness.mjs';
import { exported, openSample, openTemplate, saved, add, until } from './steps.mjs';

const sales = fileURLToPath(new URL('../fixtures/crm-sales/sales_pipeline.csv', import.meta.url));
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

async function openList(page) {
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('[data-view=list]').waitFor();
}

const rows = (page) => page.locator('.grid .list-row[data-deal]');
const row = (page, title) => rows(page).filter({ has: page.getByText(title, { exact: true }) });
const cell = (page, title, column) => row(page, title).locator(`[data-column="${column}"]`);
const texts = (page, column) => page.locator(`.list-row[data-deal] [data-column="${column}"]`).allInnerTexts();
const scope = (page, key) => page.locator(`[data-scope=${key}]`).click();
const toast = (page) => page.locator('.toast');
const figure = async (page, name) => Number(await page.locator(`[data-metric="${name}"]`).first().getAttribute('data-value'));
const orderBy = (page, column) => page.locator(`.list-head [data-column="${column}"] [data-sort]`).click();
const undo = (page) => page.locator('.toast-button').click();

async function finds(page, count) {
  await until(async () => (await figure(page, 'list-count')) === count || figure(page, 'list-count'), `${count} deals are found`);
}

/** Edits a cell by a double click. */
async function edit(page, title, column, text) {
  await cell(page, title, column).dblclick();
  const field = page.locator(`[data-edit="${column}"]`);
  await field.waitFor();
  await field.fill(text);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

async function tick(page, ...titles) {
  for (const title of titles) await cell(page, title, 'select').click();
}

/** Opens a bulk dialog, fills it and does it. */
async function bulk(page, key, fields = {}) {
  await page.locator(`[data-bulk=${key}]`).click();
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`dialog [data-field="${name}"]`);
    if (await field.evaluate((e) => e.tagName === 'SELECT')) await field.selectOption({ label: value });
    else {
      await field.fill(value);
      await field.blur();
    }
  }
  await page.locator('[data-action=bulk]').click();
}

test('the table is ordered by any column, turned round, blanks last, and is so again after a reload', async (t) => {
  const page = await openSample(t);
  await openList(page);
  await finds(page, 16);
  await edit(page, await rows(page).first().locator('.cell-open').innerText(), 'value', '');
  const heads = await page.locator('.list-head [data-sort]').evaluateAll((all) => all.map((e) => e.dataset.sort));
  assert.deepEqual(heads, ['title', 'company', 'owner', 'stage', 'value', 'chance', 'weighted', 'expected', 'in-stage', 'next-step']);
  const amounts = async () => (await texts(page, 'value')).map((text) => (text === '' ? null : Number(text.replace(/[^\d.]/g, ''))));
  await orderBy(page, 'value');
  const up = await amounts();
  assert.equal(await page.locator('.list-head [data-column=value]').getAttribute('aria-sort'), 'ascending');
  assert.equal(up.at(-1), null, 'the blank one is last');
  assert.deepEqual(up.slice(0, -1), up.slice(0, -1).toSorted((a, b) => a - b));
  await orderBy(page, 'value');
  const down = await amounts();
  assert.equal(down.at(-1), null, 'the blank one is last in this direction too');
  assert.deepEqual(down.slice(0, -1), up.slice(0, -1).toReversed());
  await orderBy(page, 'owner');
  const owners = await texts(page, 'owner');
  assert.deepEqual(owners, owners.toSorted((a, b) => a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  // Among the deals of one owner the order by value still holds.
  const pairs = (await texts(page, 'owner')).map((owner, at) => [owner, at]);
  const values = await amounts();
  for (let at = 1; at < pairs.length; at += 1) {
    if (pairs[at][0] === pairs[at - 1][0] && values[at] !== null) assert.ok(values[at - 1] >= values[at]);
  }
  await saved(page);
  await reload(page);
  assert.equal(await page.locator('.list-head [data-column=owner]').getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(await texts(page, 'owner'), owners);
});

test('cells are edited in place; what is refused is told and stays as it was', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Alpha', 'Beta');
  await openList(page);
  await edit(page, 'Alpha', 'company', 'Acme');
  await edit(page, 'Alpha', 'value', '12 500.50');
  await edit(page, 'Alpha', 'expected', '2030-05-06');
  await edit(page, 'Alpha', 'owner', 'Mara');
  assert.equal(await cell(page, 'Alpha', 'value').innerText(), '€12,501');
  assert.equal(await figure(page, 'list-value'), 1_250_050);
  await edit(page, 'Alpha', 'value', 'a lot');
  assert.match(await toast(page).innerText(), /not an amount/);
  assert.equal(await figure(page, 'list-value'), 1_250_050);
  await edit(page, 'Alpha', 'title', '  ');
  assert.match(await toast(page).innerText(), /cannot be empty/);
  await edit(page, 'Alpha', 'chance', '101');
  assert.match(await toast(page).innerText(), /0 to 100/);
  await edit(page, 'Alpha', 'chance', '35 %');
  assert.match(await cell(page, 'Alpha', 'chance').innerText(), /35\s?%/);
  assert.match(await cell(page, 'Alpha', 'chance').locator('span').getAttribute('title'), /by hand/);
  // Escape leaves the cell as it was.
  await cell(page, 'Alpha', 'company').dblclick();
  await page.keyboard.type('Nonsense');
  await page.keyboard.press('Escape');
  assert.equal(await cell(page, 'Alpha', 'company').innerText(), 'Acme');
  // Enter goes down, Tab goes right.
  await cell(page, 'Alpha', 'company').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type('Two');
  await page.keyboard.press('Tab');
  await page.keyboard.press('F2');
  await page.keyboard.type('Nils');
  await page.keyboard.press('Enter');
  assert.deepEqual(await texts(page, 'company'), ['One', 'Two']);
  assert.deepEqual(await texts(page, 'owner'), ['Mara', 'Nils']);
  // The stage is a move.
  await cell(page, 'Beta', 'stage').dblclick();
  await page.locator('[data-edit=stage]').selectOption({ label: 'Offer' });
  await until(async () => (await cell(page, 'Beta', 'stage').innerText()) === 'Offer', 'Beta is in the offer');
  const file = JSON.parse(await exported(page));
  assert.match(JSON.stringify(file), /"moved"/);
  // A single click on the title opens the deal beside; Escape closes it and the table has the focus again.
  await cell(page, 'Beta', 'title').locator('.cell-open').click();
  await page.locator('.panel').waitFor();
  await page.locator('.panel [data-field=title]').focus();
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  await until(() => page.locator('.grid').evaluate((e) => e === document.activeElement), 'the table has the focus');
});

test('method row 47: segments filter, with other conditions, as chips; a filter is kept under a name', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'North one', 'North two', 'South');
  await openList(page);
  await page.locator('[data-action=columns]').click();
  await page.locator('dialog').getByRole('checkbox', { name: 'Region', exact: true }).click();
  await page.locator('dialog').getByRole('checkbox', { name: 'Tags', exact: true }).click();
  await page.locator('dialog').getByRole('checkbox', { name: 'Chance', exact: true }).click();
  await page.locator('dialog .button-main').click();
  assert.equal(await page.locator('.list-head [data-column=chance]').count(), 0);
  await edit(page, 'North one', 'segment:Region', 'North');
  await edit(page, 'North two', 'segment:Region', 'North');
  await edit(page, 'South', 'segment:Region', 'South');
  await edit(page, 'North two', 'tags', 'hot, big');
  await page.locator('[data-action=filter]').click();
  await page.locator('dialog').getByRole('combobox', { name: 'Region', exact: true }).selectOption('North');
  await finds(page, 2);
  await page.locator('dialog [data-field=filter-tag]').selectOption('hot');
  await finds(page, 1);
  await page.locator('dialog [data-field=filter-name]').fill('Hot in the north');
  await page.locator('[data-action=filter-save]').click();
  await page.locator('dialog .button-main').click();
  assert.deepEqual(await page.locator('[data-chip]').allInnerTexts(), ['Tags: hot', 'Region: North']);
  await page.getByRole('button', { name: 'Remove Tags: hot' }).click();
  await finds(page, 2);
  await page.locator('[data-action=filter-clear]').click();
  await finds(page, 3);
  await reload(page);
  await finds(page, 3);
  assert.equal(await page.locator('.list-head [data-column="segment:Region"]').count(), 1, 'the columns are kept');
  await page.locator('[data-saved="Hot in the north"]').click();
  await finds(page, 1);
  assert.deepEqual(await texts(page, 'title'), ['North two']);
  await page.getByRole('searchbox').fill('nothing like it');
  await page.locator('[data-empty=list]').getByRole('button').click();
  await finds(page, 3);
});

test('method row 10: what is overdue and what has no next step is found and marked', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Late', 'Planned', 'Idle');
  const file = JSON.parse(await exported(page));
  for (const [title, due] of [['Late', day(-2)], ['Planned', day(5)]]) {
    const deal = file.deals.find((d) => d.title === title);
    deal.story = { activities: { ['0000000000' + title.length.toString(36).padStart(3, '0')]: { kind: 'call', text: 'Call back', due } } };
  }
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator('[data-file=workspace]').first().setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open it', exact: true }).click();
  await openList(page);
  await finds(page, 3);
  assert.match(await cell(page, 'Late', 'next-step').innerText(), /Call back/);
  assert.match(await cell(page, 'Late', 'next-step').locator('.mark-bad').getAttribute('title'), /Overdue since/);
  assert.equal(await cell(page, 'Planned', 'next-step').locator('.mark-bad').count(), 0);
  await page.locator('[data-action=filter]').click();
  await page.locator('dialog').getByRole('checkbox', { name: 'Overdue', exact: true }).check();
  await finds(page, 1);
  await page.locator('dialog').getByRole('checkbox', { name: 'No next step', exact: true }).check();
  await finds(page, 2);
  await page.locator('dialog').getByRole('checkbox', { name: 'Overdue', exact: true }).uncheck();
  await finds(page, 1);
  await page.locator('dialog .button-main').click();
  assert.deepEqual(await texts(page, 'title'), ['Idle']);
});

test('method row 41: the nurture list shows reason and day, marks what is due, and brings back with one action', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Not yet', 'Later', 'Goes on');
  await openList(page);
  await tick(page, 'Not yet');
  await bulk(page, 'nurture', { 'bulk-reason': 'Cannot afford it', 'bulk-until': day(0) });
  await tick(page, 'Later');
  await bulk(page, 'nurture', { 'bulk-reason': 'Does not decide', 'bulk-until': day(40) });
  await finds(page, 1);
  await scope(page, 'nurture');
  await finds(page, 2);
  assert.deepEqual(await texts(page, 'title'), ['Not yet', 'Later'], 'by the day to come back');
  assert.deepEqual(await texts(page, 'reason'), ['Cannot afford it', 'Does not decide']);
  assert.equal(await cell(page, 'Not yet', 'until').locator('.mark-warn').count(), 1, 'due today');
  assert.equal(await cell(page, 'Later', 'until').locator('.mark-warn').count(), 0);
  assert.equal(await figure(page, 'back-due'), 1);
  await page.locator('[data-metric=back-due]').click();
  await finds(page, 1);
  await row(page, 'Not yet').locator('[data-act=bring-back]').click();
  assert.match(await toast(page).innerText(), /Not yet is back in Created/);
  await page.locator('[data-empty=list]').waitFor();
  await scope(page, 'open');
  await finds(page, 2);
  await undo(page);
  await finds(page, 1);
  await page.keyboard.press('Control+Shift+z');
  await finds(page, 2);
  const file = await exported(page);
  assert.match(file, /"nurtured"/);
  assert.match(file, /Cannot afford it/, 'the reason stays in the history');
});

test('method row 44: a lost deal is re-opened from the list, and the loss stays in its history', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Second chance');
  await openList(page);
  await tick(page, 'Second chance');
  await bulk(page, 'lose', { 'bulk-reason': 'Price above budget' });
  await scope(page, 'lost');
  assert.deepEqual(await texts(page, 'reason'), ['Price above budget']);
  await row(page, 'Second chance').locator('[data-act=reopen]').click();
  await scope(page, 'open');
  await finds(page, 1);
  await cell(page, 'Second chance', 'title').locator('.cell-open').click();
  const panel = page.locator('.panel');
  await panel.waitFor();
  const history = panel.locator('[data-section=history]');
  if (!(await history.evaluate((e) => e.open))) await history.locator('summary').click();
  await until(async () => /Lost: Price above budget/.test(await panel.evaluate((e) => e.textContent)), 'the loss is in the history');
});

test('method row 45: a customer is contacted after a win every so many months, and asked for a referral', async (t) => {
  const page = await openTemplate(t, 'blank');
  await add(page, 0, 'Customer', 'Other');
  await openList(page);
  await edit(page, 'Customer', 'owner', 'Mara');
  await tick(page, 'Customer', 'Other');
  await bulk(page, 'win');
  await scope(page, 'won');
  await finds(page, 2);
  await edit(page, 'Customer', 'care', day(-3));
  await edit(page, 'Other', 'care', day(30));
  assert.equal(await cell(page, 'Customer', 'care').locator('.mark-warn').count(), 1);
  assert.equal(await figure(page, 'contact-due'), 1);
  assert.equal(await row(page, 'Other').locator('[data-act]').count(), 0, 'not due yet');
  await row(page, 'Customer').locator('[data-act=contacted]').click();
  assert.match(await toast(page).innerText(), /contact noted, the next one on/);
  assert.equal(await cell(page, 'Customer', 'care').locator('.mark-warn').count(), 0);
  await cell(page, 'Customer', 'referral').dblclick();
  await until(async () => /^Yes/.test(await cell(page, 'Customer', 'referral').innerText()), 'asked today');
  const kept = await exported(page);
  assert.match(kept, /Kept in touch/);
  assert.match(kept, /"by":\s*"Mara"/);
  assert.match(kept, /referral_asked/);
  // One step takes the contact and the next day back together.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  assert.equal(await cell(page, 'Customer', 'care').locator('.mark-warn').count(), 1);
});

test('many at once: each is one step, says how many and why others stay, and is undone', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'A', 'B', 'C', 'D', 'E');
  await openList(page);
  // A range by Shift, then one taken out again.
  await cell(page, 'A', 'select').click();
  await cell(page, 'D', 'select').click({ modifiers: ['Shift'] });
  assert.equal(await figure(page, 'selected-count'), 4);
  assert.match(await page.locator('.spoken').innerText(), /4 selected/);
  await bulk(page, 'owner', { 'bulk-owner': 'Mara' });
  assert.match(await toast(page).innerText(), /4 deals given to Mara/);
  assert.equal((await texts(page, 'owner')).filter((owner) => owner === 'Mara').length, 4);
  await undo(page);
  assert.equal((await texts(page, 'owner')).filter((owner) => owner === 'Mara').length, 0, 'one step');
  await bulk(page, 'tags', { 'tags-add': 'hot, new' });
  await bulk(page, 'tags', { 'tags-add': 'big', 'tags-remove': 'new' });
  await tick(page, 'D');
  assert.equal(await figure(page, 'selected-count'), 3);
  await bulk(page, 'lose', { 'bulk-reason': 'Wrong time' });
  assert.match(await toast(page).innerText(), /3 deals lost/);
  await finds(page, 2);
  // Closed ones are told apart when all are moved.
  await scope(page, 'all');
  await finds(page, 5);
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+a');
  assert.equal(await figure(page, 'selected-count'), 5);
  await page.locator('[data-bulk=move]').click();
  await page.locator('dialog [data-field=bulk-stage]').selectOption({ label: 'Offer' });
  assert.equal(await figure(page, 'bulk-changes'), 2);
  assert.match(await page.locator('.bulk-stay').innerText(), /3 stay as they are: they are not open/);
  await page.locator('[data-action=bulk]').click();
  assert.match(await toast(page).innerText(), /2 deals moved to Offer\. 3 stay/);
  await bulk(page, 'archive');
  assert.match(await toast(page).innerText(), /3 deals archived\. 2 are left out/);
  await scope(page, 'archived');
  await finds(page, 3);
  await row(page, 'A').locator('[data-act=take-out]').click();
  await finds(page, 2);
  await scope(page, 'all');
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.locator('[data-action=bulk]').click();
  assert.match(await toast(page).innerText(), /5 deals deleted/);
  await page.locator('[data-empty=list]').waitFor();
  await undo(page);
  await finds(page, 5);
  const kept = await exported(page);
  assert.match(kept, /"tags":\s*\[\s*"big",\s*"hot"\s*\]/);
});

test('a gate that blocks keeps some deals; the others move, and it is said which criteria are missing', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Ready', 'Not ready');
  const file = JSON.parse(await exported(page));
  const [stage] = file.stages.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const criterion = '00000000000zz';
  stage.gate = 'block';
  stage.criteria = { [criterion]: { rank: 'V001', name: 'Budget is known' } };
  file.deals.find((deal) => deal.title === 'Ready').story = { met: { [criterion]: Date.now() } };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator('[data-file=workspace]').first().setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open it', exact: true }).click();
  await openList(page);
  await finds(page, 2);
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+a');
  await bulk(page, 'move', { 'bulk-stage': 'Negotiation' });
  assert.match(await toast(page).innerText(), /1 deal moved to Negotiation\. 1 stays: the gate of Created is shut\. Missing: Budget is known/);
  assert.equal(await cell(page, 'Ready', 'stage').innerText(), 'Negotiation');
  assert.equal(await cell(page, 'Not ready', 'stage').innerText(), 'Created');
});

test('everything by keyboard alone', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'One', 'Two', 'Three');
  await openList(page);
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const at = () => page.locator('.grid').evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute('aria-activedescendant'));
    const row = cell?.closest('[data-deal]');
    return [row ? row.querySelector('.cell-open, [data-edit=title]')?.textContent : 'head', cell?.dataset.column];
  });
  const focused = () => page.locator('.grid').evaluate((e) => e === document.activeElement);
  for (let count = 0; count < 60 && !(await focused()); count += 1) await press('Tab');
  assert.ok(await focused(), 'Tab leads into the table');
  assert.deepEqual(await at(), ['head', 'title']);
  await press('Enter');
  assert.match(await page.locator('.spoken').innerText(), /By Title, ascending/);
  assert.deepEqual(await texts(page, 'title'), ['One', 'Three', 'Two']);
  await press('ArrowDown', 'ArrowDown', 'ArrowRight');
  assert.deepEqual(await at(), ['Three', 'company']);
  await press('Enter');
  await page.keyboard.type('Acme');
  await press('Enter');
  assert.deepEqual(await at(), ['Two', 'company']);
  assert.deepEqual(await texts(page, 'company'), ['', 'Acme', '']);
  await press(' ', 'ArrowUp', ' ');
  assert.equal(await figure(page, 'selected-count'), 2);
  await press('Escape');
  assert.equal(await page.locator('.bulk').count(), 0);
  await press('Home', 'Control+Home', 'Shift+ArrowDown');
  assert.equal(await figure(page, 'selected-count'), 2);
  // On to the bar below the table and to its first button.
  await press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.bulk), 'move');
  await press('Enter');
  await page.locator('dialog').waitFor();
  await press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await until(focused, 'the focus is back');
  await press('Control+End', 'ArrowRight', 'Enter');
  await page.locator('.panel').waitFor();
  assert.equal(await page.locator('.panel [data-field=title]').inputValue(), 'Two');
  blame(page);
});

test('8,800 deals: few elements, ordered at once, and smooth to scroll', async (t) => {
  const page = await open(t);
  await page.locator('[data-file=csv]').first().setInputFiles(sales);
  await page.locator('[data-action=import]').click();
  await page.locator('.columns .card').first().waitFor();
  await saved(page);
  await openList(page);
  await scope(page, 'all');
  await finds(page, 8_800);
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length);
  const first = await elements();
  t.diagnostic(`${first} elements`);
  assert.ok(first < 1_600, `${first} elements`);

  const took = await page.evaluate(async () => {
    const times = {};
    for (const key of ['title', 'company', 'owner', 'outcome', 'stage', 'value', 'created', 'closed']) {
      const button = document.querySelector(`.list-head [data-sort="${key}"]`);
      const before = performance.now();
      button.click();
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
      times[key] = Math.round(performance.now() - before);
    }
    return times;
  });
  t.diagnostic(`from a click on a head to the next frame, in ms: ${JSON.stringify(took)}`);
  // The middle one: other work on the machine falls on single clicks.
  const middle = Object.values(took).toSorted((a, b) => a - b)[4];
  assert.ok(middle < 500, JSON.stringify(took));

  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('.grid');
    const times = [];
    let last = performance.now();
    for (let frame = 0; frame < 120; frame += 1) {
      grid.scrollTop += 170;
      await new Promise((done) => { requestAnimationFrame(done); });
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    times.sort((a, b) => a - b);
    return { median: times[60], p95: times[114], worst: times[119], top: grid.scrollTop };
  });
  t.diagnostic(`frames while scrolling 5 rows each, in ms: ${JSON.stringify(frames)}`);
  assert.ok(frames.top > 20_000);
  assert.ok(frames.median < 50, JSON.stringify(frames));
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+End');
  await until(async () => (await rows(page).last().getAttribute('aria-rowindex')) === '8801', 'the last row is there');
  assert.ok((await elements()) < 1_700);

  await page.keyboard.press('Control+a');
  assert.equal(await figure(page, 'selected-count'), 8_800);
  await page.locator('[data-bulk=owner]').click();
  await page.locator('dialog [data-field=bulk-owner]').fill('Everybody');
  const changed = await page.evaluate(async () => {
    const before = performance.now();
    document.querySelector('[data-field=bulk-owner]').blur();
    document.querySelector('[data-action=bulk]').click();
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    return Math.round(performance.now() - before);
  });
  t.diagnostic(`8,800 deals given to somebody: ${changed} ms to the next frame`);
  await toast(page).filter({ hasText: '8,800 deals given to Everybody' }).waitFor();
  await page.keyboard.press('Control+z');
  await until(async () => !(await texts(page, 'owner')).includes('Everybody'), 'one step takes it back');
});

test('method row 4: the deals expected to close in a period, what they are worth and what is likely of it', async (t) => {
  const page = await openSample(t);
  const file = JSON.parse(await exported(page));
  const open = file.deals.filter((deal) => deal.outcome === 'open').sort((a, b) => (a.expected < b.expected ? -1 : 1));
  const [from, to] = [open[2].expected, open[9].expected];
  const within = open.filter((deal) => deal.expected >= from && deal.expected <= to);
  await openList(page);
  await page.locator('[data-action=filter]').click();
  await page.locator('dialog [data-field="filter-expected-from"]').fill(from);
  await page.locator('dialog [data-field="filter-expected-to"]').fill(to);
  await page.locator('dialog [data-field="filter-expected-to"]').blur();
  await finds(page, within.length);
  await page.locator('dialog .button-main').click();
  assert.equal(await figure(page, 'list-value'), within.reduce((sum, deal) => sum + deal.value, 0));
  assert.ok(await figure(page, 'list-weighted') < await figure(page, 'list-value'));
});

test('method row 13: deals are found by their lead source; method row 30: the board, by stage and in all, has the same totals', async (t) => {
  const page = await openSample(t);
  const file = JSON.parse(await exported(page));
  const open = file.deals.filter((deal) => deal.outcome === 'open');
  const total = open.reduce((sum, deal) => sum + deal.value, 0);
  const stages = await page.locator('.columns [data-metric="stage-value"]').evaluateAll((all) => all.map((e) => Number(e.dataset.value)));
  assert.equal(stages.reduce((sum, value) => sum + value, 0), total);
  assert.equal(Number(await page.locator('[data-metric="open-value"]').getAttribute('data-value')), total);
  await openList(page);
  assert.equal(await figure(page, 'list-value'), total);
  const source = open.find((deal) => deal.source).source;
  await page.locator('[data-action=filter]').click();
  await page.locator('dialog [data-field="filter-source"]').selectOption(source);
  await finds(page, open.filter((deal) => deal.source === source).length);
});

test('method row 39: what each deal of a person lacks for its next stage; method row 40: which open deals are unqualified', async (t) => {
  const page = await openTemplate(t, 'cycle-b2b');
  await add(page, 0, 'Lacks it all', 'Meets one');
  const file = JSON.parse(await exported(page));
  const [first] = file.stages.filter((stage) => stage.name === 'Find leads');
  const criteria = Object.entries(first.criteria).sort(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));
  const at = Date.now() - 86_400_000;
  file.deals.forEach((deal) => { deal.owner = 'Ada'; });
  const one = file.deals.find((deal) => deal.title === 'Meets one');
  one.story = { met: { [criteria[0][0]]: at }, answers: { affordable: { yes: false, at } }, activities: { '000000000000a': { kind: 'call', done: at } } };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator('[data-file=workspace]').first().setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open it', exact: true }).click();
  await openList(page);
  await page.locator('[data-action=columns]').click();
  for (const name of ['Lacks', 'Activities']) await page.locator('dialog').getByRole('checkbox', { name, exact: true }).click();
  await page.locator('dialog .button-main').click();
  const names = criteria.map(([, criterion]) => criterion.name);
  assert.equal(await cell(page, 'Lacks it all', 'lacks').locator('.cell-text').getAttribute('title'), names.join(' · '));
  assert.equal(await cell(page, 'Meets one', 'lacks').locator('.cell-text').getAttribute('title'), names.slice(1).join(' · '));
  assert.equal(await cell(page, 'Meets one', 'activities').innerText(), '1');
  await page.locator('[data-action=filter]').click();
  await page.locator('dialog [data-field="filter-owner"]').selectOption('Ada');
  await finds(page, 2);
  await page.locator('dialog').getByRole('checkbox', { name: 'Unqualified', exact: true }).check();
  await finds(page, 1);
  await page.locator('dialog .button-main').click();
  assert.deepEqual(await texts(page, 'title'), ['Meets one']);
});
