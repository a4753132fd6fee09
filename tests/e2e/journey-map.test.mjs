// The map itself: its phases, steps, rows, notes and personas, by mouse, finger and keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dragTo, open, reload, touchDragTo } from './harness.mjs';
import { exported, saved } from './steps.mjs';

/** Waits until a condition holds, as assertions of a page that answers in its own time. */
async function eventually(check) {
  const until = Date.now() + 5_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 40); });
    }
  }
}
const becomes = (ask, expected) => eventually(async () => assert.deepEqual(await ask(), expected));

const cell = (page, lane, column) => page.locator(`tr[data-lane="${lane}"] > td`).nth(column);
const notes = (page, lane, column) => cell(page, lane, column).locator('.note-text');
const texts = (page, lane, column) => notes(page, lane, column).allInnerTexts();
const note = (page, text) => page.locator('.note-item').filter({ has: page.locator('.note-text', { hasText: text }) });
const phases = (page) => page.locator('.phase-name').allInnerTexts();
const steps = (page) => page.locator('.step-title').allInnerTexts();
const rows = (page) => page.locator('tbody .lane-name').evaluateAll((all) => all.map((one) => one.textContent));
const spoken = (page) => page.locator('.spoken').allInnerTexts().then((all) => all.join(' '));
const onNote = (page) => page.evaluate(() => document.activeElement.closest('[data-note]')?.querySelector('.note-text')?.textContent ?? null);

/** Opens the map of an empty template, with three phases and nothing in them. */
async function openBlank(t, options) {
  const page = await open(t, options);
  await page.locator('[data-template="blank"]').click();
  await showJourney(page);
  return page;
}

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

/** Writes notes into a cell, one Enter each. */
async function write(page, lane, column, ...all) {
  await cell(page, lane, column).locator('.note-add').click();
  for (const text of all) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await eventually(async () => assert.deepEqual((await texts(page, lane, column)).slice(-all.length), all));
}

/** Presses Tab until what a selector names has the focus. */
async function tabTo(page, selector, most = 80) {
  for (let press = 0; press < most; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by ${most} presses of Tab`);
}

/** The menu of a phase or a step, and a choice of it. */
async function head(page, name, choice) {
  await page.getByRole('button', { name: `More about ${name}`, exact: true }).click();
  await page.locator(`.head-menu [data-do="${choice}"]`).click();
}

const ordinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

test('by keyboard alone somebody new maps three phases with ten notes each, and takes all of it back', async (t) => {
  const page = await open(t);
  await tabTo(page, '[data-template="blank"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-stage]').first().waitFor();
  await tabTo(page, 'nav button:nth-of-type(4)');
  await page.keyboard.press('Enter');
  await page.locator('[data-view="journey"] table').waitFor();
  const bare = await page.locator('.map tbody').evaluate((body) => body.innerText);

  await tabTo(page, 'tr[data-lane="questions"] .note-add');
  for (const phase of [0, 1, 2]) {
    if (phase > 0) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.note-field').waitFor();
    for (const ordinal of ordinals) {
      await page.keyboard.type(`question ${phase} ${ordinal}`);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate(() => document.activeElement.classList.contains('note-add')), true);
    // From the button up to the first note, so that the next phase is beside.
    for (let up = 0; up < 10; up += 1) await page.keyboard.press('ArrowUp');
  }
  const expected = (phase) => ordinals.map((ordinal) => `question ${phase} ${ordinal}`);
  for (const phase of [0, 1, 2]) await becomes(() => texts(page, 'questions', phase), expected(phase));

  for (let step = 0; step < 30; step += 1) await page.keyboard.press('Control+z');
  await becomes(() => page.locator('.note-item').count(), 0);
  assert.equal(await page.locator('.map tbody').evaluate((body) => body.innerText), bare);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('Control+y');
  for (const phase of [0, 1, 2]) await becomes(() => texts(page, 'questions', phase), expected(phase));
});

test('a note is dragged by mouse to another cell, to a place in it, and back by one undo', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'first', 'second', 'third');
  await write(page, 'actions', 1, 'here', 'there');
  await dragTo(page, note(page, 'second'), note(page, 'there'), { release: false });
  assert.equal(await page.locator('.note-ghost').innerText(), 'second');
  assert.equal(await page.locator('.drop-line').count(), 1);
  await page.mouse.up();
  await eventually(async () => assert.ok((await texts(page, 'actions', 1)).includes('second')));
  assert.deepEqual(await texts(page, 'questions', 0), ['first', 'third']);
  assert.equal(await page.locator('.note-field').count(), 0, 'the click at the end of a drag writes nothing');
  await page.keyboard.press('Control+z');
  await becomes(() => texts(page, 'questions', 0), ['first', 'second', 'third']);
  await becomes(() => texts(page, 'actions', 1), ['here', 'there']);

  // Within its cell, above the first.
  const top = await note(page, 'first').boundingBox();
  await dragTo(page, note(page, 'third'), { x: top.x + 40, y: top.y + 2 });
  await becomes(() => texts(page, 'questions', 0), ['third', 'first', 'second']);
});

test('Escape puts a dragged note back, and a press without a move writes it', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'first', 'second');
  await dragTo(page, note(page, 'first'), cell(page, 'actions', 2), { release: false });
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.note-ghost').count(), 0);
  await page.mouse.up();
  assert.deepEqual(await texts(page, 'questions', 0), ['first', 'second']);
  assert.deepEqual(await texts(page, 'actions', 2), []);
  await notes(page, 'questions', 0).first().click();
  await page.locator('.note-field').waitFor();
});

test('a finger that rests carries a note; one that moves on scrolls', async (t) => {
  const page = await openBlank(t, { touch: true, viewport: [820, 1100] });
  await write(page, 'questions', 0, 'first', 'second');
  await touchDragTo(page, note(page, 'first'), cell(page, 'actions', 1));
  await becomes(() => texts(page, 'actions', 1), ['first']);
  await touchDragTo(page, note(page, 'second'), cell(page, 'decisions', 0), { hold: 0 });
  assert.deepEqual(await texts(page, 'questions', 0), ['second']);
});

test('by keys a note is lifted, carried between places and cells, put down or back, and each is said', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'first', 'second', 'third');
  await write(page, 'questions', 1, 'beside');
  await notes(page, 'questions', 0).first().focus();
  await page.keyboard.press('Space');
  await becomes(() => page.locator('.drop-line').count(), 1);
  assert.match(await spoken(page), /first lifted: Questions, Awareness, place 1 of 3/);
  await page.keyboard.press('ArrowDown');
  assert.match(await spoken(page), /Questions, Awareness, place 2 of 3/);
  await page.keyboard.press('ArrowRight');
  assert.match(await spoken(page), /Questions, Consideration, place 2 of 2/);
  await page.keyboard.press('Space');
  await becomes(() => texts(page, 'questions', 1), ['beside', 'first']);
  assert.match(await spoken(page), /first: Questions, Consideration, place 2 of 2/);
  await becomes(() => onNote(page), 'first');
  assert.deepEqual(await texts(page, 'questions', 0), ['second', 'third']);

  // Beyond the end of a cell comes the next row.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.match(await spoken(page), /Actions, Consideration, place 1 of 1/);
  await page.keyboard.press('Escape');
  await becomes(() => page.locator('.drop-line').count(), 0);
  assert.deepEqual(await texts(page, 'questions', 1), ['beside', 'first']);
  await becomes(() => onNote(page), 'first');
  await page.keyboard.press('Control+z');
  await becomes(() => texts(page, 'questions', 0), ['first', 'second', 'third']);
});

test('who types on while the page is busy loses no key: the focus has moved before the next one', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'first');
  await page.evaluate(() => { setTimeout(() => { const until = performance.now() + 400; while (performance.now() < until); }); });
  // All of them wait for the page: Enter begins the next note, Escape ends it, Enter begins it again.
  await Promise.all(['Enter', 'Escape', 'Enter', 'a', 'b', 'Enter'].map((key) => page.keyboard.press(key)));
  await becomes(() => texts(page, 'questions', 0), ['first', 'ab']);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'note-field');
});

test('the menu of a note marks, tells the channel, moves and deletes, by keys too', async (t) => {
  const page = await openBlank(t);
  await write(page, 'touchpoints', 0, 'A first call');
  await notes(page, 'touchpoints', 0).first().focus();
  await page.keyboard.press('Alt+Enter');
  const menu = page.getByRole('dialog', { name: 'More about “A first call”' });
  await menu.getByRole('checkbox', { name: 'Moment of truth' }).check();
  await menu.getByRole('combobox', { name: 'Channel' }).fill('Phone');
  await page.keyboard.press('Enter');
  await becomes(() => note(page, 'A first call').locator('.note-marks').innerText(), 'Moment\nPhone');
  await menu.locator('[data-field="note-column"]').selectOption({ label: 'Decision' });
  await becomes(() => texts(page, 'touchpoints', 2), ['A first call']);
  await menu.locator('[data-field="note-row"]').selectOption({ label: 'Actions' });
  await becomes(() => texts(page, 'actions', 2), ['A first call']);
  await page.keyboard.press('Escape');
  await becomes(() => onNote(page), 'A first call');

  await note(page, 'A first call').click({ button: 'right' });
  await menu.locator('[data-do="delete"]').click();
  await becomes(() => page.locator('.note-item').count(), 0);
  await becomes(() => cell(page, 'actions', 2).locator('.note-add').evaluate((button) => button === document.activeElement), true);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await becomes(() => texts(page, 'actions', 2), ['A first call']);
  assert.equal(await note(page, 'A first call').locator('.note-moment').count(), 1);
});

test('what is removed by a menu leaves the focus to its neighbour', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'first', 'second', 'third');
  for (const [gone, next] of [['second', 'third'], ['third', 'first']]) {
    await note(page, gone).click({ button: 'right' });
    await page.locator('.note-menu [data-do="delete"]').click();
    await becomes(() => onNote(page), next);
  }
  const label = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await head(page, 'Consideration', 'remove');
  await becomes(label, 'More about Decision');
  await head(page, 'Decision', 'remove');
  await becomes(label, 'More about Awareness');
  await head(page, 'Awareness', 'add-step');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Search');
  await page.keyboard.press('Enter');
  await becomes(() => steps(page), ['Search']);
  await head(page, 'Search', 'remove');
  await becomes(label, 'More about Awareness');
  assert.match(await page.locator('.toast').innerText(), /its notes stay with the phase/);
  await head(page, 'Awareness', 'remove');
  await becomes(() => page.evaluate(() => document.activeElement.dataset.action ?? null), 'add-phases');
});

test('phases are added, put in another order by drag, keys and menu, and removed with a way back', async (t) => {
  const page = await openBlank(t);
  await page.getByRole('button', { name: 'Add phase' }).click();
  await page.getByRole('dialog', { name: 'Add phase' }).getByRole('button', { name: 'Retention' }).click();
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Decision', 'Retention']);
  await page.getByRole('button', { name: 'Add phase' }).click();
  await page.getByRole('button', { name: 'Another phase' }).click();
  await page.keyboard.type('Delight');
  await page.keyboard.press('Enter');
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Decision', 'Retention', 'Delight']);

  await head(page, 'Delight', 'earlier');
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Decision', 'Delight', 'Retention']);
  await page.locator('.phase-name').first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await becomes(() => phases(page), ['Consideration', 'Awareness', 'Decision', 'Delight', 'Retention']);
  await page.keyboard.press('Control+z');
  await becomes(() => phases(page), ['Awareness', 'Consideration', 'Decision', 'Delight', 'Retention']);

  const last = await page.locator('.phase-head').nth(2).boundingBox();
  await dragTo(page, page.locator('.phase-name').first(), { x: last.x + last.width - 30, y: last.y + 20 });
  await becomes(() => phases(page), ['Consideration', 'Decision', 'Awareness', 'Delight', 'Retention']);
  assert.equal(await page.locator('.phase-field').count(), 0, 'the click at the end of a drag writes nothing');

  await write(page, 'questions', 0, 'kept');
  await head(page, 'Consideration', 'remove');
  await becomes(() => phases(page), ['Decision', 'Awareness', 'Delight', 'Retention']);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await becomes(() => phases(page), ['Consideration', 'Decision', 'Awareness', 'Delight', 'Retention']);
  assert.deepEqual(await texts(page, 'questions', 0), ['kept']);
});

test('a phase has steps with cells of their own; what is said of the phase spans them', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 1, 'before the steps');
  await head(page, 'Consideration', 'add-step');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Compare');
  await page.keyboard.press('Enter');
  await becomes(() => steps(page), ['Compare']);
  await head(page, 'Consideration', 'add-step');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Try');
  await page.keyboard.press('Enter');
  await becomes(() => steps(page), ['Compare', 'Try']);
  assert.deepEqual(await texts(page, 'questions', 1), ['before the steps'], 'the first step takes over');
  assert.equal(await page.locator('tr[data-lane="questions"] > td').count(), 4);
  for (const row of ['stages', 'owner', 'exit_action', 'evidence']) {
    assert.deepEqual(await page.locator(`tr[data-row="${row}"] > td`).evaluateAll((all) => all.map((one) => one.colSpan)), [1, 2, 1]);
  }
  // Each cell stands under its head.
  const heads = await page.locator('.step-head').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  const under = await page.locator('tr[data-lane="actions"] > td').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  assert.deepEqual(under.slice(1, 3), heads);

  await write(page, 'questions', 2, 'in the second');
  await dragTo(page, note(page, 'before the steps'), cell(page, 'actions', 2));
  await becomes(() => texts(page, 'actions', 2), ['before the steps']);
  await head(page, 'Try', 'earlier');
  await becomes(() => steps(page), ['Try', 'Compare']);
  assert.deepEqual(await texts(page, 'questions', 1), ['in the second']);
  await page.locator('.step-title').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Test drive');
  await page.keyboard.press('Enter');
  await becomes(() => steps(page), ['Test drive', 'Compare']);
  await saved(page);
  await reload(page);
  await becomes(() => steps(page), ['Test drive', 'Compare']);

  await head(page, 'Test drive', 'remove');
  await head(page, 'Compare', 'remove');
  await becomes(() => steps(page), []);
  assert.deepEqual(await texts(page, 'questions', 1), ['in the second']);
  assert.deepEqual(await texts(page, 'actions', 1), ['before the steps']);
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z');
  await becomes(() => steps(page), ['Test drive', 'Compare']);
});

test('rows are hidden, renamed, moved, added and removed with a way back', async (t) => {
  const page = await openBlank(t);
  const before = await rows(page);
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Rows of the map' });
  await dialog.getByRole('checkbox', { name: 'Show Decisions' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Show Ideas' }).check();
  await dialog.locator('[data-row="questions"] [data-field="row-name"]').fill('What they ask');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add a row' }).click();
  await page.keyboard.type('In the room');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  // The last of the list goes up one place.
  await dialog.locator('.reorder-item').last().locator('.reorder-handle').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const now = before.filter((row) => row !== 'Decisions').map((row) => (row === 'Questions' ? 'What they ask' : row));
  await becomes(() => rows(page), [...now, 'In the room', 'Ideas']);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();

  const own = page.locator('tr.lane-own');
  await own.locator('.note-add').first().click();
  await page.keyboard.type('IT');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await own.locator('.lane-name').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Who decides');
  await page.keyboard.press('Enter');
  await becomes(() => rows(page), [...now, 'Who decides', 'Ideas']);
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  await dialog.getByRole('button', { name: 'Remove this row' }).click();
  await becomes(() => rows(page), [...now, 'Ideas']);
  // It can be taken back within the dialog, by the message and by key.
  await dialog.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await becomes(() => rows(page), [...now, 'Who decides', 'Ideas']);
  await dialog.getByRole('button', { name: 'Remove this row' }).focus();
  await page.keyboard.press('Enter');
  await becomes(() => rows(page), [...now, 'Ideas']);
  await becomes(() => page.evaluate(() => document.activeElement.closest('dialog') !== null && document.activeElement.tagName !== 'DIALOG'), true);
  await page.keyboard.press('Control+z');
  await becomes(() => rows(page), [...now, 'Who decides', 'Ideas']);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await becomes(() => own.locator('.note-text').allInnerTexts(), ['IT']);
});

test('owner, exit action and evidence are said in place, and below them what the stages say', async (t) => {
  const page = await openSample(t);
  const owner = page.locator('tr[data-row="owner"] .said-text').first();
  await owner.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Marketing, with Sara');
  await page.keyboard.press('Enter');
  await becomes(() => owner.innerText(), 'Marketing, with Sara');
  assert.ok((await page.locator('tr[data-row="owner"] .said-part').count()) > 0, 'departments of the stages');
  assert.ok((await page.locator('tr[data-row="exit_action"] .said-line').count()) > 0, 'exit actions of the stages');
  const choice = page.locator('tr[data-row="evidence"] td').first();
  const pressed = () => choice.locator('[aria-pressed="true"]').allInnerTexts();
  const before = await pressed();
  await choice.locator('[data-evidence="researched"]').click();
  await becomes(pressed, before.includes('Researched') ? [] : ['Researched']);
  await page.keyboard.press('Control+z');
  await becomes(pressed, before);
});

test('the map of a persona shows its notes and everybody\'s; new ones are its own', async (t) => {
  const page = await openBlank(t);
  await write(page, 'questions', 0, 'of all');
  await page.getByRole('button', { name: 'Add a persona' }).click();
  const dialog = page.getByRole('dialog', { name: 'Personas' });
  for (const name of ['Ida Finance', 'Otto']) {
    await dialog.getByRole('button', { name: 'Add a persona' }).click();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  }
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  const whose = page.getByRole('combobox', { name: 'Whose way is shown' });
  await whose.selectOption({ label: 'Ida Finance' });
  await write(page, 'questions', 0, 'of Ida');
  assert.equal(await page.locator('.note-persona').filter({ visible: true }).count(), 0, 'all notes here are true of Ida');
  await whose.selectOption({ label: 'Otto' });
  await becomes(() => texts(page, 'questions', 0), ['of all']);
  await whose.selectOption({ label: 'Everybody' });
  await becomes(() => texts(page, 'questions', 0), ['of all', 'of Ida']);
  const badge = note(page, 'of Ida').locator('.note-persona');
  assert.equal(await badge.innerText(), 'IF');
  assert.equal(await badge.getAttribute('aria-label'), 'Ida Finance');

  // The choice is kept, and the file says whose it is.
  await whose.selectOption({ label: 'Otto' });
  await saved(page);
  await reload(page);
  await becomes(() => texts(page, 'questions', 0), ['of all']);
  const file = JSON.parse(await exported(page));
  const [of] = file.notes.filter((one) => one.text === 'of Ida').map((one) => one.persona);
  assert.equal(file.personas?.[of]?.name ?? file.meta?.personas?.[of]?.name, 'Ida Finance');

  // A persona that goes leaves its notes to everybody, and takes the choice along.
  await page.getByRole('button', { name: 'Personas', exact: true }).click();
  await dialog.locator('.persona').nth(1).getByRole('button', { name: 'Remove the persona' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await becomes(() => whose.locator('option').allInnerTexts(), ['Everybody', 'Ida Finance']);
  await becomes(() => texts(page, 'questions', 0), ['of all', 'of Ida']);
});

test('writing a note changes nothing but its element', async (t) => {
  const page = await openSample(t);
  await page.locator('.note-text').nth(3).focus();
  await page.keyboard.press('F2');
  await page.locator('.note-field').waitFor();
  await page.evaluate(() => {
    const here = document.querySelector('.note-field').closest('[data-note]');
    window.strayed = [];
    window.changed = 0;
    new MutationObserver((records) => {
      for (const record of records) {
        const at = record.target.nodeType === Node.ELEMENT_NODE ? record.target : record.target.parentElement;
        if (here.contains(at)) window.changed += 1;
        else window.strayed.push(`${record.type} ${record.attributeName ?? ''} ${at?.outerHTML.slice(0, 200)}`);
      }
    }).observe(document.querySelector('[data-view="journey"]'), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Quite another thought');
  await page.keyboard.press('Tab');
  await becomes(() => page.locator('.note-field').count(), 0);
  await page.waitForTimeout(400);
  assert.equal(await note(page, 'Quite another thought').count(), 1);
  const { strayed, changed } = await page.evaluate(() => ({ strayed: window.strayed, changed: window.changed }));
  assert.deepEqual(strayed, []);
  assert.ok(changed > 0);
});

test('at 360 px the page does not scroll sideways, the map is used, and targets are large enough', async (t) => {
  const page = await openBlank(t, { viewport: [360, 740], touch: true });
  await write(page, 'questions', 0, 'first', 'second');
  await note(page, 'first').locator('.note-more').click();
  await page.locator('.note-menu [data-field="note-row"]').selectOption({ label: 'Pain points' });
  await becomes(() => texts(page, 'pain_points', 0), ['first']);
  const menu = await page.locator('.note-menu').boundingBox();
  assert.ok(menu.x >= 0 && menu.x + menu.width <= 360, JSON.stringify(menu));
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const small = await page.locator('[data-view="journey"] :is(button, input, select)').evaluateAll((all) =>
    all.map((one) => [one.className, one.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24)
      .map(([name, box]) => `${name} ${box.width}×${box.height}`));
  assert.deepEqual(small, []);
});
