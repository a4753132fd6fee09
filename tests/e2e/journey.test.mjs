import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { dragTo, open, reload, touchDragTo } from './harness.mjs';

const LANES = ['questions', 'actions', 'touchpoints', 'pain_points', 'response'];

/** Opens the journey of the sample. */
async function openSample(t, options) {
  const page = await open(t, options);
  await page.locator('[data-start="sample"]').click();
  await showJourney(page);
  return page;
}

async function showJourney(page) {
  await page.getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('[data-view="journey"] table').waitFor();
}

/** The cell of a phase, counted from 0, in a lane. */
const cell = (page, lane, phase) => page.locator(`tr[data-lane="${lane}"] > td`).nth(phase);
const notes = (page, lane, phase) => cell(page, lane, phase).locator('.note-text');
const texts = (page, lane, phase) => notes(page, lane, phase).allInnerTexts();
const slider = (page, phase) => page.getByRole('slider').nth(phase);
const mood = async (page, phase) => Number(await slider(page, phase).getAttribute('aria-valuenow'));
const metric = (page, name) => page.locator(`[data-view="journey"] [data-metric="${name}"]`)
  .evaluateAll((all) => all.map((one) => one.dataset.value));
const focused = (page) => page.evaluate(() => document.activeElement?.className ?? '');

/** Waits until a condition holds, as assertions of a page that answers in its own time. */
async function eventually(check, message) {
  const until = Date.now() + 5_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw message ? new Error(message, { cause: error }) : error;
      await new Promise((resolve) => { setTimeout(resolve, 40); });
    }
  }
}
const becomes = (ask, expected) => eventually(async () => assert.deepEqual(await ask(), expected));

async function saved(page) {
  await page.locator('[data-save="saved"]').waitFor();
}

test('the map has the phases as columns and the lanes as rows, each cell under its heads', async (t) => {
  const page = await openSample(t);
  assert.deepEqual(await page.locator('.phase-name').allInnerTexts(), ['Awareness', 'Consideration', 'Decision']);
  const steps = await page.locator('.step-title').allInnerTexts();
  assert.equal(steps.length, 2);
  assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), ['Lane', 'Awareness', 'Consideration', 'Decision', ...steps]);
  const rows = await page.getByRole('rowheader').evaluateAll((all) => all.map((one) => one.querySelector('.lane-name').textContent));
  assert.ok(rows.length >= 14, `${rows}`);
  assert.equal(new Set(rows).size, rows.length);
  // Each cell stands under its head: that of a phase, or of its step.
  const starts = (selector) => page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  const heads = [...await starts('.phase-head'), ...await starts('.step-head')];
  assert.deepEqual(await starts('tr[data-lane="questions"] > td'), [...new Set(heads)].sort((one, other) => one - other));
  for (const lane of LANES) {
    for (const phase of [0, 1, 2]) assert.ok((await texts(page, lane, phase)).length > 0, `${lane} ${phase} says something`);
  }
});

test('figures of the phases are those of the deals on the board', async (t) => {
  const page = await open(t);
  await page.locator('[data-start="sample"]').click();
  const board = page.locator('[data-view="board"]');
  await board.waitFor();
  const stages = await board.locator('section[data-stage]').evaluateAll((all) => all.map((one) => ({
    id: one.dataset.stage,
    open: Number(one.querySelector('[data-metric="stage-count"]').dataset.value),
    value: Number(one.querySelector('[data-metric="stage-value"]').dataset.value),
    weighted: Number(one.querySelector('[data-metric="stage-weighted"]').dataset.value),
  })));
  await showJourney(page);
  const phases = await page.locator('td.phase-stages').evaluateAll((all) => all.map((one) =>
    [...one.querySelectorAll('[data-stage]')].map((chip) => chip.dataset.stage)));
  assert.deepEqual(phases.flat().sort(), stages.map((stage) => stage.id).sort(), 'each stage belongs to one phase');
  const sum = (phase, of) => phase.reduce((all, id) => all + stages.find((stage) => stage.id === id)[of], 0);
  const open_ = (await metric(page, 'phase-open')).map(Number);
  assert.deepEqual(open_, phases.map((phase) => sum(phase, 'open')));
  assert.equal(open_.reduce((a, b) => a + b), 16);
  assert.deepEqual((await metric(page, 'phase-value')).map(Number), phases.map((phase) => sum(phase, 'value')));
  const weighted = (await metric(page, 'phase-weighted')).map(Number);
  weighted.forEach((found, at) => {
    assert.ok(Math.abs(found - sum(phases[at], 'weighted')) <= phases[at].length, 'weighted differs by rounding at most');
  });
  for (const share of (await metric(page, 'phase-conversion')).map(Number)) assert.ok(share > 0 && share <= 1, `${share}`);
  // The shares are what they say: deals that went beyond the phase, of those that came to it.
  const said = await page.locator('.phase-through').evaluateAll((all) => all.map((one) => one.title.match(/\d+/g).map(Number)));
  assert.deepEqual(said.map(([part, of]) => part / of), (await metric(page, 'phase-conversion')).map(Number));
  assert.equal(said[0][1], 43, 'all deals, those on the nurture list too, came to the first phase');
});

test('notes are added, edited and deleted by keyboard alone; undo takes each step back', async (t) => {
  const page = await openSample(t);
  const before = await texts(page, 'questions', 0);
  await cell(page, 'questions', 0).locator('.note-add').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Who else has this?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('How long does it take?');
  await page.keyboard.press('Enter');
  await becomes(() => texts(page, 'questions', 0), [...before, 'Who else has this?', 'How long does it take?']);
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await focused(page), /note-add/));

  // Up to the last note; F2 edits; Enter commits and opens the next empty one; Escape leaves that.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type(' Weeks?');
  await page.keyboard.press('Enter');
  await becomes(() => texts(page, 'questions', 0), [...before, 'Who else has this?', 'How long does it take? Weeks?']);
  await eventually(async () => assert.match(await focused(page), /note-field/));
  await page.keyboard.type('not this');
  await page.keyboard.press('Escape');
  await eventually(async () => assert.match(await focused(page), /note-add/));

  // Escape reverts an edit.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('nor that');
  await page.keyboard.press('Escape');
  await eventually(async () => assert.match(await focused(page), /note-text/));
  await becomes(() => texts(page, 'questions', 0), [...before, 'Who else has this?', 'How long does it take? Weeks?']);

  // A blank text deletes.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await becomes(() => texts(page, 'questions', 0), [...before, 'Who else has this?']);
  await eventually(async () => assert.match(await focused(page), /note-add/));

  for (const expected of [
    [...before, 'Who else has this?', 'How long does it take? Weeks?'],
    [...before, 'Who else has this?', 'How long does it take?'],
    [...before, 'Who else has this?'],
    before,
  ]) {
    await page.keyboard.press('Control+z');
    await becomes(() => texts(page, 'questions', 0), expected);
  }
  await page.keyboard.press('Control+Shift+z');
  await becomes(() => texts(page, 'questions', 0), [...before, 'Who else has this?']);
});

test('arrows lead from note to note, down a column and across', async (t) => {
  const page = await openSample(t);
  await notes(page, 'questions', 0).first().focus();
  await page.keyboard.press('ArrowRight');
  const at = () => page.evaluate(() => {
    const cell = document.activeElement.closest('td');
    return `${cell.parentElement.dataset.lane} ${cell.cellIndex} ${document.activeElement.className}`;
  });
  assert.equal(await at(), 'questions 2 note-text note-stop');
  const stops = await cell(page, 'questions', 1).locator('.note-text, .note-add').count();
  for (let step = 0; step < stops; step += 1) await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'actions 2 note-text note-stop');
  await page.keyboard.press('ArrowUp');
  assert.equal(await at(), 'questions 2 note-add note-stop');
});

test('writing one note leaves the elements of all others alone', async (t) => {
  const page = await openSample(t);
  const mark = () => page.evaluate(() => {
    for (const one of document.querySelectorAll('.map td, .map .note-text')) one.marked = true;
  });
  await mark();
  const target = notes(page, 'actions', 1).first();
  await target.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Rings us up');
  await page.keyboard.press('Enter');
  await becomes(() => target.innerText(), 'Rings us up');
  await page.keyboard.press('Escape');
  await becomes(() => page.locator('.note-field').count(), 0);
  const fresh = await page.evaluate(() =>
    [...document.querySelectorAll('.map td, .map .note-text')].filter((one) => !one.marked).map((one) => one.textContent));
  assert.deepEqual(fresh, ['Rings us up']);
});

test('leaving a field keeps what was typed, and a pasted list becomes notes', async (t) => {
  const page = await openSample(t);
  const before = await texts(page, 'response', 2);
  await cell(page, 'response', 2).locator('.note-add').click();
  await page.locator('.note-field').fill('Call back\n\n  Send the   contract \nSay thanks');
  await notes(page, 'questions', 0).first().click();
  await becomes(() => texts(page, 'response', 2), [...before, 'Call back', 'Send the contract', 'Say thanks']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await becomes(() => texts(page, 'response', 2), before);
});

test('a long list that is pasted comes in whole', async (t) => {
  const page = await openSample(t);
  const before = await texts(page, 'response', 2);
  const lines = Array.from({ length: 60 }, (_, number) => `Line ${number + 1} of what was written down elsewhere`);
  await cell(page, 'response', 2).locator('.note-add').click();
  await page.locator('.note-field').fill(lines.join('\n'));
  await page.keyboard.press('Enter');
  await becomes(() => texts(page, 'response', 2), [...before, ...lines]);
});

test('a note below can be clicked while an empty field is open above it', async (t) => {
  const page = await openSample(t);
  await cell(page, 'questions', 1).locator('.note-add').click();
  await page.locator('.note-field').waitFor();
  const target = notes(page, 'actions', 1).first();
  const text = await target.innerText();
  await target.click();
  await becomes(() => page.locator('.note-field').evaluateAll((all) => all.map((one) => one.value)), [text]);
});

test('the mood moves by arrows, within its ends, a step to undo each', async (t) => {
  const page = await openSample(t);
  const first = await mood(page, 0);
  const line = page.locator('.mood-line');
  const drawn = await line.getAttribute('d');
  await slider(page, 0).focus();
  await page.keyboard.press('End');
  await becomes(() => mood(page, 0), 2);
  await page.keyboard.press('ArrowUp');
  assert.equal(await mood(page, 0), 2);
  assert.equal(await slider(page, 0).getAttribute('aria-valuetext'), '+2, very high');
  assert.notEqual(await line.getAttribute('d'), drawn);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await becomes(() => mood(page, 0), 0);
  await page.keyboard.press('Home');
  await becomes(() => mood(page, 0), -2);
  for (const expected of [0, 1, 2, first]) {
    await page.keyboard.press('Control+z');
    await becomes(() => mood(page, 0), expected);
  }
  assert.equal(await line.getAttribute('d'), drawn);
});

/** Where a mood stands on the curve, on the window. */
async function place(page, phase, value) {
  await page.locator('.mood-track').scrollIntoViewIfNeeded();
  const track = await page.locator('.mood-track').boundingBox();
  const point = await slider(page, phase).boundingBox();
  return { x: point.x + point.width / 2, y: track.y + track.height * (0.5 - value * 0.2) };
}

test('the mood is dragged by mouse, one step to undo for the whole way', async (t) => {
  const page = await openSample(t);
  const before = await mood(page, 1);
  await dragTo(page, slider(page, 1), await place(page, 1, -2));
  await becomes(() => mood(page, 1), -2);
  await page.keyboard.press('Control+z');
  await becomes(() => mood(page, 1), before);
});

test('the mood is dragged by finger', async (t) => {
  const page = await openSample(t, { touch: true, viewport: [360, 740] });
  const to = (await mood(page, 0)) > 0 ? -1 : 2;
  await touchDragTo(page, slider(page, 0), await place(page, 0, to));
  await becomes(() => mood(page, 0), to);
});

test('phases are renamed in place, and never to nothing', async (t) => {
  const page = await openSample(t);
  const name = page.locator('.phase-name').first();
  await name.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Noticing');
  await page.keyboard.press('Enter');
  await becomes(() => name.innerText(), 'Noticing');
  await eventually(async () => assert.match(await focused(page), /phase-name/));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await page.getByText('A name cannot be empty.').first().waitFor();
  assert.equal(await name.innerText(), 'Noticing');
  await page.keyboard.press('Control+z');
  await becomes(() => name.innerText(), 'Awareness');
});

test('where stages are chosen they have their own colours', async (t) => {
  const page = await open(t);
  await page.locator('[data-start="sample"]').click();
  await page.getByRole('navigation').getByRole('button', { name: 'Process', exact: true }).click();
  await page.getByRole('radio', { name: 'Rust' }).check();
  await page.getByRole('navigation').getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('.phase-link').first().click();
  const rows = await page.locator('.link-row').evaluateAll((all) => all.map((row) => [
    row.querySelector('input').dataset.stage,
    [...row.classList].find((name) => name.startsWith('hue-')),
  ]));
  assert.ok(rows.length > 3);
  assert.equal(rows[0][1], 'hue-7');
  for (const [stage, colour] of rows) {
    const chip = page.locator(`td.phase-stages .phase-chip[data-stage="${stage}"]`);
    if (await chip.count() > 0) assert.equal(await chip.first().evaluate((one) => [...one.classList].find((name) => name.startsWith('hue-'))), colour);
  }
});

test('stages are taken from a phase and given to another; the page says which have none', async (t) => {
  const page = await openSample(t);
  const chips = (phase) => page.locator('td.phase-stages').nth(phase).locator('.phase-chip').allInnerTexts();
  const open_ = () => metric(page, 'phase-open');
  const [first, , third] = [await chips(0), await chips(1), await chips(2)];
  const before = await open_();
  await page.getByRole('button', { name: 'Stages of Awareness' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stages of Awareness' });
  await dialog.getByRole('checkbox', { name: first[0] }).uncheck();
  await becomes(() => chips(0), first.slice(1));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await eventually(async () => assert.match(await focused(page), /phase-link/));
  const said = page.locator('[data-note="unlinked"]');
  assert.match(await said.innerText(), new RegExp(`1 stage belongs to no phase:\\s*${first[0]}`));

  await page.getByRole('button', { name: 'Stages of Decision' }).click();
  await page.getByRole('checkbox', { name: first[0] }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await becomes(() => chips(2), [first[0], ...third]);
  assert.equal(await said.count(), 0);
  await eventually(async () => {
    const now = (await open_()).map(Number);
    assert.equal(now.reduce((sum, part) => sum + part), 16);
    assert.ok(now[0] < Number(before[0]) && now[2] > Number(before[2]), `${before} became ${now}`);
  });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await becomes(open_, before);
});

test('the map survives a reload, and so do its steps', async (t) => {
  const page = await openSample(t);
  const before = await texts(page, 'touchpoints', 1);
  await cell(page, 'touchpoints', 1).locator('.note-add').click();
  await page.keyboard.type('A call');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const moved = (await mood(page, 2)) === 2 ? 1 : 2;
  await slider(page, 2).focus();
  await page.keyboard.press(moved === 2 ? 'End' : 'ArrowDown');
  await becomes(() => mood(page, 2), moved);
  await saved(page);
  await reload(page);
  await becomes(() => texts(page, 'touchpoints', 1), [...before, 'A call']);
  assert.equal(await mood(page, 2), moved);
  const undo = page.getByRole('button', { name: /^Undo/ });
  await undo.click();
  await undo.click();
  await becomes(() => texts(page, 'touchpoints', 1), before);
});

test('text that looks like markup stays text', async (t) => {
  const page = await openSample(t);
  const hostile = '<img src=x onerror="document.title=1"><b>bold</b> {{x}} &amp; \u202eabc';
  await cell(page, 'pain_points', 0).locator('.note-add').click();
  await page.locator('.note-field').fill(hostile);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await becomes(async () => (await texts(page, 'pain_points', 0)).at(-1), hostile);
  await page.locator('.phase-name').first().click();
  await page.locator('.phase-field').fill(hostile);
  await page.keyboard.press('Enter');
  await becomes(() => page.locator('.phase-name').first().innerText(), hostile);
  assert.equal(await page.locator('[data-view="journey"] :is(img, b)').count(), 0);
  assert.equal(await page.title(), 'Stageline');
});

test('on a narrow screen a phase fills most of the width, and heads stay in sight', async (t) => {
  const page = await openSample(t, { viewport: [360, 740] });
  const frame = page.locator('.map-frame');
  const width = (await page.locator('.phase-head').first().boundingBox()).width;
  assert.ok(Math.abs(width - 288) <= 3, `${width}`);
  await frame.evaluate((one) => { one.scrollTop = 300; one.scrollLeft = 290; });
  await eventually(async () => {
    const head = await page.locator('.phase-head').nth(1).boundingBox();
    const lane = await page.locator('tr[data-lane="questions"] .lane-head').boundingBox();
    const box = await frame.boundingBox();
    assert.ok(Math.abs(head.y - box.y) < 2, 'the phase stands at the top');
    assert.ok(Math.abs(head.x - 36) < 3, 'the phase rests beside the lanes');
    assert.ok(Math.abs(lane.x) < 2, 'the lane stands at the start');
  });
  const small = await page.locator('[data-view="journey"] :is(button, input, [role="slider"])').evaluateAll((all) =>
    all.map((one) => [one.className, one.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24)
      .map(([name, box]) => `${name} ${box.width}×${box.height}`));
  assert.deepEqual(small, []);
});

test('a pipeline without a map begins with three phases, as one step', async (t) => {
  const source = await openSample(t);
  await source.getByRole('button', { name: 'Menu', exact: true }).click();
  const [download] = await Promise.all([
    source.waitForEvent('download'),
    source.getByText('Save everything as a file').click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  file.phases = [];
  file.notes = [];
  for (const stage of file.stages) delete stage.phase;

  const page = await open(t);
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator('input[data-file="workspace"]').first()
    .setInputFiles({ name: 'bare.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Journey', exact: true }).click();
  await page.getByText('no map of the buyer\'s way yet').waitFor();
  assert.equal(await page.getByRole('table').count(), 0);
  await page.getByRole('button', { name: 'Add awareness, consideration, decision' }).click();
  await becomes(() => page.locator('.phase-name').allInnerTexts(), ['Awareness', 'Consideration', 'Decision']);
  assert.match(await page.locator('[data-note="unlinked"]').innerText(), /6 stages belong to no phase/);
  assert.equal(await page.getByText('No stage belongs to this phase yet.').count(), 3);
  await becomes(() => metric(page, 'phase-open'), ['0', '0', '0']);
  assert.deepEqual(await metric(page, 'phase-conversion'), ['', '', ''], 'no figure is no nought');
  await page.keyboard.press('Control+z');
  await page.getByText('no map of the buyer\'s way yet').waitFor();
});
